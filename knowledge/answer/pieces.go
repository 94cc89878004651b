package answer

import "strings"

// pieces joins the parts of a block up to passageRunes.
func pieces(body string, b block) []string {
	var all []string
	whole := b.parts[0].span
	for _, p := range b.parts[1:] {
		if runes(body[whole.Start:p.End]) > passageRunes {
			all, whole = append(all, whole.of(body)), p.span
		}
		whole.End = p.End
	}
	return append(all, whole.of(body))
}

// clip is the first passageRunes of text, as valid UTF-8.
func clip(text string) string {
	text = strings.ToValidUTF8(text, "")
	n := 0
	for i := range text {
		if n == passageRunes {
			return text[:i]
		}
		n++
	}
	return text
}

// passageRunes is about how much of a statement one vector stands for: less
// than what small models read (512 tokens).
const passageRunes = 600
