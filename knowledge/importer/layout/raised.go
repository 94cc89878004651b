package layout

import (
	"math"
	"strings"
)

// shift marks the letters that are smaller than the ones they follow and stand
// above or below their line: the 6 of 10⁶.
func shift(letters []glyph) {
	main := -1 // the last letter on the line
	for i := range letters {
		l := &letters[i]
		if main >= 0 && near(letters[i-1], *l) {
			l.shift = shiftOf(*l, letters[main])
		}
		if main < 0 && i+1 < len(letters) {
			l.shift = shiftOf(*l, firstLarger(letters[i:]))
		}
		if l.shift == 0 {
			main = i
		}
	}
}

// near reports whether a letter follows another within a word.
func near(before, l glyph) bool {
	return l.X-before.X-before.W < 0.4*max(before.Size, l.Size)
}

// firstLarger is the letter at which what is raised in front of it ends.
func firstLarger(letters []glyph) glyph {
	for _, l := range letters[1:min(len(letters), 5)] {
		if l.Size > 1.15*letters[0].Size {
			return l
		}
	}
	return letters[0]
}

// Letters that are hardly smaller are raised where they stand clearly apart
// from their line.
const (
	smaller = 0.88
	clearly = 0.25
)

func shiftOf(l, main glyph) int {
	if l.Field || l.Size > 1.02*main.Size || l.Size < 0.3*main.Size || isMark(l.Text) {
		return 0
	}
	rise := (l.Y - main.Y) / main.Size
	if l.Size > smaller*main.Size && math.Abs(rise) < clearly {
		return 0
	}
	switch {
	case rise > 0.12 && rise < 0.75:
		return 1
	case rise < -0.06 && rise > -0.5:
		return -1
	}
	return 0
}

// shifted is a letter as text, where before is how the last one stood. One
// that has no raised form is marked with ^ or _.
func shifted(l glyph, before int) string {
	if l.shift == 0 {
		return l.Text
	}
	from, to, sign := "0123456789+-−=()nioabcdeghkmpstuxyz", []rune("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵒᵃᵇᶜᵈᵉᵍʰᵏᵐᵖˢᵗᵘˣʸᶻ"), "^"
	if l.shift < 0 {
		from, to, sign = "0123456789+-−=()aeioxhklmnpst", []rune("₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢₒₓₕₖₗₘₙₚₛₜ"), "_"
	}
	var out strings.Builder
	for _, r := range l.Text {
		at := strings.IndexRune(from, r)
		if at < 0 {
			if before == l.shift {
				sign = ""
			}
			return sign + l.Text
		}
		out.WriteRune(to[len([]rune(from[:at]))])
	}
	return out.String()
}
