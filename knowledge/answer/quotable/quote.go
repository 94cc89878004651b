// Package quotable takes a body apart into sentences, items and rows, and picks those that
// answer a question: what may be quoted, byte for byte.
package quotable

import (
	"slices"
	"strings"

	"phatngon/knowledge/answer/bearing"
	"phatngon/knowledge/search"
)

const (
	MaxQuotes      = 3
	MaxQuoteRunes  = 600  // except for a longer sentence, item or row
	maxPartBytes   = 2400 // of a sentence, item or row; nobody reads a longer one in a chat
	MaxAnswerRunes = 700  // of all quotes, where there is more than one
	WholeRunes     = 350  // a body so short is quoted whole
	nearestRunes   = 900  // a text that may not answer is quoted further: people judge it themselves
	blockRunes     = 320  // so is a paragraph, list or table

	nearShare      = 0.6  // a passage worth this share of the best may be the one meant
	freshShare     = 0.35 // so may one that adds this share to what is quoted
	neighbourShare = 0.4  // a sentence worth this share of the best stays beside it
)

// A Room is how much may be quoted.
type Room struct {
	Quotes, Runes int
	Whole         int // a body so short is quoted whole
}

// The room of an answer to one question, and of the nearest text.
var (
	OneAnswer   = Room{MaxQuotes, MaxAnswerRunes, WholeRunes}
	NearestText = Room{MaxQuotes, nearestRunes, MaxAnswerRunes}
)

// Spans is SpansIn the room of an answer to one question.
func Spans(body string, x *search.Index, q *search.Query) []Span {
	return SpansIn(OneAnswer, body, x, q)
}

// SpansIn picks the spans of body that answer q best, in their order: whole
// sentences, list items and table rows, with what they cannot be read without;
// as far as there is room. There are none when no word of q stands in body.
func SpansIn(room Room, body string, x *search.Index, q *search.Query) []Span {
	r := newReading(body, x, q)
	if !r.answers() {
		return nil
	}
	if whole := (group{0, len(r.passages) - 1}); r.runes(whole) <= room.Whole {
		return []Span{r.span(whole)}
	}
	c := choice{reading: r, room: room}
	for c.extend() {
	}
	return c.spans()
}

// A group is passages first to last.
type group struct{ first, last int }

func (r *reading) span(s group) Span {
	return Span{r.passages[s.first].Start, r.passages[s.last].End}
}

func (r *reading) runes(s group) int { return Runes(r.span(s).Of(r.body)) }

// A choice is the passages of a reading that are to be quoted.
type choice struct {
	*reading
	room   Room
	best   float64 // worth of the passage taken first
	length int     // runes taken
	words  uint64  // of the question, in what is taken
	offers bearing.KindSet
}

// extend takes the passage that answers best beside those taken, if it is
// worth it and there is room.
func (c *choice) extend() bool {
	p := c.next()
	if p < 0 {
		return false
	}
	room := c.room.Runes - c.length
	with := c.context(p, room)
	length := 0
	for _, s := range with {
		length += c.runes(s)
	}
	if c.length > 0 && length > room || !c.take(with) {
		return false
	}
	c.best = max(c.best, c.passages[p].worth)
	c.length += length
	return true
}

// next is the best passage that may still be taken, -1 for none.
func (c *choice) next() int {
	best, top := -1, 0.0
	for i := range c.passages {
		p := &c.passages[i]
		if p.taken || p.kind == headPart || p.long {
			continue
		}
		value := p.worth
		if c.best > 0 {
			value = max(p.worth/nearShare, c.worth(i, c.words, c.offers)/freshShare)
		}
		if value > top && value >= c.best {
			best, top = i, value
		}
	}
	return best
}

// context is passage p with what must or may be quoted with it, if there is
// room: all of a short block, else what it needs and what it introduces, and
// its neighbours that are on the point too.
func (c *choice) context(p, room int) []group {
	at := &c.passages[p]
	block, limit := group{at.first, at.last}, blockRunes
	if c.passages[at.last].kind == itemPart {
		limit = MaxQuoteRunes
	}
	if c.runes(block) <= min(limit, room) {
		return []group{block}
	}
	s := group{p, p}
	for n := at.needs; n >= 0; n = c.passages[n].needs {
		apart := at.kind == rowPart && n < p-1 || at.kind == itemPart && c.runes(group{n, p}) > room
		if apart || c.runes(group{n, s.last}) > MaxQuoteRunes {
			return []group{{n, n}, s}
		}
		s.first = n
	}
	return []group{c.widen(s, room)}
}

// widen adds the list that s introduces, or neighbours on the point, as long
// as there is room. It does not end with an introduction of what does not fit.
func (c *choice) widen(s group, room int) group {
	end := c.passages[s.last]
	from, to, limit, least := s.first, s.last, min(blockRunes, room), neighbourShare*end.worth
	if c.introduces(to) {
		limit, least = min(MaxQuoteRunes, room), 0
	}
	for to < end.last && c.passages[to+1].worth >= least && c.runes(group{from, to + 1}) <= limit {
		to++
	}
	if to > s.last && c.introduces(to) {
		to--
	}
	for from > end.first && c.passages[from-1].worth >= least && c.runes(group{from - 1, to}) <= limit {
		from--
	}
	return group{from, to}
}

// introduces reports whether passage i announces the list or table after it.
func (r *reading) introduces(i int) bool {
	p := r.passages[i]
	return i < p.last && r.passages[i+1].kind != sentencePart && p.kind == sentencePart
}

// take takes all passages of some groups, unless that makes too many quotes.
func (c *choice) take(groups []group) bool {
	before := slices.Clone(c.passages)
	for _, g := range groups {
		for i := g.first; i <= g.last; i++ {
			p := &c.passages[i]
			p.taken = true
			c.words |= p.words
			c.offers |= p.offers
		}
	}
	if len(c.spans()) > c.room.Quotes {
		c.passages = before
		return false
	}
	return true
}

// spans is what is taken, joined where nothing was left out between.
func (c *choice) spans() []Span {
	var all []Span
	last := -2
	for i, p := range c.passages {
		if !p.taken {
			continue
		}
		n := len(all) - 1
		if i == last+1 && strings.TrimSpace(c.body[all[n].End:p.Start]) == "" && Runes(c.body[all[n].Start:p.End]) <= MaxQuoteRunes {
			all[n].End = p.End
		} else {
			all = append(all, p.Span)
		}
		last = i
	}
	return all
}
