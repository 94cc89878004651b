package quotable

import "strings"

// Pieces joins the parts of a block up to PassageRunes.
func Pieces(body string, b Block) []string {
	var all []string
	whole := b.Parts[0].Span
	for _, p := range b.Parts[1:] {
		if Runes(body[whole.Start:p.End]) > PassageRunes {
			all, whole = append(all, whole.Of(body)), p.Span
		}
		whole.End = p.End
	}
	return append(all, whole.Of(body))
}

// Clip is the first PassageRunes of text, as valid UTF-8.
func Clip(text string) string {
	text = strings.ToValidUTF8(text, "")
	n := 0
	for i := range text {
		if n == PassageRunes {
			return text[:i]
		}
		n++
	}
	return text
}

// PassageRunes is about how much of a statement one vector stands for: less
// than what small models read (512 tokens).
const PassageRunes = 600
