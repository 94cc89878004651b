package answer

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/statement"
)

// hintWords are the codes of the statements whose hints have a word, by its key. It never
// changes: with makes another.
type hintWords map[string][]string

const (
	byHintAt    = 0.75 // share of a question that the hints of a statement must have to lead to it
	mostByHint  = 2
	commonWords = 2048 // a word of so many statements leads nowhere
	byHintKnown = 0.02 // how likely what only a hint leads to answers, before it was looked at
)

// with is the words after a statement has changed.
func (w hintWords) with(was, is statement.Statement) hintWords {
	old, now := hintKeys(was), hintKeys(is)
	if slices.Equal(old, now) {
		return w
	}
	next := maps.Clone(w)
	if next == nil {
		next = hintWords{}
	}
	for _, key := range old {
		next[key] = slices.DeleteFunc(slices.Clone(next[key]), func(code string) bool { return code == was.Code })
		if len(next[key]) == 0 {
			delete(next, key)
		}
	}
	for _, key := range now {
		at, _ := slices.BinarySearch(next[key], is.Code)
		next[key] = slices.Insert(slices.Clone(next[key]), at, is.Code)
	}
	return next
}

// hintWordsOf are the words of all statements.
func hintWordsOf(all map[string]statement.Statement) hintWords {
	w := hintWords{}
	for _, code := range slices.Sorted(maps.Keys(all)) {
		for _, key := range hintKeys(all[code]) {
			w[key] = append(w[key], code)
		}
	}
	return w
}

// hintKeys are the words of the hints of a statement that may be found, each once.
func hintKeys(s statement.Statement) []string {
	if len(s.Hints) == 0 || !indexed(s) {
		return nil
	}
	keys := lang.Keys(strings.Join(s.Hints, "\n"))
	slices.Sort(keys)
	return slices.Compact(keys)
}

// hintedAt are the statements that hints lead to and found lacks, which may be said to q.
func (snap *snapshot) hintedAt(q Question, c compared, found []finding) []finding {
	words := map[string]uint64{}
	for key, m := range c.meanings {
		if codes := snap.hintWords[key]; ordinary(c.asked[m.Word]) && len(codes) < commonWords {
			for _, code := range codes {
				words[code] |= 1 << m.Word
			}
		}
	}
	about := periodOf(q.Text, q.Now)
	var all []finding
	for _, code := range slices.Sorted(maps.Keys(words)) {
		s := snap.all[code]
		f := finding{Statement: s, standing: snap.standing(s, q.Audience, q.Now), score: c.share(words[code]), confidence: byHintKnown, known: byHintKnown, byHint: true}
		held := slices.ContainsFunc(found, func(other finding) bool { return other.Code == code })
		if f.score >= byHintAt && !held && snap.sayable(s, q, about) {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b finding) int { return cmp.Compare(b.score, a.score) })
	return all[:min(len(all), mostByHint)]
}
