package index

import (
	"math"
	"slices"

	"phatngon/knowledge/text"
)

// A reading is one way to read a token that was typed: itself, a word with its
// diacritics restored, a typing slip put right, an abbreviation written out.
type reading struct {
	keys []string
	ids  []uint32
	cost float64 // how unlikely it is to type the token for these words
	in   float64 // cost of the words after the first, given the first
}

func (r reading) first() uint32 { return r.ids[0] }
func (r reading) last() uint32  { return r.ids[len(r.ids)-1] }

// Costs, in nats, of the ways people type. Set by hand on development
// questions; only their order matters much.
const (
	costUnknown    = 3.0 // a word that is in no document
	costUnread     = 9.0 // a short form that is in no document, taken for a word
	costOtherTone  = 6.0 // another tone than typed
	costHookTilde  = 3.5 // hỏi and ngã swapped, as people here speak
	costSlip       = 6.5 // one letter wrong, missing, doubled or swapped
	costShort      = 1.5 // an abbreviation
	costShortNext  = 0.6 // each less likely meaning of it
	costMarkless   = 4.0 // marks missing where the rest has them; see markless
	maxReadings    = 16
	rareSpelling   = 2 // a spelling seen at most so often may be a slip
	minSlipLetters = 3
)

// readings lists the ways to read each token, cheapest typing first.
func (x *Index) readings(tokens []text.Token) [][]reading {
	dropped := markless(tokens)
	lattice := make([][]reading, len(tokens))
	for i, t := range tokens {
		beforeNumber := i+1 < len(tokens) && text.IsNumber(tokens[i+1].Key)
		lattice[i] = x.readingsOf(t.Key, beforeNumber, dropped)
	}
	return lattice
}

// markless is the cost of leaving out a word's diacritics, judged from how
// many words of the question have theirs. About seven of ten words should.
func markless(tokens []text.Token) float64 {
	marked, all := 0.0, 0.0
	for _, t := range tokens {
		if !text.IsNumber(t.Key) {
			all++
		}
		if !text.IsPlain(t.Key) {
			marked++
		}
	}
	share := marked / max(all, 1) / 0.7
	return -math.Log(min(max(1-share, math.Exp(-costMarkless)), 1))
}

func (x *Index) readingsOf(key string, beforeNumber bool, dropped float64) []reading {
	id, known := x.words.ids[key]
	if !known {
		id = none
	}
	all := []reading{{keys: []string{key}, ids: []uint32{id}}}
	meanings := text.Expansions(key, beforeNumber)
	switch {
	case !known && meanings != nil:
		all[0].cost = costUnread
	case !known:
		all[0].cost = costUnknown
	}
	if text.IsNumber(key) {
		return all
	}
	all = x.respelt(all, key, text.FoldKey(key), 0, dropped)
	all = x.expanded(all, meanings)
	if x.looksMistyped(key) {
		for _, folded := range slips(text.FoldKey(key)) {
			all = x.respelt(all, key, folded, costSlip, dropped)
		}
	}
	if len(all) > maxReadings {
		slices.SortStableFunc(all, func(a, b reading) int { return cmpFloat(x.alone(a), x.alone(b)) })
		all = all[:maxReadings]
	}
	return all
}

func (x *Index) alone(r reading) float64 { return r.cost + r.in - math.Log(x.model.single(r.first())) }

func cmpFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func (x *Index) looksMistyped(key string) bool {
	if len(key) < minSlipLetters {
		return false
	}
	plain, ok := x.words.plainIDs[text.FoldKey(key)]
	if !ok {
		return true
	}
	seen := uint32(0)
	for _, id := range x.words.spelt(plain) {
		seen += x.words.count[id]
	}
	return seen <= rareSpelling
}

// respelt adds the words whose plain spelling is folded.
func (x *Index) respelt(all []reading, key, folded string, cost, dropped float64) []reading {
	plain, ok := x.words.plainIDs[folded]
	if !ok {
		return all
	}
	for _, id := range x.words.spelt(plain) {
		if other := x.words.keys[id]; other != key {
			all = append(all, reading{
				keys: []string{other}, ids: []uint32{id},
				cost: cost + markCost(key, other, dropped),
			})
		}
	}
	return all
}

// markCost is the cost of typing the diacritics of key for those of meant.
func markCost(key, meant string, dropped float64) float64 {
	if text.IsPlain(key) {
		if text.IsPlain(meant) {
			return 0
		}
		return dropped
	}
	typed, want := text.Tone(key), text.Tone(meant)
	switch {
	case typed == want:
		return costMarkless
	case typed == 3 && want == 4 || typed == 4 && want == 3:
		return costHookTilde
	case typed == 0:
		return costMarkless
	}
	return costOtherTone
}

// expanded adds what an abbreviation may stand for.
func (x *Index) expanded(all []reading, meanings [][]string) []reading {
	cost := costShort
	for _, keys := range meanings {
		r := reading{keys: keys, cost: cost}
		for i, k := range keys {
			id, ok := x.words.ids[k]
			if !ok {
				id = none
			}
			r.ids = append(r.ids, id)
			if i > 0 {
				r.in += x.model.cost(r.ids[i-1], id)
			}
		}
		all = append(all, r)
		cost += costShortNext
	}
	return all
}

// slips lists the spellings one slip of the finger away from folded.
func slips(folded string) []string {
	const letters = "aiuehngotcmrlbdpsvkxqy"
	var all []string
	for i := range len(folded) + 1 {
		before, after := folded[:i], folded[i:]
		if after != "" {
			all = append(all, before+after[1:])
		}
		if len(after) > 1 {
			all = append(all, before+after[1:2]+after[:1]+after[2:])
		}
		for j := range len(letters) {
			letter := letters[j : j+1]
			all = append(all, before+letter+after)
			if after != "" && after[:1] != letter {
				all = append(all, before+letter+after[1:])
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
