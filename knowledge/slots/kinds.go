package slots

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// A kind is what a question may ask for: how it asks, folded, and how a text
// shows that it has it.
type kind struct {
	asked *regexp.Regexp
	held  func(text string) bool
	least int // words that must be asked about before a clause is held to them; 0 = none is
}

var (
	amount = kind{
		phrases(`(?:bao nhieu|may|nhieu) (?:tien|dong|trieu|ti|nghin|ngan|chuc|tram)|` +
			`(?:gia|phi|tien|luong|phat|kinh phi|ve|von|thuong) (?:\S+ ){0,3}bao nhieu|ton bao nhieu`),
		matches(`\d\s*(?:%|đ\b|đồng|nghìn|ngàn|triệu|tỷ|tỉ|usd|kg)|miễn|không (?:thu|mất|phải (?:nộp|đóng|trả))|nửa|một phần|toàn bộ`), 2,
	}
	telephone = kind{
		phrases(`so dien thoai|sdt|dien thoai (?:so )?(?:may|nao|bao nhieu)|goi (?:den |vao |toi )?so (?:nao|may|mo)`),
		matches(`(?:\d[. ]?){7,}|\b1\d\d\d?\b`), 0,
	}
	person = kind{
		phrases(`la ai|ten (?:la |tuoi )?(?:gi|chi|la chi)|(?:ong|ba|anh|chi|ca si|nguoi) nao|ai (?:la|lam|dung dau|chu tri|phu trach|dai dien)`),
		hasName, 1,
	}
	company = kind{
		phrases(`(?:cong ti|doanh nghiep|hang|don vi|nha thau|nha may|tap doan|ngan hang|co so|cua hang|quan) nao`),
		matches(`công ty|doanh nghiệp|tập đoàn|sở|ubnd|ban|trung tâm|chi cục|hợp tác xã|ngân hàng|liên danh|nhà máy|` +
			`xí nghiệp|công an|trường|hội|phòng|đội|tổ|cơ sở`), 1,
	}
	reason = kind{
		phrases(`vi sao|tai sao|nguyen nhan|li do`),
		matches(`\bdo\b|vì|nguyên nhân|để|bởi|nhằm|lý do|tránh|nên|phục vụ|bảo đảm|khi`), 0,
	}
	kinds = []kind{amount, telephone, person, company, reason}
)

func matches(pattern string) func(string) bool {
	return regexp.MustCompile(`(?i)` + pattern).MatchString
}

// missing: something asked for is not in the span at all.
func (r *reading) missing() bool {
	return slices.ContainsFunc(r.wanted, func(k *kind) bool { return !k.held(r.span.Text) })
}

// hasName reports whether text has two capitalised words side by side, or a
// foreign one.
func hasName(text string) bool {
	run := 0
	for _, w := range strings.Fields(text) {
		if run++; !unicode.IsUpper([]rune(w)[0]) {
			run = 0
		}
		if run >= 2 || run == 1 && foreign(w) {
			return true
		}
		if strings.ContainsAny(w, ".,;:") {
			run = 0
		}
	}
	return false
}

var syllable = regexp.MustCompile(`^(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:[cmnpt]|ch|ng|nh)?$`)

// foreign reports whether a word is long and no Vietnamese syllable.
func foreign(word string) bool {
	word = strings.TrimSpace(folded(word))
	return len(word) > 3 && !strings.ContainsAny(word, " 0123456789") && !syllable.MatchString(word)
}
