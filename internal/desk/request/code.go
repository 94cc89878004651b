package request

import (
	"slices"
	"strings"

	"phatngon/internal/desk/code"
)

// Series is the counter that numbers the requests of a year, whose number follows, and
// the statements written beside them.
const Series = "request-"

var form = code.New("TH")

// FormatCode is the public code of the n-th request of a year: TH-2026-00001.
func FormatCode(year int, n int64) string { return form.Of(year, n) }

// FindCode finds the first request code in free text.
func FindCode(text string) (string, bool) { return form.Find(text) }

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
