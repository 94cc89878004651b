package spelling

import (
	"iter"
	"math"
	"slices"
)

// bigrams says how likely a word follows another. It is learned from the
// documents themselves and restores the diacritics of a question.
type bigrams struct {
	slots  []uint32 // open addressing: 16 bits of tag, 16 bits of count
	used   int
	after  []uint32 // word → how many different words follow it
	follow []uint32 // word → how many words follow it
	count  []uint32
	total  float64
	single []float32 // word → -log of its share of all words
}

const discount = 0.75 // taken from each count and given to unseen followers

func newBigrams(count []uint32, expected int) *bigrams {
	size := 1024
	for size < expected {
		size *= 2
	}
	b := &bigrams{slots: make([]uint32, size), after: make([]uint32, len(count)), follow: make([]uint32, len(count))}
	b.weigh(count)
	return b
}

// weigh takes over how often each word occurs.
func (b *bigrams) weigh(count []uint32) {
	b.count, b.total = count, 0
	for _, c := range count {
		b.total += float64(c)
	}
	b.single = make([]float32, len(count))
	for word := range count {
		b.single[word] = float32(-math.Log(b.share(uint32(word))))
	}
}

// grown is a copy for a vocabulary that has grown.
func (b *bigrams) grown(count []uint32) *bigrams {
	more := make([]uint32, len(count)-len(b.after))
	copied := &bigrams{slots: slices.Clone(b.slots), used: b.used, after: slices.Concat(b.after, more), follow: slices.Concat(b.follow, more)}
	copied.weigh(count)
	return copied
}

// read counts the pairs of the documents on a shelf from one on; it reports
// false when the table is too full to go on.
func (b *bigrams) read(pairs iter.Seq2[uint32, uint32]) bool {
	fits := true
	for first, second := range pairs {
		fits = fits && b.add(first, second)
	}
	return fits
}

// Mix is a hash of two numbers.
func Mix(a, b uint32) uint64 {
	h := (uint64(a)<<32 | uint64(b)) * 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// slot finds where the pair is or would be.
func (b *bigrams) slot(first, second uint32) (at int, tag uint32) {
	h := Mix(first, second)
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

// times is how often second was seen to follow first.
func (b *bigrams) times(first, second uint32) float64 {
	if first == None || second == None || b.follow[first] == 0 {
		return 0
	}
	at, _ := b.slot(first, second)
	return float64(b.slots[at] & 0xffff)
}

// firmness is how much more often than by chance second follows first: their
// normalised pointwise mutual information, 0 when there is none.
func (b *bigrams) firmness(first, second uint32) float64 {
	n := b.times(first, second)
	if n < 2 {
		return 0
	}
	together := (n - discount) / b.total
	return max(0, math.Log(together/(b.share(first)*b.share(second)))/-math.Log(together))
}

// cost is -log P(second | first).
func (b *bigrams) cost(first, second uint32) float64 {
	return b.costAfter(first, second, b.retreat(first))
}

// costAfter is cost where retreat(first) is known.
func (b *bigrams) costAfter(first, second uint32, retreat float64) float64 {
	if n := b.times(first, second); n > 0 {
		all := float64(b.follow[first])
		return -math.Log((n-discount)/all + discount*float64(b.after[first])/all*b.share(second))
	}
	return b.alone(second) + retreat
}

// retreat is what it costs to go on from first with a word never seen after it.
func (b *bigrams) retreat(first uint32) float64 {
	if first == None || b.follow[first] == 0 {
		return 0
	}
	return -math.Log(discount * float64(b.after[first]) / float64(b.follow[first]))
}

// alone is -log P(word).
func (b *bigrams) alone(word uint32) float64 {
	if word == None {
		return -math.Log(0.2 / (b.total + 1000))
	}
	return float64(b.single[word])
}

// share is P(word), with room for words never seen.
func (b *bigrams) share(word uint32) float64 {
	return (float64(b.count[word]) + 0.5) / (b.total + 1000)
}
