// Package slots says whether a quote answers a question: whether what the
// question names is what the quote is about, and whether what it asks for
// stands there. It is pure, knows nothing of ranking and nothing of how sure
// the search is, and it is silent where it is not sure itself.
package slots

import (
	"time"

	"phatngon/knowledge/search"
)

// Question is what a person asked, and how it was understood.
type Question struct {
	Text  string
	Heard []search.Heard // word by word; none when it is too long
	Now   time.Time
	// Means maps the words of texts, by key, to the words of the question that
	// they may stand for, without those of asking.
	Means map[string]string
	// Places lists the codes of the communes that a text names; nil knows none.
	Places func(text string) []string
}

// Source is a statement and what is quoted of it.
type Source struct {
	Quotes   []string
	Title    string
	Body     string
	Unit     string   // the unit's name
	Also     []string // what else it is found by: topics, places, questions
	Places   []string // codes of the communes it names
	IssuedAt time.Time
}

// Ruling is what was found.
type Ruling string

// CannotTell is no reason to doubt. Corrects says that the quote denies what the
// question heard said. That a quote surely answers is never said: where the value
// asked for stands in a sentence about it, it is right no more often than elsewhere.
const (
	CannotTell Ruling = ""
	Disagrees  Ruling = "disagrees"
	Corrects   Ruling = "corrects"
)

// Reason is what a quote that disagrees lacks.
type Reason string

// The reasons to disagree.
const (
	OtherPlace  Reason = "place"  // it is about elsewhere
	OtherTime   Reason = "time"   // it is about another day, month or year
	OtherNumber Reason = "number" // it is about another one of a row
	OtherNoun   Reason = "noun"   // what it tells belongs to something else
	NoName      Reason = "name"   // it names nobody
	NoValue     Reason = "value"  // it has no such number, date or sum
)

// Verdict is a ruling and, of a quote that disagrees, why and by which words of
// the question.
type Verdict struct {
	Ruling Ruling
	Reason Reason
	Words  string
}

// rules are asked in this order; the first that is sure decides.
var rules = []func(*judge) Verdict{
	placeRule, routeRule, timeRule, numberRule, nameRule, moneyRule, workRule, valueRule, premiseRule,
}

// Judge says whether what is quoted of s answers q.
func Judge(q Question, s Source) Verdict {
	j := newJudge(q, s)
	for _, rule := range rules {
		if v := rule(j); v.Ruling != CannotTell {
			return v
		}
	}
	return Verdict{}
}
