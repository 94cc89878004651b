package index

import "slices"

const (
	maxTimes = 255
	docShift = 8
)

// postWords writes for each word the documents that hold it and how often.
func (x *Index) postWords() {
	var total uint64
	last := make([]uint32, len(x.words.keys))
	x.eachWord(func(doc, word, _ uint32) {
		if last[word] != doc+1 {
			last[word] = doc + 1
			x.words.docs[word]++
		}
	})
	x.wordOff = offsets(x.words.docs)
	x.wordPost = make([]uint32, x.wordOff[len(x.wordOff)-1])
	next := slices.Clone(x.wordOff)
	clear(last)
	x.eachWord(func(doc, word, times uint32) {
		if last[word] != doc+1 {
			last[word] = doc + 1
			x.wordPost[next[word]] = doc << docShift
			next[word]++
		}
		if p := &x.wordPost[next[word]-1]; *p&maxTimes+times <= maxTimes {
			*p += times
		}
	})
	for _, n := range x.size {
		total += uint64(n)
	}
	x.mean = float64(total) / float64(max(len(x.size), 1))
	x.norm = make([]float32, len(x.size))
	for doc, n := range x.size {
		x.norm[doc] = float32(k1 * (1 - b + b*float64(n)/x.mean))
	}
	x.words.rarity = make([]float32, len(x.words.keys))
	for word, key := range x.words.keys {
		x.words.rarity[word] = float32(x.wordRarity(key, x.words.docs[word]))
	}
	x.countPlain()
}

// countPlain counts the documents of each plain spelling.
func (x *Index) countPlain() {
	w := x.words
	w.plainDocs = make([]uint32, len(w.plainIDs))
	last := make([]uint32, len(w.plainIDs))
	x.eachWord(func(doc, word, _ uint32) {
		if plain := w.plain[word]; last[plain] != doc+1 {
			last[plain] = doc + 1
			w.plainDocs[plain]++
		}
	})
}

// postPairs writes for each bucket of plain pairs the documents that hold one.
// Different pairs may share a bucket: it only proposes, features decide.
func (x *Index) postPairs() {
	buckets := uint32(1024)
	for int(buckets) < len(x.seq)/4 && buckets < 1<<26 {
		buckets *= 2
	}
	x.pairMask = buckets - 1
	count, last := make([]uint32, buckets), make([]uint32, buckets)
	x.eachPair(func(doc, first, second uint32) {
		if b := x.bucket(first, second); last[b] != doc+1 {
			last[b] = doc + 1
			count[b]++
		}
	})
	x.pairOff = offsets(count)
	x.pairPost = make([]uint32, x.pairOff[buckets])
	next := slices.Clone(x.pairOff)
	clear(last)
	x.eachPair(func(doc, first, second uint32) {
		if b := x.bucket(first, second); last[b] != doc+1 {
			last[b] = doc + 1
			x.pairPost[next[b]] = doc
			next[b]++
		}
	})
}

func (x *Index) bucket(first, second uint32) uint32 {
	return x.plainBucket(x.words.plain[first], x.words.plain[second])
}

func (x *Index) plainBucket(first, second uint32) uint32 {
	return uint32(mix(first, second)>>16) & x.pairMask
}

func offsets(count []uint32) []uint32 {
	off := make([]uint32, len(count)+1)
	for i, n := range count {
		off[i+1] = off[i] + n
	}
	return off
}

// learn counts which word follows which, in a table twice as large each time
// the last one was too small.
func (x *Index) learn() {
	for expected, fits := len(x.seq)/3, false; !fits; expected = 2 * len(x.model.slots) {
		fits = true
		x.model = newBigrams(x.words.count, expected)
		x.eachPair(func(_, first, second uint32) { fits = fits && x.model.add(first, second) })
		fits = fits && x.primePairs()
	}
}
