package corpus

import (
	"time"

	"phatngon/knowledge/statement"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, statement.Vietnam)

func at(day string) *time.Time {
	t, err := time.ParseInLocation(time.DateOnly, day, statement.Vietnam)
	if err != nil {
		panic(err)
	}
	return &t
}

// Bridge is a statement that answers bridgeQuestion.
func bridge(change func(*statement.Statement)) statement.Statement {
	s := statement.Statement{
		Code: "PN-2026-0001", Version: 1, Status: statement.StatusPublished, Title: "Tiến độ sửa chữa cầu Hàm Rồng",
		Unit: "TH-XD", Spokesperson: "Nguyễn Văn A", Position: "Giám đốc Sở Xây dựng", Audience: statement.AudiencePublic,
		IssuedAt: *at("2026-10-01"), Questions: []string{"Khi nào sửa xong cầu Hàm Rồng?"},
		Body: "Cầu Hàm Rồng được sửa chữa từ ngày 01/10/2026. Công trình hoàn thành trước ngày 31/12/2026 với kinh phí 12,5 tỷ đồng.",
	}
	if change != nil {
		change(&s)
	}
	return s
}

// School keeps company, so that words differ in how much they say.
func school(n int) statement.Statement {
	s := bridge(nil)
	s.Code = []string{"PN-2026-0100", "PN-2026-0101", "PN-2026-0102"}[n]
	s.Title = []string{"Tuyển sinh lớp 10 năm học 2026-2027", "Phòng, chống dịch sốt xuất huyết", "Lịch cấp nước mùa khô"}[n]
	s.Questions = nil
	s.Body = []string{
		"Kỳ thi tuyển sinh lớp 10 diễn ra trong hai ngày 05 và 06/6/2026 tại 96 điểm thi.",
		"Toàn tỉnh ghi nhận 215 ca mắc sốt xuất huyết, không có ca tử vong.",
		"Hồ Cửa Đạt xả nước phục vụ gieo cấy từ ngày 10/01/2027.",
	}[n]
	return s
}

func baseOf(statements ...statement.Statement) *Base {
	b := New(Options{})
	b.Replace(append(statements, school(0), school(1), school(2)))
	return b
}

func ask(text string, a statement.Audience) Question {
	return Question{Text: text, Audience: a, Now: noon}
}
