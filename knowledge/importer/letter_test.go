package importer

import (
	"strings"
	"testing"

	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/statement"
)

// letterOf is a page whose lines are paragraphs; "*" begins a bold one.
func letterOf(lines ...string) []byte {
	var b strings.Builder
	for _, l := range lines {
		if bold, ok := strings.CutPrefix(l, "*"); ok {
			l = "<b>" + bold + "</b>"
		}
		b.WriteString("<p>" + l + "</p>\n")
	}
	return []byte(b.String())
}

var (
	letterhead = []string{"UBND TỈNH THANH HÓA", "*SỞ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 7/TB-SYT", "Thanh Hóa, ngày 02 tháng 3 năm 2026"}
	heading    = []string{"*THÔNG BÁO", "*Lịch tiêm chủng"}
	words      = []string{"Tiêm chủng vào ngày 05 hằng tháng.", "Người dân mang theo sổ."}
	signature1 = []string{"*GIÁM ĐỐC", "(Đã ký)", "*Nguyễn Văn Bình"}
)

func joined(parts ...[]string) []string {
	var out []string
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

func readLetter(t *testing.T, lines ...string) letter.Draft {
	t.Helper()
	drafts, err := Read("thu.html", letterOf(lines...), office)
	if err != nil || len(drafts) != 1 {
		t.Fatalf("%d drafts, %v", len(drafts), err)
	}
	return drafts[0]
}

func problemAt(d letter.Draft, field string) string {
	for _, p := range d.Problems {
		if p.Field == field {
			return p.Text
		}
	}
	return ""
}

func TestLetterIsReadWhole(t *testing.T) {
	d := readLetter(t, joined(letterhead, heading, words, signature1)...)
	s := d.Statement
	if s.DocumentNo != "7/TB-SYT" || s.Unit != "TH-YT" || s.Title != "Lịch tiêm chủng" || s.Spokesperson != "Nguyễn Văn Bình" ||
		s.Position != "Giám đốc" || s.SpokespersonKind != "A" || s.IssuedAt.Format("2006-01-02 -0700") != "2026-03-02 +0700" {
		t.Errorf("read %+v", s)
	}
	if want := strings.Join(words, "\n\n"); s.Body != want {
		t.Errorf("body %q, want %q", s.Body, want)
	}
	if s.Status != statement.StatusDraft {
		t.Errorf("status %s", s.Status)
	}
}

func TestWhatALetterDoesNotSayIsAProblem(t *testing.T) {
	replaced := func(old, next string) []string {
		lines := joined(letterhead, heading, words, signature1)
		for i, l := range lines {
			if l == old {
				lines[i] = next
			}
		}
		return lines
	}
	for _, test := range []struct {
		name         string
		lines        []string
		field, value string // what must be empty, and what is said
	}{
		{"a number left blank", replaced("Số: 7/TB-SYT", "Số:       /TB-SYT"), "document_no", "còn để trống"},
		{"a date left blank", replaced("Thanh Hóa, ngày 02 tháng 3 năm 2026", "Thanh Hóa, ngày    tháng 3 năm 2026"), "issued_at", "còn để trống"},
		{"a day that no year has", replaced("Thanh Hóa, ngày 02 tháng 3 năm 2026", "Thanh Hóa, ngày 31 tháng 02 năm 2026"), "issued_at", "không có thật"},
		{"a unit that is not in the register", replaced("*SỞ Y TẾ", "*BỆNH VIỆN NHI"), "unit", "“BỆNH VIỆN NHI”"},
		{"a kind of document without a subject", replaced("*Lịch tiêm chủng", "Thực hiện chỉ đạo của tỉnh, đơn vị thông báo."), "title", "không thấy trích yếu"},
		{"nobody's name", replaced("*Nguyễn Văn Bình", ""), "spokesperson", "không thấy họ tên"},
		{"no signature", replaced("*GIÁM ĐỐC", ""), "position", "Không tìm thấy chức vụ"},
		{"a deputy for the head", replaced("*GIÁM ĐỐC", "*KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC"), "spokesperson_kind", "không phải người đứng đầu"},
		{"one signing by order", replaced("*GIÁM ĐỐC", "*TL. GIÁM ĐỐC<br>CHÁNH VĂN PHÒNG"), "spokesperson_kind", "không phải người đứng đầu"},
		{"one authorised", replaced("*GIÁM ĐỐC", "*TUQ. CHỦ TỊCH<br>GIÁM ĐỐC"), "spokesperson_kind", "không phải người đứng đầu"},
		{"who may see it", replaced("", ""), "audience", "ai được xem"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := readLetter(t, test.lines...)
			if got := problemAt(d, test.field); !strings.Contains(got, test.value) {
				t.Errorf("problem %q, want %q; all: %v", got, test.value, d.Problems)
			}
			for _, f := range d.Found {
				if f.Field == test.field {
					t.Errorf("found %v although the letter does not say it", f)
				}
			}
		})
	}
}

