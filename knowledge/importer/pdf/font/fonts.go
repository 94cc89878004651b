package font

import (
	"strconv"
	"strings"
)

// oldFont tells the fonts that offices used before Unicode: what their letters
// are called is not what they show.
func oldFont(base string) bool {
	if _, name, ok := strings.Cut(base, "+"); ok {
		base = name
	}
	return strings.HasPrefix(base, ".Vn") || strings.HasPrefix(base, "VNI-")
}

// signsOf is the table of a font of signs, nil of others: code 4 of
// ZapfDingbats is a tick and no figure.
func signsOf(base string) map[int]string {
	if _, name, ok := strings.Cut(base, "+"); ok {
		base = name
	}
	switch {
	case strings.HasPrefix(base, "ZapfDingbats"):
		return dingbats
	case strings.HasPrefix(base, "Symbol"):
		return symbols
	case strings.HasPrefix(base, "OpenSymbol"):
		return bullets
	case strings.HasPrefix(base, "Wingdings"), strings.HasPrefix(base, "Webdings"):
		return wingdings
	}
	return nil
}

var dingbats = map[int]string{
	' ': " ", '3': "✓", '4': "✔", '5': "✕", '6': "✖", '7': "✗", '8': "✘", 'l': "●", 'm': "❍", 'n': "■", 'o': "❏", 'q': "❑",
	'u': "◆", 'H': "★", 's': "▲", 't': "▼",
}

// bullets are the signs of LibreOffice's lists.
var bullets = map[int]string{0x6c: "●", 0x6e: "■", 0xa7: "▪", 0xb7: "•", 0xd8: "➢", 0xfc: "✓"}

var wingdings = map[int]string{
	' ': " ", 0x6c: "●", 0x6e: "■", 0x6f: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0xa7: "▪", 0xa8: "◻", 0xd8: "➢",
	0xe0: "→", 0xf0: "⇨", 0xfb: "✗", 0xfc: "✓", 0xfd: "☒", 0xfe: "☑",
}

var symbols = map[int]string{
	' ': " ", '0': "0", '1': "1", '2': "2", '3': "3", '4': "4", '5': "5", '6': "6", '7': "7", '8': "8", '9': "9", '(': "(", ')': ")",
	'+': "+", ',': ",", '-': "−", '.': ".", '/': "/", '<': "<", '=': "=", '>': ">", '%': "%",
	'a': "α", 'b': "β", 'g': "γ", 'd': "δ", 'e': "ε", 'l': "λ", 'm': "μ", 'p': "π", 's': "σ", 'S': "Σ", 'D': "Δ", 'W': "Ω",
	0xa3: "≤", 0xb3: "≥", 0xb0: "°", 0xb1: "±", 0xb4: "×", 0xb7: "•", 0xb8: "÷", 0xb9: "≠", 0xbb: "≈", 0xae: "→", 0xac: "←",
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
