package privacy

import (
	"regexp"
	"strings"
)

// A run of digits, also in groups, with what people write between them.
var (
	digitRun   = regexp.MustCompile(`\d(?:[ .()·_\-–]{0,2}\d)+`)
	digits     = regexp.MustCompile(`\d+`)
	mobile     = regexp.MustCompile(`^(?:0|84|0084)[35789]\d{8}$|^01[2689]\d{8}$`)
	landline   = regexp.MustCompile(`^(?:0|84)2\d{8,9}$`)
	noZero     = regexp.MustCompile(`^[35789]\d{8}$`)
	thousands  = regexp.MustCompile(`^[1-9]\d{0,2}(?:([ .,])\d{3})+$`)
	someDay    = regexp.MustCompile(`^(?:\d{1,2}[-.]\d{1,2}[-.](?:19|20)\d\d|(?:19|20)\d\d[-.]\d{1,2}[-.]\d{1,2})$`)
	codeBefore = regexp.MustCompile(`[\p{Lu}\d]{2,}[-/.]$|[\p{L}\d]$|\d[,/]$`)
	unitAfter  = begins(`\s?(?:đồng|đ|vnđ|vnd|usd|tỷ|triệu|nghìn|m2|m3|km|kg|tấn|ha|người|hộ|lượt|kwh|ca|học sinh)`)
	cardStart  = regexp.MustCompile(`^(?:9704|4|5[1-5])`)
)

// What the words before a number make of it.
var (
	phoneWords  = holds(`sđt|đt|số điện thoại|điện thoại|di động|zalo|gọi|alo|liên hệ|liên lạc`)
	idWords     = holds(`cccd|cmnd|cmtnd|cmt|căn cước|chứng minh|định danh|giấy tờ tùy thân|mã số bhxh|sổ bhxh|thẻ bhyt`)
	bankWords   = holds(`stk|số tài khoản|số tk|tài khoản|tk|số thẻ|thẻ|atm|chuyển khoản|ck`)
	bankStrong  = holds(`stk|số tài khoản|số tk|số thẻ|thẻ`)
	bankNames   = begins(`[ ,(–-]{0,3}(?:ngân hàng|nh|vietcombank|vcb|bidv|agribank|techcombank|tcb|mb|mbbank|acb|vietinbank|vpbank|sacombank|tpbank|momo|lpbank|hdbank|vib|shb)`)
	companyTax  = holds(`mã số thuế|mst|mã số doanh nghiệp|số hiệu|mã hồ sơ`)
	officePhone = holds(`đường dây nóng|hotline|tổng đài|trực ban|văn phòng|cơ quan|trung tâm|sở (?:` + departments + `)|ubnd|ủy ban|công an|trạm y tế|bệnh viện|ban quản lý|bộ phận|phòng|chi cục|điện lực|tòa soạn|công ty|trường (?:thpt|thcs|tiểu học|mầm non|đại học|cao đẳng)`)
	ownPhone    = holds(`của (?:tôi|em|mình|cháu|con|anh|chị|ông|bà|vợ|chồng)|số (?:tôi|em|mình|cháu)|nhà (?:tôi|em|mình|riêng)|máy bàn|cá nhân|(?:tôi|em|mình|cháu)`)
	passport    = words(`(?:hộ chiếu|passport)[^.;\n\d]{0,20}?([A-Z]\d{7,8})`)
)

func numbers(t plain) []Finding {
	var found []Finding
	for _, run := range digitRun.FindAllStringIndex(t.text, -1) {
		before := t.before(run[0])
		if !codeBefore.MatchString(before) {
			found = append(found, t.numbersIn(run[0], run[1], meaningOf(before, t.after(run[1])))...)
		}
	}
	for _, m := range passport.all(t.text) {
		found = append(found, Finding{Kind: CitizenID, Start: m[4], End: m[5]})
	}
	return found
}

