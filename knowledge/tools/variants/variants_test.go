package main

import (
	"fmt"
	"strings"
	"testing"

	"phatngon/knowledge/importer"
	"phatngon/knowledge/statement"
)

func TestCharacterErrorCountsLettersThatAreWrong(t *testing.T) {
	for _, test := range []struct {
		truth, read   string
		whole, within int
	}{
		{"bảy xã", "bảy xã", 0, 0},
		{"bảy xã", "bay xa", 2, 2},
		{"bảy xã", "Sở Y tế bảy xã GIÁM ĐỐC", 17, 0},
		{"bảy xã", "", 6, 6},
	} {
		if whole, within := whole(test.truth, test.read), within(test.truth, test.read); whole != test.whole || within != test.within {
			t.Errorf("%q read as %q: whole %d, within %d, want %d, %d", test.truth, test.read, whole, within, test.whole, test.within)
		}
	}
}

func TestLayoutIsNoPartOfAText(t *testing.T) {
	if got := plain("• Một\n\n hai · ba | bốn"); got != "Một hai ba bốn" {
		t.Errorf("plain: %q", got)
	}
}

func TestAChangeIsSaidByALineThatSpeaksOfIt(t *testing.T) {
	for _, test := range []struct {
		name, truth, read, line string
		unsaid                  string
	}{
		{"nothing changed", "một hai ba", "một hai ba", "", "[]"},
		{"lost and nothing said", "một hai ba", "một ba", "Trang 1 có ảnh", `[-"hai"]`},
		{"lost and quoted", "từ 8 giờ 00 đến nay", "từ đến nay", "chữ bị gạch: “8 giờ 00”", "[]"},
		{"moved and order spoken of", "một hai ba", "hai ba một", "hãy đối chiếu thứ tự", "[]"},
		{"moved and nothing said", "một hai ba", "hai ba một", "Trang 1 có ảnh", `[-"một" +"một"]`},
		{"one more than moved", "một một hai", "hai một", "hãy đối chiếu thứ tự", `[-"một một"]`},
		{"a hole that is spoken of", "được phê", "\ufffdược phê", "có 1 chữ không đọc được", "[]"},
		{"another letter", "được phê", "dược phê", "có 1 chữ không đọc được", `[-"được" +"dược"]`},
		{"added", "được phép", "không được phép", "Trang 1 có ảnh", `[+"không"]`},
	} {
		d := importer.Draft{Problems: []importer.Problem{{Field: "body"}}}
		d.Statement.Body, d.Problems[0].Text = test.read, test.line
		got := fmt.Sprint(unsaid(changes(strings.Fields(test.truth), strings.Fields(test.read)), d))
		if got != test.unsaid {
			t.Errorf("%s: %s, want %s", test.name, got, test.unsaid)
		}
	}
	lost := importer.Draft{Problems: []importer.Problem{{Field: "body", Problem: statement.Problem{Text: "Không tìm thấy phần nội dung"}}}}
	if got := unsaid(changes([]string{"một"}, nil), lost); got != nil {
		t.Errorf("a draft that says it has no text: %v", got)
	}
}

func TestARunFailsWhenABoundIsBroken(t *testing.T) {
	good := measured{file: file{kind: "k"}, letters: 1000, wrong: []int{3, 9, 9}}
	for _, test := range []struct {
		name   string
		last   measured
		broken string
	}{
		{"within", good, ""},
		{"a wrong letter too many", measured{file: file{kind: "k"}, letters: 1000, wrong: []int{4, 0, 0}}, "character error"},
		{"a hard file may err", measured{file: file{kind: "k", hard: true}, letters: 1000, wrong: []int{900, 0, 0}}, ""},
		{"and not silently", measured{file: file{kind: "k", hard: true}, letters: 1000, wrong: []int{9, 0, 0}, silent: []change{{words: []string{"a"}}}}, "1 words changed silently"},
	} {
		var all table
		for range fewest - 1 {
			all.add(good)
		}
		all.add(test.last)
		if err := fmt.Sprint(all.broken()); (test.broken == "") != (err == "<nil>") || !strings.Contains(err, test.broken) {
			t.Errorf("%s: %v, want %q", test.name, err, test.broken)
		}
	}
	var few table
	few.add(good)
	if few.broken() == nil {
		t.Error("one file is no measure")
	}
}
