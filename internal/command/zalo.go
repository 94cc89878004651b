package command

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"phatngon/internal/flow/access"
	"phatngon/internal/store"
)

// Zalo replaces the OA's refresh token by the one on the standard input, where it
// shows in no list of processes and no history.
func Zalo(ctx context.Context, open Open, in io.Reader, args []string, out Output) error {
	if len(args) != 1 || args[0] != "token" {
		return ErrUsage
	}
	line, err := bufio.NewReader(in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read the token: %w", err)
	}
	f, done, err := open(ctx)
	if errors.Is(err, store.ErrInUse) {
		return fmt.Errorf("%w: stop the server, run this again, start it; what waits to be sent stays and goes out then", err)
	}
	if err != nil {
		return err
	}
	defer done()
	if f.Secrets.Empty() {
		return errors.New("the demo has no token of Zalo's: set SECRETS_KEY and the ZALO_ variables as for the server")
	}
	if err := access.NewTokenStore(f.Store, f.Secrets, f.Now).Replace(ctx, line); err != nil {
		return err
	}
	fmt.Fprintln(out.Stdout, "refresh token stored; the server takes it up at its next call, and /readyz says whether Zalo does too")
	return nil
}
