package spelling

import (
	"math"

	"phatngon/knowledge/lang"
)

// A reading is one way to read a token that was typed: itself, a word with its
// diacritics restored, a typing slip put right, a short form written out.
type reading struct {
	first, last uint32   // the words it begins and ends with, none for one in no document
	keys        []string // what a short form stands for, nil for one word
	cost        float64  // how unlikely it is that the token was typed for it

	forward, backward float64 // cost of the best way up to and through it, and of the best on from it
	from              int     // the reading before it on that way
	retreat           float64 // see bigrams.retreat
}

// A lattice is the ways to read each token of a question.
type lattice struct {
	tokens []token
	all    []reading
	off    []int // token → its first reading; one more at the end
}

type token struct {
	key  string
	word uint32 // none when the key is in no document
	form
}

func (l *lattice) of(i int) []reading { return l.all[l.off[i]:l.off[i+1]] }

// Costs, in nats, of the ways people type. Set by hand on development
// questions; only their order matters much.
const (
	costUnknown   = 3.0 // a word that is in no document
	costUnread    = 9.0 // a short form that is in no document, taken for a word
	costOtherTone = 6.0 // another tone than typed
	costHookTilde = 3.5 // hỏi and ngã swapped, as people here speak
	costSlip      = 6.5 // one letter wrong, missing, doubled or swapped
	costSound     = 3.5 // spelt by its sound, as in chat
	costTelex     = 1.0 // the keys of a word, not turned into letters
	costShort     = 1.5 // a short form
	costShortNext = 0.6 // each less likely meaning of it
	costMarkless  = 4.0 // marks missing where the rest has them; see markless
	maxReadings   = 6
	maxVariants   = 16 // of one plain spelling
)

// lattice reads the tokens of a question in all likely ways.
func (x *Speller) lattice(tokens []token) *lattice {
	l := &lattice{tokens: tokens, all: make([]reading, 0, 6*len(tokens)), off: make([]int, 1, len(tokens)+1)}
	dropped := markless(tokens)
	for i := range tokens {
		l.all = x.readingsOf(l.all, i, tokens, dropped)
		l.all = x.likeliest(l.all, l.off[i])
		l.off = append(l.off, len(l.all))
	}
	return l
}

// markless is the cost of leaving out a word's diacritics, judged from how
// many words of the question have theirs. About seven of ten words should.
func markless(tokens []token) float64 {
	marked, all := 0.0, 0.0
	for _, t := range tokens {
		if !t.number {
			all++
		}
		if t.marked {
			marked++
		}
	}
	share := marked / max(all, 1) / 0.7
	return -math.Log(min(max(1-share, math.Exp(-costMarkless)), 1))
}

// likeliest keeps the readings from at on that are likeliest by themselves, the
// likeliest first where there are too many.
func (x *Speller) likeliest(all []reading, at int) []reading {
	if len(all)-at <= maxReadings {
		return all
	}
	var best [maxReadings]reading
	var cost [maxReadings]float64
	n := 0
	for i := range all[at:] {
		r := &all[at+i]
		c := x.alone(r)
		to := n
		for to > 0 && cost[to-1] > c {
			to--
		}
		if to == maxReadings {
			continue
		}
		n = min(n+1, maxReadings)
		copy(best[to+1:n], best[to:])
		copy(cost[to+1:], cost[to:])
		best[to], cost[to] = *r, c
	}
	return append(all[:at], best[:]...)
}

func (x *Speller) alone(r *reading) float64 { return r.cost + x.model.alone(r.first) }

// readingsOf adds the ways to read token i.
func (x *Speller) readingsOf(all []reading, i int, tokens []token, dropped float64) []reading {
	t := &tokens[i]
	self := reading{first: t.word, last: t.word}
	if t.number {
		return append(all, self)
	}
	meanings := lang.Expansions(t.key, i+1 < len(tokens) && tokens[i+1].number)
	switch {
	case t.word != None:
	case meanings != nil:
		self.cost = costUnread
	default:
		self.cost = costUnknown
	}
	all = append(all, self)
	folded := t.key
	if t.marked {
		folded = lang.FoldKey(t.key)
	}
	plain := x.Vocabulary.PlainOf(folded)
	all = x.respelt(all, t, plain, 0, dropped)
	all = x.expanded(all, meanings)
	if x.looksMistyped(folded, plain) {
		all = x.retyped(all, t, folded, dropped)
	}
	return all
}

// respelt adds the words of a plain spelling.
func (x *Speller) respelt(all []reading, t *token, plain uint32, cost, dropped float64) []reading {
	if plain == None {
		return all
	}
	variants := x.Vocabulary.Spelt(plain)
	for _, id := range variants[:min(len(variants), maxVariants)] {
		if id != t.word {
			all = append(all, reading{first: id, last: id, cost: cost + markCost(t.form, x.Vocabulary.form[id], dropped)})
		}
	}
	return all
}

// markCost is the cost of typing the diacritics of one word for another's.
func markCost(typed, meant form, dropped float64) float64 {
	switch {
	case !typed.marked && !meant.marked:
		return 0
	case !typed.marked:
		return dropped
	case typed.tone == meant.tone:
		return costMarkless
	case typed.tone == 3 && meant.tone == 4 || typed.tone == 4 && meant.tone == 3:
		return costHookTilde
	case typed.tone == 0:
		return costMarkless
	}
	return costOtherTone
}

// expanded adds what a short form may stand for.
func (x *Speller) expanded(all []reading, meanings [][]string) []reading {
	cost := costShort
	for _, keys := range meanings {
		r := reading{keys: keys, first: x.Vocabulary.Find(keys[0]), cost: cost}
		r.last = r.first
		for _, key := range keys[1:] {
			id := x.Vocabulary.Find(key)
			r.cost += x.model.cost(r.last, id)
			r.last = id
		}
		all = append(all, r)
		cost += costShortNext
	}
	return all
}
