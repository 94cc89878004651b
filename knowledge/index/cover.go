package index

import "phatngon/knowledge/text"

// Coverage is which words and pairs of a question stand in some text.
type Coverage struct{ terms, pairs uint64 }

// With is both coverages together.
func (c Coverage) With(d Coverage) Coverage { return Coverage{c.terms | d.terms, c.pairs | d.pairs} }

// Cover reads a text for the words of q.
func (q *Query) Cover(x *Index, s string) Coverage {
	var c Coverage
	last, lastAt := -1, -2
	for i, token := range text.Tokens(s) {
		t := q.find(x, token.Key)
		if t < 0 {
			continue
		}
		c.terms |= 1 << t
		if lastAt == i-1 {
			for j, p := range q.pairs {
				if int(p.first) == last && int(p.second) == t {
					c.pairs |= 1 << j
				}
			}
		}
		last, lastAt = t, i
	}
	return c
}

// find is the term that key stands for, -1 for none.
func (q *Query) find(x *Index, key string) int {
	id, known := x.words.ids[key]
	for i, t := range q.terms {
		if t.key == key {
			return i
		}
		for _, o := range t.others {
			if known && o.id == id {
				return i
			}
		}
	}
	return -1
}

// Gain is the share of the question that more covers and have does not.
func (q *Query) Gain(have, more Coverage) float64 {
	l := look{q: q}
	return (l.weigh(more.terms&^have.terms) + l.weighPairs(more.pairs&^have.pairs)) / 2
}
