package edge

import "strings"

// Excerpt is the beginning of a text on one line, cut at a word when it is
// longer than most runes.
func Excerpt(most int, text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= most {
		return string(runes)
	}
	cut := string(runes[:most])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 && runes[most] != ' ' {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–-") + "…"
}
