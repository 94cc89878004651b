package search

import (
	"math/bits"

	"phatngon/knowledge/lang"
)

// Traits are what a word of a question is, whatever it finds, each about 0 to 1.
type Traits [TraitCount]float32

// The traits, in the order of the weights file.
const (
	wordWeight     = iota // how much it says
	wordRarity            // how rare it is
	wordAsking            // 1 for an ordinary word, less for a word of asking
	wordNumber            // it is a number
	wordPlace             // where it stands in the question
	wordFew               // how few words the question has
	wordHeld              // some document holds it
	firmBefore            // firmness of the pair with the word before
	weightBefore          // and its weight
	firmAfter             // firmness of the pair with the word after
	weightAfter           // and its weight
	wordOthers            // another word may be meant
	candidatesHave        // share of the candidates that have it in passage or title
	candidatesHold        // share that hold it anywhere
	TraitCount
)

var traitNames = [TraitCount]string{
	"weight", "rarity", "asking", "number", "place", "few", "held", "firm_before", "weight_before", "firm_after",
	"weight_after", "others", "candidates_have", "candidates_hold",
}

// traits looks at each word of q, among its candidates.
func (x *Index) traits(q *Query, candidates []Match) []Traits {
	all := make([]Traits, min(len(q.terms), wordsSeen))
	for i := range all {
		t, w := &q.terms[i], &all[i]
		w[wordWeight], w[wordRarity] = float32(t.weight/8), float32(x.rarityOf(t)/8)
		w[wordAsking], w[wordFew] = float32(t.asking), 4/float32(len(q.path)+3)
		w[wordNumber], w[wordHeld], w[wordOthers] = one(lang.IsNumber(t.key)), one(t.held), one(len(t.others) > 0)
	}
	q.neighbours(all)
	each := 1 / float32(max(len(candidates), 1))
	for i := range candidates {
		e := &candidates[i].evidence
		add(all, candidatesHave, e.terms|e.heads, each)
		add(all, candidatesHold, e.plain, each)
	}
	return all
}

// neighbours notes where each word first stands, and the first pairs it makes.
func (q *Query) neighbours(all []Traits) {
	for at := len(q.path) - 1; at >= 0; at-- {
		if i := int(q.path[at]); i < len(all) {
			all[i][wordPlace] = float32(at) / float32(len(q.path))
		}
	}
	for i := len(q.pairs) - 1; i >= 0; i-- {
		p := &q.pairs[i]
		firm, weight := float32(p.firmness), float32(p.weight/10)
		if a := int(p.first); a < len(all) {
			all[a][firmAfter], all[a][weightAfter] = firm, weight
		}
		if b := int(p.second); b < len(all) {
			all[b][firmBefore], all[b][weightBefore] = firm, weight
		}
	}
}

// add adds v to a trait of the words in a set.
func add(all []Traits, trait int, words uint64, v float32) {
	for set := words & (1<<len(all) - 1); set != 0; set &= set - 1 {
		all[bits.TrailingZeros64(set)][trait] += v
	}
}

func one(is bool) float32 {
	if is {
		return 1
	}
	return 0
}
