package slots

import "regexp"

var (
	whoAsked = phrases("tên gì|tên chi|tên là gì|tên là chi|là ai|ai là|ai làm|ai đứng|ai cầm|ai hát|ai ký|ai tung|do ai|ông nào|bà nào|người nào|ca sĩ nào|" +
		"bác sĩ nào|thẩm phán nào|cán bộ nào|lãnh đạo nào|hộ nào|thầy nào|cô nào|cô giáo nào|thầy giáo nào|chủ tàu nào|đứa nào|nhà ai|là những ai|con ai|" +
		"thanh niên nào|nghệ sĩ nào|chủ nào")
	bodyAsked = phrases("công ty nào|doanh nghiệp nào|đơn vị nào|nhà thầu nào|hãng nào|cơ quan nào|tên công ty gì|công ty gì|tên công ty|nhà xe nào")
	// notWho asks for no name, or for that of no person.
	notWho = phrases("mặt hàng nào|tên gọi|có tên|theo tên|tên riêng|tên khác|ai chịu|ai trả|ai được|ai phải|ai có|ai cũng|ai bị|ai mà|ai thì|ai không|" +
		"ai cần|ai đi|tên làng|tên mới|tên phố|tên đường|tên thôn|tên xã|cho ai|với ai|gặp ai|ai chết|có ai|những ai được|ghi tên|đứng tên|sang tên|" +
		"đổi tên|ký tên|tên mạng|đặt tên")
	whether            = phrases("không|chưa|ko|không ạ|chưa ạ|không ad|nỏ") // "ông nào … không" is anybody
	nameWord, whatWord = phrases("tên"), phrases("gì|chi")
	// roles are what somebody is or did.
	roles = phrases("giám đốc|chủ tịch|phó chủ tịch|trưởng thôn|trưởng trạm|trạm trưởng|hiệu trưởng|thẩm phán|ca sĩ|bác sĩ|chủ đầu tư|trúng thầu|" +
		"nhà thầu|ông thầu|chủ quán|chủ tàu|chủ nhiệm|chỉ huy|đội trưởng|cầm đầu|thầy giáo|cô giáo|thủ khoa|nghi phạm|thủ phạm|trưởng ban|" +
		"trưởng đoàn|bác tài|tài xế|kế toán|phóng viên|nhà tài trợ|tác giả|cung cấp|bán")
)

// person is a name after a title, after a family name, or a foreign one; firm is a body with a
// name of its own.
var (
	person = regexp.MustCompile(`(?:^| )(?:[FJWZ]\p{Ll}+|\p{Lu}\p{Ll}*[fjwz]\p{Ll}*|\p{Lu}\p{Ll}+[bdklrsvx])(?:\PL|$)|` +
		`(?:^|\PL)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Bb]ác sĩ|[Đđ]ồng chí|[Cc]ụ|[Ee]m|[Cc]a sĩ|[Nn]ghệ sĩ|\p{L}+ tá|Đại úy|[Tt]rưởng \p{Ll}+) \p{Lu}\p{Ll}+|` +
		`(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Lương|Mai|Trịnh|Đinh|Lò|Vi|Viên|Hà|Cao) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+`)
	firm = regexp.MustCompile(`(?:^|\PL)(?:[Cc]ông ty|[Hh]ợp tác xã|[Dd]oanh nghiệp|[Tt]rung tâm|Ban|Sở|UBND|Ủy ban|[Cc]ục|[Pp]hòng|Viện|[Tt]rường|[Bb]ệnh viện|Hội|[Đđ]ội|` +
		`[Tt]rạm|[Cc]ông an|[Nn]gân hàng|[Nn]hà máy|[Bb]ếp|[Tt]ập đoàn|[Ll]iên danh|[Nn]hà xe|Bộ|Quỹ)[\p{L} ]{0,30} \p{Lu}`)
)

// brands are foreign names of no person.
var brands = regexp.MustCompile(`Facebook|Zalo|Youtube|YouTube|TikTok|Tiktok|Messenger|Instagram|Telegram|Twitter|Viber|Wifi|Web|Website|Fanpage|Forum|Job|Jet`)

// namesPerson reports whether a text names a person.
func namesPerson(text string) bool { return person.MatchString(brands.ReplaceAllString(text, "")) }

// office answers who does something, if not by name.
var office = regexp.MustCompile(`(?i)ubnd|ủy ban|chủ tịch|giám đốc|công an|sở |chi cục|hội đồng|công ty|hợp tác xã|ban quản lý|trạm|trưởng`)

// nameRule disagrees with a quote that names nobody where a name is asked for,
// or says nothing of what that person is.
func nameRule(j *judge) Verdict {
	words := j.asking()
	told := firm
	at, n := find(words, bodyAsked)
	if at < 0 {
		told = person
		at, n = j.whoAsked()
	}
	switch role, m := find(words, roles); {
	case at < 0:
		return Verdict{}
	case role >= 0 && !has(textWords(j.quoted), []phrase{phrase(words[role : role+m])}):
		return j.disagree(NoName, role, m)
	case told == firm && j.bound(firm, at, n), told == person && namesPerson(j.quoted), words[at].key == "ai" && office.MatchString(j.quoted):
		return Verdict{}
	}
	return j.disagree(NoName, at, n)
}

const nameReach = 10 // words from "tên" to "là gì"

// whoAsked is where the question asks for the name of a person, and how many
// words that takes; at is -1 for nowhere.
func (j *judge) whoAsked() (at, n int) {
	words := j.asking()
	if at, n = find(words, whoAsked); at < 0 {
		at, _ = find(words, nameWord)
		what, m := find(words[max(at, 0):], whatWord)
		if at < 0 || what <= 0 || what >= nameReach {
			return -1, 0
		}
		n = what + m
	}
	if has(words, notWho) || ends(words, whether) > 0 {
		return -1, 0
	}
	return at, n
}
