// Package admin is the panel where units work: HTML rendered by the server,
// forms that answer with a redirect, no script needed. Reads go to the store,
// every change goes through flow. It guarantees that no page is served and no
// form accepted without the session, CSRF token and origin that its route
// asks for, and that what a person typed comes back to them when a step fails.
package admin

import (
	"log/slog"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	"phatngon/internal/queue"
	"phatngon/internal/store"
)

// Deps is what the panel works with. Secure says that people reach it over
// https. In the demo the login page lists Accounts and their one Password.
type Deps struct {
	Flow          *flow.Flow
	Store         *store.Store
	Inbox, Outbox *queue.Queue
	Units         *routing.Registry
	Secure        bool
	Demo          bool
	Accounts      []people.Officer
	Password      string
	Log           *slog.Logger
}

// Mount serves the panel under /admin of r. It panics when an embedded
// template is broken, so that a broken page is found at start.
func Mount(r fiber.Router, d Deps) {
	p := &panel{Deps: d, looks: parseLooks()}
	p.routes(r.Group("/admin"))
}

// panel is the panel's handlers; one value serves all visitors.
type panel struct {
	Deps
	looks looks
}

func (p *panel) now() time.Time { return p.Flow.Now() }
