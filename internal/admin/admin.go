// Package admin is the panel where units work: HTML rendered by the server,
// forms that answer with a redirect, no script needed. Reads go to the store,
// every change goes through flow. Here it is wired together: door lets people in,
// and each page group (home, requests, statements, people, settings) has its handlers,
// view models and templates.
package admin

import (
	"cmp"
	"context"
	"log/slog"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/admin/answers"
	"phatngon/internal/admin/attachments"
	casepages "phatngon/internal/admin/cases"
	"phatngon/internal/admin/door"
	"phatngon/internal/admin/handovers"
	"phatngon/internal/admin/help"
	"phatngon/internal/admin/home"
	"phatngon/internal/admin/labels"
	"phatngon/internal/admin/live"
	peoplepages "phatngon/internal/admin/people"
	"phatngon/internal/admin/press"
	"phatngon/internal/admin/requests"
	"phatngon/internal/admin/rights"
	"phatngon/internal/admin/settings"
	"phatngon/internal/admin/statements"
	"phatngon/internal/admin/statistics"
	"phatngon/internal/desk"
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

	Live *live.Hub // what open queues are told by; nil: one of its own

	// See settings.Pages; nil when data of policy cannot be edited.
	Policies   func(ctx context.Context, name string) ([]store.PolicyVersion, error)
	SavePolicy func(ctx context.Context, by people.Officer, name string, from time.Time, data []byte) error
}

// Mount serves the panel under /admin of r. It panics when an embedded
// template is broken, so that a broken page is found at start.
func Mount(r fiber.Router, deps Deps) {
	f, units := deps.Flow, labels.Units{Registry: deps.Units}
	d := door.New(r.Group("/admin"), door.Deps{Flow: f, Units: units, PublicURL: f.PublicURL, Secure: deps.Secure, Now: f.Now, Log: deps.Log})
	for _, group := range []interface{ Mount(*door.Door) }{
		&peoplepages.Pages{Flow: f, Store: deps.Store, Units: units, Demo: deps.Demo, Accounts: deps.Accounts, Password: deps.Password},
		&help.Pages{},
		&home.Pages{Flow: f, Store: deps.Store, Now: f.Now},
		&casepages.Pages{Flow: f, Store: deps.Store, Units: units, PublicURL: f.PublicURL, Now: f.Now},
		&attachments.Pages{Flow: f, Store: deps.Store, Units: units},
		&requests.Pages{Flow: f, Store: deps.Store, Units: units, PublicURL: f.PublicURL, Now: f.Now},
		&live.Pages{Units: units, Hub: cmp.Or(deps.Live, &live.Hub{Store: deps.Store, Now: f.Now, Log: deps.Log})},
		&statements.Pages{Flow: f, Store: deps.Store, Units: units, PublicURL: f.PublicURL, Now: f.Now},
		&press.Pages{Flow: f, Store: deps.Store, Units: units, Now: f.Now},
		&answers.Pages{Flow: f, Store: deps.Store, Base: f.Base, Units: units, Now: f.Now},
		&statistics.Pages{Flow: f, Store: deps.Store, Units: units, Now: f.Now},
		&rights.Pages{Flow: f, Store: deps.Store, Now: f.Now},
		&handovers.Pages{Flow: f, Store: deps.Store, Units: units, Now: f.Now},
		&settings.Pages{Flow: f, Store: deps.Store, Units: units, Inbox: deps.Inbox, Outbox: deps.Outbox, Policies: deps.Policies, SavePolicy: deps.SavePolicy},
	} {
		group.Mount(d)
	}
	d.Get("/*", door.Officers, func(*door.Visit) error { return desk.ErrNotFound })
}
