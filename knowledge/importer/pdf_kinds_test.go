package importer

import (
	"fmt"
	"strings"
	"testing"
)

// sheets is a PDF with a page for each contents; every letter is half as wide
// as it is high.
func sheets(contents ...string) []byte {
	var kids, objects strings.Builder
	for i, c := range contents {
		fmt.Fprintf(&kids, "%d 0 R ", 10+2*i)
		fmt.Fprintf(&objects, "%d 0 obj<</Type/Page/Parent 2 0 R/Contents %d 0 R>>endobj %d 0 obj<</Length %d>>stream\n%s\nendstream endobj\n", 10+2*i, 11+2*i, 11+2*i, len(c), c)
	}
	return fmt.Appendf(nil, "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[%s]/MediaBox[0 0 595 842]"+
		"/Resources<</Font<</F 5 0 R/V 6 0 R/N 7 0 R>>>>>>endobj 5 0 obj<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding>>endobj "+
		"6 0 obj<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+.VnTime/Encoding/WinAnsiEncoding>>endobj "+
		"7 0 obj<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<>>]>>endobj %s trailer<</Root 1 0 R>>", kids.String(), objects.String())
}

// at draws lines one below the other.
func at(x, y, size float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		fmt.Fprintf(&b, "BT /F %g Tf %g %g Td (%s) Tj ET\n", size, x, y-1.3*size*float64(i), l)
	}
	return b.String()
}

func across(y float64) string { return fmt.Sprintf("60 %g m 500 %g l S\n", y, y) }

func down(x, top, bottom float64) string {
	return fmt.Sprintf("%g %g m %g %g l S\n", x, top, x, bottom)
}

