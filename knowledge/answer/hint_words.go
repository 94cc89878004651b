package answer

import (
	"maps"
	"slices"
	"strings"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/statement"
)

// hintWords are the codes of the statements whose hints have a word, by its key. It never
// changes: with makes another.
type hintWords map[string][]string

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
