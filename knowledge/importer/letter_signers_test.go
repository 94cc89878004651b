package importer

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// signedBy is a letter signed in a table of one row, with a cell for each text.
func signedBy(cells ...string) []string {
	return joined(letterhead, heading, words, []string{"<table><tr><td>" + strings.Join(cells, "</td><td>") + "</td></tr></table>"})
}

func TestAPositionGoesOnOverLines(t *testing.T) {
	for cell, want := range map[string]string{
		"PHÓ GIÁM ĐỐC PHỤ TRÁCH<br>TRUNG TÂM<br>KIỂM SOÁT BỆNH TẬT<br>Vi Văn Na":               "Vi Văn Na, Phó Giám đốc phụ trách Trung tâm Kiểm soát bệnh tật",
		"TL. GIÁM ĐỐC<br>TRƯỞNG PHÒNG GIÁO DỤC<br>THƯỜNG XUYÊN<br>Lê Thị Chắt":                 "Lê Thị Chắt, Trưởng phòng Giáo dục thường xuyên",
		"TUQ. GIÁM ĐỐC<br>TRƯỞNG PHÒNG CÔNG CHỨC, VIÊN<br>CHỨC<br>Đinh Thị Sen":                "Đinh Thị Sen, Trưởng phòng Công chức, viên chức",
		"GIÁM ĐỐC SỞ GIÁO DỤC<br>VÀ ĐÀO TẠO<br>(Đã ký)<br>Tạ Hồng Lựu":                         "Tạ Hồng Lựu, Giám đốc Sở Giáo dục và Đào tạo",
		"GIÁM ĐỐC SỞ GIÁO DỤC VÀ<br>ĐÀO TẠO<br>Tạ Hồng Lựu":                                    "Tạ Hồng Lựu, Giám đốc Sở Giáo dục và Đào tạo",
		"KT. TRƯỞNG PHÒNG TỔNG HỢP<br>PHÓ TRƯỞNG PHÒNG<br>PHỤ TRÁCH BÁO CHÍ<br>Lê Văn Quýt":    "Lê Văn Quýt, Phó Trưởng phòng phụ trách báo chí",
		"CHỦ TỊCH<br>ỦY BAN NHÂN DÂN XÃ TRUNG SƠN<br>LÒ VĂN PÁO":                               "LÒ VĂN PÁO, Chủ tịch Ủy ban nhân dân xã Trung Sơn",
		"GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO<br>VÀ DU LỊCH<br>NGUYỄN VĂN BÌNH":                       "NGUYỄN VĂN BÌNH, Giám đốc Sở Văn hóa, Thể thao và Du lịch",
		"PHÓ GIÁM ĐỐC KỸ THUẬT<br>Hoàng Hải Đăng":                                              "Hoàng Hải Đăng, Phó Giám đốc Kỹ thuật",
		"TRƯỞNG PHÒNG QUẢN LÝ ĐÔ THỊ<br>Hoàng Hải Đăng":                                        "Hoàng Hải Đăng, Trưởng phòng Quản lý đô thị",
		"GIÁM ĐỐC<br>KIÊM CHỦ TỊCH HỘI ĐỒNG<br>Hoàng Hải Đăng":                                 "Hoàng Hải Đăng, Giám đốc kiêm Chủ tịch Hội đồng",
		"TM. ỦY BAN NHÂN DÂN<br>TỈNH THANH HÓA<br>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br>Lê Thị Chắt": "Lê Thị Chắt, Phó Chủ tịch",
		"GIÁM ĐỐC<br>HỦY BỎ<br>Quách Đình Mão":                                                 "Quách Đình Mão, Giám đốc",
		"GIÁM ĐỐC<br>TRUNG TÂM<br>(Đã ký)":                                                     ", Giám đốc Trung tâm",
		"GIÁM ĐỐC<br>VĂN PHÒNG": ", ",
	} {
		d := readLetter(t, signedBy("Nơi nhận:<br>- Như trên;", cell)...)
		if got := d.Statement.Spokesperson + ", " + d.Statement.Position; got != want {
			t.Errorf("%s: read %q, want %q", cell, got, want)
		}
	}
}

