package importer

import (
	"fmt"
	"strings"
	"testing"
)

// letterWith is the usual letter with one of its lines changed.
func letterWith(old string, next ...string) []string {
	var out []string
	for _, l := range joined(letterhead, heading, words, signature1) {
		if l == old {
			out = append(out, next...)
			continue
		}
		out = append(out, l)
	}
	return out
}

func TestNumbersInAllTheirForms(t *testing.T) {
	for written, want := range map[string]string{
		"Số: 7/TB-SYT": "7/TB-SYT", "Số: 12/2026/QĐ-UBND": "12/2026/QĐ-UBND", "Số: 101/TB – SYT": "101/TB-SYT", "Số: 101 / TB – SYT": "101/TB-SYT",
		"SỐ: 12/QĐ-UBND": "12/QĐ-UBND", "Số 45-TB/TU": "45-TB/TU", "Số:45 - QĐ/TU": "45-QĐ/TU", "Số: 1.234/SYT-NVY": "1.234/SYT-NVY", "Số: 12a/KH-UBND": "12a/KH-UBND",
		"Số: 03/2026/NQ-HĐND": "03/2026/NQ-HĐND", "Số: 56/GM-VPUBND": "56/GM-VPUBND", "Số: 88/BC-BCĐ.PCTT": "88/BC-BCĐ.PCTT", "Số: 5/TB-SNN&MT": "5/TB-SNN&MT",
		"Số: 77/UBND-KT Thanh Hóa, ngày 02 tháng 3 năm 2026": "77/UBND-KT",
	} {
		d := readLetter(t, letterWith("Số: 7/TB-SYT", written)...)
		if d.Statement.DocumentNo != want {
			t.Errorf("%s: read %q, want %q", written, d.Statement.DocumentNo, want)
		}
		if d.Statement.Body != strings.Join(words, "\n\n") {
			t.Errorf("%s: body %q", written, d.Statement.Body)
		}
	}
	d := readLetter(t, letterWith("Số: 7/TB-SYT", "Số: 7 và 8/TB-SYT")...)
	if got := problemAt(d, "document_no"); !strings.Contains(got, "“Số: 7 và 8/TB-SYT”") || d.Statement.DocumentNo != "" {
		t.Errorf("a number that is none: %q, said %q", d.Statement.DocumentNo, got)
	}
}

func TestUnitsOverSeveralLines(t *testing.T) {
	for lines, want := range map[string]string{
		"UBND TỈNH THANH HÓA|*SỞ Y TẾ":             "TH-YT",
		"UBND TỈNH THANH HÓA|SỞ Y|TẾ":              "TH-YT",
		"ỦY BAN NHÂN DÂN|TỈNH THANH HÓA|VĂN PHÒNG": "TH-VPUB",
		"ỦY BAN NHÂN DÂN TỈNH THANH HÓA|VĂN PHÒNG": "TH-VPUB",
		"ỦY BAN NHÂN DÂN|TỈNH THANH HÓA":           "TH-UBND",
		"UBND TỈNH THANH HÓA|HỎA TỐC|SỞ Y TẾ":      "TH-YT",
		"UBND TỈNH THANH HÓA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|SỞ Y TẾ Độc lập - Tự do - Hạnh phúc": "TH-YT",
		"UBND TỈNH THANH HÓA|BỆNH VIỆN NHI":           "",
		"UBND TỈNH THANH HÓA|SỞ Y TẾ|CHI CỤC DÂN SỐ":  "",
		"ỦY BAN NHÂN DÂN|XÃ TRUNG SƠN|____________":   "14875",
		"UBND TỈNH THANH HÓA|SỞ XÂY DỰNG|-----------": "TH-XD",
	} {
		lines := append(strings.Split(lines, "|"), joined(letterhead[2:], heading, words, signature1)...)
		if d := readLetter(t, lines...); d.Statement.Unit != want {
			t.Errorf("%v: unit %q, want %q", lines[:3], d.Statement.Unit, want)
		}
	}
}

