package admin

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"net/url"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

// patience is how long a page may take; Fiber sets no limit of its own.
const patience = 15 * time.Second

// handler reads, checks, calls and answers; its error becomes a page.
type handler func(*visit) error

// access says who may enter a route.
type access func(people.Officer) bool

func anyone(people.Officer) bool           { return true }
func officers(o people.Officer) bool       { return o.ID != "" }
func administrators(o people.Officer) bool { return people.CanAdminister(o) == nil }

// coordinators watch over all units: the coordinating unit and administrators.
func coordinators(o people.Officer) bool {
	return officers(o) && (o.Unit == routing.ProvinceOffice || o.Role == people.RoleAdmin)
}

// Why the door stayed shut.
var (
	errSignedOut = errors.New("no session")
	errForged    = errors.New("form token does not match")
	errForeign   = errors.New("form comes from another site")
)

func (p *panel) get(r fiber.Router, path string, who access, h handler) {
	r.Get(path, p.door(who, h))
}

func (p *panel) post(r fiber.Router, path string, who access, h handler) {
	r.Post(path, p.door(who, h))
}

// door is what every route passes: a time limit, the security headers, who is
// there, and for a form its origin and token.
func (p *panel) door(who access, h handler) fiber.Handler {
	return func(c *fiber.Ctx) error {
		ctx, cancel := context.WithTimeout(c.UserContext(), patience)
		defer cancel()
		secureHeaders(c)
		v := &visit{c: c, ctx: ctx, panel: p}
		err := v.enter(who)
		if err == nil {
			err = h(v)
		}
		if err != nil {
			return v.fail(err)
		}
		return nil
	}
}

// enter checks origin before token before role, so that each refusal says what
// is really wrong.
func (v *visit) enter(who access) error {
	posted := v.c.Method() == fiber.MethodPost
	if posted && !v.sameOrigin() {
		return errForeign
	}
	if err := v.identify(); err != nil {
		return err
	}
	if v.officer.ID == "" && !who(people.Officer{}) {
		return errSignedOut
	}
	if posted && subtle.ConstantTimeCompare([]byte(v.csrf), []byte(v.secret("csrf"))) != 1 {
		return errForged
	}
	if !who(v.officer) {
		return desk.ErrForbidden
	}
	return nil
}

// identify fills in who is there and the token that their forms carry. A
// visitor without a session gets a token of their own (double submit), so that
// nobody can be signed in to another's account.
func (v *visit) identify() error {
	token := v.cookie(v.panel.sessionCookie())
	if token != "" {
		session, officer, err := v.panel.Flow.Session(v.ctx, token)
		if err == nil {
			v.officer, v.csrf = officer, session.CSRF
			return nil
		}
		if !errors.Is(err, desk.ErrNotFound) && !errors.Is(err, desk.ErrForbidden) {
			return err
		}
	}
	v.csrf = v.cookie(v.panel.visitorCookie())
	if v.csrf == "" {
		v.csrf = rand.Text()
		v.setCookie(v.panel.visitorCookie(), v.csrf, v.panel.now().Add(12*time.Hour))
	}
	return nil
}

// sameOrigin follows net/http.CrossOriginProtection: the browser's own word
// first, then Origin against the host asked for or the public address (a proxy
// may have changed the host). A client that sends neither is no browser; the
// token still stands in its way.
func (v *visit) sameOrigin() bool {
	switch v.c.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return true
	case "":
	default:
		return false
	}
	origin := v.c.Get(fiber.HeaderOrigin)
	if origin == "" {
		return true
	}
	from, err := url.Parse(origin)
	if err != nil || from.Host == "" {
		return false
	}
	public, err := url.Parse(v.panel.Flow.PublicURL)
	return from.Host == string(v.c.Request().Host()) || err == nil && from.Host == public.Host
}

// secureHeaders keep a page from running anything of others, being framed, or
// staying in a shared computer's cache. Referrer-Policy must not be
// no-referrer: browsers would then send "Origin: null" with our own forms.
func secureHeaders(c *fiber.Ctx) {
	c.Set(fiber.HeaderContentSecurityPolicy, "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "+
		"form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	c.Set(fiber.HeaderXContentTypeOptions, "nosniff")
	c.Set(fiber.HeaderXFrameOptions, "DENY")
	c.Set(fiber.HeaderReferrerPolicy, "same-origin")
	c.Set("Cross-Origin-Opener-Policy", "same-origin")
	c.Set(fiber.HeaderCacheControl, "no-store")
}
