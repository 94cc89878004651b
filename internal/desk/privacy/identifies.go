package privacy

import "slices"

// Somebody speaks of themselves or of somebody of theirs, named or not.
var (
	oneself = words(`(?:(?:tôi|em|mình|cháu) là|(?:tôi|em|mình|cháu|con|mẹ|bố|bà|ông|anh|chị|vợ|chồng) tên|tên (?:tôi|em|cháu)|họ (?:và )?tên (?:là|tôi|em|cháu|con|của)|(?:tôi|em|mình|cháu|con|mẹ|bố|bà|ông|anh|chị|vợ|chồng) (?:tôi |em )?sinh (?:ngày|năm)|sinh ngày \d+)`)
	lives   = words(`(?:(?:tôi|em|mình|cháu|con|nhà \p{L}+) (?:(?:đang|hiện|sống|sinh|cư|trú|thường|tạm) ){0,3}(?:ở|tại) (?:số|nhà|ngõ|ngách|hẻm|đường|phố|thôn|xóm|bản|làng|khu|tổ)|(?:số nhà|nhà số|ngõ|ngách|hẻm) \d+|địa chỉ (?:nhà |của )?(?:tôi|em|mình|cháu)|hộ khẩu (?:thường trú )?(?:ở|tại))`)
)

// Identifies reports whether a text tells who asks or about whom, in the widest
// sense: what is only doubtful counts, and so does speaking of oneself. It is for what
// stays on record for others to read (an asking). What Mask takes out does not count.
func Identifies(text string) bool {
	maskable := func(f Finding) bool {
		return f.Kind == Phone || f.Kind == CitizenID || f.Kind == Bank || f.Kind == Email || f.Kind == Maybe && Mask(f.Text) != f.Text
	}
	if slices.ContainsFunc(Find(text), func(f Finding) bool { return !maskable(f) }) {
		return true
	}
	t := read(text)
	return t.hasPersonal(oneself) || t.hasPersonal(lives)
}

func (t plain) hasPersonal(s sign) bool {
	return slices.ContainsFunc(s.all(t.text), func(m []int) bool {
		return !impersonal(t.before(m[2]), t.text[m[2]:m[3]])
	})
}
