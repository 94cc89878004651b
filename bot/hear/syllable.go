package hear

import "strings"

// Syllable reports whether a folded word can be a Vietnamese syllable: an
// initial, one to three vowels, a final.
func Syllable(w string) bool {
	const vowels = "aeiouy"
	i := strings.IndexAny(w, vowels)
	if i < 0 {
		return false
	}
	j := i + 1
	for j < len(w) && strings.IndexByte(vowels, w[j]) >= 0 {
		j++
	}
	initial, vowel, final := w[:i], w[i:j], w[j:]
	return among(initial, "||b|c|ch|d|g|gh|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|r|s|t|th|tr|v|x|") && len(vowel) <= 4 &&
		among(final, "||c|ch|m|n|ng|nh|p|t|")
}

func among(s, list string) bool { return strings.Contains(list, "|"+s+"|") }
