// Package slots tells whether a quoted span answers a question: whether what
// the question names is the statement's own, and whether what it asks for
// stands in the span beside what it is asked of. It only ever objects; whether
// a span is about the right matter is the search's to say.
package slots

import (
	"time"

	vietnamese "phatngon/knowledge/text"
)

// A Question is what was asked.
type Question struct {
	Text   string
	Words  []string // its words as understood, by their keys; nil = as they stand
	Places []string // codes of the places that its Topic names
	Now    time.Time
}

// A Span is what would be quoted, with the statement it is of.
type Span struct {
	Text     string
	Title    string
	Body     string
	Scope    string   // what else the statement is known by: its unit's name, its number
	Places   []string // codes of the places that the statement names or is of
	IssuedAt time.Time
}

// A Verdict says whether a span answers, and if not, why.
type Verdict struct {
	Answer Answer
	Reason Reason
}

// An Answer is what came of comparing.
type Answer string

// Agrees: all that is asked for stands in the span. Disagrees: it answers
// something else. Unclear: neither can be told.
const (
	Agrees    Answer = "agrees"
	Disagrees Answer = "disagrees"
	Unclear   Answer = "cannot tell"
)

// A Reason names what disagrees.
type Reason string

// The reasons. The last ones are about what is asked for: it is missing, or it
// is there of something else.
const (
	OtherYear     Reason = "year"
	OtherDay      Reason = "day"
	OtherNumber   Reason = "number"
	OtherProvince Reason = "province"
	OtherPlace    Reason = "place"
	OtherName     Reason = "name"
	OtherRoute    Reason = "route"
	Missing       Reason = "missing"
	OtherAmount   Reason = "amount"
	OtherMatter   Reason = "matter"
)

// rules object for one reason each.
var rules = []struct {
	reason  Reason
	objects func(*reading) bool
}{
	{OtherYear, (*reading).otherYear},
	{OtherDay, (*reading).otherDay},
	{OtherNumber, (*reading).otherNumber},
	{OtherProvince, (*reading).otherProvince},
	{OtherPlace, (*reading).otherPlace},
	{OtherName, (*reading).otherName},
	{OtherRoute, (*reading).otherRoute},
	{Missing, (*reading).missing},
	{OtherAmount, (*reading).otherAmount},
	{OtherMatter, (*reading).otherMatter},
}

// Judge compares a question with a span.
func Judge(q Question, s Span) Verdict {
	if q.Words == nil {
		q.Words = vietnamese.Keys(q.Text)
	}
	r := newReading(q, s)
	for _, rule := range rules {
		if rule.objects(r) {
			return Verdict{Disagrees, rule.reason}
		}
	}
	if len(r.wanted) > 0 {
		return Verdict{Answer: Agrees}
	}
	return Verdict{Answer: Unclear}
}
