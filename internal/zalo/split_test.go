package zalo

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

func TestSplitText(t *testing.T) {
	for _, tc := range []struct {
		name  string
		text  string
		limit int
		want  []string
	}{
		{"empty", " \n ", 10, nil},
		{"fits", "Chào Anh/Chị.", 20, []string{"Chào Anh/Chị."}},
		{"exactly full", "1234567890", 10, []string{"1234567890"}},
		{"paragraph before sentence", "Một hai.\n\nBa. Bốn năm sáu", 18, []string{"Một hai.", "Ba. Bốn năm sáu"}},
		{"line before sentence", "Câu một dài.\nHai. ba bốn", 18, []string{"Câu một dài.", "Hai. ba bốn"}},
		{"sentence before word", "Một hai ba. Bốn năm sáu", 18, []string{"Một hai ba.", "Bốn năm sáu"}},
		{"quotation mark stays with its sentence", "Ông nói: “Có rồi.” Sau đó về", 22, []string{"Ông nói: “Có rồi.”", "Sau đó về"}},
		{"an early paragraph does not waste a message", "A.\n\nMột hai ba bốn. Năm sáu bảy tám", 24, []string{"A.\n\nMột hai ba bốn.", "Năm sáu bảy tám"}},
		{"word", "mot hai ba bon nam", 8, []string{"mot hai", "ba bon", "nam"}},
		{"dots inside numbers and addresses do not end", "gia 1.234.567 xem a.vn/b.c.d", 20, []string{"gia 1.234.567 xem", "a.vn/b.c.d"}},
		{"a web address stays whole", "xem:https://a.vn/bc", 17, []string{"xem:", "https://a.vn/bc"}},
		{"surrogate pairs stay whole", "😀😀😀", 3, []string{"😀", "😀", "😀"}},
		{"a family stays one picture", "xx👨‍👩‍👧", 9, []string{"xx", "👨‍👩‍👧"}},
		{"decomposed text is composed", "e\u0302\u0301", 1, []string{"ế"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, splitText(tc.text, tc.limit)); diff != "" {
				t.Errorf("splitText (-want +got):\n%s", diff)
			}
		})
	}
}

// checkPieces holds what must be true of every split.
func checkPieces(t *testing.T, text string, limit int) {
	t.Helper()
	pieces := splitText(text, limit)
	squeeze := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, s)
	}
	want := squeeze(norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD")))
	if got := squeeze(strings.Join(pieces, "")); got != want {
		t.Errorf("limit %d: pieces of %q do not add up:\n got %q\nwant %q", limit, text, got, want)
	}
	for _, p := range pieces {
		if n := len(utf16.Encode([]rune(p))); n == 0 || n > limit || !utf8.ValidString(p) {
			t.Errorf("limit %d: piece %q has %d units", limit, p, n)
		}
	}
}

func TestSplitTextProperties(t *testing.T) {
	words := []string{"Ủy ban", "nhân dân", "tỉnh.", "\n", "\n\n", "“trích”", "1.234,5", "https://thanhhoa.vn/tin/a-b.html?x=1", "😀", "👨‍👩‍👧", "e\u0301", "?", "\u00a0"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var b strings.Builder
		for range r.IntN(60) {
			b.WriteString(words[r.IntN(len(words))])
			b.WriteString(strings.Repeat(" ", r.IntN(2)))
		}
		checkPieces(t, b.String(), 5+r.IntN(80))
	}
}

func TestSplitTextUsesZalosLimit(t *testing.T) {
	text := strings.Repeat("Câu này dài vừa phải. ", 300)
	pieces := SplitText(text)
	if len(pieces) < 3 || units(pieces[0]) > MaxText || units(pieces[0]) < MaxText/2 {
		t.Errorf("%d pieces, the first of %d units", len(pieces), units(pieces[0]))
	}
}

func TestSplitTextKeepsWebAddresses(t *testing.T) {
	link := "https://thanhhoa.gov.vn/" + strings.Repeat("a", 60)
	text := strings.Repeat("Nội dung trả lời, xem tại "+link+" nhé. ", 80)
	whole := 0
	for _, p := range SplitText(text) {
		whole += strings.Count(p, link)
	}
	if whole != 80 {
		t.Errorf("%d of 80 addresses are whole", whole)
	}
}

func FuzzSplitText(f *testing.F) {
	f.Add("Một. Hai.\n\nBa https://a.vn/b 😀", 7)
	f.Fuzz(func(t *testing.T, text string, limit int) {
		if limit >= 2 && limit < 10_000 {
			checkPieces(t, text, limit)
		}
	})
}
