package slots

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
		if at >= 0 && !(words[at].bare && begins(words, at, lookalikes) > 0) && !has(quoted, p.told) {
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
