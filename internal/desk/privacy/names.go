package privacy

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// The pieces that names are found by.
const (
	kin = `ông|bà|anh|chị|=cô|=chú|=bác|em|cháu|con|=thầy|=cậu|=dì|=mợ|=thím|=cụ|=bé|=vợ|=chồng|mẹ|=bố`
	own = `tôi|em|mình|cháu|con|tui|=tớ|e|mk`
	// Names that begin a person's. The first may be other words without diacritics
	// ("do", "mai") and need a middle name there.
	loose    = `đỗ|hồ|lý|đào|đoàn|mai|hà|cao|lưu|tạ|lê|lương|võ|tống|kiều|tô|thái|hứa|triệu|phùng|lò|vi|lường|đới|chu|mạc|la|lữ|tăng|từ|vũ|quách|lâm|trịnh|đinh|thao|giàng|sùng|hàn|cầm`
	strict   = `nguyễn|trần|phạm|hoàng|huỳnh|phan|bùi|đặng|trương|ngô|dương|trịnh|vũ`
	middle   = `văn|thị|đức|hữu|quang|ngọc|xuân|đình|tiến|mạnh|thu|hồng|kim|trọng|bá|quốc|viết|đăng|minh|gia|thanh`
	capitals = `\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,4}`
	labels   = `họ (?:và )?tên(?: (?:` + own + `))?|người (?:gửi|viết|làm đơn|viết đơn|phản ánh|khiếu nại|tố cáo|yêu cầu)|ký tên|kính đơn`
	small    = `(?:` + strict + `)(?: \p{L}+){1,3}|(?:` + loose + `) (?:` + middle + `)(?: \p{L}+){1,2}`
)

var (
	introduced = words(`(?:` + own + `) (?:xin )?(?:tên là|là|tên) (` + capitals + `|` + small + `)`)
	called     = words(`(?:(?:` + kin + `|e|mk)(?: (?:trai|gái|đẻ|ruột|nội|ngoại|nhà))?(?: của)?(?: (?:` + own + `))? tên(?: là)?|tên (?:của )?(?:` + own + `) là) (\p{L}+(?: \p{L}+){0,3})`)
	calledBig  = words(`tên (?:của )?(?:` + own + `) (` + capitals + `|` + small + `)`)
	signed     = words(`(?:` + labels + `)(?: là| ?:)? ?(` + small + `)`)
	signedBig  = words(`(?:` + labels + `)(?: là| ?:) ?(` + capitals + `)`)
	addressed  = words(`(?:` + kin + `) (` + capitals + `)`)
	addressedS = words(`(?:` + kin + `) ((?:` + strict + `|` + loose + `) (?:thị|văn|=đức|=hữu)(?: \p{L}+){1,2})`)
	fullSmall  = words(`((?:nguyễn|huỳnh|trần|bùi|hoàng) (?:thị|văn)(?: \p{L}+){1,2}|(?:=phạm|=phan|=đặng|=trương|=trịnh|=đinh|=đỗ|=lê|=vũ|=võ|=ngô|=dương|=hồ) =thị(?: \p{L}+){1,2})`)
	full       = words(`((?:` + titled(strict+`|lê|võ|đỗ|lý|đinh`) + `)(?: \p{Lu}\p{L}*){2,3})`)
	fullSure   = words(`((?:` + titled(strict+`|`+loose) + `) (?:Thị|Văn|Thi|Van)(?: \p{Lu}\p{L}*){1,2})`)
)

// titled is a list of words with capitals, with and without diacritics.
func titled(list string) string {
	var all []string
	for _, w := range strings.Split(list, "|") {
		r := []rune(w)
		title := strings.ToUpper(string(r[:1])) + string(r[1:])
		plain := fold(w)
		all = append(all, title, strings.ToUpper(plain[:1])+plain[1:])
	}
	return strings.Join(all, "|")
}

