package font

import (
	"strconv"
	"strings"

	"phatngon/knowledge/importer/symbol"
)

// oldFont tells the fonts that offices used before Unicode: what their letters
// are called is not what they show.
func oldFont(base string) bool {
	if _, name, ok := strings.Cut(base, "+"); ok {
		base = name
	}
	return strings.HasPrefix(base, ".Vn") || strings.HasPrefix(base, "VNI-")
}

// signsOf is the name of a font of signs, "" of others: code 4 of ZapfDingbats
// is a tick and no figure.
func signsOf(base string) string {
	if _, name, ok := strings.Cut(base, "+"); ok {
		base = name
	}
	base, _, _ = strings.Cut(base, ",")
	if base == openSymbol || symbol.IsFont(base) {
		return base
	}
	return ""
}

const openSymbol = "OpenSymbol"

// bullets are the signs of LibreOffice's lists.
var bullets = map[int]string{0x6c: "●", 0x6e: "■", 0xa7: "▪", 0xb7: "•", 0xd8: "➢", 0xfc: "✓"}

// sign is what a font of signs shows of a code of its own.
func (t *Font) sign(code int) (string, bool) {
	switch {
	case t.signs == openSymbol:
		text, ok := bullets[code]
		return text, ok
	case strings.HasPrefix(t.signs, "StandardSymbols"):
		return "", false // stands in for Symbol, without its codes: "≤" and "≥" are one empty box
	}
	sign, ok := symbol.Of(t.signs, rune(code))
	return string(sign), ok
}

// shown is what a font shows of a letter that the file tells. Of fonts of signs
// many tell the letter that was typed.
func (t *Font) shown(text string) (string, bool) {
	told := []rune(text)
	if t.signs == "" || t.signs == openSymbol || len(told) != 1 {
		return text, true
	}
	sign, ok := symbol.Told(t.signs, told[0])
	return string(sign), ok
}

// ownCodes are the signs of a font that names no encoding.
func (t *Font) ownCodes() map[int]string {
	out := map[int]string{}
	for c := range 0x100 {
		if sign, ok := symbol.Of(t.signs, rune(c)); ok {
			out[c] = string(sign)
		}
	}
	return out
}

// glyphText reads the names of glyphs that say their letter (Adobe Glyph List
// Specification, section 2), and the plain ones.
func glyphText(glyph string) (string, bool) {
	glyph, _, _ = strings.Cut(glyph, ".")
	if len(glyph) == 1 {
		return glyph, true
	}
	if text, ok := glyphNames[glyph]; ok {
		return text, true
	}
	digits, found := strings.CutPrefix(glyph, "uni")
	if !found || len(digits) != 4 {
		digits, found = strings.CutPrefix(glyph, "u")
	}
	n, err := strconv.ParseUint(digits, 16, 21)
	if !found || err != nil || len(digits) < 4 || n == 0 {
		return "", false
	}
	return string(rune(n)), true
}

var glyphNames = map[string]string{
	"space": " ", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
	"eight": "8", "nine": "9", "period": ".", "comma": ",", "colon": ":", "semicolon": ";", "hyphen": "-", "endash": "–",
	"emdash": "—", "slash": "/", "parenleft": "(", "parenright": ")", "percent": "%", "plus": "+", "equal": "=",
	"question": "?", "exclam": "!", "quotedbl": "\"", "quotesingle": "'", "quotedblleft": "“", "quotedblright": "”",
	"quoteleft": "‘", "quoteright": "’", "underscore": "_", "ampersand": "&", "at": "@", "bullet": "•", "ellipsis": "…",
	"bracketleft": "[", "bracketright": "]", "numbersign": "#", "asterisk": "*", "less": "<", "greater": ">", "degree": "°",
	"dcroat": "đ", "Dcroat": "Đ", "ohorn": "ơ", "Ohorn": "Ơ", "uhorn": "ư", "Uhorn": "Ư", "abreve": "ă", "Abreve": "Ă",
	"acircumflex": "â", "Acircumflex": "Â", "ecircumflex": "ê", "Ecircumflex": "Ê", "ocircumflex": "ô", "Ocircumflex": "Ô",
	"agrave": "à", "Agrave": "À", "aacute": "á", "Aacute": "Á", "atilde": "ã", "Atilde": "Ã", "egrave": "è", "Egrave": "È",
	"eacute": "é", "Eacute": "É", "igrave": "ì", "Igrave": "Ì", "iacute": "í", "Iacute": "Í", "ograve": "ò", "Ograve": "Ò",
	"oacute": "ó", "Oacute": "Ó", "otilde": "õ", "Otilde": "Õ", "ugrave": "ù", "Ugrave": "Ù", "uacute": "ú", "Uacute": "Ú",
	"yacute": "ý", "Yacute": "Ý", "itilde": "ĩ", "Itilde": "Ĩ", "utilde": "ũ", "Utilde": "Ũ",
}
