package privacy

import "strings"

// The pieces that a home is told by.
const (
	home    = `số nhà|nhà số|số \d+|ngõ|ngách|hẻm|kiệt|thôn|xóm|bản|làng|tổ dân phố|tdp|tổ \d+|khu phố|khu \d+|khu tập thể|khu dân cư|khu đô thị|phố|ấp|căn hộ|chung cư \p{Lu}\p{L}*|đường|\d+\p{L}?(?:/\d+)*,? (?:\p{Lu}\p{L}+|đường|phố|ngõ|ngách|hẻm)`
	further = `(?:[ ,/][^.;!?\n]{0,70})?`
	someone = `(?:ông|bà|anh|chị|chú|cô|bác|cụ|em|cháu)`
)

var (
	houseNumber = words(`((?:số nhà|nhà số|sn) ?\d+\p{L}?(?:[/-]\d+\p{L}?)*(?:,? (?:đường|phố|ngõ|ngách|hẻm|kiệt|thôn|xóm|tổ|khu|phường|xã|tp|đại lộ|\p{Lu})[^,.;!?\n]{0,30}){0,4})`)
	livesAt     = words(`(?:tôi|em|mình|cháu|con|tui|nhà ` + someone + `|gia đình ` + someone + `|hộ ` + someone + `)(?: \p{L}+){0,5}? (?:ở|tại|trú|sống|ngụ)(?: (?:ở|tại|trọ))?(?: tại)? ((?:` + home + `)` + further + `)`)
	resides     = words(`(?:thường trú|tạm trú|hộ khẩu|trú quán|nơi ở|chỗ ở|nơi cư trú|địa chỉ nhà|địa chỉ của ` + someone + `)(?: (?:hiện nay|hiện tại|thường trú))?(?: của \p{L}+)?[ :]{1,3}(?:(?:tại|ở|là) )?((?:` + home + `)` + further + `)`)
	placeHouse  = words(`((?:thôn|xóm|bản|tổ|khu phố|ngõ|làng) [^.;!?\n]{1,40}?nhà ` + someone + ` \p{L}+(?: \p{L}+){0,3})`)
	housePlace  = words(`nhà ` + someone + ` \p{Lu}[^.;!?\n]{0,30}? ((?:thôn|xóm|bản|tổ|khu phố|ngõ) [^ ,.;!?\n]+)`)
	flat        = words(`(căn hộ (?:số )?\p{L}?\d+` + further + `)`)
	street1     = words(`((?:số )?\d+\p{L}?(?:/\d+)*,? (?:đường|phố|ngõ|ngách|hẻm|đại lộ) (?:\p{Lu}|\d)[^.;!?\n]{0,50}|(?:địa chỉ|tại) ?:? số \d+` + further + `)`)

	homeAt      = words(`nhà (?:ở|tại) ((?:` + home + `)` + further + `)`)
	smallYear   = begins(`sn (?:19|20)\d\d`)
	officePlace = ends(`(?:trụ sở|cơ quan|văn phòng|ubnd|sở (?:` + departments + `)|trung tâm|bộ phận|chi nhánh|công ty|trạm|bệnh viện|nộp (?:hồ sơ|đơn)|công an|trường|tòa nhà)` + further)
	ownPlace    = ends(`(?:nhà|ở|sống|trú|địa chỉ|hộ)(?: (?:tôi|em|mình|cháu|con|ở|tại|số)){0,3} ?:? ?`)
)

// afterHome are the words that go on after an address.
var afterHome = holds(`bao (?:giờ|nhiêu|lâu)|có|không|bị|đã|chưa|=xả|=thì|còn|mất|được|muốn|xin|hỏi|và|để|đang|sẽ|rất|nhưng|nay|lúc|nên|vì|khi|nào|là|mà|cần|phải|cho|sđt|đt|số điện thoại|làm|gây|chăn|lấn|gặp|thường xuyên|từ|trước|sau|cháu|em|tôi|mình`)

func addresses(t plain) []Finding {
	found := homes(t)
	for i, f := range found {
		found[i].End = f.Start + len(untilStop(strings.TrimRight(f.in(t), " ,"), afterHome))
	}
	return found
}

func homes(t plain) []Finding {
	var found []Finding
	for _, s := range []sign{livesAt, resides, placeHouse, housePlace, flat} {
		for _, m := range s.all(t.text) {
			if !impersonal(t.before(m[2]), t.text[m[2]:m[3]]) {
				found = append(found, Finding{Kind: Address, Start: m[4], End: m[5]})
			}
		}
	}
	for _, m := range homeAt.all(t.text) {
		kind := Maybe
		if before := t.before(m[2]); ownPhone.MatchString(before) || saidOf(before) != "" {
			kind = Address
		}
		found = append(found, Finding{Kind: kind, Start: m[4], End: m[5]})
	}
	for _, m := range houseNumber.all(t.text) {
		if !smallYear.MatchString(t.text[m[4]:]) {
			found = append(found, Finding{Kind: t.whose(m[4], Address), Start: m[4], End: m[5]})
		}
	}
	for _, m := range street1.all(t.text) {
		kind := Maybe
		if ownPlace.MatchString(t.before(m[4])) {
			kind = Address
		}
		found = append(found, Finding{Kind: t.whose(m[4], kind), Start: m[4], End: m[5]})
	}
	return found
}

// whose makes a doubt of an address that an office is named before.
func (t plain) whose(at int, kind Kind) Kind {
	before := t.before(at)
	if officePlace.MatchString(before) && !ownPlace.MatchString(before) {
		return Maybe
	}
	return kind
}
