// Package paper is what every reader of a document gives: its words in order,
// as paragraphs and tables, and the doubts about what could not be taken over as
// it stands. It looks whether the words are Vietnamese, and writes them as the
// body of a statement.
package paper

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/knowledge/statement"
)

// Paper is a document with its words in order, as every reader gives it.
type Paper struct {
	Place  string // what a block's at counts: "đoạn", "trang"
	Blocks []Block
	Form   statement.Form // how it was made public
	Title  string         // as the file's own data says
	Url    string         // where it was published
	Issued time.Time      // as the file's own data says
	Open   bool           // published for everyone
	Doubts Doubts         // what is not taken over as it stands
}

// Block is a paragraph, a list item, a heading or a table.
type Block struct {
	At    int
	Mark  string   // "- ", "1. " or "## "
	Lines []string // broken by hand
	Rows  [][]Cell // of a table; then there are no lines
	Spans []Span   // its merged cells
	Look
}

// Look is what makes a title a title.
type Look struct{ Centred, Bold bool }

// Cell is the lines of a table's cell; an empty one is room, as is left for a
// signature.
type Cell []string

// Text is the words of a cell on one line.
func (c Cell) Text() string {
	return strings.Join(slices.DeleteFunc(slices.Clone(c), func(line string) bool { return line == "" }), " ")
}

func (b Block) Text() string { return strings.Join(b.Lines, " ") }

func (p *Paper) Where(at int) string {
	if at == 0 {
		return "đầu trang"
	}
	return fmt.Sprintf("%s %d", p.Place, at)
}

// MaxLines bounds the lines, table rows and cells of one document.
const MaxLines = 50_000

// Line is one line of a paper's head or tail, where a layout table puts the
// left column before the right.
type Line struct {
	Text      string
	Block     int // index in blocks
	At        int
	Row, Side int  // in a table, from 1
	Room      bool // above it in its cell
	Look
}

// Lines flattens the blocks from the first to before the last.
func (p *Paper) Lines(first, last int) []Line {
	var out []Line
	for i := max(first, 0); i < min(last, len(p.Blocks)); i++ {
		b := p.Blocks[i]
		for _, text := range b.Lines {
			out = appendLine(out, Line{Text: text, Block: i, At: b.At, Look: b.Look})
		}
		if !b.layout() {
			continue
		}
		rows := b.sides()
		for side := range Width(rows) {
			for row, cells := range rows {
				if side >= len(cells) {
					continue
				}
				for n, text := range cells[side] {
					room := n > 0 && strings.TrimSpace(cells[side][n-1]) == ""
					out = appendLine(out, Line{Text: text, Block: i, At: b.At, Row: row + 1, Side: side + 1, Room: room})
				}
			}
		}
	}
	return out
}

// layout reports whether a table may only lay out a letterhead or a signature.
func (b Block) layout() bool { return len(b.Rows) <= 16 && Width(b.sides()) <= 4 }

// maxLine is how much of a line is looked at for facts, in bytes.
const maxLine = 4 << 10

func appendLine(lines []Line, l Line) []Line {
	if len(l.Text) > maxLine {
		l.Text = strings.ToValidUTF8(l.Text[:maxLine], "")
	}
	if l.Text = strings.TrimSpace(l.Text); l.Text == "" {
		return lines
	}
	return append(lines, l)
}

func Width(rows [][]Cell) int {
	n := 0
	for _, cells := range rows {
		n = max(n, len(cells))
	}
	return n
}

// Markdown is the words of the blocks as a statement's body.
func Markdown(blocks []Block) string {
	var b strings.Builder
	left := maxRepeated
	for i, block := range blocks {
		if i > 0 && !(block.Listed() && blocks[i-1].Listed()) {
			b.WriteByte('\n')
		}
		if block.Rows != nil {
			writeTable(&b, block.spread(&left))
			continue
		}
		words := strings.Join(block.Lines, "\n")
		if strings.HasPrefix(block.Mark, "#") {
			words = block.Text() // a heading is one line
		}
		b.WriteString(block.Mark + escaped(words) + "\n")
	}
	return strings.TrimSpace(b.String())
}

func (b Block) Listed() bool { return b.Mark != "" && !strings.HasPrefix(b.Mark, "#") }

func writeTable(b *strings.Builder, rows [][]Cell) {
	columns := min(Width(rows), 64)
	for i, cells := range rows {
		for c := range max(columns, len(cells)) {
			text := ""
			if c < len(cells) {
				text = escapedCell(cells[c].Text())
			}
			b.WriteString("| " + text + " ")
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("| --- ", columns) + "|\n")
		}
	}
}

// Weight is how much of a text a block is: headings, items and short lines
// are more often of a menu.
func (b Block) Weight() int {
	n := 0
	for _, text := range b.Texts() {
		n += len(text)
	}
	if b.Rows == nil && (b.Mark != "" || n < 40) {
		return n / 4
	}
	return n
}

// LaysOut reports a table of few rows with a cell of several paragraphs: it
// sets columns of a page side by side.
func (b Block) LaysOut() bool {
	if Width(b.Rows) < 2 || len(b.Rows) > 3 {
		return false
	}
	for _, cells := range b.Rows {
		for _, c := range cells {
			long := 0
			for _, line := range c {
				if len(line) > 200 {
					long++
				}
			}
			if long > 1 {
				return true
			}
		}
	}
	return false
}
