package importer

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// bookOf is a workbook whose first sheet has rows of statements under three
// headings, changed by what a person does in Excel.
func bookOf(tb testing.TB, change func(f *excelize.File) error, rows ...[]any) []byte {
	tb.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(workbook(tb, append([][]any{{"STT", "Tiêu đề", "Nội dung", "Ngày phát ngôn", "Số văn bản"}}, rows...))))
	if err != nil {
		tb.Fatal(err)
	}
	if change != nil {
		if err := change(f); err != nil {
			tb.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func styled(f *excelize.File, from, to string, style *excelize.Style) error {
	id, err := f.NewStyle(style)
	if err != nil {
		return err
	}
	return f.SetCellStyle("Sheet1", from, to, id)
}

func TestWorkbooksAreReadAsExcelShowsThem(t *testing.T) {
	day := time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC)
	one, two := []any{1, "Một", "Chữ một."}, []any{2, "Hai", "Chữ hai."}
	for name, test := range map[string]struct {
		rows   [][]any
		change func(f *excelize.File) error
		bodies string
		said   []string
		refuse string
	}{
		"a hidden row":    {[][]any{one, two}, func(f *excelize.File) error { return f.SetRowVisible("Sheet1", 2, false) }, "Chữ hai.", []string{"Hàng 2: hàng ẩn trong Excel không đưa vào (“1 Một Chữ một.”)"}, ""},
		"all rows hidden": {[][]any{one}, func(f *excelize.File) error { return f.SetRowVisible("Sheet1", 2, false) }, "", nil, "hàng ẩn"},
		"a hidden column": {[][]any{one}, func(f *excelize.File) error { return f.SetColVisible("Sheet1", "C", false) }, "Chữ một.", []string{"cột ẩn", "“Nội dung”"}, ""},
		"a row struck out": {[][]any{one, two}, func(f *excelize.File) error {
			return styled(f, "A2", "C2", &excelize.Style{Font: &excelize.Font{Strike: true}})
		}, "Chữ hai.", []string{"Hàng 2: chữ gạch ngang không đưa vào"}, ""},
		"words struck out in a cell": {[][]any{one}, func(f *excelize.File) error {
			return f.SetCellRichText("Sheet1", "C2", []excelize.RichTextRun{{Text: "Giá "}, {Text: "9.000", Font: &excelize.Font{Strike: true}}, {Text: " 10"}, {Text: "3", Font: &excelize.Font{VertAlign: "superscript"}}, {Text: " đồng"}})
		}, "Giá  10³ đồng", []string{"Hàng 2: chữ gạch ngang không đưa vào (“9.000”)"}, ""},
		"a merged cell is of each of its rows": {[][]any{one, {2, "Hai"}}, func(f *excelize.File) error { return f.MergeCell("Sheet1", "C2", "C3") }, "Chữ một.|Chữ một.", []string{"Hàng 3: ô gộp, chữ của ô được lặp lại ở hàng này (“Chữ một.”)"}, ""},
		"a day in a text":                      {[][]any{{1, "Một", day}}, nil, "12/11/2026 09:00", nil, ""},
		"a share":                              {[][]any{{1, "Một", 0.125}}, func(f *excelize.File) error { return styled(f, "C2", "C2", &excelize.Style{NumFmt: 10}) }, "0.125", []string{"“0.125 / 12.50%”"}, ""},
		"letters in white": {[][]any{one, two}, func(f *excelize.File) error {
			return errors.Join(styled(f, "C2", "C2", &excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}}),
				styled(f, "C3", "C3", &excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F4E79"}}}))
		}, "Chữ một.|Chữ hai.", []string{"Hàng 2: chữ màu trắng đã đưa vào, người xem có thể không thấy (“Chữ một.”)"}, ""},
		"letters of a font of signs": {[][]any{{1, "Một", "þ ü"}}, func(f *excelize.File) error {
			return styled(f, "C2", "C2", &excelize.Style{Font: &excelize.Font{Family: "Wingdings"}})
		}, "☑ ✓", nil, ""},
		"a sign that nobody knows": {[][]any{{1, "Một", "z"}}, func(f *excelize.File) error {
			return styled(f, "C2", "C2", &excelize.Style{Font: &excelize.Font{Family: "Webdings"}})
		}, "\ufffd", []string{"Hàng 2: có ký hiệu không đọc được, đặt “\ufffd” vào chỗ đó (“Webdings z”)"}, ""},
		"zeros in front": {[][]any{{1, "Một", 77}}, func(f *excelize.File) error {
			code := "0000"
			return styled(f, "C2", "C2", &excelize.Style{CustomNumFmt: &code})
		}, "0077", nil, ""},
		"a formula without a value": {[][]any{{1, "Một", "#REF!"}}, nil, "", []string{"Hàng 2: ô có lỗi công thức (“#REF!”)"}, ""},
		"a formula nobody has counted": {[][]any{one}, func(f *excelize.File) error { return f.SetCellFormula("Sheet1", "E2", "1+1") },
			"Chữ một.", []string{"Hàng 2: có ô công thức mà tệp không có kết quả, nên để trống: E2;"}, ""},
		"a row above the headings": {[][]any{one}, func(f *excelize.File) error {
			if err := f.InsertRows("Sheet1", 1, 1); err != nil {
				return err
			}
			return f.SetSheetRow("Sheet1", "A1", &[]any{"Kỳ", "tháng 11", "chưa duyệt"})
		}, "Chữ một.", []string{"các hàng phía trên tiêu đề cột không đưa vào (“Kỳ tháng 11 chưa duyệt”)"}, ""},
		"a sheet of notes": {[][]any{one}, func(f *excelize.File) error {
			_, err := f.NewSheet("Hướng dẫn")
			for row := range 40 {
				at, _ := excelize.CoordinatesToCellName(1, row+1)
				err = f.SetCellValue("Hướng dẫn", at, "Điền đủ các cột.")
			}
			return err
		}, "Chữ một.", []string{"không phải bảng phát ngôn", "“Hướng dẫn”"}, ""},
		"a list of units": {[][]any{one}, func(f *excelize.File) error {
			_, err := f.NewSheet("Danh mục")
			if err == nil {
				err = f.SetSheetRow("Danh mục", "A1", &[]any{"Đơn vị", "Mã đơn vị"})
			}
			return err
		}, "Chữ một.", []string{"“Danh mục: Hàng 1: cột “Mã đơn vị” có hai lần"}, ""},
		"a hidden sheet": {[][]any{one}, func(f *excelize.File) error {
			_, err := f.NewSheet("Nháp")
			if err == nil {
				err = f.SetSheetRow("Nháp", "A1", &[]any{"Tiêu đề", "Nội dung"})
			}
			if err == nil {
				err = f.SetSheetVisible("Nháp", false)
			}
			return err
		}, "Chữ một.", []string{"trang tính ẩn", "“Nháp”"}, ""},
		"letters of before Unicode":   {[][]any{{1, "Một", "Tõ ngµy mai c¸c tr¹m"}, two}, nil, "Tõ ngµy mai c¸c tr¹m|Chữ hai.", []string{"Hàng 2: có chữ viết bằng phông chữ cũ"}, ""},
		"a heading that nobody knows": {[][]any{one, two, one, two}, func(f *excelize.File) error { return f.SetCellValue("Sheet1", "E1", "Màu") }, "", nil, "không có cột “Màu”"},
	} {
		t.Run(name, func(t *testing.T) {
			drafts, err := Read("bang.xlsx", bookOf(t, test.change, test.rows...), office)
			var bodies []string
			for _, d := range drafts {
				bodies = append(bodies, d.Statement.Body)
			}
			kept{refused: test.refuse, drafts: len(bodies), said: test.said}.check(t, drafts, err)
			if got := strings.Join(bodies, "|"); got != test.bodies {
				t.Errorf("read %q, want %q", got, test.bodies)
			}
			if test.refuse == "" && len(test.said) == 0 && problemAt(drafts[0], "body") != "" {
				t.Errorf("%q is said", problemAt(drafts[0], "body"))
			}
		})
	}
}

func TestHeadingsBelowALetterhead(t *testing.T) {
	rows := [][]any{{"UBND TỈNH THANH HÓA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, {"SỞ Y TẾ"}, {}, {"BẢNG PHÁT NGÔN"}}
	for range 12 {
		rows = append(rows, []any{"Ghi chú"})
	}
	drafts, err := Read("bang.xlsx", workbook(t, append(rows, []any{"Tiêu đề", "Nội dung"}, []any{"Một", "Chữ một."})), office)
	if err != nil || len(drafts) != 1 || drafts[0].Statement.Body != "Chữ một." {
		t.Errorf("read %+v, %v", drafts, err)
	}
}

func TestSeparatorsOfCSV(t *testing.T) {
	for name, data := range map[string]string{
		"many commas in the text":       "Tiêu đề;Nội dung\nĐiện;\"a, b, c, d, e, f, g\"\n",
		"many semicolons in the text":   "Tiêu đề,Nội dung\nĐiện,\"a; b; c; d; e; f; g\"\n",
		"a title above, with commas":    "Bảng phát ngôn, quý IV, năm 2026, tỉnh\nTiêu đề;Nội dung\nĐiện;Có\n",
		"bars":                          "Tiêu đề|Nội dung\nĐiện|Có\n",
		"a column that counts the rows": "STT;Tiêu đề;Nội dung\n1;Điện;Có\n",
	} {
		drafts, err := Read("a.csv", []byte(data), office)
		if err != nil || len(drafts) != 1 || drafts[0].Statement.Title != "Điện" {
			t.Errorf("%s: read %+v, %v", name, drafts, err)
		}
	}
}

func TestATableOfFiguresIsOneStatement(t *testing.T) {
	rows := [][]any{{"CÔNG TY ĐIỆN LỰC THANH HÓA"}, {"Lịch cắt điện tuần 47"}, {}, {"STT", "Xã", "Giờ"}, {1, "Na Mèo", "7 giờ"}, {2, "Tam Lư", "9 giờ"}, {"Ghi chú: có thể thay đổi."}}
	drafts, err := Read("lich.xlsx", workbook(t, rows), office)
	kept{has: []string{"| STT | Xã | Giờ |", "| 1 | Na Mèo | 7 giờ |", "| 2 | Tam Lư | 9 giờ |", "Ghi chú: có thể thay đổi."}, said: []string{"bảng số liệu"},
		facts: map[string]string{"unit": "TH-PC", "title": "Lịch cắt điện tuần 47"}}.check(t, drafts, err)
	if _, err := Read("lich.xlsx", workbook(t, rows[:5]), office); err == nil || !strings.Contains(err.Error(), "“STT”, “Xã”, “Giờ”") {
		t.Errorf("a row of figures is no table: %v", err)
	}
}

func TestALetterThatIsASheetIsReadLikeOne(t *testing.T) {
	head := [][]any{{"ỦY BAN NHÂN DÂN TỈNH THANH HÓA", nil, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, {"SỞ Y TẾ", nil, "Độc lập - Tự do - Hạnh phúc"}, {"Số: 480/TB-SYT", nil, "Thanh Hóa, ngày 16 tháng 12 năm 2026"}}
	table := [][]any{{"STT", "Xã", "Giờ"}, {1, "Na Mèo", "7 giờ"}, {2, "Tam Lư", "9 giờ"}}
	facts := map[string]string{"document_no": "480/TB-SYT", "issued_at": "16/12/2026 00:00", "unit": "TH-YT"}
	for name, test := range map[string]struct {
		rows [][]any
		want kept
	}{
		"a title below the letterhead": {slices.Concat(head, [][]any{{}, {"BẢNG GIÁ KHÁM"}, {"(Đơn vị tính: đồng)"}}, table),
			kept{facts: with(facts, "title", "BẢNG GIÁ KHÁM"), has: []string{"Đơn vị tính: đồng"}, hasNot: []string{"480/TB", "BẢNG GIÁ"}}},
		"a title above the number": {slices.Concat([][]any{{"SỞ Y TẾ"}, {"BẢNG GIÁ KHÁM NĂM 2027"}, {"Số: 77/TB-SYT"}}, table),
			kept{facts: map[string]string{"document_no": "77/TB-SYT", "unit": "TH-YT", "title": "BẢNG GIÁ KHÁM NĂM 2027"}, hasNot: []string{"Số:", "BẢNG GIÁ"}, said: []string{"Không tìm thấy ngày ban hành"}}},
		"a kind and what it is about": {slices.Concat(head, [][]any{{"THÔNG BÁO"}, {"Giá khám năm 2027"}}, table),
			kept{facts: with(facts, "title", "Giá khám năm 2027"), hasNot: []string{"THÔNG BÁO"}}},
		"a signature below": {slices.Concat(head, [][]any{{"BẢNG GIÁ KHÁM"}}, table, [][]any{{}, {"Người lập: Cao Thị Ngần", nil, "KT. GIÁM ĐỐC"}, {nil, nil, "PHÓ GIÁM ĐỐC"}, {}, {nil, nil, "Đặng Quốc Lương"}}),
			kept{facts: with(facts, "title", "BẢNG GIÁ KHÁM", "spokesperson", "Đặng Quốc Lương", "position", "Phó Giám đốc"), hasNot: []string{"GIÁM ĐỐC"}, said: []string{"Cao Thị Ngần"}}},
		"positions in the table": {slices.Concat(head, [][]any{{"BẢNG PHÂN CÔNG"}}, table, [][]any{{3, "CHỦ TỊCH UBND XÃ", "8 giờ"}, {4, "Sơn Điện", "9 giờ"}}),
			kept{facts: with(facts, "title", "BẢNG PHÂN CÔNG"), has: []string{"| 3 | CHỦ TỊCH UBND XÃ | 8 giờ |\n| 4 | Sơn Điện | 9 giờ |"}}},
		"what only looks like a signature": {slices.Concat(head, [][]any{{"BẢNG GIÁ KHÁM"}}, table, [][]any{{}, {"TRƯỞNG THÔN nhận phiếu", nil, "từ 7 giờ"}, {"Ghi chú: có thể đổi."}}),
			kept{facts: with(facts, "title", "BẢNG GIÁ KHÁM"), has: []string{"TRƯỞNG THÔN nhận phiếu từ 7 giờ", "Ghi chú: có thể đổi."}}},
	} {
		t.Run(name, func(t *testing.T) {
			drafts, err := Read("bang.xlsx", workbook(t, test.rows), office)
			if len(drafts) == 1 && !strings.Contains(drafts[0].Statement.Body, "| 1 | Na Mèo | 7 giờ |\n| 2 | Tam Lư | 9 giờ |") {
				t.Errorf("the table is not whole:\n%s", drafts[0].Statement.Body)
			}
			test.want.check(t, drafts, err)
		})
	}
}

func TestEachFormulaThatNobodyCountedIsNamed(t *testing.T) {
	book := func(table [][]any, cells ...string) []byte {
		f, err := excelize.OpenReader(bytes.NewReader(workbook(t, table)))
		for _, cell := range cells {
			err = errors.Join(err, f.SetCellFormula("Sheet1", cell, "1+1"))
		}
		var out bytes.Buffer
		if err = errors.Join(err, f.Write(&out)); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	table := [][]any{{"STT", "Xã", "Giá"}, {1, "Na Mèo"}, {2, "Tam Lư"}, {3, "Sơn Điện", "#DIV/0!"}, {nil, "Tổng"}}
	drafts, err := Read("bang.xlsx", book(table, "C2", "C3", "C5"), office)
	kept{said: []string{"nên để trống: C2, C3, C5;", "“#DIV/0!”"}, has: []string{"| 3 | Sơn Điện | #DIV/0! |\n|  | Tổng |  |"}}.check(t, drafts, err)
}
