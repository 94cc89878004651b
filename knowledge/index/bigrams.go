package index

import "math"

// bigrams says how likely a word follows another. It is learned from the
// documents themselves and restores the diacritics of a question.
type bigrams struct {
	slots  []uint32 // open addressing: 16 bits of tag, 16 bits of count
	used   int
	after  []uint32 // word → how many different words follow it
	follow []uint32 // word → how many words follow it
	count  []uint32
	total  float64
}

const discount = 0.75 // taken from each count and given to unseen followers

func newBigrams(count []uint32, expected int) *bigrams {
	size := 1024
	for size < expected {
		size *= 2
	}
	b := &bigrams{slots: make([]uint32, size), count: count}
	b.after = make([]uint32, len(count))
	b.follow = make([]uint32, len(count))
	for _, c := range count {
		b.total += float64(c)
	}
	return b
}

func mix(a, b uint32) uint64 {
	h := (uint64(a)<<32 | uint64(b)) * 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// slot finds where the pair is or would be.
func (b *bigrams) slot(first, second uint32) (at int, tag uint32) {
	h := mix(first, second)
	tag = uint32(h>>48) | 1
	at = int(h) & (len(b.slots) - 1)
	for b.slots[at] != 0 && b.slots[at]>>16 != tag {
		at = (at + 1) & (len(b.slots) - 1)
	}
	return at, tag
}

// add counts one pair; it reports false when the table is too full to go on.
func (b *bigrams) add(first, second uint32) bool {
	at, tag := b.slot(first, second)
	b.follow[first]++
	switch n := b.slots[at] & 0xffff; {
	case n == 0:
		b.slots[at] = tag<<16 | 1
		b.after[first]++
		b.used++
	case n < 0xffff:
		b.slots[at]++
	}
	return b.used < len(b.slots)*3/4
}

// addTimes counts one pair several times.
func (b *bigrams) addTimes(first, second, times uint32) bool {
	for range times {
		if !b.add(first, second) {
			return false
		}
	}
	return true
}

// cost is -log P(second | first).
func (b *bigrams) cost(first, second uint32) float64 {
	return -math.Log(b.chance(first, second))
}

func (b *bigrams) chance(first, second uint32) float64 {
	base := b.single(second)
	if first == none || b.follow[first] == 0 || second == none {
		return base
	}
	at, _ := b.slot(first, second)
	all := float64(b.follow[first])
	seen := max(float64(b.slots[at]&0xffff)-discount, 0) / all
	return seen + discount*float64(b.after[first])/all*base
}

// single is P(word) with room for words never seen.
func (b *bigrams) single(word uint32) float64 {
	if word == none {
		return 0.2 / (b.total + 1000)
	}
	return (float64(b.count[word]) + 0.5) / (b.total + 1000)
}
