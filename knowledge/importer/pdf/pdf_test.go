package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"

	"phatngon/knowledge/importer/pdf/object"
)

// document is a PDF of one page, without a cross-reference table.
func document(contents, page, more string) []byte {
	return fmt.Appendf(nil, "%%PDF-1.7\n1 0 obj <</Type/Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Kids [3 0 R] /MediaBox [0 0 600 800]>> endobj\n"+
		"3 0 obj <</Type/Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</F 5 0 R /W 6 0 R /N 8 0 R>> /XObject <</X 10 0 R>>>> %s>> endobj\n"+
		"4 0 obj <</Length %d>> stream\n%s\nendstream endobj\n"+
		"5 0 obj <</Type/Font /Subtype/Type1 /BaseFont/Times-Bold /Encoding <</BaseEncoding/WinAnsiEncoding /Differences [65 /uni1EA1 /dcroat /g99]>> /FirstChar 97 /Widths [500 600]>> endobj\n"+
		"6 0 obj <</Type/Font /Subtype/Type0 /Encoding/Identity-H /ToUnicode 7 0 R /DescendantFonts [<</DW 400 /W [1 [700 800] 5 6 900]>>]>> endobj\n"+
		"7 0 obj <</Length 9999>> stream\nbegincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n2 beginbfchar <0001> <1EA0> <0002> <00660069> endbfchar\n"+
		"2 beginbfrange <0005> <0006> <0061> <0007> <0008> [<0078> <0079>] endbfrange endcmap\nendstream endobj\n"+
		"8 0 obj <</Type/Font /Subtype/Type0 /Encoding/Identity-H /DescendantFonts [<<>>]>> endobj\n"+
		"%s\ntrailer <</Root 1 0 R>>\n", page, len(contents), contents, more)
}

func text(p Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

func onePage(t *testing.T, data []byte) Page {
	t.Helper()
	file, err := Read(data)
	if err != nil || len(file.Pages) != 1 {
		t.Fatalf("%d pages, %v", len(file.Pages), err)
	}
	return file.Pages[0]
}

func TestLettersAreThoseTheFileTells(t *testing.T) {
	for _, test := range []struct {
		name, contents, want string
		unreadable           int
	}{
		{"a simple font", "BT /F 10 Tf (a\\(b\\)\\142) Tj ET", "a(b)b", 0},
		{"names of glyphs", "BT /F 10 Tf (AB) Tj ET", "ạđ", 0},
		{"a glyph without a letter", "BT /F 10 Tf (aCb) Tj ET", "ab", 1},
		{"a wide font with a map", "BT /W 10 Tf <0001000200050006> Tj [<0007> -200 <0008>] TJ ET", "Ạfiabxy", 0},
		{"a code that the map leaves out", "BT /W 10 Tf <00010044> Tj ET", "Ạ", 1},
		{"a wide font without a map", "BT /N 10 Tf <00010002> Tj ET", "", 2},
		{"no font at all", "BT (a) Tj ET", "", 0},
		{"running heads", "/Artifact BMC BT /F 10 Tf (x) Tj ET EMC /P BDC BT /F 10 Tf (a) Tj ET EMC", "a", 0},
		{"an inline image", "BI /W 1 ID \x00(EI)\xff EI BT /F 10 Tf (a) Tj ET", "a", 0},
		{"what no reader knows", "1 2 3 frob ] >> BT /F 10 Tf (a) Tj ET", "a", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := onePage(t, document(test.contents, "", ""))
			if got := text(p); got != test.want || p.Unreadable != test.unreadable {
				t.Errorf("read %q with %d unreadable, want %q with %d", got, p.Unreadable, test.want, test.unreadable)
			}
		})
	}
}

func TestAFormThatDrawsItselfEnds(t *testing.T) {
	form := "10 0 obj <</Subtype/Form /Length 42>> stream\n1 0 0 1 9 0 cm /X Do BT /F 9 Tf (b) Tj ET\nendstream endobj"
	p := onePage(t, document("/X Do", "", form))
	if got := text(p); got != strings.Repeat("b", maxForms) {
		t.Errorf("read %q, want the form %d times", got, maxForms)
	}
}

func TestGlyphsStandWhereTheyAreDrawn(t *testing.T) {
	p := onePage(t, document("q 2 0 0 2 10 20 cm BT /F 10 Tf 5 TL 100 100 Td (a) Tj T* (b) Tj ET Q BT /F 10 Tf 1 0 0 1 30 40 Tm [(a) -1000 (b)] TJ ET", "", ""))
	want := []Glyph{
		{Text: "a", X: 210, Y: 220, W: 10, Size: 20, Bold: true}, {Text: "b", X: 210, Y: 210, W: 12, Size: 20, Bold: true},
		{Text: "a", X: 30, Y: 40, W: 5, Size: 10, Bold: true}, {Text: "b", X: 45, Y: 40, W: 6, Size: 10, Bold: true},
	}
	if len(p.Glyphs) != len(want) {
		t.Fatalf("%d glyphs, want %d", len(p.Glyphs), len(want))
	}
	for i, g := range p.Glyphs {
		if rounded(g) != rounded(want[i]) {
			t.Errorf("glyph %d is %+v, want %+v", i, g, want[i])
		}
	}
}

// rounded is a glyph as text: floats differ in their last digits.
func rounded(g Glyph) string {
	return fmt.Sprintf("%s %.3f %.3f %.3f %.3f %v", g.Text, g.X, g.Y, g.W, g.Size, g.Bold)
}

