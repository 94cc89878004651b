package edge

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDiffTellsWordsApart(t *testing.T) {
	for name, c := range map[string]struct {
		before, after string
		want          []Change
	}{
		"the same words are no change, whatever the spaces": {"Khám  ngày\n5/12.", "Khám ngày 5/12.", nil},
		"a word is replaced":                          {"Khám ngày 5/12 tại bản.", "Khám ngày 6/12 tại bản.", []Change{{Same, "Khám ngày "}, {Removed, "5/12 "}, {Added, "6/12 "}, {Same, "tại bản."}}},
		"words are added at the end":                  {"Khám.", "Khám. Miễn phí.", []Change{{Same, "Khám. "}, {Added, "Miễn phí."}}},
		"words are taken out":                         {"không được phép", "được phép", []Change{{Removed, "không "}, {Same, "được phép"}}},
		"two places change":                           {"a b c d", "a x c y", []Change{{Same, "a "}, {Removed, "b "}, {Added, "x "}, {Same, "c "}, {Removed, "d "}, {Added, "y"}}},
		"from nothing":                                {"", "mới", []Change{{Added, "mới"}}},
		"to nothing":                                  {"cũ", "", []Change{{Removed, "cũ"}}},
		"a removed end of a paragraph breaks no line": {"một 5/12.\n\nhai", "một 6/12.\n\nhai", []Change{{Same, "một "}, {Removed, "5/12. "}, {Added, "6/12.\n\n"}, {Same, "hai"}}},
		"paragraphs stay apart":                       {"một\n\nhai", "một\n\nba", []Change{{Same, "một\n\n"}, {Removed, "hai "}, {Added, "ba"}}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Diff(c.before, c.after)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestVeryLongTextsAreComparedAsAWhole(t *testing.T) {
	before, after := strings.Repeat("a b ", 3000), strings.Repeat("c d ", 3000)
	want := []Change{{Same, "đầu "}, {Removed, before}, {Added, after}, {Same, "cuối"}}
	if diff := cmp.Diff(want, Diff("đầu "+before+"cuối", "đầu "+after+"cuối")); diff != "" {
		t.Errorf("-want +got\n%s", diff[:min(len(diff), 500)])
	}
}

func FuzzDiff(f *testing.F) {
	f.Add("Khám ngày 5/12 tại bản.", "Khám  ngày 6/12\n\ntại bản Ón.")
	f.Add(" a", "b ")
	f.Fuzz(func(t *testing.T, before, after string) {
		if len(before)+len(after) > 4000 {
			return
		}
		var kept, old []string
		for _, c := range Diff(before, after) {
			if c.Kind != Removed {
				kept = append(kept, c.Text)
			}
			if c.Kind != Added {
				old = append(old, c.Text)
			}
		}
		if got := strings.Join(kept, ""); len(kept)+len(old) > 0 && got != after {
			t.Errorf("what is kept and added is %q, want %q", got, after)
		}
		if got := strings.Join(old, ""); len(kept)+len(old) > 0 && strings.Join(strings.Fields(got), "") != strings.Join(strings.Fields(before), "") {
			t.Errorf("what is kept and removed is %q, want the words of %q", got, before)
		}
	})
}
