package webpage

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"

	"phatngon/knowledge/importer/paper"
)

// htmlPart is blocks that a page sets apart: an article, its main part, or
// what leads elsewhere from within them.
type htmlPart struct {
	kind        string // "article", "main", "chrome", "outside"
	from, until int
}

// asides are words in the class or the name of what stands beside an article.
var asides = paper.SetOf("related relate share sharing social breadcrumb breadcrumbs comments tags lienquan chiase tinlienquan baivietlienquan tinkhac tincungchuyenmuc")

var (
	besides  = paper.DoubtKind{What: "phần bên cạnh bài (tin liên quan, chia sẻ) không đưa vào", Check: "hãy kiểm tra có phần nào thuộc nội dung không"}
	aroundIt = paper.DoubtKind{What: "phần quanh bài (menu, cột bên, tin liên quan, chân trang) không đưa vào", Check: "hãy kiểm tra có phần nào thuộc nội dung không"}
	beyond   = paper.DoubtKind{What: "trang còn đoạn ngoài bài không đưa vào", Check: "hãy kiểm tra có phần nào thuộc nội dung không"}
)

// beginPart is the place of a part in parts, from 1; 0 when the element is
// none.
func (h *htmlReader) beginPart(t html.Token) int {
	kind := ""
	switch {
	case h.depth > 0 || voidTags[t.Data] || len(h.parts) >= maxParts:
		return 0
	case t.Data == "article" || t.Data == "main":
		kind = t.Data
	case value(t, "role") == "main":
		kind = "main"
	case value(t, "itemprop") == "articleBody" && !h.within("article"):
		kind = "article"
	case !breaksParagraph[t.Data] || t.Data == "body" || t.Data == "html":
		return 0
	case h.within("article") || h.within("main"):
		if !isNamed(t, asides, nil) {
			return 0
		}
		kind = "chrome"
	case len(h.parts) < maxParts/2 && !h.within("outside") && (t.Data == "footer" || isNamed(t, outside, nil) || isNamed(t, nil, outsideAlone)):
		kind = "outside"
	default:
		return 0
	}
	h.endParagraph()
	h.parts = append(h.parts, htmlPart{kind: kind, from: len(h.p.Blocks)})
	return len(h.parts)
}

func (h *htmlReader) within(kind string) bool {
	for _, e := range h.stack {
		if e.part > 0 && h.parts[e.part-1].kind == kind {
			return true
		}
	}
	return false
}

// own reports which blocks of a part are its own, not of a part in it.
func (h *htmlReader) own(n int) []bool {
	out := make([]bool, len(h.p.Blocks))
	for i := h.parts[n].from; i < h.parts[n].until; i++ {
		out[i] = true
	}
	for m, inner := range h.parts {
		if inner.kind == "outside" || m <= n || inner.from < h.parts[n].from || inner.until > h.parts[n].until || inner.kind == "chrome" && h.half(inner, h.parts[n]) {
			continue
		}
		for i := inner.from; i < inner.until; i++ {
			out[i] = false
		}
	}
	return out
}

// half reports whether a part is a good half of another: then it is no aside.
func (h *htmlReader) half(inner, outer htmlPart) bool {
	return 2*(h.sums[inner.until]-h.sums[inner.from]) > h.sums[outer.until]-h.sums[outer.from]
}

// maxParts is how many parts are weighed.
const maxParts = 64

// weigh sums the weights of the blocks before each place.
func (h *htmlReader) weigh() {
	h.sums = make([]int, len(h.p.Blocks)+1)
	for i, b := range h.p.Blocks {
		h.sums[i+1] = h.sums[i] + b.Weight()
	}
}

// chosen is the blocks of the article: those of the part with most text of its
// own. An article counts twice.
func (h *htmlReader) chosen() []bool {
	var best []bool
	most := 0
	for n := range h.parts {
		if h.parts[n].kind == "chrome" || h.parts[n].kind == "outside" {
			continue
		}
		own, sum := h.own(n), 0
		for i, ok := range own {
			if ok {
				sum += h.sums[i+1] - h.sums[i]
			}
		}
		if h.parts[n].kind == "article" {
			sum *= 2
		}
		if sum > most {
			most, best = sum, own
		}
	}
	return best
}

func (h *htmlReader) done() *paper.Paper {
	h.weigh()
	chosen := h.chosen()
	part := chosen != nil
	if !part {
		chosen = h.allBut()
	}
	var kept []paper.Block
	for i, b := range h.p.Blocks {
		switch {
		case chosen == nil || chosen[i]:
			kept = append(kept, b)
		case !part:
			h.p.Doubts.Note(aroundIt, b.At, strings.Join(b.Texts(), " "))
		case h.isAside(i):
			h.p.Doubts.Note(besides, b.At, b.Text())
		case b.Weight() > 120:
			h.p.Doubts.Note(beyond, b.At, strings.Join(b.Texts(), " "))
		}
	}
	for _, p := range h.seenNot {
		if chosen == nil || p.at < len(chosen) && chosen[p.at] || p.at > 0 && chosen[p.at-1] {
			h.p.Doubts.Note(p.kind, p.at+1, p.words)
		}
	}
	if h.styles.Beyond() {
		h.p.Doubts.Note(unsureStyle, 0, "")
	}
	h.p.Blocks = kept
	h.titled(part)
	return h.p
}

// isAside reports whether a block stands in an aside of an article.
func (h *htmlReader) isAside(i int) bool {
	for _, p := range h.parts {
		if p.kind == "chrome" && p.from <= i && i < p.until {
			return true
		}
	}
	return false
}

// titled chooses the title: the article's heading, or what the page says of
// itself. A heading that is the title is not of the text.
func (h *htmlReader) titled(part bool) {
	heading := ""
	for _, b := range h.p.Blocks {
		if b.Mark == "## " {
			heading = b.Text()
			break
		}
	}
	if !part {
		heading = cmp.Or(heading, h.titles[1])
	}
	h.p.Title = cmp.Or(heading, h.titles[0], h.titles[1], h.titles[2])
	h.p.Open = h.p.Url != ""
	if len(h.p.Blocks) > 0 && h.p.Title != "" && h.p.Blocks[0].Rows == nil && h.p.Blocks[0].Text() == h.p.Title {
		h.p.Blocks = h.p.Blocks[1:]
	}
}
