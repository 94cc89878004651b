package webpage

import (
	"strings"

	"golang.org/x/net/html"

	"phatngon/knowledge/importer/paper"
)

// chosenOnly: what else may be chosen is not seen until somebody opens the list.
var chosenOnly = paper.DoubtKind{What: "có danh sách chọn, chỉ ghi mục đang được chọn", Check: "hãy đối chiếu với trang gốc"}

// choice is a list to choose from that is being read.
type choice struct {
	chosen  strings.Builder
	reading bool // the chosen item
}

// beginOption looks whether an item of a list is the chosen one.
func (h *htmlReader) beginOption(t html.Token) {
	h.choice.reading = false
	for _, a := range t.Attr {
		if a.Key == "selected" && t.Data == "option" {
			h.choice.reading = true
			if h.choice.chosen.Len() > 0 {
				h.choice.chosen.WriteString(", ")
			}
		}
	}
}

// endChoice writes what a list shows when it is closed. A list that marks none
// may show its first item or what was typed: that is said.
func (h *htmlReader) endChoice() {
	kind := formBox
	if text := paper.OneLine(h.choice.chosen.String()); text != "" {
		kind = chosenOnly
		h.write(text)
	}
	h.choice = choice{}
	h.seenNot = append(h.seenNot, pictured{kind, len(h.p.Blocks), ""})
}
