package command

import (
	"context"
	"flag"
	"fmt"
	"net"
	"net/http"
	"time"

	"phatngon/internal/zalo/zalotest"
)

// Simulate runs the Zalo simulator alone: Zalo's hosts and the chat page on one
// address, with the variables that make a server use it.
func Simulate(ctx context.Context, args []string, out Output) error {
	fs := flag.NewFlagSet("zalo-sim", flag.ContinueOnError)
	addr := fs.String("addr", "127.0.0.1:9090", "listen address")
	webhook := fs.String("webhook", "http://127.0.0.1:8080/webhook/zalo", "where events are sent")
	if err := parse(fs, args, out); err != nil {
		return err
	}
	if fs.NArg() > 0 {
		return ErrUsage
	}
	l, err := net.Listen("tcp", *addr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	sim := zalotest.New(zalotest.Options{Webhook: *webhook})
	defer sim.Close()
	url := "http://" + l.Addr().String()
	announceSimulator(out, url, sim)
	server := &http.Server{Handler: zalotest.Handler(sim), ReadHeaderTimeout: 5 * time.Second}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	if err := server.Serve(l); err != nil && ctx.Err() == nil {
		return err
	}
	return nil
}

// announceSimulator prints what a server must be told to use the simulator.
func announceSimulator(out Output, url string, sim *zalotest.Server) {
	c, keys := sim.ConfigAt(url), sim.Secrets().OAKeys
	fmt.Fprintf(out.Stdout, "Zalo simulator: chat at %s/\n\nexport ZALO_APP_ID=%s ZALO_APP_SECRET=%s ZALO_OA_ID=%s ZALO_OA_SECRET_KEY=%s\n",
		url, c.AppID, c.AppSecret, c.OAID, keys[0])
	fmt.Fprintf(out.Stdout, "export ZALO_OA_REFRESH_TOKEN=%s ZALO_MINIAPP_ID=%s ZALO_MINIAPP_KEY=%s\n", sim.Token().RefreshToken, c.MiniAppID, c.MiniAppKey)
	fmt.Fprintf(out.Stdout, "export ZALO_OPENAPI_URL=%[1]s ZALO_OAUTH_URL=%[1]s ZALO_GRAPH_URL=%[1]s ZALO_BUSINESS_URL=%[1]s\n", url)
	fmt.Fprintln(out.Stdout, "export SECRETS_KEY=$(openssl rand -base64 32)")
}
