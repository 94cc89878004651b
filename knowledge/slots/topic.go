package slots

import (
	"regexp"
	"strings"
)

var (
	ownWords = phrases(`em|e|toi|tui|minh|mk|chau|con|me|bo|vo|chong|ong|ba|nha|que|gia dinh|ho`)
	askWords = phrases(`nao|mo|bao nhieu|bn|nhieu|may|ai|gi|chi|sao|rang|dau|khong|ko|k|kh|hong|chua|bao gio|bao lau`)
	pauses   = regexp.MustCompile(`[,.;!?]+(?:\s+|$)|\n+`)
)

// Topic is text without the clauses that only tell of the asker: "Nhà em ở
// Quảng Thái, có con nhỏ. Bao giờ có nước?" asks when there is water. Where
// nothing is left that asks it is all of text.
func Topic(text string) string {
	var kept strings.Builder
	from := 0
	for _, end := range append(pauses.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		clause := text[from:end[1]]
		if f := folded(clause); !ownWords.MatchString(f) || askWords.MatchString(f) {
			kept.WriteString(clause)
		}
		from = end[1]
	}
	if !askWords.MatchString(folded(kept.String())) {
		return text
	}
	return kept.String()
}
