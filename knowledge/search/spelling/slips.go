package spelling

import (
	"slices"

	"phatngon/knowledge/lang"
)

const (
	rareSpelling   = 2 // a spelling seen at most so often may be a slip
	minSlipLetters = 3
	maxSlipLetters = 24
)

// looksMistyped reports whether a spelling without diacritics, the one numbered
// plain, is seen too seldom to be trusted.
func (x *Speller) looksMistyped(folded string, plain uint32) bool {
	if len(folded) < minSlipLetters || len(folded) > maxSlipLetters {
		return false
	}
	if plain == None {
		return true
	}
	seen := uint32(0)
	for _, id := range x.Vocabulary.Spelt(plain) {
		seen += x.Vocabulary.count[id]
	}
	return seen <= rareSpelling
}

// retyped adds what may have been meant by a token that looks mistyped: the
// keys of Telex left as they were struck, a word as chat spells its sound, or
// one a slip of the finger away.
func (x *Speller) retyped(all []reading, t *token, folded string, dropped float64) []reading {
	if key, ok := lang.Telex(t.key); ok {
		if id := x.Vocabulary.Find(key); id != None {
			all = append(all, reading{first: id, last: id, cost: costTelex})
		}
	}
	for _, spelt := range lang.Sounds(folded) {
		all = x.respelt(all, t, x.Vocabulary.PlainOf(spelt), costSound, dropped)
	}
	for _, plain := range x.slips(folded) {
		all = x.respelt(all, t, plain, costSlip, dropped)
	}
	return all
}

// slips lists the plain spellings one slip of the finger away from folded.
func (x *Speller) slips(folded string) []uint32 {
	const letters = "aiuehngotcmrlbdpsvkxqy"
	var found []uint32
	var room [maxSlipLetters + 1]byte
	try := func(before string, middle byte, after string) {
		b := append(room[:0], before...)
		if middle != 0 {
			b = append(b, middle)
		}
		if plain, ok := x.Vocabulary.plainIDs[string(append(b, after...))]; ok && !slices.Contains(found, plain) {
			found = append(found, plain)
		}
	}
	for i := range len(folded) + 1 {
		before, after := folded[:i], folded[i:]
		if after != "" {
			try(before, 0, after[1:])
		}
		if len(after) > 1 {
			swapped := string([]byte{after[1], after[0]})
			try(before, 0, swapped+after[2:])
		}
		for j := range len(letters) {
			try(before, letters[j], after)
			if after != "" {
				try(before, letters[j], after[1:])
			}
		}
	}
	return found
}
