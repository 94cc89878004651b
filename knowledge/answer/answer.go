// Package answer decides what is said to a question: it finds statements, quotes
// their own words, and checks whether these answer. It does no I/O and keeps no
// clock; callers give it statements and the time. Nothing leaves it as an answer
// that is not a verbatim span of a statement valid at that time for that audience.
package answer

import (
	"slices"
	"time"

	"phatngon/knowledge/answer/corpus"
	"phatngon/knowledge/answer/hinting"
)

// Base answers from what may be said now. It is safe for concurrent use; readers
// never wait for a rebuild.
type Base struct {
	*corpus.Base
	hints hinting.Shelf
}

// NewBase returns an empty Base.
func NewBase(o Options) *Base { return &Base{Base: corpus.New(o)} }

// Outcome is what a question came to.
type Outcome string

// Answered and Partial carry quotes that answer. Related carries one of the nearest text,
// which may not answer: that is for the person to say. Clarify carries candidate titles
// only; Refused carries nothing said.
const (
	Answered Outcome = "answered"
	Partial  Outcome = "partial"
	Related  Outcome = "related"
	Clarify  Outcome = "clarify"
	Refused  Outcome = "refused"
)

// Asserts reports that what is quoted is said to answer, all of the question or part of it.
func (o Outcome) Asserts() bool { return o == Answered || o == Partial }

// Quote is a span of a statement, byte for byte:
// statement.Body[Start:End] == Quote. What is shown of it is Text, or HTML on a
// page: the same words without the marks of Markdown.
type Quote struct {
	Statement    string    `json:"statement" bson:"statement"`
	Version      int64     `json:"version" bson:"version"`
	Quote        string    `json:"quote" bson:"quote"`
	Unit         string    `json:"unit" bson:"unit"` // the unit's name
	Spokesperson string    `json:"spokesperson" bson:"spokesperson"`
	Position     string    `json:"position" bson:"position"`
	IssuedAt     time.Time `json:"issued_at" bson:"issued_at"`
	URL          string    `json:"url" bson:"url"`

	Title      string `json:"-" bson:"title"`
	Text       string `json:"-" bson:"text"`
	HTML       string `json:"-" bson:"-"`
	Start      int    `json:"-" bson:"start"`
	End        int    `json:"-" bson:"end"`
	Historical bool   `json:"-" bson:"historical"` // expired or superseded: show with its banner
	Year       int    `json:"-" bson:"year"`
}

// Candidate is a statement that may be meant; only its title is shown, with the unit and
// the year where the candidates differ in them.
type Candidate struct {
	Statement string `json:"statement" bson:"statement"`
	Title     string `json:"title" bson:"title"`
	Unit      string `json:"unit,omitempty" bson:"unit,omitempty"` // its name
	Year      string `json:"year,omitempty" bson:"year,omitempty"`
}

// Covered is one of several things asked, as it was typed, and the statement that answers it.
type Covered struct{ Statement, Text string }

// Answer is quotes and composed words, with what it rests on. The same
// question on the same knowledge gives the same Answer, byte for byte.
type Answer struct {
	ID            string      `json:"id" bson:"_id"`
	Status        Outcome     `json:"status" bson:"status"`
	Text          string      `json:"text" bson:"text"`
	Quotes        []Quote     `json:"quotes" bson:"quotes"`
	Uncovered     []string    `json:"uncovered" bson:"uncovered"`
	Confidence    float64     `json:"confidence" bson:"confidence"` // probability that the answer is right
	SuggestedUnit string      `json:"suggested_unit" bson:"suggested_unit"`
	Candidates    []Candidate `json:"-" bson:"candidates,omitempty"`
	Covered       []Covered   `json:"-" bson:"-"`                  // of several things asked: which statement answers which
	Notes         []string    `json:"-" bson:"notes,omitempty"`    // e.g. a body's new name, told once
	Corrects      bool        `json:"-" bson:"corrects,omitempty"` // what is quoted denies what the question heard
}

// Statements are the codes of the statements quoted, each once.
func (a Answer) Statements() []string {
	var codes []string
	for _, q := range a.Quotes {
		if !slices.Contains(codes, q.Statement) {
			codes = append(codes, q.Statement)
		}
	}
	return codes
}
