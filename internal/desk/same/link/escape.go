package link

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Besides letters, digits and "-._~", these stand as they are.
const (
	inPath  = "!$&'()*+,;=:@"
	inQuery = "!$'()*,;:@/?"
)

// unescape decodes what is percent-encoded and leaves a percent that encodes
// nothing. Vietnamese letters come out composed, however they were typed.
func unescape(s string) string {
	if strings.Contains(s, "%") {
		s = string(decode(s))
	}
	return norm.NFC.String(s)
}

func decode(s string) []byte {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && hex(s[i+1]) >= 0 && hex(s[i+2]) >= 0 {
			b = append(b, byte(hex(s[i+1])<<4|hex(s[i+2])))
			i += 2
			continue
		}
		b = append(b, s[i])
	}
	return b
}

func hex(c byte) int { return strings.IndexByte("0123456789abcdef", c|0x20) }

// escape is the one way a decoded part is written.
func escape(s, keep string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if isCode(c) || c == '.' || c == '~' || strings.IndexByte(keep, c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.WriteString("%" + string("0123456789ABCDEF"[c>>4]) + string("0123456789ABCDEF"[c&15]))
	}
	return b.String()
}

// isCode reports whether c may stand in a code of a platform.
func isCode(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_'
}

// isDigits reports whether s is at least least digits and nothing else.
func isDigits(s string, least int) bool {
	return len(s) >= least && strings.Trim(s, "0123456789") == ""
}

// codeOf is the code that s begins with, "" when it is not of length from to to.
func codeOf(s string, from, to int) string {
	n := 0
	for n < len(s) && isCode(s[n]) {
		n++
	}
	if n < from || n > to {
		return ""
	}
	return s[:n]
}
