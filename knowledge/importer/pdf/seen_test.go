package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// told is what a page says of itself beside its text.
func told(p Page) string {
	var out []string
	add := func(what string, is bool, words string) {
		if is {
			out = append(out, strings.TrimSpace(what+" "+words))
		}
	}
	add("hidden", p.Hidden != "", p.Hidden)
	add("struck", p.Struck != "", p.Struck)
	add("slanted", p.Slanted != "", p.Slanted)
	add("artifact", p.Artifacts != "", p.Artifacts)
	add("old", p.Old != "", p.Old)
	add("values", len(p.Values) > 0, strings.Join(p.Values, ","))
	add("lost", p.Lost, "")
	add("machine", p.Machine > 0, fmt.Sprint(p.Machine))
	add("doubled", p.Doubled > 0, fmt.Sprint(p.Doubled))
	add("guessed", p.Guessed > 0, fmt.Sprint(p.Guessed))
	add("doubted", p.Doubted, "")
	add("comments", p.Comments > 0, fmt.Sprint(p.Comments))
	for _, side := range p.Aside {
		add("aside", true, text(side))
	}
	return strings.Join(out, "; ")
}

const (
	picture = "10 0 obj <</Subtype/Image /Width 1 /Height 1 /Length 1>> stream\nx\nendstream endobj"
	whole   = "q 600 0 0 800 0 0 cm /X Do Q "
)

func TestWhatIsNotSeenIsSetApart(t *testing.T) {
	for _, test := range []struct{ name, contents, page, more, want, told string }{
		{"white on white", "BT /F 10 Tf 50 500 Td (a) Tj 1 g (bb) Tj ET", "", "", "a", "hidden bb"},
		{"white by four inks", "BT /F 10 Tf 50 500 Td 0 0 0 0 k (b) Tj ET", "", "", "", "hidden b"},
		{"white of a separation", "/S cs 0 scn BT /F 10 Tf 50 500 Td (b) Tj ET", "/Resources <</Font <</F 5 0 R>> /ColorSpace <</S [/Separation /Spot /DeviceCMYK 9 0 R]>>>>", "", "", "hidden b"},
		{"white on a dark ground", "0.2 g 40 490 100 30 re f BT /F 10 Tf 50 500 Td 1 g (b) Tj ET", "", "", "b", ""},
		{"white on a thick line", "0.2 G 30 w 40 503 m 140 503 l S BT /F 10 Tf 50 500 Td 1 g (b) Tj ET", "", "", "b", ""},
		{"two narrow letters set closely", "BT /F 10 Tf -3.6 Tc 50 500 Td (aa) Tj ET", "", "", "aa", ""},
		{"white on a ground of a pattern", "/P cs /p scn 40 490 100 30 re f BT /F 10 Tf 50 500 Td 1 g (b) Tj ET", "/Resources <</Font <</F 5 0 R>> /ColorSpace <</P /Pattern>>>>", "", "b", ""},
		{"black on black", "40 490 100 30 re f BT /F 10 Tf 50 500 Td (b) Tj ET", "", "", "", "hidden b"},
		{"covered by a box", "BT /F 10 Tf 50 500 Td (b) Tj ET 1 g 40 490 100 30 re f", "", "", "", "hidden b"},
		{"marked with a pen that lets it through", "BT /F 10 Tf 50 500 Td (b) Tj ET /G gs 1 1 0 rg 40 490 100 30 re f", "/Resources <</Font <</F 5 0 R>> /ExtGState <</G <</BM/Multiply>>>>>>", "", "b", ""},
		{"transparent", "/G gs BT /F 10 Tf 50 500 Td (b) Tj ET", "/Resources <</Font <</F 5 0 R>> /ExtGState <</G <</ca 0>>>>>>", "", "", "hidden b"},
		{"clipped away", "q 0 0 20 20 re W n BT /F 10 Tf 50 500 Td (b) Tj ET Q BT /F 10 Tf 50 500 Td (a) Tj ET", "", "", "a", "hidden b"},
		{"beyond the page", "BT /F 10 Tf 50 500 Td (a) Tj 0 -300 Td (b) Tj ET", "/CropBox [0 400 600 800]", "", "a", "hidden b"},
		{"not drawn", "BT /F 10 Tf 50 500 Td 3 Tr (b) Tj ET", "", "", "", "hidden b"},
		{"not drawn over a scan", whole + "BT /F 10 Tf 50 500 Td 3 Tr (ba) Tj ET", "", picture, "ba", "machine 2"},
		{"drawn below a scan", "BT /F 10 Tf 50 500 Td (ba) Tj ET " + whole, "", picture, "ba", "machine 2"},
		{"drawn below the strips of a scan", "BT /F 10 Tf 50 500 Td (ba) Tj ET q 600 0 0 400 0 0 cm /X Do Q q 600 0 0 400 0 400 cm /X Do Q", "", picture, "ba", "machine 2"},
		{"drawn below a small picture", "BT /F 10 Tf 50 500 Td (b) Tj ET q 60 0 0 40 40 490 cm /X Do Q", "", picture, "", "hidden b"},
		{"drawn over a scan", whole + "BT /F 10 Tf 50 500 Td (ba) Tj ET", "", picture, "ba", ""},
		{"a running head", "/Artifact BMC BT /F 10 Tf 50 500 Td (b) Tj ET EMC BT /F 10 Tf 50 500 Td (a) Tj ET", "", "", "a", "artifact b"},
		{"across the page", "BT /F 10 Tf 1 1 -1 1 50 500 Tm (b) Tj ET BT /F 10 Tf 50 500 Td (a) Tj ET", "", "", "a", "slanted b"},
		{"set sideways beside level text", "BT /F 10 Tf 50 500 Td (aa) Tj 0 1 -1 0 50 400 Tm (b) Tj ET", "", "", "aa", "aside b"},
		{"struck out", "BT /F 10 Tf 50 500 Td (ab) Tj ET 50 503 m 54.9 503 l S", "", "", "ab", "struck a"},
		{"struck out by a note", "BT /F 10 Tf 50 500 Td (ab) Tj ET", "/Annots [<</Subtype/StrikeOut /QuadPoints [50 507 54.9 507 50 499 54.9 499]>>]", "", "ab", "struck a"},
		{"underlined", "BT /F 10 Tf 50 500 Td (ab) Tj ET 50 498.5 100 0.5 re f", "", "", "ab", ""},
		{"drawn twice", "BT /F 10 Tf 50 500 Td (ab) Tj 0.5 -0.5 Td (ab) Tj ET", "", "", "ab", "doubled 2"},
		{"a shadow that is not seen", "BT /F 10 Tf 1 g 50 500 Td (ab) Tj 0 g 0.5 -0.5 Td (ab) Tj ET", "", "", "ab", ""},
		{"the same letter twice", "BT /F 10 Tf 50 500 Td (aa) Tj ET", "", "", "aa", ""},
		{"a note", "", "/Annots [<</Subtype/Text /Contents (b) /Rect [1 1 9 9]>>]", "", "", "comments 1"},
		{"a stream of a filter that is not known", "", "", "4 0 obj <</Filter/FooDecode /Length 1>> stream\nx\nendstream endobj", "", "lost"},
		{"a stream that breaks off", "", "", "4 0 obj <</Filter/RunLengthDecode /Length 2>> stream\n\x09x\nendstream endobj", "", "lost"},
		{"an empty stream", "", "", "4 0 obj <</Filter/FlateDecode /Length 0>> stream\n\nendstream endobj", "", ""},
		{"a form that is not there", "/Y Do", "", "", "", "lost"},
		{"contents that are not there", "", "/Contents 99 0 R", "", "", "lost"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := onePage(t, document(test.contents, test.page, test.more))
			if text(p) != test.want || told(p) != test.told {
				t.Errorf("read %q and told %q, want %q and %q", text(p), told(p), test.want, test.told)
			}
		})
	}
}

