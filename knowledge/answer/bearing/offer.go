package bearing

import (
	"strings"

	"phatngon/knowledge/lang"
)

// cues are the words that show what a sentence offers.
var cues = readCues(map[KindSet]string{
	aPerson:  "do|chủ trì|phối hợp|giao|kí|thẩm định|phụ trách|đầu mối|công an|sở|ủy ban|chủ tịch|giám đốc|ubnd",
	aPlace:   "tại|ở|địa chỉ|trụ sở|tuyến|theo",
	ARuling:  "không|chưa|được|phải|cấm|chỉ|đã",
	AReason:  "do|vì|nguyên nhân|để|bởi|nhằm|lí do",
	AWay:     "phải|cần|nên|gọi|gửi|nộp|liên hệ|báo|phản ánh|hướng dẫn|đăng kí",
	aList:    "gồm",
	ALimit:   "chậm|tối|quá|hạn|ít|trần",
	AnAmount: "miễn",
})

// after a number these say what it counts; before it, that it is a date or
// only the number of a paper.
var (
	unitsAfter = readCues(map[KindSet]string{
		AnAmount:  "đồng|triệu|tỉ|nghìn|usd|đ",
		ADuration: "ngày|tháng|năm|giờ|phút|tuần|buổi",
		ATime:     "giờ",
		AShare:    "phần",
	})
	unitsBefore = readCues(map[KindSet]string{ATime: "ngày|tháng|quí|thứ|lúc|mồng", aList: "số|điều|khoản|km|lớp|năm|nghị"})
)

// readCues takes only the first syllable of a phrase.
func readCues(table map[KindSet]string) map[string]KindSet {
	all := map[string]KindSet{}
	for kind, list := range table {
		for word := range strings.SplitSeq(list, "|") {
			all[lang.Keys(word)[0]] |= kind
		}
	}
	return all
}

// Offers is what a part of a body, read as words, can tell.
func Offers(body string, words []lang.Token) KindSet {
	var k KindSet
	for i, w := range words {
		if lang.IsNumber(w.Key) {
			k |= NumberOffers(body, words, i)
		} else {
			k |= cues[w.Key]
		}
	}
	return k
}

// NumberOffers is what the number at words[i] tells.
func NumberOffers(body string, words []lang.Token, i int) KindSet {
	w := words[i]
	var before, after KindSet
	if i > 0 {
		before = unitsBefore[words[i-1].Key]
	}
	if i+1 < len(words) {
		after = unitsAfter[words[i+1].Key]
	}
	switch rest := body[w.End:]; {
	case strings.HasPrefix(rest, "/") && i+1 < len(words) && lang.IsNumber(words[i+1].Key), before&ATime != 0:
		return ATime
	case strings.HasPrefix(rest, "%"):
		return AShare
	case before != 0:
		return 0
	case after != 0:
		return after
	case i > 0 && words[i-1].End < w.Start && body[words[i-1].End:w.Start] == "/":
		return 0
	}
	return ACount
}