func TestPositionsAndNamesAreReadAsSigned(t *testing.T) {
	for _, test := range []struct{ lines, position, name string }{
		{"*GIÁM ĐỐC|(Đã ký)|*Nguyễn Văn Bình", "Giám đốc", "Nguyễn Văn Bình"},
		{"*KT. CHỦ TỊCH|*PHÓ CHỦ TỊCH|*ThS. Lê Thị Hà", "Phó Chủ tịch", "Lê Thị Hà"},
		{"*TM. ỦY BAN NHÂN DÂN|*KT. CHỦ TỊCH|*PHÓ CHỦ TỊCH|[Chữ ký]|*Lê Đức Minh", "Phó Chủ tịch", "Lê Đức Minh"},
		{"*TL. CHỦ TỊCH|*CHÁNH VĂN PHÒNG|*Trần Văn Duyệt", "Chánh Văn phòng", "Trần Văn Duyệt"},
		{"*Q. GIÁM ĐỐC|*Hà Thị Mường Lát", "Quyền Giám đốc", "Hà Thị Mường Lát"},
		{"*GIÁM ĐỐC|*Đại tá Trần Phú Hà", "Giám đốc", "Trần Phú Hà"},
		{"*GIÁM ĐỐC|*PGS.TS. NGUYỄN VĂN BÌNH", "Giám đốc", "NGUYỄN VĂN BÌNH"},
		{"*CHỦ TỊCH UBND XÃ|*Lò Văn Páo", "Chủ tịch UBND xã", "Lò Văn Páo"},
	} {
		d := readLetter(t, joined(letterhead, heading, words, strings.Split(test.lines, "|"))...)
		if d.Statement.Position != test.position || d.Statement.Spokesperson != test.name {
			t.Errorf("%s: read %q, %q", test.lines, d.Statement.Position, d.Statement.Spokesperson)
		}
		if want := strings.Join(words, "\n\n"); d.Statement.Body != want {
			t.Errorf("%s: body %q, want %q", test.lines, d.Statement.Body, want)
		}
	}
}

func TestTitles(t *testing.T) {
	for _, test := range []struct{ lines, want string }{
		{"*THÔNG BÁO|*Về việc nghỉ lễ", "Thông báo về việc nghỉ lễ"},
		{"*THÔNG BÁO:|*V/v nghỉ lễ", "Thông báo về việc nghỉ lễ"},
		{"*BÁO CÁO|*Kết quả tiêm chủng|*quý III năm 2026|----------", "Kết quả tiêm chủng quý III năm 2026"},
		{"*THÔNG CÁO BÁO CHÍ|*kết quả kỳ thi.", "Kết quả kỳ thi"},
		{"Về việc nghỉ lễ", "Về việc nghỉ lễ"},
	} {
		d := readLetter(t, joined(letterhead, strings.Split(test.lines, "|"), words, signature1)...)
		if d.Statement.Title != test.want || d.Statement.Body != strings.Join(words, "\n\n") {
			t.Errorf("%s: title %q, body %q", test.lines, d.Statement.Title, d.Statement.Body)
		}
	}
}

func TestAKindInARowOfTheLetterheadHeadsTheTitleBelow(t *testing.T) {
	cell := func(lines ...string) string { return "<w:tc>" + word(lines...) + "</w:tc>" }
	body := "<w:tbl><w:tr>" + cell("SỞ Y TẾ", "Số: 7/TB-SYT") + cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Thanh Hóa, ngày 02 tháng 3 năm 2026") +
		"</w:tr><w:tr>" + cell("THÔNG BÁO") + cell("") + `</w:tr></w:tbl><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Về giá nước sạch</w:t></w:r></w:p>` + word(words...)
	drafts, err := Read("a.docx", docxOf(t, body), office)
	if err != nil {
		t.Fatal(err)
	}
	if s := drafts[0].Statement; s.Title != "Về giá nước sạch" || s.Body != strings.Join(words, "\n\n") {
		t.Errorf("title %q, body %q", s.Title, s.Body)
	}
}

