// Command phatngon is the official voice of a province on Zalo: a webhook
// backend, a knowledge base of official statements, an admin panel and a Mini
// App. See README.md.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/admin"
	"phatngon/internal/command"
	"phatngon/internal/demo"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	"phatngon/internal/llm"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/web"
	"phatngon/internal/zalo"
	"phatngon/knowledge"
	"phatngon/miniapp"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:], os.Getenv, command.Output{Stdout: os.Stdout, Stderr: os.Stderr})
	switch {
	case errors.Is(err, command.ErrUsage):
		fmt.Fprint(os.Stderr, command.Usage)
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, "phatngon:", err)
		os.Exit(1)
	}
}

// run is the whole program; it returns when the command is done or ctx ends.
func run(ctx context.Context, args []string, getenv func(string) string, out command.Output) error {
	if len(args) == 0 {
		args = []string{"serve"}
	}
	configured := func(do func(context.Context, Config, *slog.Logger) (*flow.Flow, func(), error)) command.Open {
		return func(ctx context.Context) (*flow.Flow, func(), error) {
			c, err := readConfig(getenv)
			if err != nil {
				return nil, nil, err
			}
			return do(ctx, c, newLogger(c, out.Stderr))
		}
	}
	if args[0] != "serve" {
		return command.Run(ctx, args, command.Doors{Write: configured(open), Read: configured(openForReading)}, out)
	}
	if len(args) > 1 {
		return command.ErrUsage
	}
	c, err := readConfig(getenv)
	if err != nil {
		return err
	}
	return serve(ctx, c, newLogger(c, out.Stderr), out.Stdout)
}

// newLogger returns a structured logger; what it is given never holds names,
// phone numbers, tokens or message texts.
func newLogger(c Config, w io.Writer) *slog.Logger {
	o := &slog.HandlerOptions{Level: c.LogLevel}
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}

// open opens what every command works on: store, knowledge base and rules.
func open(ctx context.Context, c Config, log *slog.Logger) (*flow.Flow, func(), error) {
	s, err := openStore(ctx, c)
	if err != nil {
		return nil, nil, err
	}
	s.SealAudit(c.SecretsKey)
	return newFlow(c, s, log), func() { _ = s.Close() }, nil
}

// openForReading opens the knowledge beside a running server and loads it.
// Before a first start there is no database: then the knowledge is what that
// start would load.
func openForReading(ctx context.Context, c Config, log *slog.Logger) (*flow.Flow, func(), error) {
	var s *store.Store
	var err error
	if c.MongoURI != "" {
		s, err = store.OpenMongo(ctx, c.MongoURI, c.MongoDatabase)
	} else {
		s, err = store.OpenEmbeddedForReading(c.DataDir)
	}
	if errors.Is(err, fs.ErrNotExist) {
		f := newFlow(c, nil, log)
		return f, func() {}, f.LoadFiles(knowledgeFiles(c))
	}
	if err != nil {
		return nil, nil, err
	}
	s.SealAudit(c.SecretsKey)
	f := newFlow(c, s, log)
	return f, func() { _ = s.Close() }, f.LoadKnowledge(ctx)
}

func openStore(ctx context.Context, c Config) (*store.Store, error) {
	if c.MongoURI != "" {
		return store.OpenMongo(ctx, c.MongoURI, c.MongoDatabase)
	}
	return store.OpenEmbedded(c.DataDir)
}

// newFlow wires the path of the work over a store; without one it can answer
// from its knowledge only.
func newFlow(c Config, s *store.Store, log *slog.Logger) *flow.Flow {
	units := routing.DefaultRegistry()
	f := &flow.Flow{
		Store: s, Units: units, Calendar: calendar.DefaultCalendar(),
		Base: knowledge.NewBase(knowledge.Options{UnitName: units.Name, Places: units.PlacesNamed, PublicURL: c.PublicURL}),
		OAID: c.OAID, PublicURL: c.PublicURL, Now: time.Now, Log: log,
	}
	if s != nil {
		f.Inbox = queue.New(s, "inbox", queue.Options{Workers: 16, Logger: log})
		f.Outbox = queue.New(s, "outbox", queue.Options{Workers: 16, Logger: log})
	}
	return f
}