// What no name begins with, and what ends one that is written small.
var (
	notName   = begins(`ubnd|hđnd|thpt|thcs|anh|chị|ông|bà|em|thanh hóa|việt nam|hà nội|hồ|táo|trời|đây|ai|công dân|giám đốc|phóng viên|người|giáo viên|đại|trung tâm|sở|bí thư|trưởng|chủ|phó|cán bộ|công an|thẩm phán|hội thẩm|thư ký|theo|trường hợp|=rịa|=hiện|=nếu|=như|=với|=khi|=để|=tuy|khoản|điều (?:\d)|=mục`)
	notCalled = begins(`là|gì|đường|miền|xã|phường|của|trong|cho|ai|nào|thôn|trên|cũ|mới|được|bị|có|không|giống|sai|nhưng|và|trường|file|đăng|tài|gọi|này|ở|tại|trùng|thật|riêng|đệm|con|cơ quan|họ|nuôi|chung|vật|dấu|với|thì|khai|đó|như|hay|chưa|viết|ghi|công ty|doanh nghiệp`)
	stops     = holds(`ở|tại|sinh (?:ngày|năm)|hiện (?:ở|nay|tại|đang|sống|trú)|đang|nhà|số|sđt|đt|muốn|xin|cho|hỏi|là|năm|tuổi|quê|bị|được|có|cần|và|học|đi|ạ|nhé|trú|mà|với|bao (?:giờ|nhiêu|lâu)|đã|chưa|=thì|xây|lấn|phóng viên|thôn|xã|phường|cccd|cmnd|nhận|gửi|lớp|dân|thường`)
)

func names(t plain) []Finding {
	var found []Finding
	for _, s := range []sign{introduced, signed, signedBig, calledBig} {
		for _, m := range s.all(t.text) {
			found = append(found, t.nameAt(m[4], false)...)
		}
	}
	for _, m := range called.all(t.text) {
		if !notCalled.MatchString(t.text[m[4]:m[5]]) && !impersonal(t.before(m[2]), t.text[m[2]:m[3]]) {
			found = append(found, t.nameAt(m[4], true)...)
		}
	}
	for _, s := range []sign{addressed, addressedS} {
		for _, m := range s.all(t.text) {
			if t.isKin(m[2], m[4]) {
				found = append(found, t.greeted(m[2], t.known(m[2], m[4], Name))...)
			}
		}
	}
	return append(found, t.fullNames()...)
}

// greeted makes a doubt of one word with a capital after a greeting: it may begin the
// next sentence ("Chào chị Theo quy định …").
func (t plain) greeted(from int, found []Finding) []Finding {
	if len(found) == 1 && !strings.Contains(found[0].in(t), " ") && greeting.MatchString(t.before(from)) {
		found[0].Kind = Maybe
	}
	return found
}

// isKin reports whether the word that ends before a name is one for a person: not a
// part of other words ("công bố"), of a name ("Dương Anh Đức"), nor one that lacks
// diacritics in a text that has them ("Ba Đình").
func (t plain) isKin(from, name int) bool {
	kin := strings.TrimSpace(t.text[from:name])
	before := t.before(from)
	switch lower := strings.ToLower(kin); {
	case impersonal(before, kin):
		return false
	case lower != kin && strings.Contains("|anh|ba|chi|", "|"+lower+"|") && capitalBefore.MatchString(before):
		return false
	case strings.Contains("|ong|ba|chi|chau|me|", "|"+lower+"|"):
		return !t.marked(from, name)
	}
	return true
}

// fullNames finds names that nothing introduces: with a middle name that only people
// have they are sure, else a doubt.
func (t plain) fullNames() []Finding {
	var found []Finding
	for _, m := range fullSmall.all(t.text) {
		found = append(found, t.known(m[4], m[4], Name)...)
	}
	for kind, s := range map[Kind]sign{Name: fullSure, Maybe: full} {
		for _, m := range s.all(t.text) {
			if !capitalBefore.MatchString(t.before(m[4])) { // "Quản Lý Công Nghiệp"
				found = append(found, t.known(m[4], m[4], kind)...)
			}
		}
	}
	return found
}

