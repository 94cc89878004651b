package command

import (
	"context"
	"errors"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/store"
)

// Officer turns the second factor of an account off and ends its sessions, entered in the
// audit chain as done by the program: the way back for an only administrator.
func Officer(ctx context.Context, open Open, args []string, out Output) error {
	if len(args) != 2 || args[0] != "reset-second" {
		return ErrUsage
	}
	f, done, err := open(ctx)
	if errors.Is(err, store.ErrInUse) {
		return fmt.Errorf("%w: stop the server, run this again, start it", err)
	}
	if err != nil {
		return err
	}
	defer done()
	err = f.Access.ResetSecondByHost(ctx, args[1])
	var rule *desk.RuleError
	switch {
	case errors.Is(err, desk.ErrNotFound):
		return errors.New("no account has this e-mail address")
	case errors.As(err, &rule):
		return errors.New("the second factor of this account is not on")
	case err != nil:
		return err
	}
	fmt.Fprintln(out.Stdout, "second factor off, sessions ended; the officer signs in with the password and turns it on anew")
	return nil
}
