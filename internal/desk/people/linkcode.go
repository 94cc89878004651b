package people

import (
	"regexp"
	"strings"
)

// linkLetters are those of codes that officers type: none that look alike.
const linkLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

// LinkCode is the code made of random bytes, ten of them: CB-XXXXX-XXXXX, 50 bits.
func LinkCode(random []byte) string {
	var b strings.Builder
	for i, r := range random[:10] {
		if i%5 == 0 {
			b.WriteString([]string{"CB-", "-"}[min(i, 1)])
		}
		b.WriteByte(linkLetters[int(r)%len(linkLetters)])
	}
	return b.String()
}

var linkCode = regexp.MustCompile(`(?i)^\s*CB[\s-]*([2-9A-HJ-NP-Z]{5})[\s-]*([2-9A-HJ-NP-Z]{5})\s*$`)

// FindLinkCode reads a message that is nothing but such a code.
func FindLinkCode(text string) (string, bool) {
	m := linkCode.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	return strings.ToUpper("CB-" + m[1] + "-" + m[2]), true
}
