package slots

import (
	"regexp"
	"strings"
)

// payments are what money may be paid for: the words that ask for one, and those
// of which a text that tells it has some.
var payments = []struct{ asked, told []phrase }{
	{phrases("phạt"), phrases("phạt|xử lý|truy thu")},
	{phrases("lương|phụ cấp|thù lao|tiền công|ngày công"), phrases("lương|thu nhập|phụ cấp|thù lao|bồi dưỡng|tiền công|ngày công|chi trả|hỗ trợ")},
	{phrases("thưởng"), phrases("thưởng|quà|giải")},
	{phrases("đền|bù|bồi thường"), phrases("hỗ trợ|bồi thường|đền|bù|trợ cấp|trợ giúp|chi trả|cứu trợ|bảo hiểm")},
	{phrases("thuê"), phrases("thuê")},
	{phrases("vay"), phrases("vay|tín dụng")},
	{phrases("thuế"), phrases("thuế")},
	{phrases("doanh thu|thu nhập"), phrases("doanh thu|thu nhập|thu")},
	{phrases("kinh phí|chi phí|tổng mức|vốn|đầu tư"), phrases("kinh phí|chi phí|tổng mức|vốn|đầu tư|trị giá|dự toán|tỷ đồng|tỷ")},
	{phrases("giá"), phrases("giá|mua|bán|vé|phí|đồng một|mức")},
}

// measures are what things are sold or paid by, each with its other names.
var measures = [][]phrase{
	phrases("cân|kg|ký|kí|kilôgam|lạng|tạ|tấn|yến"), phrases("mét|m|mét vuông"), phrases("héc|ha|hécta|sào"), phrases("khối|m|xe"),
	phrases("chuyến|lượt|vé"), phrases("lít"), phrases("viên"), phrases("bộ"), phrases("cái|chiếc|quả"), phrases("bó"), phrases("mâm|suất|bàn"),
	phrases("tấm"), phrases("buổi|tiết|ngày"), phrases("trang|tờ|bản"), phrases("mũi|liều"), phrases("tháng|năm"), phrases("hộp|lon"), phrases("chai|bình"),
}

var (
	howMuch = phrases("bao nhiêu|mấy|nhiêu")
	perOne  = phrases("bao nhiêu một|bao nhiêu mỗi|tiền một|đồng một|nghìn một|triệu một|bao nhiêu 1|tiền 1|nhiêu tiền mỗi")
	// things are counted, after "bao nhiêu" no money is asked for.
	things = phrases("giờ|ngày|tháng|năm|tuần|buổi|lần|lâu|người|hộ|nhà|con|vụ|ca|trường hợp|xe|cơ sở|đơn vị|thôn|xã|phường|trường|lớp|học sinh|em|cháu|" +
		"lô|suất|quầy|kiểu|cây|tuổi|điểm|tàu|mét|cân|lít|héc ta|tấn|giấy|đơn|phần")
	// lookalikes are taken for each other without diacritics.
	lookalikes = phrases("thuê|thuế|vay|thưởng|giá")
)

// ofSum stand after "bao nhiêu" where a sum is asked for.
var ofSum = phrases("tiền|đồng|nghìn|ngàn|triệu|tỷ|trăm|một|mỗi|1|thì|vậy|ạ|hả|thế|rồi|để|mới|nhỉ|hè|ad|ta")

// sumReach is how many words may stand between what is paid and "bao nhiêu".
const sumReach = 3

// asksSum reports whether a sum is asked for of what is paid, which ends before word at.
func (j *judge) asksSum(at int) bool {
	words := j.asking()
	much, n := find(words[at:], howMuch)
	return much >= 0 && much <= sumReach && (at+much+n == len(words) || begins(words, at+much+n, ofSum) > 0)
}

// sum is money in figures.
var sum = regexp.MustCompile(`(?i)\d[\d.,]* ?(đ\b|đồng|nghìn|ngàn|triệu|tỷ|tỉ|usd|%)|lần lương|tháng lương|mức lương`)

// paid reports whether a sentence or row tells money for what is paid, or the one after it
// a sum.
func (j *judge) paid(told []phrase) bool {
	before := has(textWords(j.Title), told)
	for _, unit := range j.units {
		here := has(textWords(unit), told)
		if here && money.MatchString(unit) || before && sum.MatchString(unit) {
			return true
		}
		before = here || before && strings.HasPrefix(unit, "|")
	}
	return false
}

// moneyRule disagrees with a quote that speaks of no such payment, or a
// statement that knows no such measure.
func moneyRule(j *judge) Verdict {
	words := j.asking()
	if at, n := find(words, howMuch); at < 0 || begins(words, at+n, things) > 0 {
		return Verdict{}
	}
	quoted := textWords(j.quoted + "\n" + j.Title)
	for _, p := range payments {
		at, n := find(words, p.asked)
		if at < 0 || words[at].bare && begins(words, at, lookalikes) > 0 {
			continue
		}
		if !has(quoted, p.told) || j.asksSum(at+n) && !j.paid(p.told) {
			return j.disagree(OtherNoun, at, n)
		}
	}
	at, n := find(words, perOne)
	for _, same := range measures {
		if m := begins(words, at+n, same); at >= 0 && m > 0 && !has(j.all, same) {
			return j.disagree(OtherNoun, at, n+m)
		}
	}
	return Verdict{}
}
