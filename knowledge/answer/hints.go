package answer

import (
	"slices"
	"strings"
	"sync"

	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// A hint is a question that people would ask of a statement, which its unit ticked. It helps
// to find the statement and says how likely that answers; it is never quoted, and what
// speaks against an answer speaks against it in spite of all hints.

// A hint that was read.
type hint struct {
	text  string
	asks  questionWords
	words wordSet  // all of it
	own   []string // what it is about and the title does not say
	kinds kindSet
	aim   aim
	piece wordSet // of the sentence or row of the statement that it is about
	tells kindSet // and what that offers
}

// hinted is the hints of a statement, read, and what they stand on.
type hinted struct {
	of     statement.Statement
	around wordSet // words of title, topics, places and unit
	hints  []hint
}

// hintShelf keeps the hints that were read last: reading them takes longer than a search.
type hintShelf struct {
	mu   sync.Mutex
	held map[string]*hinted
}

// shelfSize bounds the statements whose hints are kept read.
const shelfSize = 512

// read is the hints of s.
func (h *hintShelf) read(x *search.Index, s statement.Statement, unit string) *hinted {
	h.mu.Lock()
	defer h.mu.Unlock()
	if held := h.held[s.Code]; held != nil && sameHints(held.of, s) {
		return held
	}
	if len(h.held) >= shelfSize || h.held == nil {
		h.held = map[string]*hinted{}
	}
	all := readHints(x, s, unit)
	h.held[s.Code] = all
	return all
}

// sameHints reports whether the hints of a are read as those of b.
func sameHints(a, b statement.Statement) bool {
	return slices.Equal(a.Hints, b.Hints) && a.Body == b.Body && sameWords(a, b) && slices.Equal(a.Topics, b.Topics)
}

func readHints(x *search.Index, s statement.Statement, unit string) *hinted {
	title := keysOf(x, s.Title)
	around := strings.Join(slices.Concat([]string{s.Title, unit}, s.Topics, s.Places), "\n")
	all := &hinted{of: s, around: keysOf(x, around)}
	pieces := readable(s.Body)
	held := make([]wordSet, len(pieces))
	for i, p := range pieces {
		held[i] = keysOf(x, p)
	}
	for _, text := range s.Hints {
		h := readHint(x, text, title)
		if at := mostShared(h.own, held); at >= 0 {
			h.piece, h.tells = held[at], offers(pieces[at], x.Words(pieces[at]))
		}
		all.hints = append(all.hints, h)
	}
	return all
}

func readHint(x *search.Index, text string, title wordSet) hint {
	read := x.Read(text)
	h := hint{text: text, asks: wordsOf(x, text), words: wordSet{}, aim: aimOf(read.Words()), kinds: wishOf(read, meaningsOf(x, read)).kinds}
	for _, a := range read.Asked() {
		h.words[a.Key] = true
		if ordinary(a) && !title[a.Key] {
			h.own = append(h.own, a.Key)
		}
	}
	return h
}

// mostShared is the first of some sets that holds most of keys, -1 where none holds any.
func mostShared(keys []string, sets []wordSet) int {
	best, most := -1, 0
	for i, set := range sets {
		n := 0
		for _, key := range keys {
			if set[key] {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

func keysOf(x *search.Index, text string) wordSet {
	set := wordSet{}
	for _, w := range x.Words(text) {
		set[w.Key] = true
	}
	return set
}

// A likeness says how like a question is to the hints of a statement.
type likeness struct {
	hint      string  // the nearest
	same      bool    // the question asks the same as one of them
	inHint    float64 // share of the question, by weight, that the nearest hint has
	precision float64 // share of the words of that hint that the question has
	inPiece   float64 // share that the hint or its sentence has
	inAll     float64 // or title, topics, places, unit
	missing   int     // words that none of them has
	told      int     // 1: the sentence offers what is asked for, -1: it does not
	kinds     int     // 1: the hint asks for the same kind of thing, -1: for another
	aim       aim
	ofAim     int     // hints with that aim
	aimPiece  float64 // inPiece of the best of those
	aimHint   float64 // inHint of the best of those
}

func (l likeness) near() float64 {
	return 2*l.inHint + l.precision + l.inPiece + l.inAll + float64(l.kinds)/2
}

// A compared is a question made ready to be compared with hints.
type compared struct {
	asked    []search.Asked
	meanings map[string]search.Meaning
	kinds    kindSet
	aim      aim
	words    int
	weight   float64 // of its ordinary words
	asks     questionWords
}

func comparing(x *search.Index, text string, q *search.Query) compared {
	c := compared{asks: wordsOf(x, text), asked: q.Asked(), meanings: meaningsOf(x, q), aim: aimOf(q.Words()), words: len(q.Path())}
	c.kinds = wishOf(q, c.meanings).kinds
	for _, a := range c.asked {
		if ordinary(a) {
			c.weight += a.Weight
		}
	}
	return c
}

// in is which words of the question stand in a set.
func (c compared) in(set wordSet) uint64 {
	var found uint64
	for key := range set {
		if m, ok := c.meanings[key]; ok {
			found |= 1 << m.Word
		}
	}
	return found
}

// share is how much of what the question is about is among some of its words.
func (c compared) share(words uint64) float64 {
	some := 0.0
	for i, a := range c.asked {
		if ordinary(a) && words&(1<<i) != 0 {
			some += a.Weight
		}
	}
	return some / max(c.weight, 1e-9)
}

// with compares the question with the hints of a statement.
func (c compared) with(all *hinted) likeness {
	best := likeness{aim: c.aim}
	around, first := c.in(all.around), true
	for _, h := range all.hints {
		l := c.one(h, around)
		best.same = best.same || c.asks.same(h.asks)
		if h.aim == c.aim {
			best.ofAim++
			best.aimPiece, best.aimHint = max(best.aimPiece, l.inPiece), max(best.aimHint, l.inHint)
		}
		if first || l.near() > best.near() {
			l.aim, l.ofAim, l.aimPiece, l.aimHint, l.same = best.aim, best.ofAim, best.aimPiece, best.aimHint, best.same
			best, first = l, false
		}
	}
	return best
}

func (c compared) one(h hint, around uint64) likeness {
	inHint := c.in(h.words)
	inPiece := inHint | c.in(h.piece)
	inAll := inPiece | around
	l := likeness{hint: h.text, inHint: c.share(inHint), inPiece: c.share(inPiece), inAll: c.share(inAll)}
	hit := 0
	for _, key := range h.own {
		if _, ok := c.meanings[key]; ok {
			hit++
		}
	}
	l.precision = float64(hit) / float64(max(len(h.own), 1))
	for i, a := range c.asked {
		if ordinary(a) && inAll&(1<<i) == 0 && !measuring[a.Key] && !slight[a.Key] && !light[a.Key] {
			l.missing++
		}
	}
	l.told, l.kinds = agreement(c.kinds, h.tells), agreement(c.kinds, h.kinds)
	return l
}

// agreement is 1 where what is wanted is among what is had, -1 where it is not, 0 where
// one of them is nothing.
func agreement(wanted, had kindSet) int {
	switch {
	case wanted == 0 || had == 0:
		return 0
	case wanted&had != 0:
		return 1
	}
	return -1
}
