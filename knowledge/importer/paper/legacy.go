package paper

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Letters of before Unicode, as they come out when their codes are taken for
// Latin: TCVN3 has one code a letter, VNI a base letter and its marks, windows-1258
// a letter and its tone.
var (
	tcvn3 = strings.NewReplacer(pairs(
		"µ à ¸ á ¶ ả · ã ¹ ạ ¨ ă » ằ ¾ ắ ¼ ẳ ½ ẵ Æ ặ © â Ç ầ Ê ấ È ẩ É ẫ Ë ậ ® đ Ì è Ð é Î ẻ Ï ẽ Ñ ẹ ª ê Ò ề Õ ế Ó ể Ô ễ Ö ệ",
		"× ì Ý í Ø ỉ Ü ĩ Þ ị ß ò ã ó á ỏ â õ ä ọ « ô å ồ è ố æ ổ ç ỗ é ộ ¬ ơ ê ờ í ớ ë ở ì ỡ î ợ ï ù ó ú ñ ủ ò ũ ô ụ",
		"\u00ad ư õ ừ ø ứ ö ử ÷ ữ ù ự ú ỳ ý ý û ỷ ü ỹ þ ỵ ¡ Ă ¢ Â £ Ê ¤ Ô ¥ Ơ ¦ Ư § Đ")...)
	vni = strings.NewReplacer(pairs(
		"aù á aø à aû ả aõ ã aï ạ aâ â aá ấ aà ầ aå ẩ aã ẫ aä ậ aê ă aé ắ aè ằ aú ẳ aü ẵ aë ặ",
		"eù é eø è eû ẻ eõ ẽ eï ẹ eâ ê eá ế eà ề eå ể eã ễ eä ệ où ó oø ò oû ỏ oõ õ oï ọ oâ ô oá ố oà ồ oå ổ oã ỗ oä ộ",
		"ôù ớ ôø ờ ôû ở ôõ ỡ ôï ợ ô ơ uù ú uø ù uû ủ uõ ũ uï ụ öù ứ öø ừ öû ử öõ ữ öï ự ö ư",
		"yù ý yø ỳ yû ỷ yõ ỹ î ỵ ñ đ í í ì ì æ ỉ ó ĩ ò ị")...)
	windows1258 = strings.NewReplacer(pairs(
		"ì \u0301 Ì \u0300 Ò \u0309 Þ \u0303 ò \u0323 ã ă Ã Ă ð đ Ð Đ õ ơ Õ Ơ ý ư Ý Ư")...)
)

func pairs(lists ...string) []string { return strings.Fields(strings.Join(lists, " ")) }

// oldLetters are the ways to read a word of before Unicode.
var oldLetters = map[FlawKind]func(string) string{
	FlawTCVN3: tcvn3.Replace,
	FlawVNI:   func(word string) string { return vni.Replace(strings.ToLower(word)) },
	Flaw1258:  func(word string) string { return norm.NFC.String(windows1258.Replace(word)) },
}

// doubled counts letters of UTF-8 whose bytes were taken for letters: "Tá»«".
func doubled(text string) (n int, first string) {
	runes := []rune(text)
	for i := range runes {
		lead, ok := latinByte(runes[i])
		if !ok || lead < 0xc3 || lead > 0xe2 {
			continue
		}
		bytes := []byte{lead}
		for _, r := range runes[i+1 : min(i+3, len(runes))] {
			if b, ok := latinByte(r); ok && b >= 0x80 && b < 0xc0 {
				bytes = append(bytes, b)
			}
		}
		meant := []rune(string(bytes))
		if isLetterOfVietnamese(meant[0]) {
			n++
			first = Either(first, string(runes[max(i-2, 0):min(i+5, len(runes))]))
		}
	}
	return n, first
}

func latinByte(r rune) (byte, bool) {
	if r < 0x100 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

func Either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
