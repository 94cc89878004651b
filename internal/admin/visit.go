package admin

import (
	"context"
	"encoding/base64"
	"net/netip"
	"net/url"
	"strings"
	"time"
	"unicode"

	"github.com/gofiber/fiber/v2"
	"golang.org/x/text/unicode/norm"

	"phatngon/internal/desk/people"
)

// visit is one request for a page or a form. It is the only holder of a Fiber
// value; the strings it gives are copies, because Fiber reuses its buffers and
// statements live on in the search index.
type visit struct {
	c       *fiber.Ctx
	ctx     context.Context
	panel   *panel
	officer people.Officer // zero when nobody is signed in
	csrf    string
}

func (v *visit) param(name string) string {
	s, err := url.PathUnescape(v.c.Params(name))
	if err != nil {
		return ""
	}
	return strings.Clone(s)
}

func (v *visit) query(name string) string { return clean(v.c.Query(name)) }

// text is a form field as a person meant it: see clean.
func (v *visit) text(name string) string { return clean(v.secret(name)) }

// secret is a form field untouched. It is read from the body alone: Fiber's
// FormValue would let a link's query fill in a form.
func (v *visit) secret(name string) string {
	if strings.HasPrefix(v.c.Get(fiber.HeaderContentType), fiber.MIMEMultipartForm) {
		form, err := v.c.MultipartForm()
		if err != nil || len(form.Value[name]) == 0 {
			return ""
		}
		return strings.Clone(form.Value[name][0])
	}
	return string(v.c.Request().PostArgs().Peek(name))
}

// lines is a field with one value a line, without empty ones.
func (v *visit) lines(name string) []string { return split(v.text(name), "\n") }

// list is a field with values between commas or on lines of their own.
func (v *visit) list(name string) []string {
	return split(strings.ReplaceAll(v.text(name), ",", "\n"), "\n")
}

func split(text, by string) []string {
	var out []string
	for part := range strings.SplitSeq(text, by) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// clean gives text one form: valid UTF-8, NFC (half of typed Vietnamese comes
// decomposed), "\n" line ends, no control characters, no space around.
func clean(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
	return strings.Clone(strings.TrimSpace(s))
}

// address is where the person comes from: the peer, or when the peer is a
// proxy beside us (loopback or a private network), the last address it added.
// Otherwise all people behind the proxy would share one limit of attempts.
func (v *visit) address() string {
	peer := v.c.Context().RemoteIP().String()
	addr, err := netip.ParseAddr(peer)
	if err != nil || !addr.Unmap().IsLoopback() && !addr.Unmap().IsPrivate() {
		return peer
	}
	chain := strings.Split(v.c.Get(fiber.HeaderXForwardedFor), ",")
	if last, err := netip.ParseAddr(strings.TrimSpace(chain[len(chain)-1])); err == nil {
		return last.String()
	}
	return peer
}

// redirect answers a form: 303, with a sentence for the next page.
func (v *visit) redirect(to, flash string) error {
	if flash != "" {
		v.setFlash(flash)
	}
	return v.c.Redirect(to, fiber.StatusSeeOther)
}

func (v *visit) cookie(name string) string { return strings.Clone(v.c.Cookies(name)) }

func (v *visit) setCookie(name, value string, until time.Time) {
	v.c.Cookie(&fiber.Cookie{
		Name: name, Value: value, Path: "/", Expires: until,
		HTTPOnly: true, Secure: v.panel.Secure, SameSite: fiber.CookieSameSiteLaxMode,
	})
}

func (v *visit) dropCookie(name string) { v.setCookie(name, "", time.Unix(1, 0)) }

// The names carry __Host- over https: no other host of the domain can then set
// them (RFC 6265bis, section 4.1.3.2).
func (p *panel) cookieName(name string) string {
	if p.Secure {
		return "__Host-phatngon-" + name
	}
	return "phatngon-" + name
}

func (p *panel) sessionCookie() string { return p.cookieName("session") }
func (p *panel) visitorCookie() string { return p.cookieName("visitor") }
func (p *panel) deviceCookie() string  { return p.cookieName("device") }
func (p *panel) flashCookie() string   { return p.cookieName("flash") }

// A flash is a sentence that outlives one redirect.
func (v *visit) setFlash(text string) {
	v.setCookie(v.panel.flashCookie(), base64.RawURLEncoding.EncodeToString([]byte(text)), v.panel.now().Add(time.Minute))
}

func (v *visit) takeFlash() string {
	text, err := base64.RawURLEncoding.DecodeString(v.cookie(v.panel.flashCookie()))
	if err != nil || len(text) == 0 {
		return ""
	}
	v.dropCookie(v.panel.flashCookie())
	return clean(string(text))
}
