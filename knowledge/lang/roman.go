package lang

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// After these words, spelt without diacritics, a Roman number counts: "quý III"
// is "quý 3", "vùng I" is "vùng 1".
var counting = strings.Fields("quy khoa ki hang loai cap lan thu nhom phan chuong muc luc vung vuc doan dot hoi tap tang")

// romans maps Roman numbers in small letters to digits.
var romans = func() map[string]string {
	all := map[string]string{}
	for tens, x := range []string{"", "x", "xx", "xxx"} {
		for ones, i := range []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"} {
			all[x+i] = strconv.Itoa(10*tens + ones)
		}
	}
	delete(all, "")
	return all
}()

const longestRoman = len("xxxviii")

// roman writes the key in digits when it is a Roman number that counts what
// stands before it. Those that are syllables too ("lần vi phạm") are numbers
// only in capitals beside what is not.
func (r *Reader) roman(before string) {
	if len(r.key) > longestRoman || len(bytes.Trim(r.key, "ivx")) > 0 {
		return
	}
	number, ok := romans[string(r.key)]
	syllable := slices.Contains([]string{"v", "x", "vi", "xi"}, string(r.key))
	if !ok || syllable && (!isUpper(r.text[r.Start:r.End]) || isUpper(before)) {
		return
	}
	if slices.Contains(counting, FoldKey(keyOf(before))) {
		r.key = append(r.key[:0], number...)
	}
}

// keyOf is the key of a text of one token, "" when there is none.
func keyOf(token string) string {
	var r Reader
	r.Reset(token)
	r.Next()
	return string(r.key)
}

func isUpper(s string) bool { return strings.IndexFunc(s, unicode.IsLower) < 0 }
