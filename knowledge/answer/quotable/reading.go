package quotable

import (
	"math"
	"math/bits"
	"slices"

	"phatngon/knowledge/answer/bearing"
	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
)

// How much of what a passage has speaks for it. Set by hand on the golden
// questions; only kindWorth and leadShare matter much alone (TestGoldenQuotes).
const (
	kindWorth  = 1.2  // it tells a number, a time or a reason that is asked for
	vagueWorth = 0.6  // it offers another kind of answer that is asked for
	countWorth = 0.6  // it counts the very thing asked about
	blockShare = 0.2  // of the worth of the words around it
	leadShare  = 0.75 // taken off words of the first sentence: all is about them
	commonWord = 1.0  // weight among all documents of a word that counts half

	countReach = 2 // so many words after a number may say what it counts
)

// A passage is a part of a body as read for one question.
type passage struct {
	Part
	first, last int    // the passages of its block
	needs       int    // the passage it cannot be read without, -1 for none
	words       uint64 // words of the question that stand in it
	around      uint64 // those in its block
	counted     uint64 // those right after a number
	offers      bearing.KindSet
	worth       float64
	long        bool // it, or what it needs, is too long to be quoted
	taken       bool
}

// A reading is a body as read for one question.
type reading struct {
	body     string
	passages []passage
	wish     bearing.Wish
	weights  []float64 // by word of the question, within this body
}

func newReading(body string, x *search.Index, q *search.Query) *reading {
	meanings := bearing.MeaningsOf(x, q)
	r := &reading{body: body, wish: bearing.WishOf(q, meanings)}
	for _, b := range Blocks(body) {
		first := len(r.passages)
		for _, p := range b.Parts {
			r.passages = append(r.passages, readPassage(body, p, x, meanings))
		}
		r.link(r.passages[first:], first)
	}
	r.weigh(q)
	for i := range r.passages {
		r.passages[i].worth = r.worth(i, 0, 0)
	}
	return r
}

func readPassage(body string, p Part, x *search.Index, meanings map[string]search.Meaning) passage {
	text := p.Of(body)
	words := x.Words(text)
	read := passage{Part: p, needs: -1, offers: bearing.Offers(text, words)}
	number := -countReach - 1
	for i, w := range words {
		if m, ok := meanings[w.Key]; ok {
			read.words |= 1 << m.Word
			if i-number <= countReach {
				read.counted |= 1 << m.Word
			}
		}
		if lang.IsNumber(w.Key) {
			number = i
		}
	}
	return read
}

// link tells the passages of one block, the first of which is first, of each
// other.
func (r *reading) link(block []passage, first int) {
	intro, head, words := -1, -1, uint64(0)
	for i := range block {
		p := &block[i]
		switch p.kind {
		case sentencePart:
			if i > 0 && leans(p.Of(r.body)) {
				p.needs = first + i - 1
			}
			intro = first + i
		case itemPart:
			p.needs = intro
		case headPart:
			head = first + i
		case rowPart:
			p.needs = head
		}
		words |= p.words
		p.long = p.End-p.Start > maxPartBytes || p.needs >= first && block[p.needs-first].long
	}
	for i := range block {
		block[i].first, block[i].last, block[i].around = first, first+len(block)-1, words
	}
}

// weigh gives the words of the question their weights: a word that stands in
// most passages, or that the first one is about, says little about which of
// them answers.
func (r *reading) weigh(q *search.Query) {
	asked := q.Asked()
	count := make([]float64, len(asked))
	for _, p := range r.passages {
		for set := p.words; set != 0; set &= set - 1 {
			count[bits.TrailingZeros64(set)]++
		}
	}
	n := float64(len(r.passages))
	r.weights = make([]float64, len(asked))
	for i, a := range asked {
		if count[i] == 0 {
			continue
		}
		rarity := math.Log(1 + (n-count[i]+0.5)/(count[i]+0.5))
		r.weights[i] = a.Asking * rarity * a.Weight / (a.Weight + commonWord)
		if r.passages[0].words&(1<<i) != 0 {
			r.weights[i] *= 1 - leadShare
		}
	}
}

// worth is what passage i says for the question beyond the words and kinds of
// answer that others said.
func (r *reading) worth(i int, words uint64, kinds bearing.KindSet) float64 {
	p := &r.passages[i]
	offered := r.wish.Kinds & p.offers &^ kinds
	w := r.sum(p.words&^words) + blockShare*r.sum(p.around&^words) +
		kindWorth*(offered&bearing.PlainKinds).Number() + vagueWorth*(offered&^bearing.PlainKinds).Number()
	return w + countWorth*float64(bits.OnesCount64(r.wish.Counts&p.counted))
}

func (r *reading) sum(words uint64) float64 {
	w := 0.0
	for ; words != 0; words &= words - 1 {
		w += r.weights[bits.TrailingZeros64(words)]
	}
	return w
}

// answers reports whether any word of the question stands in the body.
func (r *reading) answers() bool {
	return slices.ContainsFunc(r.passages, func(p passage) bool { return r.sum(p.words) > 0 })
}
