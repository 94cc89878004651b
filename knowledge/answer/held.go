package answer

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/statement"
	"phatngon/knowledge/verify"
)

// Fate is what became of a statement that was made public.
type Fate string

// Only what is InForce says what holds now.
const (
	InForce    Fate = "in_force"
	Expired    Fate = "expired"
	Superseded Fate = "superseded"
	Withdrawn  Fate = "withdrawn"
)

// Held is a statement that this reader may know was made, whatever became of it since. The
// words of a withdrawn one are for comparing only: they are never quoted.
type Held struct {
	statement.Statement
	Fate Fate
}

// held is s for a reader; false of what was never made public to them.
func (snap *snapshot) held(s statement.Statement, a statement.Audience, now time.Time) (Held, bool) {
	withdrawn := s.Status == statement.StatusWithdrawn
	then := now
	if withdrawn {
		s.Status = statement.StatusPublished // was it to be seen before it was withdrawn?
		if !s.UpdatedAt.IsZero() && s.UpdatedAt.Before(now) {
			then = s.UpdatedAt
		}
	}
	at := snap.standing(s, a, then)
	fate := Superseded
	switch {
	case at == hidden:
		return Held{}, false
	case withdrawn:
		s.Status, fate = statement.StatusWithdrawn, Withdrawn
	case at == current:
		fate = InForce
	case s.Status != statement.StatusSuperseded && !snap.replaced(s.Code, now):
		fate = Expired
	}
	return Held{s, fate}, true
}

// Held is the statement with that code, if this reader may know that it was made.
func (b *known) Held(code string, a statement.Audience, now time.Time) (Held, bool) {
	snap := b.snapshot()
	s, ok := snap.all[code]
	if !ok {
		return Held{}, false
	}
	return snap.held(s, a, now)
}

// WithNumber lists the statements whose document has that number, what is in force first,
// then the newest. key is of statement.NumberKey.
func (b *known) WithNumber(key string, a statement.Audience, now time.Time) []Held {
	snap := b.snapshot()
	return snap.heldOf(snap.numbers()[key], a, now)
}

// From lists the statements that were taken from an address, by what sameAddress says.
func (b *known) From(same func(address string) bool, a statement.Audience, now time.Time) []Held {
	snap := b.snapshot()
	var codes []string
	for code, s := range snap.all {
		if s.SourceURL != "" && same(s.SourceURL) {
			codes = append(codes, code)
		}
	}
	return snap.heldOf(codes, a, now)
}

func (snap *snapshot) heldOf(codes []string, a statement.Audience, now time.Time) []Held {
	var all []Held
	for _, code := range codes {
		if h, ok := snap.held(snap.all[code], a, now); ok {
			all = append(all, h)
		}
	}
	slices.SortFunc(all, func(x, y Held) int {
		return cmp.Or(cmp.Compare(btoi(y.Fate == InForce), btoi(x.Fate == InForce)), newestFirst(x.Statement, y.Statement))
	})
	return all
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// numbersOf are the statements by the number of their document, read when first needed.
func numbersOf(all map[string]statement.Statement) func() map[string][]string {
	return sync.OnceValue(func() map[string][]string {
		by := map[string][]string{}
		for _, code := range slices.Sorted(maps.Keys(all)) {
			if no := all[code].DocumentNo; no != "" {
				key := statement.NumberKey(no)
				by[key] = append(by[key], code)
			}
		}
		return by
	})
}

// How much of a pasted text is searched for, and among how many withdrawn statements.
const (
	piecesSearched    = 6
	wordsOfPiece      = 24
	foundOfPiece      = 4
	withdrawnCompared = 100
)

// Alike lists statements that a pasted text may be from, in force or not, withdrawn ones
// last: what shares words with pieces of it, in no order of likeness.
func (b *known) Alike(text string, a statement.Audience, now time.Time) []Held {
	snap := b.snapshot()
	allow := func(doc int) bool { return snap.standing(snap.at(doc), a, now) != hidden }
	var codes []string
	for _, piece := range stretches(text) {
		matches := snap.index.Search(snap.index.Read(piece), allow).Matches
		for _, m := range matches[:min(len(matches), foundOfPiece)] {
			if code := snap.docs[m.Doc]; !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	return append(snap.heldOf(codes, a, now), snap.withdrawn(a, now)...)
}

func (snap *snapshot) withdrawn(a statement.Audience, now time.Time) []Held {
	var codes []string
	for code, s := range snap.all {
		if s.Status == statement.StatusWithdrawn {
			codes = append(codes, code)
		}
	}
	all := snap.heldOf(codes, a, now)
	return all[:min(len(all), withdrawnCompared)]
}

// stretches are pieces of a text that are spread over it.
func stretches(text string) []string {
	tokens := lang.Tokens(text)
	n := min((len(tokens)+wordsOfPiece-1)/wordsOfPiece, piecesSearched)
	var all []string
	for i := range n {
		first := 0
		if n > 1 {
			first = i * (len(tokens) - wordsOfPiece) / (n - 1)
		}
		last := min(first+wordsOfPiece, len(tokens)) - 1
		all = append(all, text[tokens[first].Start:tokens[last].End])
	}
	return all
}

// Mentioning is where the number of a document stands in statements that are searched for it.
func (b *known) Mentioning(key string, a statement.Audience, now time.Time) (h Held, at verify.Span, ok bool) {
	snap := b.snapshot()
	allow := func(doc int) bool { return snap.standing(snap.at(doc), a, now) != hidden }
	for _, m := range snap.index.Search(snap.index.Read(strings.ReplaceAll(key, "-", " ")), allow).Matches {
		s := snap.at(m.Doc)
		for _, part := range Parts(s.Body) {
			if slices.Contains(statement.FindNumbers(s.Body[part.Start:part.End]), key) {
				h, ok = snap.held(s, a, now)
				return h, part, ok
			}
		}
	}
	return Held{}, verify.Span{}, false
}
