// Package symbol says which signs the fonts of signs show: their letters and
// digits are pictures.
package symbol

import "strings"

// fonts are the signs by font and code. What is not here is said to be
// unreadable.
var fonts = map[string]map[rune]rune{
	"symbol": numbered(' ', " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅", 'A', "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
		'a', "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼", 0xa0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", 0xc0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓", 0xe0, "◊〈®©™∑", 0xf1, "〉∫"),
	"wingdings": numbered(0x21, "✏✂✁", 0x28, "☎✆✉", 0x36, "⏳⌨", 0x3e, "✇✍", 0x41, "✌", 0x43, "👍👎☜☞☝☟✋☺😐☹💣☠⚐", 0x51, "✈☼", 0x54, "❄", 0x56, "✞", 0x58, "✠✡☪☯", 0x5d, "☸♈♉♊♋♌♍♎♏♐♑♒♓",
		0x6c, "●❍■□", 0x71, "❑❒⬧⧫◆❖⬥☒", 0x7a, "⌘", 0x7d, "❝❞", 0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0x9e, "·•", 0xa1, "○", 0xa4, "◉◎", 0xa7, "▪□", 0xaa, "✦★✶", 0xb5, "✪☆",
		0xb7, "🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛", 0xd5, "⌫⌦", 0xd8, "➢", 0xdf, "←→↑↓↖↗↙↘", 0xe8, "➔", 0xef, "⇦⇨⇧⇩⬄", 0xfb, "✗✓☒☑"),
	"wingdings 2": numbered(0x4f, "✗✓☒☑☒☒", 0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0xa2, "■□"),
	"wingdings 3": numbered(0x21, "←→↑↓↖↗↙↘", 0x70, "▲▼△▽◀▶◁▷◣◢◤◥", 0x7d, "▶"),
	"webdings":    numbered(0x33, "◀▶▲▼", 0x61, "✔", 0x63, "□", 0x67, "■", 0x6e, "●", 0x72, "✖❓"),
	"zapfdingbats": numbered(0x21, "✁✂✃✄☎✆✇✈✉☛☞✌✍✎✏✐✑✒✓✔✕✖✗✘✙✚✛✜✝✞✟✠✡✢✣✤✥✦✧★✩✪✫✬✭✮✯✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿❀❁❂❃❄❅❆❇❈❉❊❋●❍■❏❐❑❒▲▼◆❖◗❘❙❚❛❜❝❞",
		0xa1, "❡❢❣❤❥❦❧♣♦♥♠①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓➔→↔↕➘➙➚➛➜➝➞➟➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯", 0xf1, "➱➲➳➴➵➶➷➸➹➺➻➼➽➾"),
}

// numbered gives signs their codes, from a code on.
func numbered(lists ...any) map[rune]rune {
	out := map[rune]rune{' ': ' '}
	for i := 0; i+1 < len(lists); i += 2 {
		code, ok := lists[i].(rune)
		if n, plain := lists[i].(int); plain {
			code, ok = rune(n), true
		}
		for _, sign := range lists[i+1].(string) {
			if ok {
				out[code] = sign
			}
			code++
		}
	}
	return out
}

// IsFont reports whether a font's letters are signs.
func IsFont(font string) bool { return fonts[family(font)] != nil }

// family is a font as the table calls it: "SymbolMT" and "Wingdings2" are files
// of "Symbol" and "Wingdings 2".
func family(font string) string {
	name := strings.ReplaceAll(strings.ToLower(font), "itc zapf", "zapf")
	name = strings.TrimSuffix(strings.TrimSuffix(name, "-regular"), "mt")
	switch name = strings.NewReplacer(" ", "", "-", "", "_", "").Replace(name); {
	case name == "wingdings2" || name == "wingdings3":
		return "wingdings " + name[len(name)-1:]
	case name == "standardsymbolsps" || name == "standardsymbolsl" || name == "standardsyml":
		return "symbol"
	case name == "dingbats" || name == "d050000l":
		return "zapfdingbats"
	}
	return name
}

// Of is the sign with a code in a font; 0xf000 may be added to it. A sign that
// nobody knows is not guessed.
func Of(font string, code rune) (sign rune, ok bool) {
	if code >= 0xf000 && code <= 0xf0ff {
		code -= 0xf000
	}
	sign, ok = fonts[family(font)][code]
	return sign, ok
}

// Of all the signs of Symbol, these have a code of Latin-1 of their own.
const latin = "°±×÷¬®©µ"

// Typed is the sign that a letter of Latin-1 shows when a font of signs shows
// it. Other letters are shown by a font that has them, and so given back.
func Typed(font string, letter rune) (sign rune, ok bool) {
	switch letter {
	case ' ', '\t', '\n', '\r', 0xa0, 0xad:
		return letter, true
	}
	private := letter >= 0xf000 && letter <= 0xf0ff
	if letter > 0xff && !private {
		return letter, letter < 0xe000 || letter > 0xf8ff
	}
	return Of(font, letter)
}

// Told is the sign of a code of a font of signs that a file calls a letter: no
// font of signs has letters, so the file tells what was typed.
func Told(font string, letter rune) (sign rune, ok bool) {
	if strings.ContainsRune(latin, letter) && family(font) == "symbol" {
		return letter, true
	}
	return Typed(font, letter)
}
