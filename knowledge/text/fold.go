// Package text is Vietnamese text as a search sees it: normal form, syllables,
// spelling without diacritics, numbers, dates, abbreviations and chat spelling.
package text

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s in lower case without diacritics (đ becomes d).
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case r >= 0x300 && r <= 0x36f:
		case r == 'đ':
			b.WriteByte('d')
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}
