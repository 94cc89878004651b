package policy

import (
	"cmp"
	"slices"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

// Set is one coherent set of data in force at an instant. It is read-only.
type Set struct {
	Calendar *calendar.Calendar
	Units    *routing.Registry
	Numbers  map[Kind]int // of the versions it is made of
	rules    ruleTable
	grounds  groundTable
	cases    caseTable
	press    PressTerms
	kinds    kindTable

	handOvers HandOvers
	lines     Lines
	retention retentionTable
	rights    rightTable
	reminders Reminders
	signIn    SignIn
	sentences Sentences
	contact   Contact
}

// Rules are the deadlines in force, in the order of the table.
func (s Set) Rules() []calendar.Rule { return slices.Clone(s.rules.rules) }

// Rule returns the deadline of that code.
func (s Set) Rule(code string) (calendar.Rule, bool) { return s.rules.find(code) }

// RuleFor is the deadline that a new request of such a requester runs under.
func (s Set) RuleFor(kind people.RequesterKind) calendar.Rule {
	r, _ := s.Rule(s.rules.starts[LawFor(kind)]) // parseRules saw that it is there
	return r
}

// Grounds are the only reasons for which a request of such a requester may be refused.
func (s Set) Grounds(kind people.RequesterKind) []Ground {
	return slices.Clone(s.grounds[LawFor(kind)])
}

// Ground is a ground by its code; of one that is no more, only that.
func (s Set) Ground(kind people.RequesterKind, code string) Ground {
	for _, g := range s.Grounds(kind) {
		if g.Code == code {
			return g
		}
	}
	return Ground{Code: code, Text: code}
}

// Start begins a clock of a rule of this set.
func (s Set) Start(r calendar.Rule, at time.Time) calendar.Clock {
	return s.stamp(s.Calendar.Start(r, at))
}

// Pause, Resume and Extend are those of calendar.Calendar under this set's
// calendar; the term stays the one the clock began with.
func (s Set) Pause(k calendar.Clock, at time.Time, reason string) (calendar.Clock, error) {
	next, err := s.Calendar.Pause(s.whole(k), at, reason)
	return s.done(k, next, err)
}

// Resume: see Pause.
func (s Set) Resume(k calendar.Clock, at time.Time) (calendar.Clock, error) {
	next, err := s.Calendar.Resume(s.whole(k), at)
	return s.done(k, next, err)
}

// Extend: see Pause.
func (s Set) Extend(k calendar.Clock, amount int, at time.Time, reason string) (calendar.Clock, error) {
	next, err := s.Calendar.Extend(s.whole(k), amount, at, reason)
	return s.done(k, next, err)
}

// Recompute is a clock under the rule and the calendar of this set, with the
// pauses and the extension it has had. A rule that is no more leaves the term as
// it was. Book.For names the set for an open clock.
func (s Set) Recompute(k calendar.Clock) calendar.Clock {
	r, known := s.Rule(k.Rule)
	if known {
		k = k.Under(r)
	}
	if k.Measure == "" {
		return k // neither the clock nor the set knows the term
	}
	next := s.stamp(s.Calendar.Recompute(k))
	if !known {
		next.Policy.Rules = k.Policy.Rules
	}
	return next
}

// whole gives a clock that was stored without its term the one of its rule.
func (s Set) whole(k calendar.Clock) calendar.Clock {
	if r, ok := s.Rule(k.Rule); ok && k.Measure == "" {
		return k.Under(r)
	}
	return k
}

// done keeps the clock as it was when a step is refused, and the number of the
// rules that its term is of.
func (s Set) done(before, next calendar.Clock, err error) (calendar.Clock, error) {
	if err != nil {
		return before, err
	}
	next = s.stamp(next)
	next.Policy.Rules = cmp.Or(before.Policy.Rules, next.Policy.Rules)
	return next, nil
}

func (s Set) stamp(k calendar.Clock) calendar.Clock {
	k.Policy = calendar.Numbers{Rules: s.Numbers[KindRules], Calendar: s.Numbers[KindHolidays]}
	return k
}