func TestOfSeveralWhoSignNobodyIsLost(t *testing.T) {
	const (
		police   = "CÔNG AN TỈNH<br>KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC<br>Đại tá Khương Duy Oanh"
		health   = "SỞ Y TẾ<br>KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC<br>Trịnh Thị Giao"
		building = "GIÁM ĐỐC SỞ XÂY DỰNG<br>Lê Khánh Tường"
		firm     = "ĐẠI DIỆN CÔNG TY<br>GIÁM ĐỐC<br>Lường Văn Bưởi"
		plain    = "GIÁM ĐỐC<br>Nguyễn Văn Bình"
	)
	for name, test := range map[string]struct {
		cells     []string
		name      string // "" when it is asked for
		mentioned []string
	}{
		"the letter's unit on the right": {[]string{police, health}, "Trịnh Thị Giao", []string{"Cùng ký", "Khương Duy Oanh", "CÔNG AN TỈNH"}},
		"the letter's unit on the left":  {[]string{health, police}, "Trịnh Thị Giao", []string{"Cùng ký", "Khương Duy Oanh"}},
		"the unit in the position":       {[]string{"GIÁM ĐỐC SỞ Y TẾ<br>Tạ Hồng Lựu", building}, "Tạ Hồng Lựu", []string{"Lê Khánh Tường"}},
		"neither is of the unit":         {[]string{police, building}, "", []string{"2 người ký", "Khương Duy Oanh", "Lê Khánh Tường"}},
		"a unit that nobody names":       {[]string{firm, plain}, "", []string{"2 người ký", "Lường Văn Bưởi", "Nguyễn Văn Bình"}},
		"three":                          {[]string{police, building, health}, "Trịnh Thị Giao", []string{"Khương Duy Oanh", "Lê Khánh Tường"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := readLetter(t, signedBy(test.cells...)...)
			if d.Statement.Spokesperson != test.name || (d.Statement.Position == "") != (test.name == "") || d.Statement.Body != strings.Join(words, "\n\n") {
				t.Errorf("read %+v", d.Statement)
			}
			for _, want := range test.mentioned {
				if got := problemAt(d, "spokesperson"); !strings.Contains(got, want) {
					t.Errorf("said %q, without %q", got, want)
				}
			}
			if test.name == "" && problemAt(d, "position") == "" {
				t.Error("the position is not asked for")
			}
		})
	}
}

func TestWhoSignOneAboveTheOtherAreSaid(t *testing.T) {
	d := readLetter(t, joined(letterhead, heading, words, []string{"*CÔNG AN TỈNH", "*PHÓ GIÁM ĐỐC", "*Khương Duy Oanh", "*SỞ Y TẾ", "*PHÓ GIÁM ĐỐC", "*Trịnh Thị Giao"})...)
	if got := problemAt(d, "spokesperson"); d.Statement.Spokesperson != "Trịnh Thị Giao" || !strings.Contains(got, "Khương Duy Oanh") || d.Statement.Body != strings.Join(words, "\n\n") {
		t.Errorf("read %+v, said %q", d.Statement, got)
	}
}

func TestEachLineOfTheTailThatIsNotTakenIsQuoted(t *testing.T) {
	d := readLetter(t, append(signedBy("Nơi nhận:<br>- Như trên;<br>- Lưu: VT.<br>Giá mới: 2.100 đồng", "GIÁM ĐỐC<br>HỦY BỎ<br>Quách Đình Mão<br>Bản thảo lần hai<br>Chưa phát hành<br>Chờ duyệt"), "Sửa ngày 05.", "Thêm trang.")...)
	said := ""
	for _, p := range d.Problems {
		said += p.Text + "\n"
	}
	for _, want := range []string{"Giá mới: 2.100 đồng", "HỦY BỎ", "Bản thảo lần hai", "Chưa phát hành", "Chờ duyệt", "Sửa ngày 05.", "Thêm trang."} {
		if !strings.Contains(said, "“"+want+"”") {
			t.Errorf("%q is not said in %s", want, said)
		}
	}
	if d.Statement.Spokesperson != "Quách Đình Mão" || strings.Contains(said, "Lưu: VT") {
		t.Errorf("signed by %q; said %s", d.Statement.Spokesperson, said)
	}
}

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
const vietnamese = "ĨÁÀÃĂÂẠẢẬĐÉẾỂỆÊÈÍÌỊỈÓÔỐỘÒỌỚỞƠÚỤỦỨỰƯỮŨỪÝỲỸỶáàảãạăắằặâấầẩậđéèẻẹêếềểễệíìỉịóòỏọôốồổỗộơớờởợúùủụũưứừửữựýỳỹ"

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
