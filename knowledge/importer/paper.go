package importer

import (
	"fmt"
	"strings"
	"time"

	"phatngon/knowledge/statement"
)

// paper is a document with its words in order, as every reader gives it.
type paper struct {
	place  string // what a block's at counts: "đoạn", "trang"
	blocks []block
	form   statement.Form // how it was made public
	title  string         // as the file's own data says
	url    string         // where it was published
	issued time.Time      // as the file's own data says
	open   bool           // published for everyone
	doubts doubts         // what is not taken over as it stands
}

// block is a paragraph, a list item, a heading or a table.
type block struct {
	at    int
	mark  string   // "- ", "1. " or "## "
	lines []string // broken by hand
	rows  [][]cell // of a table; then there are no lines
	spans []span   // its merged cells
	look
}

// look is what makes a title a title.
type look struct{ centred, bold bool }

// cell is the lines of a table's cell.
type cell []string

func (b block) text() string { return strings.Join(b.lines, " ") }

func (p *paper) where(at int) string {
	if at == 0 {
		return "đầu trang"
	}
	return fmt.Sprintf("%s %d", p.place, at)
}

// maxLines bounds the lines, table rows and cells of one document.
const maxLines = 50_000

// line is one line of a paper's head or tail, where a layout table puts the
// left column before the right.
type line struct {
	text      string
	block     int // index in blocks
	at        int
	row, side int // in a table, from 1
	look
}

// lines flattens the blocks from the first to before the last.
func (p *paper) lines(first, last int) []line {
	var out []line
	for i := max(first, 0); i < min(last, len(p.blocks)); i++ {
		b := p.blocks[i]
		for _, text := range b.lines {
			out = appendLine(out, line{text: text, block: i, at: b.at, look: b.look})
		}
		if !b.layout() {
			continue
		}
		rows := b.sides()
		for side := range width(rows) {
			for row, cells := range rows {
				if side >= len(cells) {
					continue
				}
				for _, text := range cells[side] {
					out = appendLine(out, line{text: text, block: i, at: b.at, row: row + 1, side: side + 1})
				}
			}
		}
	}
	return out
}

// layout reports whether a table may only lay out a letterhead or a signature.
func (b block) layout() bool { return len(b.rows) <= 16 && width(b.sides()) <= 4 }

// maxLine is how much of a line is looked at for facts, in bytes.
const maxLine = 4 << 10

func appendLine(lines []line, l line) []line {
	if len(l.text) > maxLine {
		l.text = strings.ToValidUTF8(l.text[:maxLine], "")
	}
	if l.text = strings.TrimSpace(l.text); l.text == "" {
		return lines
	}
	return append(lines, l)
}

func width(rows [][]cell) int {
	n := 0
	for _, cells := range rows {
		n = max(n, len(cells))
	}
	return n
}

// markdown is the words of the blocks as a statement's body.
func markdown(blocks []block) string {
	var b strings.Builder
	left := maxRepeated
	for i, block := range blocks {
		if i > 0 && !(block.listed() && blocks[i-1].listed()) {
			b.WriteByte('\n')
		}
		if block.rows != nil {
			writeTable(&b, block.spread(&left))
			continue
		}
		words := strings.Join(block.lines, "\n")
		if strings.HasPrefix(block.mark, "#") {
			words = block.text() // a heading is one line
		}
		b.WriteString(block.mark + escaped(words) + "\n")
	}
	return strings.TrimSpace(b.String())
}

func (b block) listed() bool { return b.mark != "" && !strings.HasPrefix(b.mark, "#") }

func writeTable(b *strings.Builder, rows [][]cell) {
	columns := min(width(rows), 64)
	for i, cells := range rows {
		for c := range max(columns, len(cells)) {
			text := ""
			if c < len(cells) {
				text = escapedCell(strings.Join(cells[c], " "))
			}
			b.WriteString("| " + text + " ")
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("| --- ", columns) + "|\n")
		}
	}
}
