package request

import (
	"fmt"
	"regexp"
	"strconv"
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
