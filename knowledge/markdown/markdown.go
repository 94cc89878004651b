// Package markdown reads the Markdown of statements: paragraphs, headings,
// lists, tables and rules; strong, emphasis, code, links and images. What is not
// a mark of these is a word, and every word is shown as it was approved: "<LOD>",
// "a < b", "&amp;" and "2*3" too. A general reader of Markdown leaves out what it
// has no use for (tags, definitions, cells without a column) and counts a list
// anew; an official text must not lose a letter to its typesetting.
package markdown

// A Doc is a text taken apart, or the part of it that Cut left.
type Doc struct {
	body   string
	blocks []block
}

// A span is bytes [start, end) of the body.
type span struct{ start, end int }

func (s span) of(body string) string { return body[s.start:s.end] }

// within is the part of s inside t; it is empty when they do not meet.
func (s span) within(t span) span {
	s.start, s.end = max(s.start, t.start), min(s.end, t.end)
	s.end = max(s.start, s.end)
	return s
}

func (s span) empty() bool { return s.start >= s.end }

type blockKind int

const (
	paragraph blockKind = iota
	heading
	item
	headRow // of a table, with a line of dashes under it
	row
	rule
)

// A block is a paragraph, heading, item, row or rule.
type block struct {
	span
	kind   blockKind
	level  int     // of a heading
	indent int     // in columns
	mark   span    // of an item: "-", "3."
	apart  bool    // a blank line stands before it
	cells  [][]run // one, but in a row
}

type style uint8

const (
	strong style = 1 << iota
	emphasis
	code
	address // where the words before it lead
)

// A run is words of one style; what it shows are these bytes of the body.
type run struct {
	span
	style style
	link  string
}

// Read takes a text apart. Any text is one that can be read.
func Read(body string) Doc { return Doc{body, readBlocks(body)}.Cut(0, len(body)) }

// Cut is what stands in bytes [start, end) of the body, with the structure it
// has in the whole: a row of a table stays a row.
func (d Doc) Cut(start, end int) Doc {
	cut := Doc{body: d.body}
	for _, b := range d.blocks {
		if b = b.cut(span{start, end}); b.kind == rule && !b.empty() || b.hasWords() {
			cut.blocks = append(cut.blocks, b)
		}
	}
	return cut
}

// Prose is d without its tables, whose cells make no sentences.
func (d Doc) Prose() Doc {
	prose := Doc{body: d.body}
	for _, b := range d.blocks {
		if b.kind != row && b.kind != headRow {
			prose.blocks = append(prose.blocks, b)
		}
	}
	return prose
}

func (b block) cut(to span) block {
	b.span, b.mark = b.within(to), b.mark.within(to)
	cells := make([][]run, len(b.cells))
	for i, cell := range b.cells {
		for _, r := range cell {
			if r.span = r.within(to); !r.empty() {
				cells[i] = append(cells[i], r)
			}
		}
	}
	b.cells = cells
	return b
}

func (b block) hasWords() bool {
	for _, cell := range b.cells {
		if len(cell) > 0 {
			return true
		}
	}
	return false
}
