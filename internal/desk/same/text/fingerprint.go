// Package text tells how alike two texts are, whatever diacritics, capitals and
// punctuation they have: people copy a rumour, shorten it and add to it. It
// compares pairs of neighbouring syllables without diacritics. Pure, in linear time.
package text

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"phatngon/knowledge/lang"
)

// Fingerprint is what is kept of a text to compare it, at most 4,096 bytes: for
// each different pair of its syllables a mark of 8 bytes, in ascending order, and of
// a text with more than 512 pairs the 512 lowest marks. Nil and what is damaged are
// like nothing.
type Fingerprint []byte

const (
	width = 8   // bytes of a mark
	most  = 512 // marks of a fingerprint
)

// The last bits of a mark say what kind of pair it is.
const (
	number  = 1 << iota // begins with a number
	name                // both syllables begin in capitals
	capital             // the second does: this text writes names in capitals
	kinds   = number | name | capital
	telling = number | name // must not differ when two texts are one
)

// Of is the fingerprint of s. Links are no words: leave them out.
func Of(s string) Fingerprint {
	var marks []uint64
	for _, p := range pairs(s) {
		marks = append(marks, p.mark())
	}
	slices.SortFunc(marks, func(a, b uint64) int { return cmp.Or(cmp.Compare(a&^kinds, b&^kinds), cmp.Compare(b, a)) })
	marks = slices.CompactFunc(marks, func(a, b uint64) bool { return a&^kinds == b&^kinds })
	var f Fingerprint
	for _, mark := range marks[:min(len(marks), most)] {
		f = binary.BigEndian.AppendUint64(f, mark)
	}
	return f
}

func (f Fingerprint) len() int        { return len(f) / width }
func (f Fingerprint) at(i int) uint64 { return binary.BigEndian.Uint64(f[i*width:]) }

// pair is two neighbouring syllables at bytes [start, end) of a text.
type pair struct {
	folded     string
	start, end int
	kind       uint64 // of the last bits
}

func (p pair) mark() uint64 {
	sum := sha256.Sum256([]byte(p.folded))
	return binary.BigEndian.Uint64(sum[:])&^kinds | p.kind
}

func pairs(s string) []pair {
	tokens := lang.Tokens(s)
	var all []pair
	for i := 1; i < len(tokens); i++ {
		a, b := tokens[i-1], tokens[i]
		p := pair{folded: lang.FoldKey(a.Key) + " " + lang.FoldKey(b.Key), start: a.Start, end: b.End}
		p.kind = kindOf(a.Key, s[a.Start:], s[b.Start:], s[a.End:b.Start])
		all = append(all, p)
	}
	return all
}

// kindOf is the kind of two syllables at the beginnings of a and b; a sign between
// them ends a name, and a sentence may begin in a capital.
func kindOf(key, a, b, between string) uint64 {
	switch {
	case lang.IsNumber(key):
		return number
	case !isCapital(b) || strings.TrimSpace(between) != "":
		return 0
	case isCapital(a):
		return name | capital
	}
	return capital
}

func isCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
