// Command phatngon is the official voice of a province on Zalo: a webhook
// backend, a knowledge base of official statements, an admin panel and a Mini
// App. See README.md.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/admin"
	"phatngon/internal/backup"
	"phatngon/internal/command"
	"phatngon/internal/demo"
	"phatngon/internal/flow"
	"phatngon/internal/web"
	"phatngon/knowledge/tools/eval"
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
	case errors.Is(err, command.ErrMongoDump):
		fmt.Fprintln(os.Stderr, "phatngon:", err)
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
		return command.Run(ctx, args, command.Doors{Write: configured(open), Read: configured(openForReading), In: os.Stdin,
			Meaning: func() (*eval.Embedder, error) { return meaning(ctx, getenv) },
			Source:  func() (backup.Source, error) { return backupSource(getenv) }}, out)
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

// serve runs the server until ctx ends, then stops in reverse order: listener,
// workers (which finish what they hold), store.
func serve(ctx context.Context, c Config, log *slog.Logger, stdout io.Writer) error {
	s, err := openStore(ctx, c)
	if err != nil {
		return err
	}
	defer s.Close()
	for _, warning := range c.warnings() {
		log.Warn("configuration", "warning", warning)
	}
	if c.SecretsKey == nil {
		if c.SecretsKey, err = demo.SecretsKey(c.DataDir); err != nil {
			return err
		}
	}
	f, err := newFlow(ctx, c, s, log)
	if err != nil {
		return err
	}
	surface := web.Deps{Flow: f, Store: s, PublicURL: c.PublicURL, MiniAppFiles: miniapp.Files(), Log: log, Demo: c.Demo(), MetricsToken: c.MetricsToken}
	if err := prepare(ctx, c, f, stdout); err != nil {
		return err
	}
	if err := connectZalo(ctx, c, f, &surface); err != nil {
		return err
	}
	panel := admin.Deps{
		Flow: f, Store: s, Inbox: f.Inbox, Outbox: f.Outbox, Units: f.Units,
		Secure: strings.HasPrefix(c.PublicURL, "https://"), Demo: c.Demo(), Log: log,
		Policies: f.Rules.Versions, SavePolicy: f.Rules.Save,
	}
	if c.Demo() {
		panel.Accounts, panel.Password = demo.Accounts(), demo.Password
	}
	surface.SignedIn = panel.SignedIn
	surface.MountAdmin = func(r fiber.Router) { admin.Mount(r, panel) }
	stopWorkers := f.Work(ctx)
	defer stopWorkers()
	return listen(ctx, c, web.New(surface), stdout)
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