func TestSigners(t *testing.T) {
	for _, test := range []struct{ lines, position, name, kind string }{
		{"*KT. CHỦ TỊCH|*PHÓ CHỦ TỊCH THƯỜNG TRỰC|*Phạm Hữu Khánh", "Phó Chủ tịch Thường trực", "Phạm Hữu Khánh", ""},
		{"*PHÓ GIÁM ĐỐC PHỤ TRÁCH|*Phạm Hữu Khánh", "Phó Giám đốc phụ trách", "Phạm Hữu Khánh", ""},
		{"*TL. CHỦ TỊCH|*CHÁNH VĂN PHÒNG|*NGƯỜI PHÁT NGÔN|*Đỗ Đình Ứng", "Chánh Văn phòng", "Đỗ Đình Ứng", ""},
		{"*NGƯỜI PHÁT NGÔN|*Đỗ Đình Ứng", "Người phát ngôn", "Đỗ Đình Ứng", ""},
		{"*NGƯỜI PHÁT NGÔN|*CHÁNH VĂN PHÒNG|*Đỗ Đình Ứng", "Chánh Văn phòng", "Đỗ Đình Ứng", "A"},
		{"*TM. BAN THƯỜNG VỤ|*PHÓ BÍ THƯ|*LÒ THỊ NGỌC", "Phó Bí thư", "LÒ THỊ NGỌC", ""},
		{"*KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br>THƯỜNG TRỰC|*Th.S Lê Văn Phát", "Phó Chủ tịch Thường trực", "Lê Văn Phát", ""},
		{"*KT. TRƯỞNG BAN|*PHÓ TRƯỞNG BAN|*Đại tá, TS. Lê Văn Phát", "Phó Trưởng ban", "Lê Văn Phát", ""},
		{"*GIÁM ĐỐC|*BS.CKII. Lê Văn Phát", "Giám đốc", "Lê Văn Phát", "A"},
		{"*QUYỀN GIÁM ĐỐC|*Lê Văn Phát", "Quyền Giám đốc", "Lê Văn Phát", ""},
		{"*GIÁM ĐỐC|*NGUYỄN TẤN PHÁT", "Giám đốc", "NGUYỄN TẤN PHÁT", "A"},
		{"*GIÁM ĐỐC|*ỦY VIÊN THƯỜNG TRỰC", "", "", ""},
		{"*TUQ. CHỦ TỊCH|*GIÁM ĐỐC SỞ Y TẾ|*TS.BS. Lê Văn Phát", "Giám đốc Sở Y tế", "Lê Văn Phát", ""},
	} {
		d := readLetter(t, joined(letterhead, heading, words, strings.Split(test.lines, "|"))...)
		s := d.Statement
		if s.Position != test.position || s.Spokesperson != test.name || s.SpokespersonKind != test.kind {
			t.Errorf("%s: read %q, %q, kind %q", test.lines, s.Position, s.Spokesperson, s.SpokespersonKind)
		}
	}
}

func TestOnlyThoseWhoGetACopyEndTheText(t *testing.T) {
	copies := []string{"Nơi nhận:", "- Như trên;", "- Lưu: VT."}
	for name, test := range map[string]struct{ text, tail []string }{
		"a place of papers":                {[]string{"1. Hồ sơ gồm đơn.", "Nơi nhận hồ sơ: Bộ phận Một cửa.", "2. Lệ phí: không."}, joined(copies, signature1)},
		"a place after a colon":            {[]string{"Nơi nhận: Bộ phận Một cửa, số 5 đường A.", "2. Lệ phí: không."}, joined(copies, signature1)},
		"a heading of places":              {[]string{"Nơi nhận:", "Bộ phận Một cửa xã tiếp nhận trong giờ hành chính.", "2. Lệ phí: không."}, joined(copies, signature1)},
		"a list of places in the text":     {[]string{"Nơi nhận:", "- Bộ phận Một cửa;", "- Nhà văn hóa.", "2. Lệ phí: không."}, signature1},
		"a list of places, and copies":     {[]string{"Nơi nhận:", "- Bộ phận Một cửa;", "- Nhà văn hóa.", "2. Lệ phí: không."}, joined(copies, signature1)},
		"a list of places, no signature":   {[]string{"Nơi nhận:", "- Bộ phận Một cửa;", "2. Lệ phí: không."}, nil},
		"copies without dashes":            {words, joined([]string{"Nơi nhận:", "Các sở, ban, ngành;", "UBND các xã, phường;", "Lưu: VT."}, signature1)},
		"copies after the signature":       {words, joined(signature1, copies)},
		"copies on the same line":          {words, joined(signature1, []string{"Nơi nhận: - Như trên; - Lưu: VT."})},
		"copies and no signature":          {words, copies},
		"nobody gets one":                  {words, signature1},
		"a place at the end, no signature": {[]string{"Thời gian: sáng.", "Nơi nhận quà: nhà văn hóa."}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			d := readLetter(t, joined(letterhead, heading, test.text, test.tail)...)
			if want := strings.Join(test.text, "\n\n"); d.Statement.Body != want {
				t.Errorf("body %q, want %q", d.Statement.Body, want)
			}
			if got := problemAt(d, "body"); got != "" {
				t.Errorf("%q is said", got)
			}
		})
	}
}

