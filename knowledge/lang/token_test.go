package lang

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func keys(s string) string {
	var all []string
	for _, t := range Tokens(s) {
		all = append(all, t.Key)
	}
	return strings.Join(all, " ")
}

func TestTokens(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"tone placement does not matter":    {"Hoà hòa hoà", "hoa1 hoa1 hoa1"},
		"decomposed text reads the same":    {"đươ\u0323c viê\u0323t", "đươc5 viêt5"},
		"i and y are one in open syllables": {"Lý lí quý quí Quỳ kỹ kĩ", "li2 li2 quy2 quy2 quy1 ki4 ki4"},
		"thousands are one number":          {"1.250.000 đồng, 3,5 tỷ", "1250000 đông1 3,5 ti3"},
		"dates lose leading zeros":          {"08/6/2021", "8 6 2021"},
		"document numbers fall apart":       {"1950/QĐ-UBND", "1950 qđ ubnd"},
		"digits leave letters":              {"QL1A 50k", "ql 1 a 50 k"},
		"Roman numbers count":               {"quý III/2026, khóa XIX, Quý iv, vùng I", "quy2 3 2026 khoa2 19 quy2 4 vung1 1"},
		"and nothing else is one":           {"lần vi phạm, LẦN VI PHẠM, xi măng, thu v, quý vị, IV", "lân1 vi pham5 lân1 vi pham5 xi măng thu v quy2 vi5 iv"},
		"a sentence end after a number":     {"năm 2021. Sau", "năm 2021 sau"},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, keys(c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTokensPointIntoTheText(t *testing.T) {
	const s = "  Tiê\u0301n độ, 1.000 m2."
	var got []string
	for _, token := range Tokens(s) {
		got = append(got, s[token.Start:token.End])
	}
	if diff := cmp.Diff([]string{"Tiê\u0301n", "độ", "1.000", "m", "2"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Đường ven biển Sầm Sơn": "duong ven bien sam son",
		"ĐƯƠ\u0323C":             "duoc",
		"TH-2026 #1":             "th-2026 #1",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFoldKeyIsTheKeyOfTheFoldedText(t *testing.T) {
	for _, word := range strings.Fields("Hoà lý quý đường nghiêm ngặt kỹ thuật 2026 Straße") {
		plain := keys(Fold(word))
		for _, token := range Tokens(word) {
			if got := FoldKey(token.Key); got != plain {
				t.Errorf("FoldKey(%q) = %q, want %q", token.Key, got, plain)
			}
		}
	}
}

func FuzzTokens(f *testing.F) {
	f.Add("Hoà bình 1.000,5 đươ\u0323c \xff")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, token := range Tokens(s) {
			if token.Start < end || token.End <= token.Start || token.End > len(s) || token.Key == "" {
				t.Fatalf("bad token %+v in %q", token, s)
			}
			end = token.End
			FoldKey(token.Key)
		}
		Fold(s)
	})
}