// serve runs the server until ctx ends, then stops in reverse order: listener,
// workers (which finish what they hold), store.
func serve(ctx context.Context, c Config, log *slog.Logger, stdout io.Writer) error {
	s, err := openStore(ctx, c)
	if err != nil {
		return err
	}
	defer s.Close()
	f := newFlow(c, s, log)
	if c.SecretsKey == nil {
		if c.SecretsKey, err = demo.SecretsKey(c.DataDir); err != nil {
			return err
		}
	}
	s.SealAudit(c.SecretsKey)
	if f.Secrets, err = flow.NewSecrets(c.SecretsKey); err != nil {
		return err
	}
	if c.OpenAIEmbeddingModel != "" {
		f.Embeddings = &flow.Embeddings{Client: llm.New(llm.Config{
			BaseURL: c.OpenAIURL, Key: c.OpenAIKey, EmbeddingModel: c.OpenAIEmbeddingModel,
		})}
	}
	surface := web.Deps{Flow: f, Store: s, PublicURL: c.PublicURL, MiniAppFiles: miniapp.Files(), Log: log, Demo: c.Demo()}
	if err := prepare(ctx, c, f, stdout); err != nil {
		return err
	}
	if err := connectZalo(ctx, c, f, &surface); err != nil {
		return err
	}
	panel := admin.Deps{
		Flow: f, Store: s, Inbox: f.Inbox, Outbox: f.Outbox, Units: f.Units,
		Secure: strings.HasPrefix(c.PublicURL, "https://"), Demo: c.Demo(), Log: log,
	}
	if c.Demo() {
		panel.Accounts, panel.Password = demo.Accounts(), demo.Password
	}
	surface.MountAdmin = func(r fiber.Router) { admin.Mount(r, panel) }
	stopWorkers := f.Work(ctx)
	defer stopWorkers()
	return listen(ctx, c, web.New(surface), stdout)
}

// connectZalo gives the flow its Zalo: the real one, or in the demo a
// simulator of its own.
func connectZalo(ctx context.Context, c Config, f *flow.Flow, surface *web.Deps) error {
	zc := zalo.Config{
		AppID: c.AppID, AppSecret: c.AppSecret, OAID: c.OAID, MiniAppID: c.MiniAppID, MiniAppKey: c.MiniAppKey,
		OpenAPIURL: c.OpenAPIURL, OAuthURL: c.OAuthURL, GraphURL: c.GraphURL, BusinessURL: c.BusinessURL,
	}
	secrets, first := zalo.Secrets{AppID: c.AppID, OAID: c.OAID, OAKeys: c.OAKeys}, zalo.Token{RefreshToken: c.RefreshToken}
	if c.Demo() {
		examples := f.Base.Suggestions(knowledge.AudiencePublic, f.Now(), 3)
		sim := demo.StartSimulator(ctx, "http://"+reachable(c.Addr)+"/webhook/zalo", examples)
		zc, secrets, first = sim.Config, sim.Secrets, sim.Token
		surface.DevZalo, f.DemoPersona = sim.ChatPage, sim.Persona
	}
	tokens := flow.NewTokenStore(f.Store, f.Secrets, f.Now)
	if err := tokens.Begin(ctx, first, c.Demo()); err != nil {
		return err
	}
	f.Zalo, f.OAID = zalo.NewClient(zc, tokens), zc.OAID
	if zc.MiniAppID != "" {
		f.MiniAppLink = "https://zalo.me/s/" + zc.MiniAppID + "/"
	}
	if c.Demo() {
		f.MiniAppLink = c.PublicURL + "/miniapp/"
	}
	surface.Secrets = secrets
	surface.MiniAppKey, surface.MiniAppID, surface.OAID = zc.MiniAppKey, zc.MiniAppID, zc.OAID
	return nil
}

// prepare makes a first start usable: statements, officers, index; and
// finishes what a crash interrupted.
func prepare(ctx context.Context, c Config, f *flow.Flow, stdout io.Writer) error {
	if err := f.FirstStatements(ctx, knowledgeFiles(c)); err != nil {
		return err
	}
	if c.Demo() {
		if err := errors.Join(demo.Officers(ctx, f), demo.Reporters(ctx, f)); err != nil {
			return err
		}
	} else if err := f.FirstAdministrator(ctx, c.AdminEmail, c.AdminPassword, stdout); err != nil {
		return err
	}
	if err := f.LoadKnowledge(ctx); err != nil {
		return err
	}
	return errors.Join(f.ResumeAnswers(ctx), f.ResumeFates(ctx))
}

// knowledgeFiles are the statements of a first start; nil when there are none.
func knowledgeFiles(c Config) fs.FS {
	switch {
	case c.KnowledgeDir != "":
		return os.DirFS(c.KnowledgeDir)
	case c.Demo():
		return knowledge.SampleStatements()
	}
	return nil
}

// stopWithin is how long requests under way may take when the server stops.
const stopWithin = 10 * time.Second

// listen serves until ctx ends; it says where once the address is open.
func listen(ctx context.Context, c Config, app *fiber.App, stdout io.Writer) error {
	l, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	demo.Announce(stdout, c.PublicURL, c.Demo())
	failed := make(chan error, 1)
	go func() { failed <- app.Listener(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return app.ShutdownWithTimeout(stopWithin)
	}
}
