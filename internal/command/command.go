// Package command holds the commands of the program besides the server: each
// reads its arguments, works on an opened Flow and prints.
package command

import (
	"context"
	"errors"
	"flag"
	"io"

	"phatngon/internal/flow"
)

// ErrUsage asks the caller to print the usage.
var ErrUsage = errors.New("usage")

// Output is where a command prints: its result, and what it says meanwhile.
type Output struct{ Stdout, Stderr io.Writer }

// Open opens the store behind a Flow; done closes it.
type Open func(ctx context.Context) (f *flow.Flow, done func(), err error)

// parse reads the flags of a command; -h and mistakes end in the usage.
func parse(fs *flag.FlagSet, args []string, out Output) error {
	fs.SetOutput(out.Stderr)
	fs.Usage = func() {}
	if err := fs.Parse(args); err != nil {
		return ErrUsage
	}
	return nil
}
