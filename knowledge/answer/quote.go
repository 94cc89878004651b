package answer

import (
	"slices"
	"strings"

	"phatngon/knowledge/search"
)

const (
	maxQuotes      = 3
	maxQuoteRunes  = 600  // except for a longer sentence, item or row
	maxPartBytes   = 2400 // of a sentence, item or row; nobody reads a longer one in a chat
	maxAnswerRunes = 700  // of all quotes, where there is more than one
	wholeRunes     = 350  // a body so short is quoted whole
	nearestRunes   = 900  // a text that may not answer is quoted further: people judge it themselves
	blockRunes     = 320  // so is a paragraph, list or table

	nearShare      = 0.6  // a passage worth this share of the best may be the one meant
	freshShare     = 0.35 // so may one that adds this share to what is quoted
	neighbourShare = 0.4  // a sentence worth this share of the best stays beside it
)

// A room is how much may be quoted.
type room struct {
	quotes, runes int
	whole         int // a body so short is quoted whole
}

// The room of an answer to one question, and of the nearest text.
var (
	oneAnswer   = room{maxQuotes, maxAnswerRunes, wholeRunes}
	nearestText = room{maxQuotes, nearestRunes, maxAnswerRunes}
)

// quotable is quotableIn the room of an answer to one question.
func quotable(body string, x *search.Index, q *search.Query) []span {
	return quotableIn(oneAnswer, body, x, q)
}

// quotableIn picks the spans of body that answer q best, in their order: whole
// sentences, list items and table rows, with what they cannot be read without;
// as far as there is room. There are none when no word of q stands in body.
func quotableIn(room room, body string, x *search.Index, q *search.Query) []span {
	r := newReading(body, x, q)
	if !r.answers() {
		return nil
	}
	if whole := (group{0, len(r.passages) - 1}); r.runes(whole) <= room.whole {
		return []span{r.span(whole)}
	}
	c := choice{reading: r, room: room}
	for c.extend() {
	}
	return c.spans()
}

// A group is passages first to last.
type group struct{ first, last int }

func (r *reading) span(s group) span {
	return span{r.passages[s.first].Start, r.passages[s.last].End}
}

func (r *reading) runes(s group) int { return runes(r.span(s).of(r.body)) }

// A choice is the passages of a reading that are to be quoted.
type choice struct {
	*reading
	room   room
	best   float64 // worth of the passage taken first
	length int     // runes taken
	words  uint64  // of the question, in what is taken
	offers kindSet
}

// extend takes the passage that answers best beside those taken, if it is
// worth it and there is room.
func (c *choice) extend() bool {
	p := c.next()
	if p < 0 {
		return false
	}
	room := c.room.runes - c.length
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
		limit = maxQuoteRunes
	}
	if c.runes(block) <= min(limit, room) {
		return []group{block}
	}
	s := group{p, p}
	for n := at.needs; n >= 0; n = c.passages[n].needs {
		apart := at.kind == rowPart && n < p-1 || at.kind == itemPart && c.runes(group{n, p}) > room
		if apart || c.runes(group{n, s.last}) > maxQuoteRunes {
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
		limit, least = min(maxQuoteRunes, room), 0
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
	if len(c.spans()) > c.room.quotes {
		c.passages = before
		return false
	}
	return true
}

// spans is what is taken, joined where nothing was left out between.
func (c *choice) spans() []span {
	var all []span
	last := -2
	for i, p := range c.passages {
		if !p.taken {
			continue
		}
		n := len(all) - 1
		if i == last+1 && strings.TrimSpace(c.body[all[n].End:p.Start]) == "" && runes(c.body[all[n].Start:p.End]) <= maxQuoteRunes {
			all[n].End = p.End
		} else {
			all = append(all, p.span)
		}
		last = i
	}
	return all
}