func TestAPageThatIsNotThereIsTold(t *testing.T) {
	file, err := Read(document("BT /F 10 Tf 50 500 Td (a) Tj ET", "", "2 0 obj <</Kids [3 0 R 99 0 R] /MediaBox [0 0 600 800]>> endobj"))
	if err != nil || len(file.Pages) != 2 || file.Pages[0].Lost || !file.Pages[1].Lost {
		t.Errorf("read %+v, %v", file.Pages, err)
	}
}

func TestAPageThatIsSetSidewaysIsTurned(t *testing.T) {
	for _, test := range []struct{ name, turn string }{
		{"to the left", "0 1 -1 0 300 400"}, {"upside down", "-1 0 0 -1 300 400"}, {"to the right", "0 -1 1 0 300 400"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := onePage(t, document("BT /F 10 Tf "+test.turn+" Tm (a) Tj 0 -12 Td (b) Tj ET", "", ""))
			if text(p) != "ab" || p.Glyphs[0].Y-p.Glyphs[1].Y < 11.9 || p.Glyphs[0].X-p.Glyphs[1].X > 0.1 {
				t.Errorf("read %+v", p.Glyphs)
			}
		})
	}
}

func TestTextThatStandsForGlyphs(t *testing.T) {
	for _, test := range []struct{ name, contents, want, told string }{
		{"marks without letters", "/Span <</ActualText <FEFF1EBE>>> BDC BT /F 10 Tf 50 500 Td (E) Tj (C) Tj ET EMC", "Ế", ""},
		{"the same words", "/Span <</ActualText (ab)>> BDC BT /F 10 Tf 50 500 Td (ab) Tj ET EMC", "ab", ""},
		{"other words", "/Span <</ActualText (8)>> BDC BT /F 10 Tf 50 500 Td (9) Tj ET EMC", "9", "doubted"},
		{"nothing", "/Span <</ActualText ()>> BDC BT /F 10 Tf 50 500 Td (9) Tj ET EMC", "9", ""},
		{"a tab for its leader", "/Span <</ActualText <FEFF0009>>> BDC BT /F 10 Tf 50 500 Td (..) Tj ET EMC", "..", ""},
		{"of a mark that is not closed", "/Span <</ActualText <FEFF1EBE>>> BDC BT /F 10 Tf 50 500 Td (C) Tj ET", "Ế", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := onePage(t, document(test.contents, "", ""))
			if text(p) != test.want || told(p) != test.told {
				t.Errorf("read %q and told %q, want %q and %q", text(p), told(p), test.want, test.told)
			}
		})
	}
}

