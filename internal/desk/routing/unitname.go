package routing

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// UnitNamed is the unit whose name a document writes in its letterhead: "SỞ Y
// TẾ", "UBND XÃ TRUNG SƠN", "SỞ Y TẾ TỈNH THANH HÓA". Marks count, case and
// the place of a tone mark do not. Everyday names ("tỉnh Thanh Hóa", "Trung
// Sơn") and names that two units share lead nowhere: a letterhead is read, not
// guessed.
func (r *Registry) UnitNamed(text string) (code string, ok bool) {
	key := nameKey(text)
	for _, form := range []string{
		key, strings.TrimPrefix(key, "ủy ban nhân dân "),
		strings.TrimSuffix(key, " tỉnh thanh hóa"), strings.TrimSuffix(key, " thanh hóa"),
	} {
		if code, ok := r.named(form); ok {
			return code, true
		}
	}
	return "", false
}

func (r *Registry) named(key string) (code string, ok bool) {
	if key == "" {
		return "", false
	}
	for _, u := range r.units {
		if !u.isNamed(key) {
			continue
		}
		if ok {
			return "", false
		}
		code, ok = u.Code, true
	}
	return code, ok
}

// isNamed compares the unit's official names, and those others that begin as
// its name does.
func (u Unit) isNamed(key string) bool {
	name := nameKey(u.Name)
	if name == key {
		return true
	}
	first, _, _ := strings.Cut(name, " ")
	for _, other := range append([]string{u.ShortName}, u.Aliases...) {
		if k := nameKey(other); k == key && strings.HasPrefix(k, first+" ") {
			return true
		}
	}
	return false
}

// toneMoves writes a tone mark where older typing puts it.
var toneMoves = strings.NewReplacer(
	"oà", "òa", "oá", "óa", "oả", "ỏa", "oã", "õa", "oạ", "ọa", "oè", "òe", "oé", "óe", "oẻ", "ỏe", "oẽ", "õe", "oẹ", "ọe",
	"uỳ", "ùy", "uý", "úy", "uỷ", "ủy", "uỹ", "ũy", "uỵ", "ụy",
)

// nameKey is a name in lower case, written out, without punctuation.
func nameKey(text string) string {
	text = strings.ReplaceAll(strings.ToLower(norm.NFC.String(text)), "&", " và ")
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	key := toneMoves.Replace(strings.Join(words, " "))
	key = strings.ReplaceAll(" "+key+" ", " ubnd ", " ủy ban nhân dân ")
	return strings.TrimSpace(key)
}
