// Package door is what every page and form of the panel passes: who is there and
// who may, the form's origin and token, the frame around the page, and the page
// of an error. It guarantees that no page is served and no form accepted without
// the session, CSRF token and origin that its route asks for, and that what a
// person typed comes back to them when a step fails. Only it sees Fiber: what is
// behind it works with a Visit.
package door

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"io/fs"
	"log/slog"
	"slices"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/edge"
	"phatngon/internal/flow"
)

// patience is how long a page may take; Fiber sets no limit of its own.
const patience = 15 * time.Second

// Handler reads, checks, calls and answers; its error becomes a page.
type Handler func(*Visit) error

// Access says who may enter a route.
type Access func(people.Officer) bool

// Anyone enters without a session.
func Anyone(people.Officer) bool { return true }

// Officers are those who are signed in.
func Officers(o people.Officer) bool { return o.ID != "" }

// Administrators run the system and its accounts.
func Administrators(o people.Officer) bool { return people.CanAdminister(o) == nil }

// Coordinators watch over all units: the coordinating unit and administrators.
func Coordinators(o people.Officer) bool {
	return Officers(o) && (o.Unit == routing.ProvinceOffice || o.Role == people.RoleAdmin)
}

// Why the door stayed shut.
var (
	errSignedOut = errors.New("no session")
	errForged    = errors.New("form token does not match")
	errForeign   = errors.New("form comes from another site")
	errUnenroled = errors.New("the role is to have a second factor first")
)

// SecondFactorPath is where an officer turns the second factor on.
const SecondFactorPath = "/admin/account/second"

// early are the routes that are open to an officer who is to turn it on first.
var early = []string{SecondFactorPath, SecondFactorPath + "/confirm", "/admin/logout"}

// Deps is what the door works with. Secure says that people reach the panel
// over https.
type Deps struct {
	Flow      *flow.Flow // whose session this is
	Units     labels.Units
	PublicURL string
	Secure    bool
	Now       func() time.Time
	Log       *slog.Logger
}

// Door lets visitors in; one value serves all.
type Door struct {
	Deps
	routes    fiber.Router
	templates edge.Templates
}

// New is the door of the routes below r.
func New(r fiber.Router, d Deps) *Door {
	r.Get("/static/:name", assets.Serve)
	return &Door{Deps: d, routes: r, templates: ParseTemplates(templateFiles)}
}

// AddPages parses the templates of a page group. It panics when one is broken,
// so that a broken page is found at start.
func (d *Door) AddPages(files fs.FS) { d.templates.Add(frame(), files) }

// Get serves a page to those who may.
func (d *Door) Get(path string, who Access, h Handler) { d.routes.Get(path, d.enter(who, h)) }

// Post accepts a form from those who may.
func (d *Door) Post(path string, who Access, h Handler) { d.routes.Post(path, d.enter(who, h)) }

// enter is what every route passes: a time limit, the security headers, who is
// there, and for a form its origin and token.
func (d *Door) enter(who Access, h Handler) fiber.Handler {
	return func(c *fiber.Ctx) error {
		ctx, cancel := context.WithTimeout(c.UserContext(), patience)
		defer cancel()
		secureHeaders(c)
		v := &Visit{Ctx: ctx, c: c, door: d}
		err := v.check(who)
		if err == nil {
			err = h(v)
		}
		if err != nil {
			return v.fail(err)
		}
		return nil
	}
}

// check looks at origin before token before role, so that each refusal says what
// is really wrong.
func (v *Visit) check(who Access) error {
	posted := v.c.Method() == fiber.MethodPost
	if posted && !v.sameOrigin() {
		return errForeign
	}
	if err := v.identify(); err != nil {
		return err
	}
	if v.Officer.ID == "" && !who(people.Officer{}) {
		return errSignedOut
	}
	if posted && subtle.ConstantTimeCompare([]byte(v.CSRF), []byte(v.Secret("csrf"))) != 1 {
		return errForged
	}
	if !who(v.Officer) {
		return desk.ErrForbidden
	}
	if v.MustEnrol && !slices.Contains(early, v.c.Path()) {
		return errUnenroled
	}
	return nil
}

// identify fills in who is there and the token that their forms carry. A
// visitor without a session gets a token of their own (double submit), so that
// nobody can be signed in to another's account.
func (v *Visit) identify() error {
	token := v.Session()
	if token != "" {
		session, officer, err := v.door.Flow.Access.Session(v.Ctx, token)
		if err == nil {
			v.Officer, v.CSRF, v.MustEnrol = officer, session.CSRF, v.door.Flow.Access.MustEnrol(officer, session)
			return nil
		}
		if !errors.Is(err, desk.ErrNotFound) && !errors.Is(err, desk.ErrForbidden) {
			return err
		}
	}
	v.CSRF = v.cookie("visitor")
	if v.CSRF == "" {
		v.CSRF = rand.Text()
		v.setCookie("visitor", v.CSRF, v.door.Now().Add(12*time.Hour))
	}
	return nil
}
