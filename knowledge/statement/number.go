package statement

import (
	"regexp"
	"strings"

	"phatngon/knowledge/lang"
)

// number is a document's number as people type it: 1950/QĐ-UBND, 12/2026/qd-ubnd,
// 45-TB/TU, with or without spaces. It ends in who issued it: "24/7" and "5/km" are none.
var number = regexp.MustCompile(`(?i)(?:^|[^\pL\pN/.-])(\d{1,6}[a-zđ]?(?:\s*/\s*\d{4})?\s*[-–—/]\s*\pL{1,8}\s?[-–—/&]\s?[\pL\d]{1,12}(?:[-–—/&.][\pL\d]{1,12}){0,3})`)

// FindNumbers are the document numbers in a text, each once, in one form: see NumberKey.
func FindNumbers(text string) []string {
	var all []string
	seen := map[string]bool{}
	for _, m := range number.FindAllStringSubmatch(text, mostNumbers) {
		if key := NumberKey(m[1]); !seen[key] {
			seen[key] = true
			all = append(all, key)
		}
	}
	return all
}

// mostNumbers bounds how many numbers of one text are looked up.
const mostNumbers = 20

// NumberKey is a document's number as it is compared, "1950/qd-ubnd": without diacritics
// and spaces, every sign between its letters a dash, so that no spelling of one number
// differs from another.
func NumberKey(s string) string {
	folded := strings.Join(strings.Fields(lang.Fold(s)), "")
	folded = strings.TrimLeft(strings.NewReplacer("–", "-", "—", "-", "&", "-", "/", "-").Replace(folded), "0")
	digits, rest, _ := strings.Cut(strings.Trim(folded, ".-"), "-")
	return digits + "/" + rest
}