// known is a name unless all know it: an office's holder, a street, a hero. from is
// where the words that belong to it begin.
func (t plain) known(from, name int, kind Kind) []Finding {
	before := t.before(from)
	if public.MatchString(before) || street.MatchString(before) {
		return nil
	}
	found := t.nameAt(name, false)
	if len(found) == 0 || heroes.MatchString(found[0].in(t)) || holdsOffice.MatchString(t.after(found[0].End)) {
		return nil
	}
	found[0].Kind = kind
	if profession.MatchString(before) || publicComma.MatchString(before) || from == name && streets.MatchString(before) {
		found[0].Kind = Maybe
	}
	return found
}

func (f Finding) in(t plain) string { return t.text[f.Start:f.End] }

// nameAt is the name that begins at a place, without the words that follow it.
// small: any word may be one, also in lower case.
func (t plain) nameAt(from int, small bool) []Finding {
	rest := t.after(from)
	if notName.MatchString(rest) && !small {
		return nil
	}
	name := capitalName.FindString(rest)
	if name == "" {
		name = untilStop(smallName.FindString(rest), stops)
	}
	if utf8.RuneCountInString(name) < 2 { // "bà A" is nobody
		return nil
	}
	if acronym.MatchString(name) && t.marked(from, from) {
		return nil
	}
	return []Finding{{Kind: Name, Start: from, End: from + len(name)}}
}

var (
	capitalBefore = regexp.MustCompile(`\p{Lu}\p{L}* $`)
	greeting      = ends(`(?:chào|thưa|kính gửi|dạ)(?: (?:anh|chị|ông|bà|bác|cô|chú)[ ,/]{0,2})?[ ,]?|(?:anh|ông)[ ,/]{1,2}`)
	acronym       = regexp.MustCompile(`^\p{Lu}{2,}$`)
	capitalName   = regexp.MustCompile(`^` + capitals)
	smallName     = regexp.MustCompile(`^\p{L}+(?: \p{L}+){0,3}`)
)

// untilStop cuts before the first word, but the very first and those with a capital,
// that belongs to what follows.
func untilStop(text string, stops *regexp.Regexp) string {
	for _, m := range stops.FindAllStringIndex(text, -1) {
		word := strings.TrimLeft(text[m[0]:], " ,.:;–-()/")
		if at := len(text) - len(word); at > 0 && strings.ToLower(word[:1]) == word[:1] {
			return strings.TrimRight(text[:at], " ,:–-(")
		}
	}
	return text
}

// Who has an office speaks and acts in public.
const office = `(?:tổng |phó tổng |quyền |nguyên |phó )?(?:giám đốc|chủ tịch|bí thư|trưởng (?:phòng|ban|công an|trạm|khoa|đoàn|bộ phận|thôn|xóm|bản|khu phố)|chánh (?:văn phòng|thanh tra|án)|viện trưởng|cục trưởng|chi cục trưởng|vụ trưởng|hiệu trưởng|hiệu phó|tổng biên tập|bộ trưởng|thứ trưởng|thủ tướng|ngoại trưởng|thống đốc|tổng bí thư|đại biểu|ủy viên|uỷ viên|người phát ngôn|đồng chí|đ/c|thiếu tướng|trung tướng|đại tướng|thượng tướng|thiếu tá|trung tá|thượng tá|đại tá|đội trưởng|trạm trưởng|trưởng đại diện|chánh văn phòng|kế toán trưởng|phát ngôn viên|thường trực)`

