package importer

import (
	"strings"
	"testing"

	"phatngon/knowledge/importer/paper"
	typeset "phatngon/knowledge/markdown"
)

func TestMarksOfADocumentAreWords(t *testing.T) {
	for _, words := range []string{
		"Ghi chú: *áp dụng* và **không** áp dụng", "(*) Trừ ngày lễ (*)", "* Lưu ý", "tệp _a_ và `b`", `C:\_thu-muc\*`, "[xem](https://x.vn)", "# 1 không phải tiêu đề",
		"---", "-----------", "| a | b |", "- Như trên", "1. Một", "2*3*4 = 24", "1. Giá\n* Giá *mới*", "+ Hai", "• Ba", "a|b", "Ghi chú #", "x_1 và y_2", "> 50 tuổi", "38°C – 40°C",
	} {
		body := paper.Markdown([]paper.Block{{Lines: strings.Split(words, "\n")}})
		if got := typeset.Read(body).Text(); got != words {
			t.Errorf("%q is shown as %q, from %q", words, got, body)
		}
		table := paper.Markdown([]paper.Block{{Rows: [][]paper.Cell{{{"Xã"}, {"Giờ"}}, {{strings.ReplaceAll(words, "\n", " ")}, {"7"}}}}})
		want := "Xã · Giờ\n" + strings.ReplaceAll(words, "\n", " ") + " · 7"
		if got := typeset.Read(table).Text(); got != want {
			t.Errorf("in a table %q is shown as %q, from %q", words, got, table)
		}
	}
	if body := paper.Markdown([]paper.Block{{Lines: []string{"2*3*4 = 24, (*)"}}}); body != "2*3*4 = 24, (*)" {
		t.Errorf("what is no mark became %q", body)
	}
}
