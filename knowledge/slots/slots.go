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

// A Reason names what disagrees; "" is no objection.
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

// Judge says why a span answers another question, "" when nothing speaks against it.
func Judge(q Question, s Span) Reason {
	if q.Words == nil {
		q.Words = vietnamese.Keys(q.Text)
	}
	r := newReading(q, s)
	for _, rule := range rules {
		if rule.objects(r) {
			return rule.reason
		}
	}
	return ""
}
