package importer

import (
	"strings"
	"testing"
)

func TestWhoDecidesEndsTheTitleAndBeginsTheText(t *testing.T) {
	const basis = "Căn cứ Luật Tổ chức chính quyền địa phương;"
	for name, test := range map[string]struct{ front, title, text string }{
		"a committee":                {"*QUYẾT ĐỊNH|*Ban hành Quy định về chợ|*trên địa bàn tỉnh|*ỦY BAN NHÂN DÂN TỈNH THANH HÓA|" + basis, "Ban hành Quy định về chợ trên địa bàn tỉnh", "ỦY BAN NHÂN DÂN TỈNH THANH HÓA|" + basis + "|"},
		"a committee below a rule":   {"*QUYẾT ĐỊNH|*Ban hành Quy định về chợ|_______|*ỦY BAN NHÂN DÂN TỈNH THANH HÓA|" + basis, "Ban hành Quy định về chợ", "ỦY BAN NHÂN DÂN TỈNH THANH HÓA|" + basis + "|"},
		"a chairman":                 {"*QUYẾT ĐỊNH|*Về việc cấp nước|*CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH HÓA|" + basis, "Quyết định về việc cấp nước", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH HÓA|" + basis + "|"},
		"a council in session":       {"*NGHỊ QUYẾT|*Hỗ trợ trẻ mầm non|*HỘI ĐỒNG NHÂN DÂN TỈNH THANH HÓA|*KHÓA XIX, KỲ HỌP THỨ 4|" + basis, "Hỗ trợ trẻ mầm non", "HỘI ĐỒNG NHÂN DÂN TỈNH THANH HÓA|KHÓA XIX, KỲ HỌP THỨ 4|" + basis + "|"},
		"a head of an office":        {"*QUYẾT ĐỊNH|*Về việc cấp phép|*GIÁM ĐỐC SỞ Y TẾ|" + basis, "Quyết định về việc cấp phép", "GIÁM ĐỐC SỞ Y TẾ|" + basis + "|"},
		"under a title in capitals":  {"*QUYẾT ĐỊNH|*VỀ VIỆC CẤP NƯỚC|*UBND TỈNH THANH HÓA|" + basis, "Quyết định về việc CẤP NƯỚC", "UBND TỈNH THANH HÓA|" + basis + "|"},
		"in the title's paragraph":   {"*QUYẾT ĐỊNH<br>Về việc cấp nước<br>CHỦ TỊCH UBND TỈNH", "Quyết định về việc cấp nước", "CHỦ TỊCH UBND TỈNH|"},
		"a title that goes on to it": {"*QUYẾT ĐỊNH|*QUY CHẾ LÀM VIỆC CỦA|*ỦY BAN NHÂN DÂN TỈNH|" + basis, "QUY CHẾ LÀM VIỆC CỦA ỦY BAN NHÂN DÂN TỈNH", basis + "|"},
		"a body that is set up":      {"*QUYẾT ĐỊNH|*KIỆN TOÀN|*BAN CHỈ ĐẠO TỈNH|" + basis, "KIỆN TOÀN BAN CHỈ ĐẠO TỈNH", basis + "|"},
		"a plan of several offices":  {"*KẾ HOẠCH LIÊN NGÀNH|*Về an toàn thực phẩm", "Về an toàn thực phẩm", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := readLetter(t, joined(letterhead, strings.Split(test.front, "|"), words, signature1)...)
			want := strings.ReplaceAll(test.text, "|", "\n\n") + strings.Join(words, "\n\n")
			if d.Statement.Title != test.title || d.Statement.Body != want {
				t.Errorf("title %q, body %q, want %q, %q", d.Statement.Title, d.Statement.Body, test.title, want)
			}
		})
	}
}
