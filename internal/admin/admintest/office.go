// Package admintest is the panel over everything below it, and browsers to use it.
package admintest

import (
	"context"
	"log/slog"
	"net"
	"net/http/httptest"
	"path"
	"sync"
	"testing"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/admin"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	"phatngon/internal/flow/password"
	"phatngon/internal/flow/requests"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// Password of every officer of an Office.
const Password = "mot-mat-khau-dai"

// Office is the whole product below the panel, on an embedded store, and the
// panel listening on a port of its own.
type Office struct {
	*testing.T
	Flow *flow.Flow
	App  *fiber.App
	URL  string
}

// New opens an office with four officers; change adapts what the panel gets.
func New(t *testing.T, change func(*admin.Deps)) *Office {
	t.Helper()
	s, err := store.OpenEmbedded(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return NewOn(t, s, change)
}

// NewOn opens an office on a store.
func NewOn(t *testing.T, s *store.Store, change func(*admin.Deps)) *Office {
	t.Helper()
	zalo := httptest.NewServer(zalotest.New(zalotest.Options{}))
	t.Cleanup(zalo.Close)
	units, log := routing.DefaultRegistry(), slog.New(slog.DiscardHandler)
	f := flow.New(flow.Deps{
		Store: s, Units: units, PublicURL: "https://phatngon.example", Now: time.Now, Log: log,
		Base:  answer.NewBase(answer.Options{UnitName: units.Name, Places: units.PlacesNamed, PlacesToday: units.PlacesToday, PublicURL: "https://phatngon.example"}),
		Inbox: queue.New(s, "inbox", queue.Options{Logger: log}), Outbox: queue.New(s, "outbox", queue.Options{Logger: log}),
	})
	d := admin.Deps{Flow: f, Store: s, Inbox: f.Inbox, Outbox: f.Outbox, Units: units, Log: log}
	if change != nil {
		change(&d)
	}
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	admin.Mount(app, d)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = app.Listener(l) }()
	t.Cleanup(func() { _ = app.Shutdown() })
	o := &Office{T: t, Flow: f, App: app, URL: "http://" + l.Addr().String()}
	o.Hire("quantri@th.vn", people.RoleAdmin, routing.ProvinceOffice)
	o.Hire("canbo@th.vn", people.RoleOperator, "TH-YT")
	o.Hire("phatngon@th.vn", people.RoleSpokesperson, "TH-YT")
	o.Hire("noikhac@th.vn", people.RoleOperator, "TH-XD")
	return o
}

// hash is computed once: hashing is slow on purpose.
var hash = sync.OnceValue(func() string { return password.Hash(Password) })

// Hire adds an officer; one whom the store has already stays.
func (o *Office) Hire(email string, role people.Role, unit string) {
	o.Helper()
	if _, err := o.Flow.Store.OfficerByEmail(context.Background(), email); err == nil {
		return
	}
	officer := people.Officer{
		ID: "officer-" + email, Email: email, Name: "Người " + email, Position: "Chức vụ " + email,
		Role: role, Unit: unit, PasswordHash: hash(), CreatedAt: time.Now(),
	}
	if err := o.Flow.Store.InsertOfficer(context.Background(), &officer); err != nil {
		o.Fatal(err)
	}
}

// Ask files a request of a reporter with the unit of health.
func (o *Office) Ask(question string) string {
	o.Helper()
	ctx := context.Background()
	who := people.Requester{
		ID: "oa:1234567890", OAUserID: "1234567890", Kind: people.ReporterVerified,
		Newsroom: "Báo Thanh Hóa", DisplayName: "Lê Bí Mật", LastInteraction: time.Now(),
	}
	if _, err := o.Flow.Store.Requester(ctx, who.ID); err != nil {
		if err := o.Flow.Store.InsertRequester(ctx, &who); err != nil {
			o.Fatal(err)
		}
	}
	r, err := o.Flow.Requests.File(ctx, who, requests.Filing{
		Filing: effect.Filing{Question: question, Unit: "TH-YT", Context: []effect.Line{{At: time.Now(), From: "requester", Text: question}}},
		Source: "event:" + question, Channel: requests.ChannelChat, At: time.Now(),
	})
	if err != nil {
		o.Fatal(err)
	}
	return r.Code
}

// Request is the stored request.
func (o *Office) Request(code string) request.Request {
	o.Helper()
	r, err := o.Flow.Store.Request(context.Background(), code)
	if err != nil {
		o.Fatal(err)
	}
	return r
}

// Officer is an officer by e-mail.
func (o *Office) Officer(email string) people.Officer {
	o.Helper()
	officer, err := o.Flow.Store.OfficerByEmail(context.Background(), email)
	if err != nil {
		o.Fatal(err)
	}
	return officer
}

// Statement is the stored statement of a page.
func (o *Office) Statement(at string) statement.Statement {
	o.Helper()
	s, err := o.Flow.Store.Statement(context.Background(), path.Base(at))
	if err != nil {
		o.Fatal(err)
	}
	return s
}
