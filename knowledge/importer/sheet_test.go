package importer

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/sheet"
)

// workbook is an XLSX with these cells on its only sheet.
func workbook(tb testing.TB, rows [][]any) []byte {
	tb.Helper()
	f := excelize.NewFile()
	for i, row := range rows {
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			tb.Fatal(err)
		}
		if err := f.SetSheetRow("Sheet1", at, &row); err != nil {
			tb.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

var headings = []any{"Tiêu đề", "Đơn vị", "Người phát ngôn", "Chức vụ", "Tư cách", "Hình thức", "Ngày phát ngôn", "Ai được xem", "Hiệu lực đến", "Số văn bản", "Câu hỏi", "Nội dung"}

func TestWorkbookRowsBecomeDrafts(t *testing.T) {
	day := time.Date(2026, 11, 20, 9, 30, 0, 0, time.UTC)
	data := workbook(t, [][]any{
		{"Bảng phát ngôn"}, {}, headings,
		{"Giá nước", "SỞ XÂY DỰNG", "Lê Văn Cầu", "Giám đốc", "A", "VAN_BAN", day, "Công khai", "31/12/2026", 12, "Giá bao nhiêu?\nTừ khi nào?", "Dòng một\n\nDòng hai"},
		{},
		{"Giá điện", "TH-YT", "Lê Văn Cầu", "Giám đốc", "được giao", "Họp báo", "2026-11-21", "báo chí", nil, nil, nil, "Nội dung."},
	})
	drafts, err := Read("bang.xlsx", data, office)
	if err != nil || len(drafts) != 2 {
		t.Fatalf("%d drafts, %v", len(drafts), err)
	}
	s := drafts[0].Statement
	if s.Unit != "TH-XD" || s.DocumentNo != "12" || s.Audience != "public" || len(s.Questions) != 2 || s.Body != "Dòng một\n\nDòng hai" || len(drafts[0].Problems) > 0 {
		t.Errorf("read %+v with %v", s, drafts[0].Problems)
	}
	if got := s.IssuedAt.Format(time.RFC3339); got != "2026-11-20T09:30:00+07:00" {
		t.Errorf("a date of Excel became %s", got)
	}
	if got := s.ValidUntil.Format(time.RFC3339); got != "2026-12-31T23:59:59+07:00" {
		t.Errorf("the last day became %s", got)
	}
	if s := drafts[1].Statement; s.SpokespersonKind != "B" || s.Form != "HOP_BAO" || s.Audience != "press" || drafts[1].Found[0].Where != "hàng 6" {
		t.Errorf("read %+v at %s", s, drafts[1].Found[0].Where)
	}
}

func TestWorkbookThatNoOfficeWritesIsRefused(t *testing.T) {
	wide := make([]any, sheet.MaxCells+1)
	for i := range wide {
		wide[i] = "x"
	}
	long := workbook(t, [][]any{headings, {"T", "SỞ Y TẾ", "x", "x", "x", "x", "x", "x", "x", "x", "x", strings.Repeat("a", 32000)}})
	many := [][]any{headings}
	for range sheet.MaxRows + 1 {
		many = append(many, []any{"T"})
	}
	for _, test := range []struct {
		name string
		data []byte
		want string
	}{
		{"cells beyond the table", workbook(t, [][]any{headings, wide}), "ngoài 64 cột đầu"},
		{"too many rows", workbook(t, many), "quá 2000 phát ngôn"},
		{"no headings", workbook(t, [][]any{{"a", "b"}}), "Không thấy hàng tiêu đề cột"},
		{"a cell past Excel's own limit", grown(t, long), "hàng hoặc ô quá lớn"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Read("bang.xlsx", test.data, office); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

// grown is the workbook with its longest string made five times as long.
func grown(tb testing.TB, data []byte) []byte {
	tb.Helper()
	z, err := ooxml.Open(data)
	if err != nil {
		tb.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		if parts[f.Name], err = ooxml.Part(z, f.Name); err != nil {
			tb.Fatal(err)
		}
		parts[f.Name] = bytes.ReplaceAll(parts[f.Name], bytes.Repeat([]byte("a"), 32000), bytes.Repeat([]byte("a"), sheet.MaxCellText+1))
	}
	return zipped(tb, parts)
}

func TestCSVIsReadAsExcelWritesIt(t *testing.T) {
	utf16 := []byte{0xff, 0xfe}
	for _, r := range "title\tbody\nĐiện\tCó điện\n" {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for name, data := range map[string][]byte{
		"commas":              []byte("title,body\nĐiện,Có điện\n"),
		"semicolons and mark": []byte("\ufeffTiêu đề;Nội dung\r\nĐiện;Có điện\r\n"),
		"tabs":                []byte("Tiêu đề\tNội dung\nĐiện\tCó điện\n"),
		"UTF-16":              utf16,
		"decomposed letters":  []byte("Tie\u0302u đề,Nội dung\nĐie\u0323\u0302n,Co\u0301 điện\n"),
	} {
		drafts, err := Read("a.csv", data, office)
		if err != nil || len(drafts) != 1 || drafts[0].Statement.Title != "Điện" || drafts[0].Statement.Body != "Có điện" {
			t.Errorf("%s: %+v, %v", name, drafts, err)
		}
	}
}

func TestADamagedLetterOfCSVIsSaid(t *testing.T) {
	drafts, err := Read("a.csv", []byte("Tiêu đề,Nội dung\nĐiện,Có điện ở ph\xedng một\n"), office)
	if err != nil || len(drafts) != 1 || !strings.Contains(problemAt(drafts[0], "body"), "Hàng 2: có ký tự hỏng (“ph\ufffdng”)") {
		t.Errorf("read %+v, %v", drafts, err)
	}
}