func TestLayersThatAreOffAreHidden(t *testing.T) {
	layers := "20 0 obj <</Type/OCG>> endobj 21 0 obj <</Type/OCG>> endobj 22 0 obj <</Type/OCMD /OCGs [20 0 R 21 0 R] %s>> endobj " +
		"1 0 obj <</Type/Catalog /Pages 2 0 R /OCProperties <</OCGs [20 0 R 21 0 R] /D <<%s>>>>>> endobj"
	for _, test := range []struct{ name, set, of, how, want string }{
		{"on", "", "21", "", "ab"},
		{"off", "", "20", "/OFF [20 0 R]", "a"},
		{"all off but one", "", "20", "/BaseState/OFF /ON [21 0 R]", "a"},
		{"one of a set is on", "", "22", "/OFF [20 0 R]", "ab"},
		{"not all of a set are on", "/P/AllOn", "22", "/OFF [20 0 R]", "a"},
	} {
		t.Run(test.name, func(t *testing.T) {
			page := "/Resources <</Font <</F 5 0 R>> /Properties <</L " + test.of + " 0 R>>>>"
			p := onePage(t, document("BT /F 10 Tf 50 500 Td (a) Tj /OC /L BDC (b) Tj EMC ET", page, fmt.Sprintf(layers, test.set, test.how)))
			if text(p) != test.want {
				t.Errorf("read %q, want %q", text(p), test.want)
			}
		})
	}
}

func TestFieldsShowWhatTheyAreFilledWith(t *testing.T) {
	look := "20 0 obj <</BBox [0 0 50 10] /Length 46 /Resources <</Font <</F 5 0 R>>>>>> stream\nBT /F 9 Tf 2 2 Td (ab) Tj ET                    \nendstream endobj"
	for _, test := range []struct{ name, field, want, told string }{
		{"as it looks", "/FT/Tx /V (ab) /AP <</N 20 0 R>>", "ab", ""},
		{"otherwise than it looks", "/FT/Tx /V (9) /AP <</N 20 0 R>>", "ab", "values 9"},
		{"without looks", "/FT/Tx /V <FEFF0111>", "đ", "values đ"},
		{"by the field above", "/Parent 21 0 R", "x", "values x"},
		{"ticked", "/FT/Btn /AS/Yes", "☑", ""},
		{"not ticked", "/FT/Btn /AS/Off", "☐", ""},
		{"not shown", "/FT/Tx /V (9) /F 2", "", ""},
		{"empty", "/FT/Tx", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			field := "/Annots [<</Subtype/Widget /Rect [50 500 100 510] " + test.field + ">>]"
			p := onePage(t, document("", field, look+" 21 0 obj <</FT/Tx /V (x)>> endobj"))
			if text(p) != test.want || told(p) != test.told {
				t.Errorf("read %q and told %q, want %q and %q", text(p), told(p), test.want, test.told)
			}
		})
	}
}

func TestLettersToldOfAFontOfSignsAreItsSigns(t *testing.T) {
	for base, want := range map[string]string{"ABCDEF+StandardSymbolsPS": "α\ufffd", "ABCDEF+SymbolMT": "α≤", "Wingdings-Regular": "♋\ufffd", "ABCDEF+Times": "a\ufffd"} {
		t.Run(base, func(t *testing.T) {
			font := "5 0 obj <</Type/Font /Subtype/TrueType /BaseFont/" + base + " /ToUnicode 6 0 R>> endobj 6 0 obj <</Length 49>> stream\n1 beginbfchar <01> <0061> <02> <F0A3> endbfchar  \nendstream endobj"
			p := onePage(t, document("BT /F 10 Tf 50 500 Td <0102> Tj ET", "", font))
			if text(p) != strings.TrimSuffix(want, "\ufffd") || (p.Unreadable > 0) != strings.HasSuffix(want, "\ufffd") {
				t.Errorf("read %q, %d unreadable, want %q", text(p), p.Unreadable, want)
			}
		})
	}
}

func TestSignsAreWhatTheyLookLike(t *testing.T) {
	const signs = "5 0 obj <</Type/Font /Subtype/Type1 /BaseFont/ZapfDingbats>> endobj 6 0 obj <</Type/Font /Subtype/Type0 /BaseFont/ABCDEF+SymbolMT /ToUnicode 7 0 R /DescendantFonts [<<>>]>> endobj " +
		"7 0 obj <</Length 73>> stream\n1 beginbfchar <0001> <F0B7> <0002> <F0A3> <0003> <F001> endbfchar endcmap\nendstream endobj"
	p := onePage(t, document("BT /F 10 Tf 50 500 Td (4) Tj /W 10 Tf <000100020003> Tj ET", "", signs))
	if text(p) != "✔•≤" || p.Unreadable != 1 {
		t.Errorf("read %q, %d unreadable", text(p), p.Unreadable)
	}
}
