package people

import (
	"crypto/hmac"
	"crypto/sha1" //nolint:gosec // what authenticator apps compute (RFC 6238, section 1.2); HMAC does not rest on collisions
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"
)

// SecondFactor is what an officer shows beside the password: six digits of an app on their
// phone (TOTP, RFC 6238), or a recovery code, each once. It counts from Since on.
type SecondFactor struct {
	ID       string    `bson:"_id"` // of the officer
	Version  int64     `bson:"version"`
	Secret   []byte    `bson:"secret,omitempty"`   // sealed; what the codes are made of
	Proposed []byte    `bson:"proposed,omitempty"` // sealed; shown, not confirmed yet: counts for nothing
	Step     int64     `bson:"step"`               // of the last code taken; neither it nor one before it is taken again
	Recovery []string  `bson:"recovery,omitempty"` // keyed hashes of the codes left
	Since    time.Time `bson:"since,omitempty"`    // zero: not on
}

// On reports whether sign-in asks for it.
func (f SecondFactor) On() bool { return !f.Since.IsZero() }

// Terms of a code, those that every authenticator app has as its defaults.
const (
	codeStep    = 30 * time.Second
	codeDigits  = 6
	codeModulus = 1_000_000
	codeSkew    = 1 // steps that a phone's clock may be off, both ways (RFC 6238, section 5.2)
)

// SecretBytes is how long a secret is (RFC 4226, section 4: 160 bits).
const SecretBytes = 20

// RecoveryCodes is how many recovery codes an officer gets.
const RecoveryCodes = 10

// Code is the code of a secret in one step (RFC 4226, section 5.3).
func Code(secret []byte, step int64) string {
	h := hmac.New(sha1.New, secret)
	_ = binary.Write(h, binary.BigEndian, step) // a hash takes everything
	sum := h.Sum(nil)
	at := sum[len(sum)-1] & 0x0f
	number := binary.BigEndian.Uint32(sum[at:]) & 0x7fff_ffff
	return fmt.Sprintf("%0*d", codeDigits, number%codeModulus)
}

// CodeStep is the step of an instant.
func CodeStep(at time.Time) int64 { return at.Unix() / int64(codeStep/time.Second) }

// FindStep is the step of a code that a phone shows at about this instant; false when it is
// none, or not after the last that was taken.
func FindStep(secret []byte, code string, at time.Time, last int64) (step int64, ok bool) {
	now := CodeStep(at)
	for s := now - codeSkew; s <= now+codeSkew; s++ {
		if s > last && hmac.Equal([]byte(Code(secret, s)), []byte(code)) {
			step, ok = s, true
		}
	}
	return step, ok
}

// SecretText is a secret as a person types it into an app: base32, in fours.
func SecretText(secret []byte) string {
	var parts []string
	text := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(secret)
	for len(text) > 4 {
		parts, text = append(parts, text[:4]), text[4:]
	}
	return strings.Join(append(parts, text), " ")
}

// SecretURL is what an app reads from a QR code (Google Authenticator, Key Uri Format).
func SecretURL(secret []byte, account string) string {
	const issuer = "Phát Ngôn"
	values := url.Values{"secret": {base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(secret)}, "issuer": {issuer}}
	return "otpauth://totp/" + url.PathEscape(issuer+":"+account) + "?" + strings.ReplaceAll(values.Encode(), "+", "%20")
}

// RecoveryCode is the code made of random bytes, ten of them: XXXXX-XXXXX, 50 bits.
func RecoveryCode(random []byte) string {
	return strings.TrimPrefix(LinkCode(random), "CB-")
}

var (
	sixDigits    = regexp.MustCompile(`^[0-9]{6}$`)
	recoveryCode = regexp.MustCompile(`^[2-9A-HJ-NP-Z]{10}$`)
)

// ReadCode tells the digits of an app and a recovery code apart, whatever stands between
// their letters; both "" when what was typed is neither.
func ReadCode(typed string) (digits, recovery string) {
	plain := strings.ToUpper(strings.NewReplacer(" ", "", "-", "", "\u00a0", "").Replace(typed))
	switch {
	case sixDigits.MatchString(plain):
		return plain, ""
	case recoveryCode.MatchString(plain):
		return "", plain[:5] + "-" + plain[5:]
	}
	return "", ""
}
