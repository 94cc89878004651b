package door

import (
	"encoding/base64"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/edge"
)

// SignIn gives the visitor a session until then, and has their browser known for longer.
func (v *Visit) SignIn(token string, until time.Time, device string, known time.Duration) {
	v.setCookie("session", token, until)
	v.setCookie("device", device, v.door.Now().Add(known))
	v.dropCookie("visitor")
	v.dropCookie("ticket")
}

// AskSecond keeps what says that the visitor's first step was right, until the code comes.
func (v *Visit) AskSecond(ticket string, within time.Duration) {
	v.setCookie("ticket", ticket, v.door.Now().Add(within))
}

// Ticket is what AskSecond left.
func (v *Visit) Ticket() string { return v.cookie("ticket") }

// KeepAgency keeps what began at the provider of the agency's accounts, until it ends there.
func (v *Visit) KeepAgency(begun string, within time.Duration) {
	v.setCookie("agency", begun, v.door.Now().Add(within))
}

// Agency is what KeepAgency left.
func (v *Visit) Agency() string { return v.cookie("agency") }

// DropAgency takes it back.
func (v *Visit) DropAgency() { v.dropCookie("agency") }

// SignOut takes it back.
func (v *Visit) SignOut() { v.dropCookie("session") }

// Session is the token of the visitor's session, "" without one.
func (v *Visit) Session() string { return v.cookie("session") }

// Device is what an earlier login left in this browser.
func (v *Visit) Device() string { return v.cookie("device") }

func (v *Visit) cookie(name string) string {
	return strings.Clone(v.c.Cookies(v.door.cookieName(name)))
}

func (v *Visit) setCookie(name, value string, until time.Time) {
	v.c.Cookie(&fiber.Cookie{
		Name: v.door.cookieName(name), Value: value, Path: "/", Expires: until,
		HTTPOnly: true, Secure: v.door.Secure, SameSite: fiber.CookieSameSiteLaxMode,
	})
}

func (v *Visit) dropCookie(name string) { v.setCookie(name, "", time.Unix(1, 0)) }

// SessionCookie is the name of the cookie that holds a session.
func SessionCookie(secure bool) string {
	return (&Door{Deps: Deps{Secure: secure}}).cookieName("session")
}

// cookieName carries __Host- over https: no other host of the domain can then
// set the cookie (RFC 6265bis, section 4.1.3.2).
func (d *Door) cookieName(name string) string {
	if d.Secure {
		return "__Host-phatngon-" + name
	}
	return "phatngon-" + name
}

// A flash is a sentence that outlives one redirect.
func (v *Visit) setFlash(text string) {
	v.setCookie("flash", base64.RawURLEncoding.EncodeToString([]byte(text)), v.door.Now().Add(time.Minute))
}

func (v *Visit) takeFlash() string {
	text, err := base64.RawURLEncoding.DecodeString(v.cookie("flash"))
	if err != nil || len(text) == 0 {
		return ""
	}
	v.dropCookie("flash")
	return edge.Clean(string(text))
}
