package importer

import (
	"strings"
	"testing"
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
	d := readLetter(t, append(signedBy("Nơi nhận:<br>Bản hai<br>- Như trên;<br>UBND các xã,<br>Phường;<br>- Lưu: VT.<br>Giá mới: 2.100 đồng", "GIÁM ĐỐC<br>HỦY BỎ<br>Quách Đình Mão<br>Bản thảo lần hai<br>Chưa phát hành<br>Chờ duyệt"), "Sửa ngày 05.", "Thêm trang.")...)
	said := ""
	for _, p := range d.Problems {
		said += p.Text + "\n"
	}
	for _, want := range []string{"Bản hai", "Giá mới: 2.100 đồng", "HỦY BỎ", "Bản thảo lần hai", "Chưa phát hành", "Chờ duyệt", "Sửa ngày 05.", "Thêm trang."} {
		if !strings.Contains(said, "“"+want+"”") {
			t.Errorf("%q is not said in %s", want, said)
		}
	}
	if d.Statement.Spokesperson != "Quách Đình Mão" || strings.Contains(said, "Lưu: VT") || strings.Contains(said, "Phường") {
		t.Errorf("signed by %q; said %s", d.Statement.Spokesperson, said)
	}
}

func TestANameThatMayBeNoneIsAskedFor(t *testing.T) {
	for name, end := range map[string][]string{
		"paragraphs":        {"*GIÁM ĐỐC", "*PÁO A LÙ"},
		"beside the copies": {"<table><tr><td>Nơi nhận:<br>- Như trên;</td><td>GIÁM ĐỐC<br>PÁO A LÙ</td></tr></table>"},
		"above the copies":  {"*GIÁM ĐỐC", "*PÁO A LÙ", "Nơi nhận:", "- Như trên;"},
	} {
		t.Run(name, func(t *testing.T) {
			d := readLetter(t, joined(letterhead, heading, words, end)...)
			said := problemAt(d, "body")
			if d.Statement.Position != "Giám đốc" || d.Statement.Spokesperson != "" || !strings.Contains(problemAt(d, "spokesperson"), "không thấy họ tên") || !strings.Contains(said, "“PÁO A LÙ”") {
				t.Errorf("read %+v, said %q", d.Statement, said)
			}
		})
	}
}

func TestPlaceAndDateMayStandAboveTheSignature(t *testing.T) {
	text := []string{"Kính mời: Trưởng các thôn.", "Thời gian: 7 giờ 30 phút, ngày 25 tháng 12 năm 2026."}
	table := "<table><tr><td>Nơi nhận:<br>- Như trên;</td><td>Q. CHỦ TỊCH<br>Lê Hữu Ninh</td></tr></table>"
	for name, end := range map[string][]string{
		"above a table":       {"Thanh Hóa, ngày 02 tháng 3 năm 2026", table},
		"in its column":       {strings.Replace(table, "Q. CHỦ", "Thanh Hóa, ngày 02 tháng 3 năm 2026<br>Q. CHỦ", 1)},
		"above a paragraph":   {"Thanh Hóa, ngày 02 tháng 3 năm 2026", "*Q. CHỦ TỊCH", "*Lê Hữu Ninh"},
		"as the letter's own": {table},
	} {
		t.Run(name, func(t *testing.T) {
			front := joined(letterhead[:5], []string{"*GIẤY MỜI", "*Họp vụ đông"})
			if name == "as the letter's own" {
				front = joined(letterhead, front[5:])
			}
			s := readLetter(t, joined(front, text, end)...).Statement
			if s.Body != strings.Join(text, "\n\n") || s.Title != "Họp vụ đông" || s.IssuedAt.Format("2/1/2006") != "2/3/2026" || s.Spokesperson != "Lê Hữu Ninh" {
				t.Errorf("read %+v", s)
			}
		})
	}
}

func TestASignatureThatOnlyTabsSet(t *testing.T) {
	s := readLetter(t, joined([]string{"UBND TỈNH THANH HÓA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 18/TB-UBND Độc lập - Tự do - Hạnh phúc", letterhead[5]}, heading, words,
		[]string{"Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Các thôn; KT. CHỦ TỊCH", "- Lưu: VT. PHÓ CHỦ TỊCH", "Lê Hữu Ninh"})...).Statement
	if s.DocumentNo != "18/TB-UBND" || s.Position != "Phó Chủ tịch" || s.Spokesperson != "Lê Hữu Ninh" || s.Body != strings.Join(words, "\n\n") {
		t.Errorf("read %+v", s)
	}
}

func TestANameInATableBelowThePosition(t *testing.T) {
	s := readLetter(t, joined(letterhead, heading, words, []string{"*PHÓ GIÁM ĐỐC", "Nơi nhận:", "<table><tr><td>- Như trên;</td><td>Lê Văn Cầu</td></tr></table>"})...).Statement
	if s.Position != "Phó Giám đốc" || s.Spokesperson != "Lê Văn Cầu" || s.Body != strings.Join(words, "\n\n") {
		t.Errorf("read %+v", s)
	}
}

func TestTwoDatesThatDifferAreSaid(t *testing.T) {
	d := readLetter(t, joined(letterhead, heading, words, []string{"Thanh Hóa, ngày 05 tháng 3 năm 2026"}, signature1)...)
	if got := problemAt(d, "issued_at"); d.Statement.IssuedAt.Day() != 2 || !strings.Contains(got, "ngày 05 tháng 3") || d.Statement.Body != strings.Join(words, "\n\n") {
		t.Errorf("read %+v, said %q", d.Statement, got)
	}
}

func TestATableAboveASignatureInItKeepsItsRows(t *testing.T) {
	row := func(left, right string) string {
		return "<w:tr><w:tc>" + word(strings.Split(left, "|")...) + "</w:tc><w:tc>" + word(strings.Split(right, "|")...) + "</w:tc></w:tr>"
	}
	for name, test := range map[string]struct{ rows, want string }{
		"a total":               {row("Hạc Thành", "12") + row("Tượng Sơn", "TẤT CẢ"), "| Hạc Thành | 12 |\n| --- | --- |\n| Tượng Sơn | TẤT CẢ |"},
		"a chairman in the row": {row("CHỦ TỊCH|Lò Văn Páo", "7") + row("Tượng Sơn", "9"), "| CHỦ TỊCH Lò Văn Páo | 7 |\n| --- | --- |\n| Tượng Sơn | 9 |"},
	} {
		t.Run(name, func(t *testing.T) {
			body := "<w:tbl>" + test.rows + row("Nơi nhận:|- Lưu: VT.", "GIÁM ĐỐC|(Đã ký)|Nguyễn Văn Bình") + "</w:tbl>"
			drafts, err := Read("a.docx", docxOf(t, body), office)
			if err != nil {
				t.Fatal(err)
			}
			if s := drafts[0].Statement; s.Body != test.want || s.Spokesperson != "Nguyễn Văn Bình" {
				t.Errorf("read %q by %q", s.Body, s.Spokesperson)
			}
		})
	}
}
