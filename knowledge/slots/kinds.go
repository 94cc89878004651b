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
		phrases(`la ai|ten (?:la |tuoi )?(?:gi|chi|la chi)|ten (?:\S+ ){1,8}la (?:gi|ai|chi)|xin ten|(?:ong|ba|anh|chi|thay|thay giao|co giao|ca si|nguoi|chu) nao|ai (?:la|lam|dung dau|chu tri|phu trach|dai dien)`),
		hasName, 1,
	}
	company = kind{
		phrases(`(?:cong ti|doanh nghiep|hang|nha thau|nha may|tap doan|ngan hang|co so|cua hang) (?:nao|gi|ten)|don vi nao trung thau`),
		regexp.MustCompile(`(?:[Cc]ông ty|[Dd]oanh nghiệp|[Tt]ập đoàn|[Hh]ợp tác xã|[Nn]gân hàng|[Ll]iên danh|[Nn]hà máy|[Xx]í nghiệp|` +
			`[Hh]ãng|[Cc]ơ sở|[Cc]ửa hàng)(?: \p{L}+){0,4} ["“]?\p{Lu}`).MatchString, 1,
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

// notPersons stand before names of other things.
var notPersons = phrases(`xa|phuong|thon|ban|lang|khu|pho|duong|cau|cho|song|ho|den|chua|truong|vien|ga|cang|bien|tinh|huyen|tp|o|tai|` +
	`ubnd|so|cong|ti|ty|thpt|thcs|vung|du an|chung cu|quan|dong|tu|den|ve|nguoi|tren|qua|cua|va`)

// hasName reports whether text has two capitalised words side by side, which
// are the name of no place or office, or a foreign one.
func hasName(text string) bool {
	run, before, last := 0, "", ""
	for _, w := range strings.Fields(text) {
		if run++; !unicode.IsUpper([]rune(w)[0]) {
			run = 0
		}
		if run == 1 {
			before = last
		}
		if run >= 2 && !notPersons.MatchString(folded(before)) || run == 1 && foreign(w) {
			return true
		}
		if strings.ContainsAny(w, ".,;:") {
			run = 0
		}
		last = w
	}
	return false
}

var syllable = regexp.MustCompile(`^(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:[cmnpt]|ch|ng|nh)?$`)

// foreign reports whether a word is long and no Vietnamese syllable.
func foreign(word string) bool {
	word = strings.TrimSpace(folded(word))
	return len(word) > 3 && !strings.ContainsAny(word, " 0123456789") && !syllable.MatchString(word)
}
