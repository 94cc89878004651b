package edge

import (
	"context"
	"errors"

	"phatngon/internal/desk"
)

// Kind is what an error means to the person who caused it. Each face has its
// own words for it, for its own readers.
type Kind int

// Broken is everything that is nobody's to know: it is logged, and told as a
// fixed sentence.
const (
	Broken    Kind = iota
	Invalid        // something typed is wrong: *desk.InvalidError says what
	Ruled          // a rule of the office is against it: *desk.RuleError says which
	Forbidden      // not for this person
	Missing        // there is no such thing
	Conflict       // somebody else was faster
	Late           // it took too long
)

// KindOf is the only mapping from errors of the desk to what they mean.
func KindOf(err error) Kind {
	var invalid *desk.InvalidError
	var rule *desk.RuleError
	switch {
	case errors.As(err, &invalid):
		return Invalid
	case errors.As(err, &rule):
		return Ruled
	case errors.Is(err, desk.ErrForbidden):
		return Forbidden
	case errors.Is(err, desk.ErrNotFound):
		return Missing
	case errors.Is(err, desk.ErrConflict):
		return Conflict
	case errors.Is(err, context.DeadlineExceeded):
		return Late
	}
	return Broken
}

// Status is the HTTP status that says so.
func (k Kind) Status() int {
	switch k {
	case Invalid:
		return 422
	case Ruled, Forbidden:
		return 403
	case Missing:
		return 404
	case Conflict:
		return 409
	case Late:
		return 503
	}
	return 500
}

// TextOf is the sentence that an error of the desk brings for people, "" when
// it brings none.
func TextOf(err error) string {
	var invalid *desk.InvalidError
	var rule *desk.RuleError
	switch {
	case errors.As(err, &invalid):
		return invalid.Text
	case errors.As(err, &rule):
		return rule.Text
	}
	return ""
}
