package request

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Series is the counter that numbers the requests of a year, whose number follows, and
// the statements written beside them.
const Series = "request-"

// FormatCode is the public code of the n-th request of a year: TH-2026-00001.
func FormatCode(year int, n int64) string { return fmt.Sprintf("TH-%04d-%05d", year, n) }

// codePattern accepts what people make of a code: any case, spaces, dots or
// none between its parts, leading zeros left out.
var codePattern = regexp.MustCompile(`(?i)(?:^|[^\pL\pN])th[\s.,_/–—-]*(20\d\d)[\s.,_/–—-]*(\d{1,9})(?:$|[^\pL\pN])`)

// FindCode finds the first request code in free text.
func FindCode(text string) (string, bool) {
	m := codePattern.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	year, _ := strconv.Atoi(m[1]) // digits only
	n, err := strconv.ParseInt(m[2], 10, 64)
	if err != nil || n == 0 {
		return "", false
	}
	return FormatCode(year, n), true
}

// ByNumber finds, of all, the request whose code ends with this number, zeros before it
// left out or not.
func ByNumber(all []Request, number string) (Request, bool) {
	plain := func(s string) string { return strings.TrimLeft(strings.TrimSpace(s), "0") }
	i := slices.IndexFunc(all, func(r Request) bool {
		return plain(r.Code[strings.LastIndexByte(r.Code, '-')+1:]) == plain(number)
	})
	if i < 0 {
		return Request{}, false
	}
	return all[i], true
}
