package slots

import "regexp"

// A want is what somebody asks for, and what a quote must hold then.
type want struct {
	asked []phrase
	told  *regexp.Regexp
	own   bool // it belongs to the noun in its sentence
}

// wants are looked for in this order, and the first that is asked counts.
var wants = []want{
	{phrases("số điện thoại|sđt|gọi số|kêu số|đường dây nóng|điện thoại nào|gọi đâu|gọi vào đâu|hotline"),
		regexp.MustCompile(`\d{3}`), false},
	{phrases("bao nhiêu phần trăm|mấy phần trăm|tỷ lệ bao nhiêu"),
		regexp.MustCompile(`\d ?%|phần trăm|/\d`), false},
	{phrases("bao nhiêu tiền|mấy tiền|bao nhiêu đồng|mấy đồng|mấy nghìn|mấy ngàn|mấy trăm|mấy triệu|mấy tỷ|bao nhiêu tỷ|bao nhiêu triệu|bao nhiêu nghìn|" +
		"mấy chục nghìn|mấy trăm nghìn|mấy trăm triệu|bao nhiêu ngàn|giá bao nhiêu|phạt bao nhiêu|giá mấy|tốn bao nhiêu|lương bao nhiêu|phí bao nhiêu|vé bao nhiêu|" +
		"bao nhiêu một lượt|bao nhiêu một vé|bao nhiêu một chuyến|bao nhiêu một cân|bao nhiêu một kg|bao nhiêu một ký|bao nhiêu một mét|bao nhiêu một suất|bao nhiêu một cái|bao nhiêu một chiếc|bao nhiêu một lít|bao nhiêu một bộ|bao nhiêu một khối|bao nhiêu một viên|bao nhiêu một mũi|bao nhiêu 1 lượt|bao nhiêu 1 vé|bao nhiêu 1 chuyến|bao nhiêu 1 cân|bao nhiêu 1 kg|bao nhiêu 1 ký|bao nhiêu 1 mét|bao nhiêu 1 suất|bao nhiêu 1 cái|bao nhiêu 1 chiếc|bao nhiêu 1 lít|bao nhiêu 1 bộ|bao nhiêu 1 khối|bao nhiêu 1 viên|bao nhiêu 1 mũi|bao nhiêu mỗi lượt|bao nhiêu mỗi vé|bao nhiêu mỗi chuyến|bao nhiêu mỗi cân|bao nhiêu mỗi kg|bao nhiêu mỗi ký|bao nhiêu mỗi mét|bao nhiêu mỗi suất|bao nhiêu mỗi cái|bao nhiêu mỗi chiếc|bao nhiêu mỗi lít|bao nhiêu mỗi bộ|bao nhiêu mỗi khối|bao nhiêu mỗi viên|bao nhiêu mỗi mũi"),
		money, true},
	{phrases("đi đường nào|đi lối nào|đi tuyến nào|đi hướng nào|theo đường nào|theo tuyến nào|qua đường nào|vòng đường nào"),
		regexp.MustCompile(`(?i)(theo|qua|bằng|vào|ra|từ|lên|đường) (các )?(quốc lộ|tỉnh lộ|đường|tuyến|cao tốc|đại lộ|cầu|lối|hướng|nút giao|ngã|phố)|QL ?\d|hướng `), false},
	{phrases("mấy giờ|bao nhiêu giờ"),
		regexp.MustCompile(`(?i)\d ?(giờ|h)|sáng|trưa|chiều|tối|đêm|cả ngày|24/24|24/7`), false},
	{phrases("bao lâu|mấy ngày|mấy tháng|mấy năm|mấy hôm|mấy tuần|mấy buổi|bao nhiêu ngày|bao nhiêu tháng|bao nhiêu năm"),
		regexp.MustCompile(`(?i)(\d|một|hai|ba|bốn|năm|sáu|nửa|vài|mười) ?(ngày|tháng|năm|giờ|phút|tuần|buổi|giây|tiếng|lần|đợt|quý|vụ)|\d/\d|đến|ngay|suốt|hết|mỗi|hằng|hàng`), false},
	{phrases("năm nào|năm mấy|năm bao nhiêu"),
		regexp.MustCompile(`\b\d{3,4}\b|/\d\d\b`), true},
	{phrases("khi nào|bao giờ|ngày nào|hôm nào|bữa nào|lúc nào|tháng nào|tháng mấy|ngày mấy|chừng nào|thứ mấy"),
		regexp.MustCompile(`(?i)\d{1,2}/\d|(ngày|tháng|năm) \d|\d{3,4}|quý|thứ |chủ nhật|hằng|hàng |mùng|\d ?(giờ|h)|sáng|chiều|tối|hôm|khi|sau|trước|trong|cuối|đầu|chưa|ngay|đang|đã|thế kỷ|thời`), false},
	{phrases("bao nhiêu|mấy"),
		regexp.MustCompile(`(?i)\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|toàn bộ|tất cả|không|chưa|miễn`), false},
}

// money is a sum, or that there is none.
var money = regexp.MustCompile(`(?i)\d[\d.,]* ?(đ\b|đồng|nghìn|ngàn|triệu|tỷ|tỉ|usd|%)|đồng[^\n]*\n?.*\d{2}|miễn|không (thu|mất|phải (nộp|trả|đóng)|tính|đồng)|gấp|lần lương|tháng lương|mức lương`)

// wanted is the want of the question, nil for none. "phạt bao nhiêu vụ" wants
// no money.
func (j *judge) wanted() *want {
	for i, w := range wants {
		at, n := find(j.asking(), w.asked)
		if at >= 0 && !(w.told == money && begins(j.asking(), at+n, things) > 0) {
			return &wants[i]
		}
	}
	return nil
}

// valueRule disagrees with a quote that lacks what is asked for, or tells it of
// something else.
func valueRule(j *judge) Verdict {
	w := j.wanted()
	if w == nil {
		return Verdict{}
	}
	at, n := find(j.asking(), w.asked)
	switch {
	case !w.told.MatchString(j.quoted):
		return j.disagree(NoValue, at, n)
	case w.own && !j.bound(w.told, at, n):
		return j.disagree(OtherNoun, at, n)
	}
	return Verdict{}
}
