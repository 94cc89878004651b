// Package web is the program's public face: Zalo's webhooks, the Mini App's
// JSON API, the public pages and feeds, health and metrics. It guarantees that
// nothing outside it and its parts ever sees a Fiber value of its own, that a
// webhook is answered 200 only when its event is on disk, that no error tells
// more than package problem lets it, and that what is not public is not found.
package web

import (
	"context"
	"io/fs"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/edge"
	"phatngon/internal/flow"
	"phatngon/internal/store"
	"phatngon/internal/web/doors"
	"phatngon/internal/web/metrics"
	"phatngon/internal/zalo/webhook"
)

// Deps is what the surface works with. DevZalo is nil outside the demo;
// MountAdmin and MiniAppFiles may be nil.
type Deps struct {
	Flow         *flow.Flow
	Store        *store.Store
	Secrets      webhook.Secrets
	MiniAppKey   string
	MiniAppFiles fs.FS
	MountAdmin   func(fiber.Router)
	SignedIn     func(ctx context.Context, cookie func(name string) string) bool // to the panel; nil: without one
	DevZalo      http.Handler
	MetricsToken string // of who reads /metrics; "" = programs on this machine
	Demo         bool
	PublicURL    string // no trailing slash
	OAName       string
	OAID         string
	MiniAppID    string
	Log          *slog.Logger
	Version      string
}

// Limits of one exchange; those of bodies are package doors'. The read buffer has
// room for a long quote in an address.
const (
	readBuffer  = 32 << 10
	connections = 8192 // at once; each has about 50 KB
	writeWithin = 60 * time.Second
	idleWithin  = 2 * time.Minute
)

const defaultName = "Thông tin chính thức tỉnh Thanh Hóa"

// site is the handlers; one value serves all requests.
type site struct {
	Deps
	pages   edge.Templates
	metrics *metrics.Metrics
	doors   *doors.Doors
}

// New returns the whole surface, ready to serve. It panics when an embedded
// template is broken, so that a broken page is found at start.
func New(d Deps) *fiber.App {
	if d.OAName == "" {
		d.OAName = defaultName
	}
	s := &site{Deps: d, pages: parsePages()}
	s.doors = doors.New(d.SignedIn, s.isUser)
	s.metrics = metrics.New(d.Version, d.Store, d.Flow)
	app := fiber.New(fiber.Config{
		AppName: "phatngon", DisableStartupMessage: true,
		BodyLimit: doors.BodyLimit, ReadBufferSize: readBuffer, Concurrency: connections,
		StreamRequestBody: true, DisablePreParseMultipartForm: true, // the doors read
		ReadTimeout: doors.ReadWithin, WriteTimeout: writeWithin, IdleTimeout: idleWithin,
		Immutable:    true, // strings from a request may outlive it
		ErrorHandler: s.fail,
	})
	app.Server().HeaderReceived = s.doors.HeadReceived
	s.routes(app)
	return app
}

// now is the time by which statements are current.
func (s *site) now() time.Time { return s.Flow.Now() }

func (s *site) secure() bool { return strings.HasPrefix(s.PublicURL, "https://") }