func TestLinesOfTheFrontThatAreNotReadAreSaid(t *testing.T) {
	d := readLetter(t, letterWith("*THÔNG BÁO", "HỎA TỐC", "*THÔNG BÁO")...)
	if got := problemAt(d, "body"); !strings.Contains(got, "“HỎA TỐC”") || d.Statement.Body != strings.Join(words, "\n\n") {
		t.Errorf("said %q beside %q", got, d.Statement.Body)
	}
	d = readLetter(t, letterWith("Người dân mang theo sổ.", "Người dân mang theo sổ.", "Kính gửi các trường.")...)
	if !strings.HasSuffix(d.Statement.Body, "Kính gửi các trường.") {
		t.Errorf("body %q", d.Statement.Body)
	}
}

func TestWhatFollowsASignatureIsSaid(t *testing.T) {
	table := "<table><tr><td>Xã</td><td>Giờ</td></tr><tr><td>A</td><td>7</td></tr></table>"
	for name, after := range map[string]string{"a short line": "Xem tiếp.", "a table": table, "an annex": "PHỤ LỤC"} {
		d := readLetter(t, joined(letterhead, heading, words, signature1, []string{after})...)
		if got := problemAt(d, "body"); !strings.Contains(got, "Sau chữ ký còn nội dung") {
			t.Errorf("%s: said %q", name, got)
		}
	}
}

func TestWhatStandsBesideASignatureIsSaid(t *testing.T) {
	table := "<table><tr><td>%</td><td>GIÁM ĐỐC<br>(Đã ký)<br>Nguyễn Văn Bình</td></tr></table>"
	for left, want := range map[string]string{"Nơi nhận:<br>- Như trên;": "", "NGƯỜI LẬP BIỂU<br>Lê Thị Hà": "“NGƯỜI LẬP BIỂU”, “Lê Thị Hà”", "": ""} {
		d := readLetter(t, joined(letterhead, heading, words, []string{strings.Replace(table, "%", left, 1)})...)
		got := problemAt(d, "body")
		if want == "" && got != "" || !strings.Contains(got, want) || d.Statement.Spokesperson != "Nguyễn Văn Bình" || d.Statement.Body != strings.Join(words, "\n\n") {
			t.Errorf("%q: said %q, %q by %q", left, got, d.Statement.Body, d.Statement.Spokesperson)
		}
	}
}

func TestALetterOnAGridOfManyColumns(t *testing.T) {
	wide := func(cols int, lines ...string) string {
		return fmt.Sprintf(`<w:tc><w:tcPr><w:gridSpan w:val="%d"/></w:tcPr>`, cols) + word(lines...) + "</w:tc>"
	}
	body := "<w:tbl><w:tr>" + wide(5, "UBND TỈNH THANH HÓA", "SỞ Y TẾ") + wide(7, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc") + "</w:tr><w:tr>" +
		wide(4, "Số: 7/TB-SYT") + wide(8, "Thanh Hóa, ngày 02 tháng 3 năm 2026") + "</w:tr></w:tbl>" + para("", runOf("<w:b/>", "THÔNG BÁO")) + para("", runOf("<w:b/>", "Lịch tiêm chủng")) + word(words...) +
		"<w:tbl><w:tr>" + wide(6, "Nơi nhận:", "- Như trên;") + wide(6, "GIÁM ĐỐC") + "</w:tr><w:tr>" + wide(7, "- Lưu: VT.") + wide(5, "Nguyễn Văn Bình") + "</w:tr></w:tbl>"
	drafts, err := Read("a.docx", docxOf(t, body), office)
	if err != nil {
		t.Fatal(err)
	}
	s := drafts[0].Statement
	if s.Unit != "TH-YT" || s.DocumentNo != "7/TB-SYT" || s.Title != "Lịch tiêm chủng" || s.Spokesperson != "Nguyễn Văn Bình" || s.Position != "Giám đốc" || s.Body != strings.Join(words, "\n\n") {
		t.Errorf("read %+v", s)
	}
	if got := problemAt(drafts[0], "body"); got != "" {
		t.Errorf("%q is said", got)
	}
}
