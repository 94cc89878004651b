package answer

import (
	"strings"

	"phatngon/knowledge/lang"
)

// cues are the words that show what a sentence offers.
var cues = readCues(map[kindSet]string{
	aPerson:  "do|chủ trì|phối hợp|giao|kí|thẩm định|phụ trách|đầu mối|công an|sở|ủy ban|chủ tịch|giám đốc|ubnd",
	aPlace:   "tại|ở|địa chỉ|trụ sở|tuyến|theo",
	aRuling:  "không|chưa|được|phải|cấm|chỉ|đã",
	aReason:  "do|vì|nguyên nhân|để|bởi|nhằm|lí do",
	aWay:     "phải|cần|nên|gọi|gửi|nộp|liên hệ|báo|phản ánh|hướng dẫn|đăng kí",
	aList:    "gồm",
	aLimit:   "chậm|tối|quá|hạn|ít|trần",
	anAmount: "miễn",
})

// after a number these say what it counts; before it, that it is a date or
// only the number of a paper.
var (
	unitsAfter = readCues(map[kindSet]string{
		anAmount:  "đồng|triệu|tỉ|nghìn|usd|đ",
		aDuration: "ngày|tháng|năm|giờ|phút|tuần|buổi",
		aTime:     "giờ",
		aShare:    "phần",
	})
	unitsBefore = readCues(map[kindSet]string{aTime: "ngày|tháng|quí|thứ|lúc|mồng", aList: "số|điều|khoản|km|lớp|năm|nghị"})
)

// readCues takes only the first syllable of a phrase.
func readCues(table map[kindSet]string) map[string]kindSet {
	all := map[string]kindSet{}
	for kind, list := range table {
		for word := range strings.SplitSeq(list, "|") {
			all[lang.Keys(word)[0]] |= kind
		}
	}
	return all
}

// offers is what a part of a body, read as words, can tell.
func offers(body string, words []lang.Token) kindSet {
	var k kindSet
	for i, w := range words {
		if lang.IsNumber(w.Key) {
			k |= numberOffers(body, words, i)
		} else {
			k |= cues[w.Key]
		}
	}
	return k
}

// numberOffers is what the number at words[i] tells.
func numberOffers(body string, words []lang.Token, i int) kindSet {
	w := words[i]
	var before, after kindSet
	if i > 0 {
		before = unitsBefore[words[i-1].Key]
	}
	if i+1 < len(words) {
		after = unitsAfter[words[i+1].Key]
	}
	switch rest := body[w.End:]; {
	case strings.HasPrefix(rest, "/") && i+1 < len(words) && lang.IsNumber(words[i+1].Key), before&aTime != 0:
		return aTime
	case strings.HasPrefix(rest, "%"):
		return aShare
	case before != 0:
		return 0
	case after != 0:
		return after
	case i > 0 && words[i-1].End < w.Start && body[words[i-1].End:w.Start] == "/":
		return 0
	}
	return aCount
}
