package text_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk/same/text"
)

const rumour = "Tin khẩn: đập thủy lợi ở xã Hà Trung đã vỡ lúc 3 giờ sáng nay, nước đang tràn về hạ du, bà con di dời ngay, chia sẻ để mọi người cùng biết"

func TestTextsAreJudged(t *testing.T) {
	for name, c := range map[string]struct {
		a, b string
		want text.Verdict
	}{
		"the same":                         {rumour, rumour, text.Joined},
		"without diacritics and capitals":  {rumour, "tin khan dap thuy loi o xa ha trung da vo luc 3 gio sang nay nuoc dang tran ve ha du ba con di doi ngay chia se de moi nguoi cung biet", text.Joined},
		"in capitals":                      {rumour, strings.ToUpper(rumour), text.Joined},
		"decomposed, other punctuation":    {rumour, strings.ReplaceAll(strings.ReplaceAll(rumour, "vỡ", "vơ\u0303"), ",", " !!!"), text.Joined},
		"with words before and after":      {rumour, "mọi người ơi đọc đi " + rumour + " không biết có đúng không ạ", text.Joined},
		"cut short":                        {rumour, rumour[:strings.Index(rumour, ", chia sẻ")], text.Joined},
		"its sentences exchanged":          {"Đập đã vỡ ở xã Hà Trung. Nước đang tràn về hạ du, bà con di dời ngay trong đêm nay", "Nước đang tràn về hạ du, bà con di dời ngay trong đêm nay. Đập đã vỡ ở xã Hà Trung", text.Joined},
		"another place":                    {rumour, strings.ReplaceAll(rumour, "Hà Trung", "Nga Sơn"), text.Suggested},
		"another place in small letters":   {strings.ToLower(rumour), strings.ToLower(strings.ReplaceAll(rumour, "Hà Trung", "Nga Sơn")), text.Suggested},
		"another number":                   {rumour, strings.ReplaceAll(rumour, "3 giờ", "5 giờ"), text.Suggested},
		"told in other words":              {rumour, "Nghe nói đập thủy lợi ở xã Hà Trung vỡ rồi, nước tràn về hạ du, có đúng không ạ?", text.Suggested},
		"something else":                   {rumour, "Từ tháng sau giá nước sạch tăng gấp đôi, hộ nào chậm đóng tiền sẽ bị cắt nước ngay", text.Apart},
		"courtesy alone is not joined":     {"tin này có đúng không ạ mọi người ơi", "Tin này có đúng không ạ, mọi người ơi?", text.Suggested},
		"a few words are not suggested":    {"có đúng không", "có đúng không", text.Apart},
		"nothing":                          {"", rumour, text.Apart},
		"nothing on either side":           {"", "", text.Apart},
		"numbers and signs without a word": {"!!! … ???", "5", text.Apart},
	} {
		if got := text.Judge(text.Of(c.a), text.Of(c.b)); got != c.want {
			t.Errorf("%s: %d, want %d (%.2f alike)", name, got, c.want, text.Similarity(text.Of(c.a), text.Of(c.b)))
		}
		if there, back := text.Judge(text.Of(c.a), text.Of(c.b)), text.Judge(text.Of(c.b), text.Of(c.a)); there != back {
			t.Errorf("%s: %d one way, %d the other", name, there, back)
		}
	}
}

// long is sentences from one number to another, each of its own pairs.
func long(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "Đoạn %d nói %d rồi %d. ", i, i+10000, i+20000)
	}
	return b.String()
}

func TestLongTextsAreComparedByASample(t *testing.T) {
	whole := text.Of(long(0, 1000))
	if len(whole) != 4096 {
		t.Errorf("a long text has %d bytes", len(whole))
	}
	half, other := text.Of(long(0, 500)), text.Of(long(1000, 2000))
	for name, c := range map[string]struct {
		got, least, most float64
	}{
		"the same":   {text.Similarity(whole, whole), 1, 1},
		"half of it": {text.Similarity(whole, half), 0.6, 0.75},
		"other":      {text.Similarity(whole, other), 0, 0.05},
		"nothing":    {text.Similarity(whole, nil), 0, 0},
		"a sentence": {text.Similarity(whole, text.Of(rumour)), 0, 0.05},
	} {
		if c.got < c.least || c.got > c.most {
			t.Errorf("%s: %.3f, want %.2f to %.2f", name, c.got, c.least, c.most)
		}
	}
}

func TestSharedWordsAreMarked(t *testing.T) {
	for name, c := range map[string]struct{ a, b, inA, inB string }{
		"what both say":               {"Nghe nói đập Cửa Đạt vỡ rồi!", "Dap Cua Dat, vo luc 3 giờ", "đập Cửa Đạt vỡ", "Dap Cua Dat, vo"},
		"in several places":           {"mưa lớn ở Bỉm Sơn, nước lên cao", "nước lên ở Bỉm Sơn sau mưa lớn", "mưa lớn|ở Bỉm Sơn|nước lên", "nước lên|ở Bỉm Sơn|mưa lớn"},
		"not a syllable alone":        {"đập vỡ", "đập nước", "", ""},
		"nothing where nothing is":    {"", "đập nước", "", ""},
		"what comes twice is twice":   {"vỡ đập! vỡ đập!", "vỡ đập", "vỡ đập|vỡ đập", "vỡ đập"},
		"neighbours are not one word": {"vỡ đập vỡ đê", "vỡ đập hoặc vỡ đê", "vỡ đập|vỡ đê", "vỡ đập|vỡ đê"},
	} {
		inA, inB := text.Shared(c.a, c.b)
		if diff := cmp.Diff([]string{c.inA, c.inB}, []string{cut(c.a, inA), cut(c.b, inB)}); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func cut(s string, spans []text.Span) string {
	var parts []string
	for _, span := range spans {
		parts = append(parts, s[span.Start:span.End])
	}
	return strings.Join(parts, "|")
}

func FuzzFingerprint(f *testing.F) {
	f.Add(rumour, "Dap vo\u0303 3.5 \xff", []byte("123456789"))
	f.Fuzz(func(t *testing.T, a, b string, stored []byte) {
		x, y := text.Of(a), text.Of(b)
		for _, pair := range [][2]text.Fingerprint{{x, y}, {x, stored}, {stored, y}, {stored, stored}} {
			there, back := text.Similarity(pair[0], pair[1]), text.Similarity(pair[1], pair[0])
			if there != back || there < 0 || there > 1 || text.Judge(pair[0], pair[1]) != text.Judge(pair[1], pair[0]) {
				t.Fatalf("%q, %q: %v one way, %v the other", a, b, there, back)
			}
		}
		if self := text.Similarity(x, x); len(x) > 0 && self != 1 || len(x)%8 != 0 {
			t.Fatalf("%q is %v like itself", a, self)
		}
		inA, _ := text.Shared(a, b)
		end := -1
		for _, span := range inA {
			if span.Start < end || span.End <= span.Start || span.End > len(a) {
				t.Fatalf("bad span %+v in %q", span, a)
			}
			end = span.End
		}
	})
}
