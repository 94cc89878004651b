// Package flow is the path of the work, one file per stage. Every change of
// data passes through here: web and admin read from the store and call flow to
// change. A stage reads like a list: load, let the pure packages decide, write
// in an order that a crash between any two lines cannot turn into a loss or a
// repetition.
package flow

import (
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"phatngon/bot"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/limits"
	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/store"
	"phatngon/internal/zalo"
	"phatngon/knowledge"
)

// Flow holds what the stages work on. All fields are set once, before use.
type Flow struct {
	Store    *store.Store
	Base     *knowledge.Base
	Units    *routing.Registry
	Calendar *calendar.Calendar
	Inbox    *queue.Queue
	Outbox   *queue.Queue
	Zalo     *zalo.Client
	Pace     *budget.Budget // of the calls to Zalo; the outbox's gate and the client know it too. nil: none

	Secrets     Secrets                         // signs Mini App sessions
	OAID        string                          // events of other Official Accounts are acknowledged and dropped
	PublicURL   string                          // no trailing slash
	MiniAppLink string                          // opens the Mini App; "" when there is none
	DemoPersona func(id string) (Persona, bool) // nil outside the demo
	Now         func() time.Time
	Log         *slog.Logger
	Embeddings  *Embeddings // nil: search by words alone

	makeLogins    sync.Once
	loginLimiter  *limits.Limiter
	loginFailures failures
	checked       time.Time    // the database, by Tidy
	revision      atomic.Int64 // of the knowledge that Base holds
}

// Persona is a made-up person of the demo.
type Persona struct {
	Name, OAUserID, AppUserID string
}

// RequestRef is a part of a request as a form was shown with it: a change is
// refused with desk.ErrConflict when someone changed the request meanwhile.
type RequestRef struct {
	Code    string
	Version int64
	Part    int
}

// newID returns 128 random bits in hex, for keys that must not be guessed.
func newID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails since Go 1.24
	return hex.EncodeToString(b[:])
}

// world is what the bot may know when it answers who.
func (f *Flow) world(who people.Requester, requests []request.Request, now time.Time) bot.World {
	return bot.World{
		Base: f.Base, Units: f.Units, Calendar: f.Calendar,
		Requester: who, Requests: requests,
		PublicURL: f.PublicURL, MiniApp: f.MiniAppLink, Now: now,
	}
}

// audience is what who may see.
func audience(who people.Requester) knowledge.Audience {
	if who.Kind == people.ReporterVerified {
		return knowledge.AudiencePress
	}
	return knowledge.AudiencePublic
}
