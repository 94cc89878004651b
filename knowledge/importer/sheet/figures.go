package sheet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/importer/paper"
)

// figures are the rows of a sheet, of which some are a table of figures: above
// it stand a letterhead and a title, below it notes and a signature.
type figures struct {
	rows        [][]string
	from, until int
}

// signing tells a row that a signature begins with.
var (
	signing = regexp.MustCompile(`^(?:(?:TM|KT|TL|TUQ)\s*\.|Q\.\s|(?:PHÓ )?(?:TỔNG )?(?:CHỦ TỊCH|GIÁM ĐỐC|CỤC TRƯỞNG|TRƯỞNG|CHÁNH VĂN PHÒNG)|NGƯỜI (?:LẬP|PHÁT NGÔN)|(?i:người lập(?: biểu| bảng)?\s*(?::|$)|nơi nhận\s*(?::|$)))`)
	// unitNote tells what figures count, which is no title.
	unitNote = regexp.MustCompile(`(?i)^[(\[]?\s*(?:đơn vị tính|đvt|đơn vị\s*:|kèm theo|ban hành kèm)`)
)

func isSigned(cells []string) bool { return slices.ContainsFunc(cells, signing.MatchString) }

// draft is the table with what stands above and below it, of which number,
// date, unit, title and signer are read as in a letter.
func (m *sheetReader) draft(f figures) {
	m.sheet.doubts.Note(asOneTable, f.from+1, m.name)
	code, unit := m.unitAbove(f)
	apart := map[int]bool{unit: unit >= 0 && f.letterhead() == 0}
	d := m.signed(f, apart)
	if title := f.title(unit); title >= 0 && found(d, "title") == nil {
		apart[title] = true
		d = m.signed(f, apart)
		text := joinedCells(f.rows[title])
		d.Statement.Title = text
		m.enter(d, "title", text, title)
	}
	if unit >= 0 && found(d, "unit") == nil {
		d.Statement.Unit = code
		m.enter(d, "unit", code, unit)
	}
	d.Found = slices.DeleteFunc(d.Found, func(f letter.Fact) bool { return f.Field == "form" }) // a sheet says none
	m.r.Drafts = append(m.r.Drafts, *d)
}

// enter notes a fact that a row states; what was asked for it is answered.
func (m *sheetReader) enter(d *letter.Draft, field, value string, row int) {
	d.Found = append(d.Found, letter.Fact{Field: field, Value: value, Where: "hàng " + strconv.Itoa(row+1)})
	d.Problems = slices.DeleteFunc(d.Problems, func(p letter.Problem) bool { return p.Field == field })
}

// signed reads the rows with what stands below the table as a signature, and
// as words if it is none.
func (m *sheetReader) signed(f figures, apart map[int]bool) *letter.Draft {
	d := m.read(f, apart, true)
	if found(d, "position") == nil {
		d = m.read(f, apart, false)
	}
	return d
}

// read is the draft that a letter of these rows is. Rows that stand apart are
// not of its text; signature says that one stands below the table.
func (m *sheetReader) read(f figures, apart map[int]bool, signature bool) *letter.Draft {
	p := &paper.Paper{Place: "hàng"}
	p.Doubts.Join(m.sheet.doubts)
	head := f.letterhead()
	for i := range f.from {
		switch {
		case apart[i]:
		case i < head:
			p.Blocks = append(p.Blocks, f.columns(i, i+1)...)
		default:
			p.Blocks = append(p.Blocks, f.line(i, head > 0)...)
		}
	}
	table := m.block(f.rows[f.from:f.until], f.from)
	if table.Merged() {
		p.Doubts.Note(paper.MergedCells, table.At, "")
	}
	p.Blocks = append(p.Blocks, paper.Block{At: table.At, Lines: []string{tablePlace}})
	for i := f.until; i < len(f.rows); i++ {
		if signature && isSigned(f.rows[i]) {
			p.Blocks = append(p.Blocks, f.columns(i, len(f.rows))...)
			break
		}
		p.Blocks = append(p.Blocks, f.line(i, false)...)
	}
	alone := &letter.Reader{Options: m.r.Options, Name: m.r.Name}
	d := alone.Add(p)
	d.Statement.Body = strings.Replace(d.Statement.Body, tablePlace, paper.Markdown([]paper.Block{table}), 1)
	return d
}

// tablePlace stands for the table while a letter is read: a long line, at which
// its letterhead ends. A cell of a table of figures is no fact of the letter.
var tablePlace = strings.TrimSpace(strings.Repeat("bảng số liệu ", 20))

func found(d *letter.Draft, field string) *letter.Fact {
	for i := range d.Found {
		if d.Found[i].Field == field {
			return &d.Found[i]
		}
	}
	return nil
}

// title is the row above the table that is its title, -1 when none is: one in
// capitals rather than another, and the nearest.
func (f figures) title(unit int) int {
	best := -1
	for i := f.from - 1; i >= 0; i-- {
		text := joinedCells(f.rows[i])
		if filled(f.rows[i]) != 1 || i == unit || ofLetterhead(text) || unitNote.MatchString(text) {
			continue
		}
		if best < 0 || i > unit && paper.AllCapitals(text) && !paper.AllCapitals(joinedCells(f.rows[best])) {
			best = i
		}
	}
	return best
}

func ofLetterhead(text string) bool {
	return paper.NumberLine.MatchString(text) || paper.DateLine.MatchString(text) || paper.Motto.MatchString(text) || paper.Rule.MatchString(text)
}

// letterhead is the row after the last that has number, date or motto.
func (f figures) letterhead() (until int) {
	for i := range f.from {
		if slices.ContainsFunc(f.rows[i], ofLetterhead) {
			until = i + 1
		}
	}
	return until
}

// columns sets rows side by side as a letterhead or a signature stands: each
// column one cell.
func (f figures) columns(from, until int) []paper.Block {
	byColumn := map[int]paper.Cell{}
	last := 0
	for i := from; i < until; i++ {
		for c, text := range f.rows[i] {
			if text != "" {
				byColumn[c] = append(byColumn[c], paper.OneLine(text))
				last = max(last, c)
			}
		}
	}
	var row []paper.Cell
	for c := range last + 1 {
		if byColumn[c] != nil {
			row = append(row, byColumn[c])
		}
	}
	switch len(row) {
	case 0:
		return nil
	case 1:
		return []paper.Block{{At: from + 1, Lines: row[0]}}
	}
	return []paper.Block{{At: from + 1, Rows: [][]paper.Cell{row}}}
}

// line is a row as a paragraph; front says that it may be a title's.
func (f figures) line(i int, front bool) []paper.Block {
	if filled(f.rows[i]) == 0 {
		return nil
	}
	text := joinedCells(f.rows[i])
	b := paper.Block{At: i + 1, Lines: []string{text}}
	b.Centred = front && filled(f.rows[i]) == 1 && !paper.EndsSentence(text) && !unitNote.MatchString(text)
	return []paper.Block{b}
}

func joinedCells(cells []string) string {
	return paper.OneLine(strings.Join(slices.DeleteFunc(slices.Clone(cells), func(c string) bool { return c == "" }), " "))
}

// unitAbove is the unit that a row above the table names, and that row; -1 when
// none does.
func (m *sheetReader) unitAbove(f figures) (code string, row int) {
	for i := range f.from {
		if m.r.Unit == nil {
			break
		}
		if code, ok := m.r.Unit(joinedCells(f.rows[i])); ok {
			return code, i
		}
	}
	return "", -1
}
