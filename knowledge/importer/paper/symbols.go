package paper

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// SymbolFonts are the fonts whose codes are pictures, by code; 0xf000 may be
// added to it. What is not here is said to be unreadable.
var SymbolFonts = map[string]map[rune]rune{
	"symbol": symbolsOf(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
		0x22, "∀", 0x24, "∃", 0x27, "∋", 0x2d, "−", 0x5e, "⊥", 0xa2, "′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", 0xc5, "⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓", 0xe2, "®©™∑"),
	"wingdings": symbolsOf(0x22, "✂✁", 0x28, "☎✆✉", 0x46, "☞☝☟", 0x4a, "☺", 0x6c, "●", 0x6e, "■□", 0x71, "❑❒", 0x75, "◆❖",
		0x81, "①②③④⑤⑥⑦⑧⑨⑩", 0x8c, "❶❷❸❹❺❻❼❽❾❿", 0x9f, "•", 0xa1, "○", 0xa4, "◉◎", 0xa7, "▪□", 0xab, "★", 0xb6, "☆",
		0xd8, "➢", 0xdf, "←→↑↓", 0xe8, "➔", 0xef, "⇦⇨⇧⇩", 0xfb, "✗✓☒☑"),
	"wingdings 2": symbolsOf(0x4f, "✗✓☒☑☒☒", 0xa2, "■□"),
}

// symbolsOf numbers signs from a code on.
func symbolsOf(lists ...any) map[rune]rune {
	out := map[rune]rune{}
	for i := 0; i+1 < len(lists); i += 2 {
		code := rune(lists[i].(int))
		for _, sign := range lists[i+1].(string) {
			out[code] = sign
			code++
		}
	}
	return out
}

// Symbol is the sign with a code in a font.
func Symbol(font string, code rune) (string, bool) {
	if code >= 0xf000 && code <= 0xf0ff {
		code -= 0xf000
	}
	font = strings.ToLower(font)
	if sign, ok := SymbolFonts[font][code]; ok {
		return string(sign), true
	}
	if font == "symbol" && code >= ' ' && code < 'A' {
		return string(code), true // digits and most points are themselves
	}
	return string(utf8.RuneError), false
}

// SymbolCode is w:char, which is written in hexadecimal digits.
func SymbolCode(text string) rune {
	code, err := strconv.ParseUint(text, 16, 32)
	if err != nil {
		return utf8.RuneError
	}
	return rune(code)
}
