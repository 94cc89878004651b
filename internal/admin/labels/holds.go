package labels

import (
	"strings"

	"phatngon/knowledge/lang"
)

// Holds reports whether every word typed stands in one of the texts. What is typed with
// diacritics is looked for as it is, what is typed without finds both.
func Holds(typed string, texts ...string) bool {
	exact := strings.ToLower(strings.Join(texts, "\n"))
	folded := lang.Fold(exact)
	for word := range strings.FieldsSeq(strings.ToLower(typed)) {
		if lang.Fold(word) != word && !strings.Contains(exact, word) || !strings.Contains(folded, lang.Fold(word)) {
			return false
		}
	}
	return true
}
