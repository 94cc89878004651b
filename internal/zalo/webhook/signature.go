package webhook

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"phatngon/internal/zalo/wire"
	"slices"
	"strings"
)

// SignatureHeader carries the signature of both webhooks.
const SignatureHeader = "X-ZEvent-Signature"

// ErrSignature says that a webhook body is not proven to be Zalo's. It never
// says more: a computed signature in an error would be a forger's oracle.
var ErrSignature = errors.New("zalo: webhook signature does not match")

// Secrets prove that a webhook of the Official Account is Zalo's. OAKeys holds
// one OA Secret Key, or two while it is being rotated.
type Secrets struct {
	AppID, OAID string
	OAKeys      []string
}

// Verify checks the header X-ZEvent-Signature against the raw body, exactly as
// it was received (any re-encoding of the JSON breaks it). The app_id of the
// body must be ours. Without a key nothing is accepted. The only error is
// ErrSignature.
//
// Formula: lower-case hex of SHA-256(app_id + body + timestamp + OA Secret
// Key), a plain digest, written "mac=<hex>"
// (https://developers.zalo.me/docs/official-account/webhook/tong-quan).
func (s Secrets) Verify(body []byte, header string) error {
	given, ok := signatureHex(header)
	if !ok {
		return ErrSignature
	}
	var top map[string]json.RawMessage
	if json.Unmarshal(body, &top) != nil {
		return ErrSignature
	}
	app, stamp := wire.Text(top["app_id"]), wire.Text(top["timestamp"])
	if app == "" || app != s.AppID || !wire.IsDigits(stamp) {
		return ErrSignature
	}
	match := 0
	for _, key := range s.OAKeys {
		if key != "" {
			match |= subtle.ConstantTimeCompare([]byte(Signature(app, body, stamp, key)), []byte(given))
		}
	}
	if match != 1 {
		return ErrSignature
	}
	return nil
}

// Mine tells whether the event is addressed to our Official Account. One
// webhook serves every OA that authorised the app; a signed event of another
// one is acknowledged and dropped.
func (s Secrets) Mine(e Event) bool {
	return s.OAID == "" || e.OAID == "" || e.OAID == s.OAID
}

// Signature is the hex digest with which Zalo signs an OA webhook body.
func Signature(appID string, body []byte, timestamp, key string) string {
	h := sha256.New()
	h.Write([]byte(appID))
	h.Write(body)
	h.Write([]byte(timestamp))
	h.Write([]byte(key))
	return hex.EncodeToString(h.Sum(nil))
}

// signatureHex takes the digest out of "mac=<hex>", also in the looser forms
// that have been reported: no prefix, spaces around "=", upper-case digits.
func signatureHex(header string) (string, bool) {
	h := strings.TrimSpace(header)
	if rest, ok := strings.CutPrefix(h, "mac"); ok {
		rest, ok = strings.CutPrefix(strings.TrimSpace(rest), "=")
		if !ok {
			return "", false
		}
		h = strings.TrimSpace(rest)
	}
	if len(h) != hex.EncodedLen(sha256.Size) {
		return "", false
	}
	if _, err := hex.DecodeString(h); err != nil {
		return "", false
	}
	return strings.ToLower(h), true
}

// IsProbe tells whether body is what the console sends, unsigned, when the
// webhook URL is saved: "{}" or nothing. It must get 200 and means nothing.
func IsProbe(body []byte) bool {
	b := bytes.TrimSpace(body)
	return len(b) == 0 || (b[0] == '{' && b[len(b)-1] == '}' && len(bytes.TrimSpace(b[1:len(b)-1])) == 0 && len(b) > 1)
}

// VerifyMiniApp checks the header X-ZEvent-Signature of a Mini App webhook,
// whose formula differs from the OA's: lower-case hex of SHA-256(values of the
// top-level keys in ascending order of keys, joined, + Open API key), no
// prefix. The only error is ErrSignature.
func VerifyMiniApp(body []byte, header, key string) error {
	given, ok := signatureHex(header)
	if !ok || key == "" {
		return ErrSignature
	}
	want, err := MiniAppSignature(body, key)
	if err != nil || subtle.ConstantTimeCompare([]byte(want), []byte(given)) != 1 {
		return ErrSignature
	}
	return nil
}

// MiniAppSignature is the hex digest with which Zalo signs a Mini App webhook
// body. The body must be a JSON object.
func MiniAppSignature(body []byte, key string) (string, error) {
	var top map[string]json.RawMessage
	if err := json.Unmarshal(body, &top); err != nil || top == nil {
		return "", ErrMalformed
	}
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(top)) {
		h.Write([]byte(signedValue(top[name])))
	}
	h.Write([]byte(key))
	return hex.EncodeToString(h.Sum(nil)), nil
}

// signedValue is a value as it enters the Mini App's signature: strings as
// they are, everything else as its JSON text (numbers keep their digits).
func signedValue(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil && len(raw) > 0 && raw[0] == '"' {
		return s
	}
	return string(raw)
}
