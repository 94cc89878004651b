// Package desk holds what the office's rules share: the ways of refusing and the
// audit chain. The rules stand by subject in the folders below it. All of them are
// pure: no I/O, no clock, no randomness; times and ids come from the caller.
package desk

import "errors"

// The vocabulary of refusals. store translates its engines' errors into these;
// web and admin hold the only tables from them to HTTP.
var (
	ErrNotFound  = errors.New("not found")
	ErrConflict  = errors.New("changed by someone else meanwhile") // version lost the race, or the key exists
	ErrForbidden = errors.New("not allowed")
)

// InvalidError says which field is wrong and, in Vietnamese, what to do.
type InvalidError struct {
	Field string
	Text  string
}

func (e *InvalidError) Error() string { return e.Field + ": " + e.Text }

// RuleError is a rule that forbids a step in this state; Text is Vietnamese,
// for the person who tried.
type RuleError struct{ Text string }

func (e *RuleError) Error() string { return e.Text }

// Is makes every RuleError an ErrForbidden.
func (e *RuleError) Is(target error) bool { return target == ErrForbidden }
