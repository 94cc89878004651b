package search

import (
	"slices"
	"strings"

	"phatngon/knowledge/data"
	"phatngon/knowledge/lang"
)

// Citizens do not ask in the words of offices: "bìa đỏ" stands in no statement,
// "giấy chứng nhận quyền sử dụng đất" does. What is written for what was said
// counts for it, though less than the very words would.

// writtenWeight is what a word written for one that was said counts.
const writtenWeight = 0.65

// A saying is words that citizens say, and what offices write for them.
type saying struct{ said, written []string }

// sayings is all sayings by the first key said, the longest first.
var sayings = readSayings(data.Sayings)

func readSayings(table string) map[string][]saying {
	all := map[string][]saying{}
	for line := range strings.Lines(table) {
		said, written, ok := strings.Cut(strings.TrimSpace(line), "\t")
		keys := lang.Keys(said)
		if !ok || strings.HasPrefix(line, "#") || len(keys) == 0 {
			continue
		}
		for one := range strings.SplitSeq(written, ";") {
			all[keys[0]] = append(all[keys[0]], saying{keys, lang.Keys(one)})
		}
	}
	for _, same := range all {
		slices.SortStableFunc(same, func(a, b saying) int { return len(b.said) - len(a.said) })
	}
	return all
}

// reword lets what offices write stand for what was said. Where two sayings
// overlap, the one that begins first and is longest counts.
func (q *Query) reword(x *Index, keys []string) {
	for i := 0; i < len(q.path); {
		n := 0
		for _, s := range sayings[keys[i]] {
			if len(s.said) < n {
				break
			}
			if end := i + len(s.said); end <= len(q.path) && slices.Equal(s.said, keys[i:end]) {
				n = len(s.said)
				q.accept(x, q.path[i:end], s.written)
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
		if id := x.words.find(key); id != none {
			return float64(x.words.rarity[id])
		}
		return 0
	})
	last := none
	for i := range n {
		id := x.words.find(written[to+i])
		if id == none || q.has(written[to+i]) {
			last = none
			continue
		}
		t := &q.terms[said[from+i]]
		t.others = append(t.others, alternative{id, writtenWeight})
		if last != none {
			q.written = append(q.written, mix(x.words.plain[last], x.words.plain[id]))
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
