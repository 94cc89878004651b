package cases

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/same/text"
	"phatngon/knowledge/statement"
)

// Passage is a span of a statement in force that a conclusion may quote.
type Passage struct {
	Statement  statement.Statement
	Start, End int
}

// Text is the span, byte for byte.
func (p Passage) Text() string { return p.Statement.Body[p.Start:p.End] }

// Ref names the span, as Passage reads it.
func (p Passage) Ref() string {
	return fmt.Sprintf("%s@%d:%d-%d", p.Statement.Code, p.Statement.Version, p.Start, p.End)
}

// How much is offered for some words.
const (
	offeredStatements = 5
	offeredOfEach     = 3
)

// Passages are what statements in force say about these words, the best statement first.
func (q *Cases) Passages(words string) []Passage {
	var all []Passage
	for _, code := range q.Find(words, offeredStatements) {
		if s, ok := q.InForce(code); ok {
			all = append(all, nearest(s, words)...)
		}
	}
	return all
}

// nearest are the paragraphs of a statement that have most words in common with these.
func nearest(s statement.Statement, words string) []Passage {
	all := paragraphs(s)
	shared := map[int]int{}
	for _, p := range all {
		spans, _ := text.Shared(p.Text(), words)
		for _, span := range spans {
			shared[p.Start] += span.End - span.Start
		}
	}
	slices.SortStableFunc(all, func(a, b Passage) int { return cmp.Compare(shared[b.Start], shared[a.Start]) })
	return all[:min(len(all), offeredOfEach)]
}

// paragraphs are the stretches between the empty lines of a statement.
func paragraphs(s statement.Statement) []Passage {
	var all []Passage
	at := 0
	for part := range strings.SplitSeq(s.Body, "\n\n") {
		if words := strings.TrimSpace(part); words != "" {
			start := at + strings.Index(part, words)
			all = append(all, Passage{s, start, start + len(words)})
		}
		at += len(part) + len("\n\n")
	}
	return all
}

// Passage is the span with this name, while the statement is as it was when it was named.
func (q *Cases) Passage(ref string) (Passage, error) {
	var version int64
	var p Passage
	code, at, _ := strings.Cut(ref, "@")
	if n, err := fmt.Sscanf(at, "%d:%d-%d", &version, &p.Start, &p.End); err != nil || n != 3 {
		return p, errUnquotable
	}
	s, ok := q.InForce(code)
	whole := func(o Passage) bool { return o.Start == p.Start && o.End == p.End }
	if !ok || s.Version != version || !slices.ContainsFunc(paragraphs(s), whole) {
		return p, errUnquotable
	}
	p.Statement = s
	return p, nil
}

var errUnquotable = &desk.InvalidError{Field: "quotes", Text: "Một đoạn trích không còn trong phát ngôn đang có hiệu lực. Vui lòng tìm và chọn lại."}

// Quoted is the passage that a quote was picked from; false when it is in force no more.
func (q *Cases) Quoted(k cases.Quote) (Passage, bool) {
	s, ok := q.InForce(k.Statement)
	if !ok {
		return Passage{}, false
	}
	start := strings.Index(s.Body, k.Text)
	return Passage{s, start, start + len(k.Text)}, start >= 0 && k.Text != ""
}

// proven says whether every quote stands in a statement in force.
func (q *Cases) proven(quotes []cases.Quote) error {
	for _, k := range quotes {
		if _, ok := q.Quoted(k); !ok {
			return errUnquotable
		}
	}
	return nil
}
