package document

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"
)

func (h *htmlReader) text(s string) {
	switch {
	case h.hidden != "":
	case h.inTitle:
		h.p.title = cmp.Or(h.p.title, oneLine(s))
	default:
		if strings.TrimSpace(s) != "" && h.bold == 0 {
			h.plain = true
		}
		h.words.WriteString(s)
	}
}

func (h *htmlReader) endLine() {
	if l := oneLine(h.words.String()); l != "" {
		h.lines = append(h.lines, l)
		h.count++
	}
	h.words.Reset()
}

// item begins a list item; its mark waits for the first words.
func (h *htmlReader) item() {
	n := len(h.list)
	if n == 0 {
		h.mark = "- "
		return
	}
	h.mark = strings.Repeat("  ", n-1) + "- "
	if h.list[n-1] >= 0 {
		h.list[n-1]++
		h.mark = strings.Repeat("  ", n-1) + strconv.Itoa(h.list[n-1]) + ". "
	}
}

func (h *htmlReader) cell() {
	if h.depth != 1 {
		return
	}
	if len(h.table.rows) == 0 {
		h.table.rows = append(h.table.rows, nil)
	}
	h.count++
	last := len(h.table.rows) - 1
	h.table.rows[last] = append(h.table.rows[last], cell{})
}

func (h *htmlReader) endParagraph() {
	h.endLine()
	lines := h.lines
	bold := !h.plain
	h.lines, h.plain = nil, false
	if len(lines) == 0 {
		return
	}
	mark := h.mark
	h.mark = ""
	if h.depth > 0 {
		lines[0] = mark + lines[0]
		h.intoCell(lines)
		return
	}
	b := block{at: len(h.p.blocks) + 1, mark: mark, lines: lines, look: look{centred: h.centred > 0 || h.level > 0, bold: bold || h.level > 0}}
	if h.level == 1 && h.heading == "" {
		h.heading = b.text()
	}
	if h.level > 0 {
		b.mark = strings.Repeat("#", min(h.level+1, 6)) + " "
	}
	h.p.blocks = append(h.p.blocks, b)
}

func (h *htmlReader) intoCell(lines []string) {
	rows := h.table.rows
	if len(rows) == 0 || len(rows[len(rows)-1]) == 0 {
		return
	}
	cells := rows[len(rows)-1]
	cells[len(cells)-1] = append(cells[len(cells)-1], lines...)
}

func (h *htmlReader) endTable() {
	if h.depth == 0 {
		return
	}
	if h.depth--; h.depth > 0 {
		return
	}
	h.p.blocks = append(h.p.blocks, oneColumn(h.table)...)
	h.table = nil
}

// oneColumn is a table as blocks: one that has a single cell a row only lays
// out a page.
func oneColumn(table *block) []block {
	if width(table.rows) > 1 {
		return []block{*table}
	}
	var out []block
	for _, cells := range table.rows {
		for _, c := range cells {
			for _, l := range c {
				out = append(out, block{at: table.at, lines: []string{l}})
			}
		}
	}
	return out
}

// endArticle keeps the longest article or main part.
func (h *htmlReader) endArticle() {
	if h.article == 0 {
		return
	}
	if h.article--; h.article == 0 && len(h.p.blocks)-h.since > h.until-h.from {
		h.from, h.until = h.since, len(h.p.blocks)
	}
}

func (h *htmlReader) done() *paper {
	h.endParagraph()
	for h.depth > 0 {
		h.endTable()
	}
	if h.article > 0 {
		h.article = 1
		h.endArticle()
	}
	if h.until > h.from {
		h.p.blocks = h.p.blocks[h.from:h.until]
	}
	h.p.title = cmp.Or(h.heading, h.p.title)
	h.p.open = h.p.url != ""
	if len(h.p.blocks) > 0 && h.p.blocks[0].text() == h.p.title {
		h.p.blocks = h.p.blocks[1:] // the page's heading is its title
	}
	return h.p
}

// webAddress is text if it is a full address of the web.
func webAddress(text string) string {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}