func TestATurnedPageIsReadUpright(t *testing.T) {
	p := onePage(t, document("BT /F 10 Tf 0 1 -1 0 100 50 Tm (a) Tj ET", "/Rotate 90", ""))
	if text(p) != "a" || p.Width != 800 || p.Height != 600 {
		t.Errorf("read %q on %.0f × %.0f", text(p), p.Width, p.Height)
	}
}

func TestTheLaterOfTwoObjectsCounts(t *testing.T) {
	later := "4 0 obj <</Length 1 0 R>> stream\nBT /F 10 Tf (b) Tj ET\nendstream endobj"
	if got := text(onePage(t, document("BT /F 10 Tf (a) Tj ET", "", later))); got != "b" {
		t.Errorf("read %q, want the update", got)
	}
}

func TestPackedObjectsAreUnpacked(t *testing.T) {
	// Two objects, with the PNG predictor "up" over rows of 4 bytes.
	plain := []byte("5 0 ")
	plain = append(plain, "<</Type/Font /Encoding /WinAnsiEncoding>>"...)
	for len(plain)%4 != 0 {
		plain = append(plain, ' ')
	}
	var predicted []byte
	above := make([]byte, 4)
	for row := range bytes.Lines(bytes.Join(chunks(plain, 4), []byte("\n"))) {
		row = bytes.TrimSuffix(row, []byte("\n"))
		predicted = append(predicted, 2)
		for i := range row {
			predicted = append(predicted, row[i]-above[i])
		}
		above = row
	}
	packed := deflated(t, predicted)
	more := fmt.Sprintf("20 0 obj <</Type/ObjStm /N 1 /First 4 /Filter [/FlateDecode] /DecodeParms [<</Predictor 12 /Columns 4>>] /Length %d>> stream\n%s\nendstream endobj", len(packed), packed)
	if got := text(onePage(t, document("BT /F 10 Tf (A) Tj ET", "", more))); got != "A" {
		t.Errorf("read %q, want the packed font's letter", got)
	}
}

func chunks(data []byte, n int) [][]byte {
	var out [][]byte
	for len(data) > 0 {
		out, data = append(out, data[:n]), data[n:]
	}
	return out
}

func deflated(t *testing.T, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestHostileFilesEndWithAnError(t *testing.T) {
	bomb := deflated(t, bytes.Repeat([]byte("0 "), object.MaxInflated/2+1))
	stream := func(d string, data []byte) string {
		return fmt.Sprintf("4 0 obj <<%s /Length %d>> stream\n%s\nendstream endobj", d, len(data), data)
	}
	for _, test := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrMalformed},
		{"no PDF", []byte("hello"), ErrMalformed},
		{"no pages", []byte("1 0 obj <</Type/Catalog>> endobj"), ErrMalformed},
		{"a tree in a circle", []byte("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids [2 0 R 2 0 R]>> endobj"), ErrMalformed},
		{"references in a circle", []byte("1 0 obj 2 0 R endobj 2 0 obj 1 0 R endobj trailer <</Root 1 0 R>>"), ErrMalformed},
		{"arrays without end", []byte("1 0 obj " + strings.Repeat("[", 1<<20)), ErrMalformed},
		{"too many pages", fmt.Appendf(nil, "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids [%s]>> endobj", strings.Repeat("<<>> ", MaxPages+1)), ErrTooLarge},
		{"a bomb", document("", "", stream("/Filter/FlateDecode", bomb)), ErrTooLarge},
		{"a bomb within a bomb", document("", "", stream("/Filter[/FlateDecode/FlateDecode]", deflated(t, bomb))), ErrTooLarge},
		{"a page of one bomb many times", document("", "/Contents ["+strings.Repeat("4 0 R ", 3000)+"]", stream("", bytes.Repeat([]byte(" "), 1<<16))), ErrTooLarge},
		{"a password", append(document("", "", ""), "trailer <</Root 1 0 R /Encrypt 9 0 R>>"...), ErrEncrypted},
		{"a page of too many letters", document("BT /F 10 Tf ("+strings.Repeat("a", maxLettered+1)+") Tj ET", "", ""), ErrTooLarge},
		{"marks in marks, each with a text", document(strings.Repeat("/Span <</ActualText(b)>> BDC ", 3000)+"BT /F 10 Tf ("+strings.Repeat("ab", 500)+") Tj ET "+strings.Repeat("EMC ", 3000), "", ""), ErrTooLarge},
		{"values without end", []byte("1 0 obj [" + strings.Repeat("0 ", object.MaxValues+2)), ErrTooLarge},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Read(test.data); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(document("q 2 0 0 2 10 20 cm BT /F 10 Tf 5 TL 100 100 Td (a) Tj T* <0001> ' ET Q /X Do", "/Rotate 90", ""))
	f.Add(document("BI ID EI", "", "20 0 obj <</Type/ObjStm /N 1 /First 4>> stream\n5 0 <<>>\nendstream endobj"))
	f.Add([]byte("1 0 obj <</Type/XRef /Root 2 0 R>> stream\nendstream"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read(data)
		if err == nil && len(file.Pages) == 0 {
			t.Error("neither pages nor an error")
		}
		for _, p := range file.Pages {
			for _, g := range p.Glyphs {
				if g.X != g.X || g.Y != g.Y || g.Size != g.Size {
					t.Fatal("a glyph stands nowhere")
				}
			}
		}
	})
}
