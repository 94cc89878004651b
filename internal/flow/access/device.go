package access

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
)

// DeviceLife is how long a browser is known after a login.
const DeviceLife = 180 * 24 * time.Hour

// devicesKept is how many accounts one browser may be known to: an office
// shares a computer.
const devicesKept = 4

// A device pass says that an account was signed in to from this browser. It is
// no key: it lets its bearer try a password when strangers may not any more. In
// a cookie several stand side by side.
const (
	passBetween = "_" // passes
	passWithin  = "." // account, id, end, signature
)

// addPass puts a pass of an account in front of those that a cookie holds.
func (a *Access) addPass(cookie, officer string) string {
	end := strconv.FormatInt(a.Now().Add(DeviceLife).Unix(), 10)
	body := strings.Join([]string{hex.EncodeToString([]byte(officer)), newID(), end}, passWithin)
	passes := []string{body + passWithin + a.signPass(body)}
	for pass := range strings.SplitSeq(cookie, passBetween) {
		if owner, _, ok := a.readPass(pass); ok && owner != officer && len(passes) < devicesKept {
			passes = append(passes, pass)
		}
	}
	return strings.Join(passes, passBetween)
}

// device is the id of the browser that a cookie makes known to an account; "" =
// a stranger's.
func (a *Access) device(cookie, officer string) string {
	for pass := range strings.SplitSeq(cookie, passBetween) {
		if owner, id, ok := a.readPass(pass); ok && owner == officer {
			return id
		}
	}
	return ""
}

func (a *Access) readPass(pass string) (officer, id string, ok bool) {
	fields := strings.Split(pass, passWithin)
	if len(fields) != 4 {
		return "", "", false
	}
	body := strings.Join(fields[:3], passWithin)
	if !hmac.Equal([]byte(fields[3]), []byte(a.signPass(body))) {
		return "", "", false
	}
	owner, err1 := hex.DecodeString(fields[0])
	end, err2 := strconv.ParseInt(fields[2], 10, 64)
	return string(owner), fields[1], err1 == nil && err2 == nil && a.Now().Unix() < end
}

func (a *Access) signPass(body string) string {
	h := hmac.New(sha256.New, a.Secrets.Derive("device"))
	h.Write([]byte(body))
	return hex.EncodeToString(h.Sum(nil))
}
