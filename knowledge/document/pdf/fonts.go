package pdf

import "strings"

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
	case strings.HasPrefix(base, "Wingdings"), strings.HasPrefix(base, "Webdings"):
		return wingdings
	}
	return nil
}

var dingbats = map[int]string{
	' ': " ", '3': "✓", '4': "✔", '5': "✕", '6': "✖", '7': "✗", '8': "✘", 'l': "●", 'm': "❍", 'n': "■", 'o': "❏", 'q': "❑",
	'u': "◆", 'H': "★", 's': "▲", 't': "▼",
}

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
