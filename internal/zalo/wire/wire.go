// Package wire reads the JSON that Zalo sends, whose types are not always the documented
// ones: numbers as strings, strings as numbers, fields of another shape.
package wire

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"time"
)

// Text reads a JSON string, or a whole number as its digits: ids have 18 to 20
// digits and would be corrupted by a float64. Anything else is "".
func Text(raw json.RawMessage) string {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 {
		return ""
	}
	if raw[0] == '"' {
		var s string
		if json.Unmarshal(raw, &s) != nil {
			return ""
		}
		return s
	}
	if s := string(raw); IsDigits(strings.TrimPrefix(s, "-")) {
		return s
	}
	return ""
}

// Literal is a string field that Zalo also sends as a number (timestamps,
// sizes, quotas, coordinates). A value of another type reads as "".
type Literal string

func (l *Literal) UnmarshalJSON(raw []byte) error {
	raw = bytes.TrimSpace(raw)
	var n json.Number
	switch {
	case len(raw) > 0 && raw[0] == '"':
		*l = Literal(Text(raw))
	case json.Unmarshal(raw, &n) == nil:
		*l = Literal(n)
	default:
		*l = ""
	}
	return nil
}

// Whole is l as a whole number; 0 when it is none.
func (l Literal) Whole() int64 {
	n, err := strconv.ParseInt(strings.TrimSpace(string(l)), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// At is l as epoch milliseconds; the zero time when it is none.
func (l Literal) At() time.Time {
	n := l.Whole()
	if n <= 0 || n > 99_999_999_999_999 {
		return time.Time{}
	}
	return time.UnixMilli(n).UTC()
}

// IsDigits reports whether s has decimal digits and nothing else.
func IsDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

// Object decodes raw into v as far as its shape allows: a field of an
// unexpected type must not lose the event it came with.
func Object(raw json.RawMessage, v any) {
	if len(raw) > 0 {
		_ = json.Unmarshal(raw, v) // what does not fit stays zero
	}
}
