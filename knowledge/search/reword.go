package search

import (
	"slices"

	"phatngon/knowledge/search/spelling"
)

// writtenWeight is what a word written for one that was said counts.
const writtenWeight = 0.65

// reword lets what offices write stand for what was said. Where two sayings
// overlap, the one that begins first and is longest counts.
func (q *Query) reword(x *Index, keys []string) {
	for i := 0; i < len(q.path); {
		n := 0
		for _, s := range spelling.SayingsOf(keys[i]) {
			if len(s.Said) < n {
				break
			}
			if end := i + len(s.Said); end <= len(q.path) && slices.Equal(s.Said, keys[i:end]) {
				n = len(s.Said)
				q.accept(x, q.path[i:end], s.Written)
			}
		}
		i += max(n, 1)
	}
}

// accept lets written words stand for the terms said, in order: as many as
// there are of either, those side by side that say most.
func (q *Query) accept(x *Index, said []uint8, written []string) {
	n := min(len(said), len(written), 2)
	from := weightiest(said, n, func(t uint8) float64 { return q.terms[t].weight })
	to := weightiest(written, n, func(key string) float64 {
		if id := x.words.Find(key); id != spelling.None {
			return float64(x.rarities[id])
		}
		return 0
	})
	last := spelling.None
	for i := range n {
		id := x.words.Find(written[to+i])
		if id == spelling.None || q.has(written[to+i]) {
			last = spelling.None
			continue
		}
		t := &q.terms[said[from+i]]
		t.others = append(t.others, spelling.Alternative{ID: id, Weight: writtenWeight})
		if last != spelling.None {
			q.written = append(q.written, spelling.Mix(x.words.Plain[last], x.words.Plain[id]))
		}
		last = id
	}
}

// weightiest is where the n neighbours of all begin that weigh most together.
func weightiest[T any](all []T, n int, weigh func(T) float64) (at int) {
	best := -1.0
	for i := 0; i+n <= len(all); i++ {
		sum := 0.0
		for _, one := range all[i : i+n] {
			sum += weigh(one)
		}
		if sum > best {
			at, best = i, sum
		}
	}
	return at
}

// has reports whether the question holds the word.
func (q *Query) has(key string) bool {
	return slices.ContainsFunc(q.terms, func(t term) bool { return t.key == key })
}
