package webpage

import (
	"regexp"
	"strconv"
	"strings"

	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/webpage/css"
)

var (
	unsureStyle = paper.DoubtKind{What: "kiểu trang (CSS) có quy tắc không xét được, có thể ẩn, gạch hoặc thêm chữ", Check: "hãy đối chiếu với trang gốc"}
	whiteWords  = paper.DoubtKind{What: "chữ màu trắng (hoặc cùng màu nền) đã đưa vào, người xem có thể không thấy", Check: "hãy đối chiếu với trang gốc và xóa nếu không công bố"}
	addedWords  = paper.DoubtKind{What: "kiểu trang (CSS) thêm vào chỗ này nội dung không đọc được", Check: "hãy đối chiếu với trang gốc"}
)

// look is what the style makes of an element; what it may make is said.
func (h *htmlReader) look(n css.Named) css.Look {
	look := h.styles.Of(n, h)
	for _, u := range look.Unsure {
		if changesWords(u.Sets) || strings.TrimSpace(u.Words) != "" {
			h.unsure(u.Selector)
		}
	}
	for _, words := range []css.Words{look.Before, look.After} {
		if words.Unread != "" {
			h.seenNot = append(h.seenNot, pictured{addedWords, len(h.p.Blocks), words.Unread})
		}
	}
	return look
}

// Depth and Named tell the style what an element stands in.
func (h *htmlReader) Depth() int { return len(h.stack) }

// Named is an element around the one being read, by its depth.
func (h *htmlReader) Named(depth int) css.Named { return h.stack[depth].named }

func changesWords(style string) bool {
	return hiddenStyle.MatchString(style) || strings.Contains(style, "line-through") || isRaised(style, 1) || isRaised(style, -1)
}

func (h *htmlReader) unsure(selector string) {
	if h.saidUnsure == nil {
		h.saidUnsure = map[string]bool{}
	}
	if !h.saidUnsure[selector] {
		h.saidUnsure[selector] = true
		h.seenNot = append(h.seenNot, pictured{unsureStyle, len(h.p.Blocks), selector})
	}
}

// raised is a height over the line, as a style sets it.
var raised = regexp.MustCompile(`vertical-align:(-?[\d.]+)(px|pt|em|ex|rem|%);`)

// isRaised reports whether letters stand above the line (1) or below it (-1).
func isRaised(style string, way float64) bool {
	if strings.Contains(style, map[float64]string{1: "vertical-align:super;", -1: "vertical-align:sub;"}[way]) {
		return true
	}
	m := raised.FindStringSubmatch(style)
	if m == nil {
		return false
	}
	n, _ := strconv.ParseFloat(m[1], 64)
	least := map[string]float64{"px": 3, "pt": 2.5, "%": 20}[m[2]]
	if least == 0 {
		least = 0.2
	}
	return n*way >= least
}
