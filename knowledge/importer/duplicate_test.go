package importer

import (
	"strings"
	"testing"

	"phatngon/knowledge/statement"
)

func TestRepetitionsAreRecognised(t *testing.T) {
	long := "Sở Y tế tổ chức tiêm vắc xin sởi miễn phí cho trẻ em tại các trạm y tế xã, phường trong tỉnh. Phụ huynh mang theo sổ tiêm chủng, " +
		"đến đúng khung giờ được thông báo và ở lại theo dõi ba mươi phút sau khi tiêm. Trẻ đang sốt hoặc mới dùng thuốc ức chế miễn dịch thì hoãn tiêm, " +
		"báo cho cán bộ y tế để hẹn lịch khác. Nguồn vắc xin do Bộ Y tế cấp, được bảo quản trong dây chuyền lạnh. Tổng số 215.400 liều."
	existing := []statement.Statement{
		{Code: "PN-2026-0001", Unit: "TH-YT", DocumentNo: "123/TB-SYT", Body: long, Status: statement.StatusWithdrawn},
		{Code: "PN-2026-0002", Unit: "TH-XD", Body: "Cầu thông xe."},
	}
	for _, test := range []struct {
		name string
		s    statement.Statement
		want string
	}{
		{"the same code", statement.Statement{Code: "PN-2026-0002", Body: "Khác hẳn."}, "PN-2026-0002"},
		{"the same document", statement.Statement{Unit: "TH-YT", DocumentNo: "123/tb-syt", Body: "Khác hẳn."}, "PN-2026-0001"},
		{"the same number of another unit", statement.Statement{Unit: "TH-XD", DocumentNo: "123/TB-SYT", Body: "Khác hẳn."}, ""},
		{"the same words", statement.Statement{Unit: "TH-VPUB", Body: "Cầu thông xe."}, "PN-2026-0002"},
		{"the same words, other spaces, case and marks of punctuation", statement.Statement{Body: strings.ToUpper(strings.ReplaceAll(long, ", ", " \n"))}, "PN-2026-0001"},
		{"one word more in a long text", statement.Statement{Body: long + " Trân trọng!"}, "PN-2026-0001"},
		{"the same text with another figure", statement.Statement{Body: strings.Replace(long, "215.400", "215.500", 1)}, ""},
		{"half of it", statement.Statement{Body: long[:len(long)/2]}, ""},
		{"nothing in common", statement.Statement{Body: "Lịch cắt điện tuần 48."}, ""},
		{"no text", statement.Statement{}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			code, why, ok := Duplicate(test.s, existing)
			if code != test.want || ok != (test.want != "") || ok != strings.Contains(why, "đã có") && ok != strings.Contains(why, "phát ngôn "+code) {
				t.Errorf("got %q, %q, %v, want %q", code, why, ok, test.want)
			}
		})
	}
}
