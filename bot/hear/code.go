package hear

import (
	"regexp"
	"strings"

	"phatngon/internal/desk/request"
)

// shortCode is what people leave of a code: its letters or "mã", and its number.
var shortCode = regexp.MustCompile(`(?i)(?:^|[^\pL\pN])(th|tg|mã(?: số)?(?: yêu cầu)?|ma(?: so)?(?: yeu cau)?)[\s.,:_/–—-]*(?:số |so )?(\d{1,6})(?:$|[^\pL\pN/.])`)

// ownNumber is what people call a request of theirs: "hồ sơ số 45 của tôi".
var ownNumber = regexp.MustCompile(`(?i)(?:^|[^\pL\pN])(?:hồ sơ|yêu cầu|câu hỏi|đơn|ho so|yeu cau|cau hoi|don) (?:số|so|mã|ma) (\d{1,6}) (?:của|cua) (?:tôi|em|mình|cháu|con|anh|chị|toi|minh|chau|chi)(?:$|[^\pL\pN])`)

// numberIn is the letters and the number that a message leaves of a code.
func numberIn(text string) (letters, number string, ok bool) {
	if m := ownNumber.FindStringSubmatch(text); m != nil {
		return "TH", m[1], true
	}
	m := shortCode.FindStringSubmatch(text)
	if m == nil || len(m[2]) < 2 && len(strings.Fields(text)) > 3 {
		return "", "", false
	}
	return strings.ToUpper(m[1]), m[2], true
}

// CodeIn is the code of a request that a message names: in full, or, of one of own, only by
// its number. "" when it names none.
func CodeIn(text string, own []request.Request) string {
	if code, ok := request.FindCode(text); ok {
		return code
	}
	letters, number, ok := numberIn(text)
	if !ok {
		return ""
	}
	if letters == "TG" {
		return letters + "-" + number
	}
	if r, ok := request.ByNumber(own, number); ok {
		return r.Code
	}
	if letters == "TH" && len(number) < 3 && !ownNumber.MatchString(text) { // "th 2" may be Tuesday
		return ""
	}
	return "TH-" + number
}
