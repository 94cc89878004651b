package webpage

import (
	"cmp"
	"net/url"
	"strings"

	"phatngon/knowledge/importer/paper"
)

// text is words between tags.
func (h *htmlReader) text(s string) {
	switch {
	case h.choice.reading:
		h.choice.chosen.WriteString(s)
	case h.on[isMuted] > 0, h.on[isChrome] > 0 && !h.within("article"):
	case h.on[isHidden]+h.on[isChrome] > 0:
		h.hidden.WriteString(s)
	case h.on[isTitle] > 0:
		h.titles[2] = cmp.Or(h.titles[2], paper.OneLine(s))
	case h.on[isStruck] > 0:
		h.dropped.Add(paper.StruckOut, s)
	case h.on[isPre] > 0:
		for i, line := range strings.Split(s, "\n") {
			if i > 0 {
				h.endLine()
			}
			h.write(line)
		}
	default:
		h.write(s)
	}
}

// write adds words to the line as a page shows them.
func (h *htmlReader) write(s string) {
	if strings.TrimSpace(s) != "" {
		h.plain = h.plain || h.on[isBold] == 0
		h.dropped.Apart()
		if h.ink().unseen() {
			h.p.Doubts.Note(whiteWords, len(h.p.Blocks)+1, s)
		}
	}
	ok := true
	switch {
	case h.on[isAbove] > 0:
		s, ok = paper.Raised(s)
	case h.on[isBelow] > 0:
		s, ok = paper.Lowered(s)
	}
	if !ok {
		h.p.Doubts.Note(paper.Scripted, len(h.p.Blocks)+1, s)
	}
	if h.on[isUpper] > 0 {
		s = strings.ToUpper(s)
	}
	if h.on[isMath] > 0 {
		h.formula.WriteString(s)
	}
	h.words.WriteString(s)
}

func (h *htmlReader) endLine() {
	if l := paper.OneLine(h.words.String()); l != "" {
		h.lines = append(h.lines, l)
		h.count++
	}
	h.words.Reset()
}

func (h *htmlReader) endParagraph() {
	h.endLine()
	lines := h.lines
	bold := !h.plain
	h.lines, h.plain = nil, false
	h.dropped.Flush(&h.p.Doubts, len(h.p.Blocks)+1)
	if len(lines) == 0 {
		return
	}
	mark := h.mark
	h.mark = ""
	if h.depth > 0 && h.table.Add(append([]string{mark + lines[0]}, lines[1:]...)...) {
		return
	}
	b := paper.Block{At: len(h.p.Blocks) + 1, Mark: mark, Lines: lines}
	b.Look = paper.Look{Centred: h.on[isCentred] > 0 || h.level > 0, Bold: bold || h.level > 0}
	if h.level == 1 && h.titles[1] == "" {
		h.titles[1] = b.Text()
	}
	if h.level > 0 {
		b.Mark = strings.Repeat("#", min(h.level+1, 6)) + " "
	}
	h.p.Blocks = append(h.p.Blocks, b)
}

// WebAddress is text if it is a full address of the web.
func WebAddress(text string) string {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}
