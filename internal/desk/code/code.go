// Package code is the one form of the codes that people are given and type:
// TH-2026-00001 for a request, TG-2026-00001 for a case.
package code

import (
	"fmt"
	"regexp"
	"strconv"
)

// Form is the codes of one kind, told apart by their letters.
type Form struct {
	letters string
	typed   *regexp.Regexp
}

// New is the form of codes that begin with these letters, in capitals.
func New(letters string) Form {
	// what people make of a code: any case, spaces, dots or none between its parts,
	// leading zeros left out
	return Form{letters, regexp.MustCompile(`(?i)(?:^|[^\pL\pN])` + letters + `[\s.,_/–—-]*(20\d\d)[\s.,_/–—-]*(\d{1,9})(?:$|[^\pL\pN])`)}
}

// Of is the code of the n-th of a year.
func (f Form) Of(year int, n int64) string { return fmt.Sprintf("%s-%04d-%05d", f.letters, year, n) }

// Find finds the first code of this form in free text.
func (f Form) Find(text string) (string, bool) {
	m := f.typed.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	year, _ := strconv.Atoi(m[1]) // digits only
	n, err := strconv.ParseInt(m[2], 10, 64)
	if err != nil || n == 0 {
		return "", false
	}
	return f.Of(year, n), true
}