// meaning is what the words around a run of digits say of the numbers in it.
type meaning struct {
	said                Kind // the last word for a number: Phone, CitizenID, Bank or ""
	account             bool // it is an account or a card for certain
	bankAfter, measured bool // a bank's name, or a unit of measure, follows
	own, office, tax    bool
	plus                bool // "+84"
}

func meaningOf(before, after string) meaning {
	nearby := near(before)
	return meaning{
		said: saidOf(before), account: bankStrong.MatchString(nearby), bankAfter: bankNames.MatchString(after),
		measured: unitAfter.MatchString(after), own: ownPhone.MatchString(nearby), office: officePhone.MatchString(before),
		tax: companyTax.MatchString(nearby), plus: strings.HasSuffix(before, "+"),
	}
}

// saidOf is what the words before a number say it is: the last of them decides.
func saidOf(before string) Kind {
	said, last := Kind(""), -1
	for _, w := range []struct {
		Kind
		*regexp.Regexp
	}{{Phone, phoneWords}, {Bank, bankWords}, {CitizenID, idWords}} {
		all := w.FindAllStringIndex(before, -1)
		if n := len(all); n > 0 && all[n-1][0] >= last {
			said, last = w.Kind, all[n-1][0]
		}
	}
	return said
}

// near is the last words of what stands before.
func near(before string) string {
	const closest = 36
	return before[max(0, len(before)-closest):]
}

// Without diacritics "sở" is also "số".
const departments = `y tế|xây dựng|tài chính|nội vụ|tư pháp|công thương|nông nghiệp|giáo dục|khoa học|văn hóa|ngoại vụ|du lịch|dân tộc`

// most groups of digits and digits of one number.
const mostGroups, leastDigits, mostDigits = 12, 6, 19

// numbersIn takes a run apart: from each group on the longest number that is one.
func (t plain) numbersIn(from, to int, says meaning) []Finding {
	groups := digits.FindAllStringIndex(t.text[from:to], -1)
	var found []Finding
	for i := 0; i < len(groups); i++ {
		for j := min(len(groups), i+mostGroups); j > i; j-- {
			start, end := from+groups[i][0], from+groups[j-1][1]
			if j == len(groups) && says.measured {
				continue
			}
			if kind := says.number(t.text[start:end], j == len(groups)); kind != "" {
				found = append(found, Finding{Kind: kind, Start: start, End: end})
				i = j - 1
				break
			}
		}
	}
	return found
}

// number says what a number is, "" for nothing personal; last: it ends its run.
func (m meaning) number(text string, last bool) Kind {
	d := onlyDigits(text)
	if len(d) < leastDigits || len(d) > mostDigits || m.said == "" && !telling(d) && !(last && m.bankAfter) {
		return ""
	}
	if someDay.MatchString(text) || m.said == "" && !m.plus && thousands.MatchString(text) {
		return ""
	}
	if kind := m.identity(d, last); kind != "" {
		return kind
	}
	return m.telephone(d)
}

func onlyDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

// telling reports whether digits may be personal with no word that says so.
func telling(d string) bool {
	return len(d) >= 10 && (d[0] == '0' || strings.HasPrefix(d, "84")) || len(d) == 16
}

// identity tells cards, accounts and identity numbers.
func (m meaning) identity(d string, last bool) Kind {
	switch {
	case m.said == CitizenID && (len(d) == 9 || len(d) == 10 || len(d) == 12):
		return CitizenID
	case m.said != Phone && m.tax:
		return ""
	case m.said == Bank && (m.account || !mobile.MatchString(d)):
		return Bank
	case len(d) == 16 && cardStart.MatchString(d), last && m.bankAfter && !mobile.MatchString(d):
		return Bank
	case len(d) == 12 && d[0] == '0':
		return CitizenID
	}
	return ""
}

func (m meaning) telephone(d string) Kind {
	switch {
	case mobile.MatchString(d) && m.office && !m.own:
		return Maybe
	case mobile.MatchString(d), noZero.MatchString(d) && m.said == Phone:
		return Phone
	case landline.MatchString(d) && m.own:
		return Phone
	case landline.MatchString(d) && !m.office:
		return Maybe
	}
	return ""
}
