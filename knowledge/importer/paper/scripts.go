package paper

import (
	"strings"
	"unicode"
)

// Letters above and below the line. What Unicode has is written so; the rest
// as "^(…)" and "_(…)", which is said.
var (
	above = runesOf("0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻–⁻=⁼(⁽)⁾nⁿiⁱ")
	below = runesOf("0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋–₋=₌(₍)₎")
)

func runesOf(pairs string) map[rune]rune {
	out, list := map[rune]rune{}, []rune(pairs)
	for i := 0; i+1 < len(list); i += 2 {
		out[list[i]] = list[i+1]
	}
	return out
}

// Raised is text above the line; ok is false when it had to be written out.
func Raised(text string) (written string, ok bool) {
	if s := strings.TrimSpace(text); s == "o" || s == "O" {
		return "°", true // 38,5 °C as many write it
	}
	return script(text, above, "^")
}

// Lowered is text below the line.
func Lowered(text string) (written string, ok bool) { return script(text, below, "_") }

func script(text string, letters map[rune]rune, mark string) (string, bool) {
	var b strings.Builder
	plain := true // there is nothing to raise
	for _, r := range text {
		at, ok := letters[r]
		switch {
		case ok:
			b.WriteRune(at)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return mark + "(" + strings.TrimSpace(text) + ")", false
		default:
			b.WriteRune(r)
			continue
		}
		plain = false
	}
	if plain {
		return text, true
	}
	return b.String(), true
}