var (
	public      = ends(`(?:` + office + `|liệt sĩ|liệt sỹ|anh hùng|nhà thơ|nhà văn|nhạc sĩ|ca sĩ|vua|danh nhân|danh tướng|tướng|tổng thống)(?: (?:` + bodies + `))*?[ :(–-]{1,3}(?:(?:ông|bà|đồng chí) ?)?`)
	publicComma = ends(`(?:` + office + `)(?: (?:` + bodies + `))*?, ?(?:(?:ông|bà|đồng chí) ?)?`)
	holdsOffice = begins(`(?:[ ]?[,(–:-]| là|) ?(?:(?:hiện )?là |nguyên |đương kim |-)?` + office)
	profession  = ends(`(?:bác sĩ|bác sỹ|luật sư|giáo sư|tiến sĩ|thạc sĩ|giáo viên|phóng viên|nhà báo|cầu thủ|vận động viên|diễn viên|thầy giáo|cô giáo|thầy|nghệ sĩ|nghệ nhân|cán bộ|chuyên viên) ?(?:(?:ông|bà|anh|chị|cô|thầy) ?)?`)
	street      = ends(`(?:` + places + `)(?: số \d+)? `)
	streets     = ends(`(?:đường|phố|tuyến|nút giao|ngã tư|ngã ba) (?:(?:và )?\p{Lu}\p{L}*[ ,–-]{1,3}){1,9}(?:và )?`)
	heroes      = regexp.MustCompile(`(?i)^(?:hồ chí minh|ho chi minh|trần hưng đạo|tran hung dao|lê thánh tông|lý thường kiệt|võ nguyên giáp|phạm văn đồng|nguyễn văn linh|nguyễn văn trỗi|nguyen van troi|võ thị sáu|vo thi sau|nguyễn thị minh khai|nguyễn bỉnh khiêm|bùi thị xuân|lê hồng phong|phan chu trinh|nguyễn chí thanh|lê quý đôn|đào duy từ|lê văn hưu|dương đình nghệ|lê đình kiên|trần nhật duật|nguyễn phú trọng|phạm minh chính|hoàng văn thụ|nguyễn đình chiểu|phan bội châu|phan đình phùng|hoàng hoa thám|ngô gia tự|nguyễn mộng tuân|trần khánh dư|lê hữu trác|nguyễn tất thành|lê đại hành|lê thái tổ|trần quốc toản|nguyễn công trứ|nguyễn hữu cảnh)`)
)

// bodies are the words of the office that somebody holds.
const bodies = `của|ubnd|hđnd|tỉnh|huyện|xã|phường|thành phố|thị xã|sở|bộ|ban|ủy|đảng|tỉnh ủy|đảng ủy|ủy ban|nhân dân|công an|cục|chi cục|phòng|trung tâm|hội|hội đồng|mặt trận|tổ quốc|đoàn|liên đoàn|lao động|bệnh viện|trường|văn phòng|ban quản lý|khu kinh tế|thường trực|thường vụ|kiêm|tế|dựng|chính|vụ|pháp|thương|nghiệp|môi trường|giáo dục|đào tạo|khoa học|công nghệ|văn hóa|thể thao|du lịch|nông dân|phụ nữ|thanh niên|cựu chiến binh|dân tộc|tôn giáo|và|\p{Lu}\p{L}*`

const places = `đường|phố|phường|xã|trường|thpt|thcs|tiểu học|mầm non|chợ|cầu|đền|chùa|công viên|viên|viện|bệnh viện|quận|huyện|thành phố|tp|thị xã|thị trấn|tượng đài|quảng trường|ngõ|đại lộ|khu|thôn|làng|sông|núi|đồi|khách sạn|nhà hàng|cửa hàng|công ty|doanh nghiệp|nhà máy|ga|bến|lăng|lễ hội|nước|nút giao|ngã tư|ngã ba|tiếng|chính phủ|tỉnh|tuyến|sư đoàn|quốc gia|học viện|mang tên`

// impersonal reports whether a word for "I" or a relative is a part of other words:
// "bà con", "trẻ em", "văn minh".
func impersonal(before, found string) bool {
	first, _, _ := strings.Cut(fold(found), " ")
	i := strings.LastIndexByte(strings.TrimRight(before, " "), ' ')
	last := fold(strings.Trim(before[i+1:], " ,."))
	return strings.Contains("|ba con|tre em|thong minh|van minh|chung minh|chi minh|anh em|chi em|con em|cac con|cac chau|cac em|hoc con|cong bo|phan bo|tuyen bo|", "|"+last+" "+first+"|")
}
