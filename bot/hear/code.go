package hear

import (
	"regexp"
	"strings"

	"phatngon/internal/desk/request"
)

// shortCode is what people leave of a code: its letters or "mã", and its number.
var shortCode = regexp.MustCompile(`(?i)(?:^|[^\pL\pN])(th|tg|mã(?: số)?(?: yêu cầu)?|ma(?: so)?(?: yeu cau)?)[\s.,:_/–—-]*(?:số |so )?(\d{1,6})(?:$|[^\pL\pN/.])`)

// CodeIn is the code of a request that a message names: in full, or, of one of own, only by
// its number. "" when it names none.
func CodeIn(text string, own []request.Request) string {
	if code, ok := request.FindCode(text); ok {
		return code
	}
	m := shortCode.FindStringSubmatch(text)
	if m == nil || len(m[2]) < 2 && len(strings.Fields(text)) > 3 {
		return ""
	}
	letters := strings.ToUpper(m[1])
	if letters == "TG" {
		return letters + "-" + m[2]
	}
	if r, ok := request.ByNumber(own, m[2]); ok {
		return r.Code
	}
	if letters == "TH" && len(m[2]) < 3 { // "th 2" may be Tuesday
		return ""
	}
	return "TH-" + m[2]
}
