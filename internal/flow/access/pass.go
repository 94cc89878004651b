package access

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// What a pass is for; it opens nothing else.
const (
	forCode     = "sign-in-ticket" // the page that asks for the second factor
	ForPassword = "sign-in-link"   // the page on which a password is set
)

// errPass is the answer to a pass that opens nothing, whatever the reason.
var errPass = errors.New("no pass that holds")

// SignPass is what somebody who is not signed in carries to one page: whose it is, its end,
// and a signature over both, the address and the password that there is now. So it ends with
// the first password that is set, and with a change of the address. It is stored nowhere.
func (a *Access) SignPass(purpose string, o people.Officer, until time.Time) string {
	claim := base64.RawURLEncoding.EncodeToString([]byte(o.ID)) + "." + strconv.FormatInt(until.Unix(), 10)
	return claim + "." + a.signature(purpose, claim, o)
}

func (a *Access) signature(purpose, claim string, o people.Officer) string {
	h := hmac.New(sha256.New, a.Secrets.Derive(purpose))
	for _, part := range []string{claim, o.Email, o.PasswordHash} {
		fmt.Fprintf(h, "%d:%s,", len(part), part)
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// PassHolder is the officer whose pass this is, while it holds; otherwise the given refusal.
func (a *Access) PassHolder(ctx context.Context, purpose, pass string, refusal error) (people.Officer, error) {
	o, err := a.holder(ctx, purpose, pass)
	if errors.Is(err, errPass) || errors.Is(err, desk.ErrNotFound) {
		return people.Officer{}, refusal
	}
	return o, err
}

func (a *Access) holder(ctx context.Context, purpose, pass string) (people.Officer, error) {
	fields := strings.Split(pass, ".")
	if len(fields) != 3 {
		return people.Officer{}, errPass
	}
	id, err1 := base64.RawURLEncoding.DecodeString(fields[0])
	until, err2 := strconv.ParseInt(fields[1], 10, 64)
	if err1 != nil || err2 != nil || a.Now().Unix() >= until {
		return people.Officer{}, errPass
	}
	o, err := a.Store.Officer(ctx, string(id))
	if err != nil {
		return o, fmt.Errorf("load officer: %w", err)
	}
	if o.Disabled || !hmac.Equal([]byte(fields[2]), []byte(a.signature(purpose, fields[0]+"."+fields[1], o))) {
		return o, errPass
	}
	return o, nil
}
