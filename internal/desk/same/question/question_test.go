package question_test

import (
	"testing"

	"phatngon/internal/desk/same/question"
)

func TestWhoAsksTheSame(t *testing.T) {
	for name, c := range map[string]struct {
		a, b string
		same bool
	}{
		"word for word":              {"Bao giờ sửa cầu Đò Trạp ở xã Quý Lộc?", "Bao giờ sửa cầu Đò Trạp ở xã Quý Lộc?", true},
		"without diacritics, polite": {"Bao giờ sửa cầu Đò Trạp ở xã Quý Lộc?", "cho em hoi khi nao sua cau do trap xa quy loc a", true},
		"another bridge":             {"Bao giờ sửa cầu Đò Trạp ở xã Quý Lộc?", "Bao giờ sửa cầu Kiểu ở xã Quý Lộc?", false},
		"another commune":            {"Lịch tiêm sởi của xã Quý Lộc tháng 12", "Lịch tiêm sởi của xã Yên Ninh tháng 12", false},
		"another month":              {"Lịch tiêm sởi của xã Quý Lộc tháng 12", "Lịch tiêm sởi của xã Quý Lộc tháng 11", false},
		"something more":             {"Bao giờ sửa cầu Đò Trạp ở xã Quý Lộc?", "Sửa cầu Đò Trạp ở xã Quý Lộc hết bao nhiêu tiền ngân sách tỉnh?", false},
		"too short to be compared":   {"bao giờ xong?", "bao giờ xong?", false},
		"nothing":                    {"", "", false},
	} {
		a, b := question.Of(c.a), question.Of(c.b)
		if got := a.Likeness(b); (got > 0) != c.same || got != b.Likeness(a) {
			t.Errorf("%s: %.2f", name, got)
		}
	}
}
