package bearing

import (
	"math/bits"
	"strings"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
)

// A KindSet is a set of what a question may ask for and a sentence may offer.
type KindSet uint16

const (
	ACount   KindSet = 1 << iota
	AnAmount         // of money
	AShare           // per cent
	ATime            // a date, an hour, a deadline
	ADuration
	aPerson // or a body
	aPlace
	ARuling // whether something is so, or allowed
	AReason
	AWay // how something is done
	aList
	ALimit    // the latest, the most, the least
	kindCount = iota
)

// Number is how many kinds there are.
func (k KindSet) Number() float64 { return float64(bits.OnesCount16(uint16(k))) }

// askings are the phrases that ask for a kind of answer, without the spelling
// of chat, which the index has written out.
var askings = readAskings(map[KindSet]string{
	ACount: "bao nhiêu|mấy|tổng số|số lượng|tổng cộng|nhiêu|cả thảy",
	AnAmount: "bao nhiêu tiền|mấy đồng|mấy nghìn|mấy ngàn|mấy triệu|mấy tỉ|mấy tiền|mấy chục tỉ|giá|phí|kinh phí|mức hỗ trợ|" +
		"mức thu|mức phạt|tiền|doanh thu|vốn|thưởng|đền|bồi thường|lương|tốn|hỗ trợ bao nhiêu|thu nhập",
	AShare: "phần trăm|tỉ lệ|mấy phần",
	ATime: "khi nào|bao giờ|lúc nào|ngày nào|hôm nào|bữa nào|bữa đâu|khi đâu|ngày đâu|tháng nào|năm nào|chừng nào|ngày mấy|" +
		"thứ mấy|mấy giờ|giờ nào|hạn|hạn chót|hạn cuối|thời gian nào|lịch|ngày dương|hôm đâu|lúc đâu|buổi nào",
	ADuration: "bao lâu|mấy ngày|mấy tháng|mấy năm|mấy tiếng|mấy bữa|mấy hôm|mấy tuần|mấy phút|bao nhiêu ngày|" +
		"bao nhiêu tháng|bao nhiêu năm|bao nhiêu giờ|bao nhiêu phút|bao nhiêu tiếng|thời hạn|mấy buổi",
	ALimit:  "bao lâu|mấy ngày|bao nhiêu ngày|mấy bữa|mấy tiếng|hạn|chậm nhất|tối đa|nhiều nhất|ít nhất|hạn chót|lâu nhất|cao nhất|đến bao giờ",
	aPerson: "ai|đơn vị nào|cơ quan nào|sở nào|ông nào|ông đâu|người nào|phòng nào|ban nào|công ty nào",
	aPlace:  "ở đâu|chỗ nào|nơi nào|địa điểm|địa chỉ|chỗ đâu|xã nào|phường nào|đường nào|lối nào|lối đâu|ra đâu|tại đâu|đâu",
	ARuling: "được không|hay không|đúng không|phải không|được chưa|chưa|có phải|có được|có bị|được phép|cấm|đúng hay sai|" +
		"không|thật hay giả|tin được",
	AReason: "vì sao|tại sao|sao|lí do|nguyên nhân|do đâu|để làm gì",
	AWay:    "làm sao|thế nào|như thế nào|cách nào|ra sao|làm gì|thủ tục gì|nên làm gì",
	aList:   "những gì|gồm gì|gồm những|loại nào|giấy tờ gì|cái gì|trường hợp nào|vấn đề gì|những vấn đề|điều kiện|gì|những ai",
})

// PlainKinds are those a sentence shows plainly when it has them.
const PlainKinds = ACount | AnAmount | AShare | ATime | ADuration | AReason

type asking struct {
	keys []string
	kind KindSet
}

func readAskings(table map[KindSet]string) []asking {
	var all []asking
	for kind := KindSet(1); kind < 1<<kindCount; kind <<= 1 {
		for phrase := range strings.SplitSeq(table[kind], "|") {
			all = append(all, asking{lang.Keys(phrase), kind})
		}
	}
	return all
}

// A Wish is what a question wants to know.
type Wish struct {
	Kinds  KindSet
	Counts uint64 // the words it asks the number of
}

// WishOf reads the kinds of answer q asks for.
func WishOf(q *search.Query, meanings map[string]search.Meaning) Wish {
	var w Wish
	for _, a := range askings {
		first, ok := meanings[a.keys[0]]
		for at, word := range q.Path() {
			if !ok || int(word) != first.Word || !says(q.Path()[at:], a.keys, meanings) {
				continue
			}
			w.Kinds |= a.kind
			if a.kind == ACount {
				w.Counts |= following(q, at+len(a.keys))
			}
		}
	}
	return w
}

// says reports whether a question goes on with a phrase.
func says(path []uint8, phrase []string, meanings map[string]search.Meaning) bool {
	if len(path) < len(phrase) {
		return false
	}
	for i, key := range phrase {
		if m, ok := meanings[key]; !ok || m.Word != int(path[i]) {
			return false
		}
	}
	return true
}

// following is the two words of a question from at on.
func following(q *search.Query, at int) uint64 {
	var words uint64
	for _, w := range q.Path()[min(at, len(q.Path())):min(at+2, len(q.Path()))] {
		if q.Asked()[w].Asking == 1 {
			words |= 1 << w
		}
	}
	return words
}
