package askings

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"phatngon/internal/llm"
	"phatngon/knowledge/lang"
	"phatngon/knowledge/statement"
)

// What can be a question for others to be found by: shorter says nothing,
// longer tells a story.
const (
	fewestAskingWords = 3
	longestAsking     = 200 // characters
)

// askingText is what may be kept of a question: in one line and masked. false:
// nothing, since it tells who asks or is no question by itself.
func askingText(question string) (string, bool) {
	text, ok := impersonalText(question)
	rest, _ := llm.Unmasked(text)
	return text, ok && len(strings.Fields(statement.Wording(rest))) >= fewestAskingWords
}

// impersonalText is a text in one line and masked; false: it tells who asks, or is long.
func impersonalText(typed string) (string, bool) {
	text := strings.Join(strings.Fields(norm.NFC.String(strings.ToValidUTF8(typed, ""))), " ")
	if text == "" || utf8.RuneCountInString(text) > longestAsking || personal(text) {
		return "", false
	}
	return llm.Mask(text), true
}

// Signs that a text tells who asks or about whom. Words are folded: half of the
// texts have no diacritics. A name typed without capitals is not recognised.
var (
	introduced = regexp.MustCompile(` (?:(?:toi|em|minh|chau) la|` + kin + ` ten|ten (?:toi|em|chau)|ho (?:va )?ten (?:la|toi|em|chau|con|cua)|` + kin + ` sinh (?:ngay|nam)|sinh ngay \d+) `)
	livesAt    = regexp.MustCompile(` (?:(?:toi|em|minh|chau|con|nha \pL+) (?:(?:dang|hien|song|sinh|cu|tru|thuong|tam) )*(?:o|tai) (?:so|nha|ngo|ngach|hem|duong|pho|thon|xom|ban|lang|khu|to)|(?:so nha|nha so|ngo|ngach|hem) \d+|dia chi (?:(?:nha|cua) )?(?:toi|em|minh|chau)|ho khau (?:thuong tru )?(?:o|tai)) `)
	plate      = regexp.MustCompile(`(?i)\b\d{2}[- ]?[A-Z]\d?[-. ]?\d{3}[. ]?\d{2}\b`)
	addressed  = regexp.MustCompile(`(?i:(?:^|[^\pL])(?:ông|bà|anh|chị|cô|chú|bác|em|cháu|con|thầy|vợ|chồng|mẹ|bố))(?: \p{Lu}\pL*){2,}`)
	fullName   = regexp.MustCompile(`(?:(\pL+) )?(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Lý|Trịnh|Đinh|Trương)(?: \p{Lu}\pL*){2,}`)
)

const kin = `(?:toi|em|minh|chau|con|me|bo|ba|ong|anh|chi|vo|chong)`

// namedPlaces bear the names of people long dead.
const namedPlaces = "|đường|phố|phường|xã|trường|thpt|thcs|chợ|cầu|hồ|đền|công viên|viên|viện|"

func personal(text string) bool {
	words := askingWords(text)
	if introduced.MatchString(words) || livesAt.MatchString(words) || plate.MatchString(text) || addressed.MatchString(text) {
		return true
	}
	for _, m := range fullName.FindAllStringSubmatch(text, -1) {
		if !strings.Contains(namedPlaces, "|"+strings.ToLower(m[1])+"|") {
			return true
		}
	}
	return false
}

// askingWords is " word word " without diacritics, and without phrases that
// hold a word for "I" but speak of nobody.
func askingWords(text string) string {
	notInWord := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	words := " " + strings.Join(strings.FieldsFunc(lang.Fold(text), notInWord), " ") + " "
	return impersonal.Replace(words)
}

var impersonal = strings.NewReplacer(" tre em ", " ", " thong minh ", " ", " van minh ", " ", " chi minh ", " ", " chung minh ", " ")
