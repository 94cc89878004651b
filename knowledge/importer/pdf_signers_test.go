package importer

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// drawn draws lines one below the other, in the letters of writtenSheet; an
// empty one is left out.
func drawn(x, y, size float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		fmt.Fprintf(&b, "BT /U %g Tf %g %g Td <", size, x, y-1.2*size*float64(i))
		for _, r := range l {
			if r > 127 {
				before, _, ok := strings.Cut(vietnamese, string(r))
				if !ok {
					panic("a letter is missing: " + l)
				}
				r = rune(128 + utf8.RuneCountInString(before))
			}
			fmt.Fprintf(&b, "%02x", r)
		}
		b.WriteString("> Tj ET\n")
	}
	return b.String()
}

// vietnamese is the letters beyond ASCII of the tests below.
const vietnamese = "ĨÁÀÃĂÂẠẢẬĐÉẾỂỆÊÈÍÌỊỈÓÔỐỘÒỌỚỞƠÚỤỦỨỰƯỮŨỪÝỲỸỢáàảãạăắằặâấầẩậđéèẻẹêếềểễệíìỉịóòỏọôốồổỗộơớờởợúùủụũưứừửữựýỳỹ"

// writtenSheet is a PDF of one page in a font that has those letters.
func writtenSheet(contents string) []byte {
	var names strings.Builder
	for _, r := range vietnamese {
		fmt.Fprintf(&names, "/uni%04X", r)
	}
	font := "/U<</Type/Font/Subtype/Type1/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[128 " + names.String() + "]>>>>"
	return []byte(strings.Replace(string(sheets(contents)), "/Font<<", "/Font<<"+font, 1))
}