func TestKindsOfPDF(t *testing.T) {
	left := []string{"The works at Hoa Phu give water", "again from the fifteenth. Seven", "communes in the north have it from", "five in the morning."}
	right := []string{"Tuong Son goes on without water", "until the eighteenth. A tank car", "stands at the office with two", "hundred litres a day."}
	prose := []string{"Water is given again in all seven communes of the north from", "the fifteenth on; let it run before you drink of it."}
	for _, test := range []struct {
		name        string
		data        []byte
		holds, lack []string
	}{
		{"columns side by side", sheets(at(60, 700, 12, left...) + at(320, 700, 12, right...)),
			[]string{"five in the morning.\n\nTuong Son goes on", "Trang 1 có chữ xếp thành cột"}, []string{"| "}},
		{"columns on lines of their own", sheets(at(60, 700, 12, left...) + at(320, 693, 12, right...)),
			[]string{"five in the morning.\n\nTuong Son goes on", "Trang 1 có chữ xếp thành cột"}, nil},
		{"columns that rules make a table", sheets(across(715) + across(692) + across(676) + across(640) + at(60, 700, 12, left...) + at(320, 700, 12, right...)),
			[]string{"| The works at Hoa Phu give water | Tuong Son", "có bảng"}, []string{"thành cột"}},
		{"rows that rules part", sheets(across(720) + across(700) + across(660) + across(620) + down(200, 720, 620) +
			at(65, 705, 12, "Commune") + at(210, 705, 12, "Day") + at(65, 685, 12, "Tuong Son and", "Those near it") + at(210, 677, 12, "15") + at(65, 640, 12, "Tam Lu") + at(210, 640, 12, "16")),
			[]string{"| Commune | Day |\n| --- | --- |\n| Tuong Son and Those near it | 15 |\n| Tam Lu | 16 |"}, nil},
		{"columns that a rule parts and hardly a space", sheets(down(130, 720, 660) + at(74, 700, 12, "Thanh Hoa") + at(132, 700, 12, "12") + at(74, 680, 12, "Tuong Son") + at(132, 680, 12, "13")),
			[]string{"| Thanh Hoa | 12 |\n| --- | --- |\n| Tuong Son | 13 |"}, nil},
		{"heads and page numbers", sheets(at(60, 820, 9, "Notice 321")+at(60, 760, 12, prose...)+at(280, 30, 9, "Trang 1/3"), at(60, 820, 9, "Notice 321")+at(60, 760, 12, "Second page. "+prose[0], prose[1])+at(280, 30, 9, "Trang 2/3"), at(60, 820, 9, "Notice 321")+at(60, 760, 12, "Third page. "+prose[0], prose[1])+at(280, 30, 9, "Trang 3/3")),
			[]string{"drink of it.\n\nSecond page.", "Trang 1, 2, 3 có đầu trang", "“Notice 321”"}, []string{"Trang 1/3", "\nNotice 321"}},
		{"a head above the letterhead of the only page", sheets(at(60, 825, 9, "Notice 321") + at(300, 800, 12, "NAM") + at(60, 760, 12, prose...)),
			[]string{"“Notice 321”"}, []string{"\nNotice 321"}},
		{"the same paragraph on top of every page", sheets(at(60, 760, 12, prose...)+at(280, 30, 9, "1"), at(60, 760, 12, prose...)+at(280, 30, 9, "2"), at(60, 760, 12, prose...)+at(280, 30, 9, "3")),
			[]string{"drink of it.\n\nWater is given again in all seven communes of the north from the fifteenth on; let it run before you drink of it.\n\nWater"}, []string{"đầu trang", "\n2"}},
		{"a page set sideways with its number upright", sheets("BT /F 12 Tf 0 1 -1 0 300 100 Tm (Water is given again.) Tj ET " + at(280, 30, 9, "1")),
			[]string{"---\nWater is given again.\n"}, []string{"xoay", "\n1\n"}},
		{"words beside a table set sideways", sheets("BT /F 12 Tf 0 1 -1 0 40 100 Tm (Side) Tj ET " + at(60, 760, 12, prose...)),
			[]string{"drink of it.\n\nSide\n", "chữ xoay khác chiều", "“Side”"}, nil},
		{"three columns", sheets(at(40, 700, 9, left...) + at(220, 700, 9, right...) + at(400, 700, 9, left...)),
			[]string{"morning.\n\nTuong Son goes", "a day.\n\nThe works"}, []string{"| "}},
		{"letters turned into outlines", sheets(at(60, 760, 12, prose...), strings.Repeat("0 0 m 1 1 2 2 3 3 c f ", 60)),
			[]string{"Trang 2 có hình vẽ"}, nil},
		{"a figure that is no page number", sheets(at(60, 760, 12, prose...)+at(60, 700, 12, "250"), at(60, 760, 12, prose...)),
			[]string{"250"}, nil},
		{"footnotes", sheets(at(60, 760, 12, "Children")+at(108, 765, 7, "1")+at(60, 730, 12, "Water is given again in all seven communes, and of the north,")+at(60, 80, 9, "1 Not those of two doses.", "Nor of three."), at(60, 760, 12, "from the fifteenth on.")),
			[]string{"Children¹\n\n1 Not those of two doses. Nor of three.\n\n", "and of the north, from the fifteenth on.", "chú thích cuối trang"}, nil},
		{"rows with numbers in small letters", sheets(at(60, 760, 12, prose...) + at(60, 90, 10, "1 Tuong Son", "2 Tam Lu") + at(300, 90, 10, "15", "16")),
			[]string{"| 1 Tuong Son | 15 |\n| --- | --- |\n| 2 Tam Lu | 16 |"}, []string{"chú thích"}},
		{"raised and lowered", sheets(at(60, 760, 12, "10") + at(72, 766, 7, "-6") + at(79, 760, 12, " of CO") + at(115, 757, 7, "2") + at(119, 760, 12, " and x") + at(155, 766, 7, "q")),
			[]string{"10⁻⁶ of CO₂ and x^q", "“10⁻⁶, CO₂, x^q”"}, nil},
		{"letters set apart", sheets("BT /F 12 Tf 5 Tc 60 700 Td (NOTICE OF WATER: 9.450) Tj ET"), []string{"NOTICE OF WATER: 9.450"}, nil},
		{"figures set apart", sheets("BT /F 12 Tf 5 Tc 60 700 Td (12345) Tj ET"), []string{"1 2 3 4 5"}, nil},
		{"a signature over words", sheets(at(60, 760, 12, prose...) + at(60, 715, 12, "Chairman of the commune") + at(70, 718, 8, "Signed by: Le Khanh Tuong") + at(70, 708, 8, "Date: 12/11/2026")),
			[]string{"Chairman of the commune\n", "chữ chồng lên nhau", "Signed by: Le Khanh Tuong · Date: 12/11/2026”"}, []string{"\nSigned"}},
		{"words of the same size over words", sheets(at(60, 760, 12, prose...) + at(60, 715, 12, "Chairman of the commune") + at(65, 718, 12, "Le Khanh Tuong")),
			[]string{"Chairman of the commune\n", "Le Khanh Tuong\n", "chữ chồng lên nhau"}, nil},
		{"struck out", sheets(at(60, 760, 12, "Open from 8:00 until noon 7:30 on") + "120 764 m 210 764 l S"),
			[]string{"Open from 7:30 on", "“8:00 until noon”"}, []string{"| "}},
		{"a font of before Unicode", sheets("BT /V 12 Tf 60 700 Td (T\\365 ng\\265y) Tj ET"), []string{"phông chữ cũ"}, nil},
		{"a font that does not tell its letters", sheets("BT /N 12 Tf 60 700 Td <00010002000300040005> Tj ET"), []string{"không cho biết chữ"}, []string{"bản quét"}},
		{"such a font among others", sheets(at(60, 760, 12, prose...) + "BT /N 12 Tf 60 700 Td <0001> Tj ET"), []string{"drink of it.", "có 1 chữ không đọc được"}, nil},
		{"such a font with nothing in it but ASCII", sheets("BT /V 12 Tf 60 700 Td (15 000) Tj ET"), []string{"15 000"}, []string{"phông chữ cũ"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			failing{file: "kind.pdf", holds: test.holds, lack: test.lack}.read(t, test.data)
		})
	}
}