func TestWordsOfTheTextAreNotTakenForFacts(t *testing.T) {
	d := readLetter(t, "*Hướng dẫn mới", "Số 15/2026/NĐ-CP của Chính phủ có hiệu lực.", "Giám đốc Sở đã họp.", "Thanh Hóa, ngày đẹp trời.", "Nguyễn Văn Bình")
	if s := d.Statement; s.DocumentNo != "" || s.Spokesperson != "" || !s.IssuedAt.IsZero() || !strings.Contains(s.Body, "Số 15/2026") {
		t.Errorf("read %+v", s)
	}
}

func TestWhatStandsAfterTheSignatureIsReported(t *testing.T) {
	d := readLetter(t, joined(letterhead, heading, words, signature1, []string{"*PHỤ LỤC", "Danh sách các điểm tiêm chủng trên địa bàn tỉnh Thanh Hóa năm 2026 kèm theo."})...)
	if got := problemAt(d, "body"); !strings.Contains(got, "Sau chữ ký còn nội dung") {
		t.Errorf("problem %q; all: %v", got, d.Problems)
	}
}

func TestReceiversAreNotOfTheText(t *testing.T) {
	d := readLetter(t, joined(letterhead, heading, words, []string{"Nơi nhận:", "- Như trên;"}, signature1)...)
	if want := strings.Join(words, "\n\n"); d.Statement.Body != want || d.Statement.Spokesperson != "Nguyễn Văn Bình" {
		t.Errorf("body %q by %q", d.Statement.Body, d.Statement.Spokesperson)
	}
}

func TestADecisionNamesItsMakerTwice(t *testing.T) {
	d := readLetter(t, joined([]string{"ỦY BAN NHÂN DÂN<br>XÃ TRUNG SƠN", "Số: 9/QĐ-UBND", "Trung Sơn, ngày 2 tháng 3 năm 2026", "*QUYẾT ĐỊNH", "*Về việc hỗ trợ giống"},
		[]string{"CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TRUNG SƠN", "Căn cứ Luật Tổ chức chính quyền địa phương;"}, words, []string{"*CHỦ TỊCH", "*Lò Văn Páo"})...)
	s := d.Statement
	if s.Unit != "14875" || s.Title != "Quyết định về việc hỗ trợ giống" || s.Spokesperson != "Lò Văn Páo" || !strings.HasPrefix(s.Body, "CHỦ TỊCH ỦY BAN") {
		t.Errorf("read %+v", s)
	}
}

func word(texts ...string) string {
	var b strings.Builder
	for _, text := range texts {
		b.WriteString("<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>")
	}
	return b.String()
}

func TestATableThatRunsIntoTheSignatureKeepsItsFigures(t *testing.T) {
	body := word("Số điểm tiêm như sau:") + "<w:tbl><w:tr><w:tc>" + word("Hạc Thành") + "</w:tc><w:tc>" + word("12") + "</w:tc></w:tr>" +
		"<w:tr><w:tc>" + word("Nơi nhận:", "- Lưu: VT.") + "</w:tc><w:tc>" + word("GIÁM ĐỐC", "(Đã ký)", "Nguyễn Văn Bình") + "</w:tc></w:tr></w:tbl>"
	drafts, err := Read("a.docx", docxOf(t, body), office)
	if err != nil {
		t.Fatal(err)
	}
	s := drafts[0].Statement
	if !strings.Contains(s.Body, "| Hạc Thành | 12 |") || strings.Contains(s.Body, "Nơi nhận") || s.Spokesperson != "Nguyễn Văn Bình" {
		t.Errorf("read %q by %q", s.Body, s.Spokesperson)
	}
}

func TestTrackedChangesAreReadAsAccepted(t *testing.T) {
	run := func(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }
	body := "<w:p>" + run("Giá ") + "<w:del>" + run("cũ ") + "<w:r><w:delText>9.000</w:delText></w:r></w:del><w:moveFrom>" + run("xa ") + "</w:moveFrom>" +
		"<w:ins>" + run("mới ") + "</w:ins><w:moveTo>" + run("gần ") + "</w:moveTo>" + run("là 9.600 đồng.") + "</w:p>"
	drafts, err := Read("a.docx", docxOf(t, body), office)
	if err != nil || drafts[0].Statement.Body != "Giá mới gần là 9.600 đồng." {
		t.Errorf("read %+v, %v", drafts, err)
	}
}

func TestATextBoxIsReported(t *testing.T) {
	body := word("Có chữ.") + "<w:p><w:r><w:pict><w:txbxContent>" + word("Trong khung") + "</w:txbxContent></w:pict></w:r></w:p>"
	drafts, err := Read("a.docx", docxOf(t, body), office)
	if err != nil || drafts[0].Statement.Body != "Có chữ." || !strings.Contains(problemAt(drafts[0], "body"), "khung chữ") {
		t.Errorf("read %+v, %v", drafts, err)
	}
}