// letterSheet is a page with a letterhead and a text above what is given.
func letterSheet(rest string) []byte {
	return writtenSheet(drawn(90, 800, 12, "UBND TỈNH THANH HÓA", "SỞ Y TẾ", "Số: 7/TB-SYT") + drawn(300, 800, 12, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Thanh Hóa, ngày 02 tháng 3 năm 2026") +
		drawn(250, 720, 12, "THÔNG BÁO") + drawn(220, 700, 12, "Về việc kiểm tra bếp ăn") + drawn(60, 670, 12, "Kiểm tra 30 bếp ăn từ ngày 05/01/2027.") + rest)
}

func TestSignaturesOfPDF(t *testing.T) {
	copies := drawn(60, 600, 12, "Nơi nhận:", "- Như trên;", "- Lưu: VT.")
	for name, test := range map[string]struct {
		rest, signer string
		said         string
	}{
		"a position on three lines": {copies + drawn(330, 600, 12, "PHÓ GIÁM ĐỐC PHỤ TRÁCH") + drawn(370, 585.6, 12, "TRUNG TÂM") + drawn(340, 571.2, 12, "KIỂM SOÁT BỆNH TẬT") + drawn(380, 510, 12, "Vi Văn Na"),
			"Vi Văn Na, Phó Giám đốc phụ trách Trung tâm Kiểm soát bệnh tật", ""},
		"two beside each other": {drawn(120, 600, 12, "CÔNG AN TỈNH", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC") + drawn(370, 600, 12, "SỞ Y TẾ", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC") + drawn(110, 510, 12, "Khương Duy Oanh") + drawn(360, 510, 12, "Trịnh Thị Giao"),
			"Trịnh Thị Giao, Phó Giám đốc", "Khương Duy Oanh"},
		"two that stand not level": {drawn(330, 600, 12, "GIÁM ĐỐC SỞ GIÁO DỤC", "VÀ ĐÀO TẠO") + drawn(120, 592, 12, "GIÁM ĐỐC SỞ Y TẾ") + drawn(120, 530, 12, "Lê Khánh Tường") + drawn(350, 522, 12, "Tạ Hồng Lựu"),
			"Lê Khánh Tường, Giám đốc Sở Y tế", "Tạ Hồng Lựu"},
		"a stamp above the name": {copies + drawn(380, 600, 12, "GIÁM ĐỐC") + drawn(385, 565, 12, "VĂN THƯ") + drawn(370, 530, 12, "Quách Đình Mão"),
			"Quách Đình Mão, Giám đốc", "VĂN THƯ"},
		"a stamp beside it": {copies + drawn(380, 600, 12, "GIÁM ĐỐC") + drawn(300, 560, 12, "HUY BO") + drawn(370, 530, 12, "Quách Đình Mão") + drawn(60, 510, 12, "Gia moi: 2.100 dong"),
			"Quách Đình Mão, Giám đốc", "“Gia moi: 2.100 dong”, “HUY BO”"},
	} {
		t.Run(name, func(t *testing.T) {
			drafts, err := Read("a.pdf", letterSheet(test.rest), office)
			if err != nil {
				t.Fatal(err)
			}
			d := drafts[0]
			if got := d.Statement.Spokesperson + ", " + d.Statement.Position; got != test.signer || d.Statement.Body != "Kiểm tra 30 bếp ăn từ ngày 05/01/2027." {
				t.Errorf("signed by %q below %q", got, d.Statement.Body)
			}
			if said := problemAt(d, "spokesperson") + problemAt(d, "body"); !strings.Contains(said, test.said) {
				t.Errorf("said %q, without %q", said, test.said)
			}
		})
	}
}

func TestNotesOfPDFEndWhereLettersAreLarger(t *testing.T) {
	raised := drawn(60, 655, 12, "Chủ hộ") + drawn(96, 660, 7, "1") + drawn(102, 655, 12, " đăng ký tại xã.")
	items := drawn(60, 635, 12, "Trình tự:") + drawn(60, 600, 12, "1. Nộp đơn.", "2. Khảo sát.")
	note := drawn(60, 540, 9, "1 Kể cả người thuê nhà.")
	end := drawn(60, 500, 12, "Nơi nhận:", "- Lưu: VT.") + drawn(380, 500, 12, "GIÁM ĐỐC") + drawn(370, 450, 12, "Ngô Thị Phấn")
	drafts, err := Read("a.pdf", letterSheet(raised+items+note+end), office)
	if err != nil {
		t.Fatal(err)
	}
	s := drafts[0].Statement
	if want := "Chủ hộ¹ đăng ký tại xã.\n\n1 Kể cả người thuê nhà.\n\nTrình tự:\n\n1. Nộp đơn.\n\n2. Khảo sát."; !strings.HasSuffix(s.Body, want) || s.Spokesperson != "Ngô Thị Phấn" {
		t.Errorf("read %q by %q", s.Body, s.Spokesperson)
	}
}

func TestASentenceBelowATableOfPDFIsNoRow(t *testing.T) {
	table := drawn(60, 640, 12, "Hộ dân", "Quán") + drawn(300, 640, 12, "8.200", "9.100")
	end := drawn(60, 610, 12, "Giá trên áp dụng từ năm 2027.") + drawn(60, 595, 12, "Nơi nhận:", "- Lưu: VT.") + drawn(380, 595, 12, "GIÁM ĐỐC") + drawn(370, 550, 12, "Ngô Thị Phấn")
	drafts, err := Read("a.pdf", letterSheet(table+end), office)
	if err != nil {
		t.Fatal(err)
	}
	if s := drafts[0].Statement; !strings.HasSuffix(s.Body, "| Quán | 9.100 |\n\nGiá trên áp dụng từ năm 2027.") || s.Spokesperson != "Ngô Thị Phấn" {
		t.Errorf("read %q by %q", s.Body, s.Spokesperson)
	}
}

func TestATableOfPlacesInPDFIsNoSignature(t *testing.T) {
	for name, table := range map[string]string{
		"places and numbers": drawn(60, 640, 12, "NƠI NHẬN", "Hạc Thành", "Tượng Sơn") + drawn(300, 640, 12, "SỐ LƯỢNG", "12", "9"),
		"people and offices": drawn(60, 640, 12, "HỌ TÊN", "Trần Đăng Khoa", "Lê Thị Mơ") + drawn(300, 640, 12, "CHỨC VỤ", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
	} {
		drafts, err := Read("a.pdf", letterSheet(table+drawn(60, 590, 12, "Danh sách này thay danh sách cũ.")), office)
		if err != nil {
			t.Fatal(err)
		}
		if body := drafts[0].Statement.Body; strings.Count(body, "\n| ") != 4 {
			t.Errorf("%s: read %q", name, body)
		}
	}
}
