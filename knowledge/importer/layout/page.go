package layout

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/pdf"
)

// Page is a page on the way to blocks, with what is to be said of it.
type Page struct {
	pdf.Page
	Number  int
	Lines   []Line
	Notes   []paper.Block // footnotes, in order
	Heads   []string
	Stamp   []string // of a signature
	Over    string   // what is written over something else
	Columns bool
}

func NewPage(page pdf.Page, number int) *Page {
	p := &Page{Page: page, Number: number, Lines: pageLines(page)}
	if Scan(page) && page.Machine == 0 && signatureOnly(p.Lines) {
		p.Lines = nil
	}
	p.Over = overText(p.Lines)
	p.stamps()
	p.Lines = greetingApart(p.Lines)
	return p
}

// Scan reports whether a page is a picture of one.
func Scan(page pdf.Page) bool { return page.Pictures > 0.5 }

// signatureText is what programs that sign write on a page.
var signatureText = regexp.MustCompile(`(?i)^(?:(?:được )?ký (?:số )?bởi|người ký|ngày ký|thời gian ký|giờ ký|thời điểm ký|cơ quan|tổ chức|đơn vị|chức vụ|email|e-mail|lý do|địa điểm|vị trí|số sê-?ri|chữ ký|đã ký số|signature|signed|digitally signed|signing|reason|location|date|subject|serial|dn:|cn=|o=|st=|c=|valid|signed by)(?:[\s:=.,]|$)`)

func ofSignature(l Line) bool { return signatureText.MatchString(LineText(l)) }

// signatureOnly reports whether lines are too few for a text, and some of them
// those of a signature; names stand on lines of their own.
func signatureOnly(lines []Line) bool {
	runes, sure := 0, false
	for _, l := range lines {
		runes += utf8.RuneCountInString(LineText(l))
		sure = sure || ofSignature(l) && stampMark.MatchString(LineText(l))
	}
	return sure && len(lines) <= 12 && runes < 400
}

// Signed reports whether all the text of the page is that of a signature.
func (p *Page) Signed() bool { return len(p.Lines) == 0 && len(p.Glyphs) > 0 && Scan(p.Page) }

// stampMark is what a program that signs cannot do without.
var stampMark = regexp.MustCompile(`(?i)(?:^|\s)(?:ký|signed|signature)(?:[\s:]|$)`)

// stamps takes the small lines that programs write when they sign out of the
// text; they may stand between and over the lines of it.
func (p *Page) stamps() {
	body := bodySize(p.Lines)
	var kept, group []Line
	flush := func() {
		if stamped(group) {
			for _, l := range group {
				p.Stamp = append(p.Stamp, LineText(l))
			}
		} else {
			kept = append(kept, group...)
		}
		group = nil
	}
	for _, l := range p.Lines {
		if l.size >= 0.86*body {
			kept = append(kept, l)
			continue
		}
		if n := len(group); n > 0 && !group[n-1].below(l) {
			flush()
		}
		group = append(group, l)
	}
	flush()
	slices.SortStableFunc(kept, func(a, b Line) int { return cmp.Compare(b.y, a.y) })
	p.Lines = kept
}

// below reports whether a line is set like this one, right below it.
func (l Line) below(next Line) bool {
	beside := next.left() > l.right() || next.right() < l.left()
	return l.y-next.y < 2*l.size && !beside && next.size > 0.9*l.size && next.size < 1.1*l.size
}

// stamped reports whether lines are those of a signature, most of them by what
// they begin with.
func stamped(lines []Line) bool {
	own, sure := 0, false
	for _, l := range lines {
		if ofSignature(l) {
			own++
			sure = sure || stampMark.MatchString(LineText(l))
		}
	}
	return len(lines) > 0 && len(lines) <= 12 && sure && 2*own >= len(lines) && ofSignature(lines[0])
}

// noteMark begins a footnote.
var noteMark = regexp.MustCompile(`^(\[?\d{1,2}\]?|[*†‡]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})\.?\s*(?:\p{L}|[“"(]).*`)

// Footnotes takes the lines at the foot of the page that begin with a mark out
// of the text: they are no part of the sentence they stand in.
func (p *Page) Footnotes() {
	at := p.firstNote()
	end := p.pastNotes(at)
	for _, l := range p.Lines[at:end] {
		text := LineText(l)
		if noteMark.MatchString(text) || len(p.Notes) == 0 {
			p.Notes = append(p.Notes, paper.Block{At: p.Number, Lines: []string{text}})
			continue
		}
		last := &p.Notes[len(p.Notes)-1]
		last.Lines[0] += " " + text
	}
	p.Lines = slices.Delete(p.Lines, at, end)
}

// pastNotes is the line after the notes: what is set larger below them is no
// part of them.
func (p *Page) pastNotes(at int) int {
	for end := at; end < len(p.Lines); end++ {
		if p.Lines[end].larger(p.Lines[at]) {
			return end
		}
	}
	return len(p.Lines)
}

func (l Line) larger(than Line) bool { return l.size > 1.1*than.size }

// firstNote is the topmost line at the foot of the page that begins with a
// mark, and is small or stands apart and is referred to above.
func (p *Page) firstNote() int {
	body, usual, at := bodySize(p.Lines), 0.0, len(p.Lines)
	if len(p.Lines) > 2 {
		usual = pitch(p.Lines)
	}
	tiny := true // all lines from here on
	for i := len(p.Lines) - 1; i > 0 && i > len(p.Lines)-30; i-- {
		m := noteMark.FindStringSubmatch(LineText(p.Lines[i]))
		tiny = tiny && p.Lines[i].size < 0.93*body
		apart := p.Lines[i-1].y-p.Lines[i].y > 1.3*usual
		if m == nil || len(p.Lines[i].segments) > 1 {
			continue // rows of a table may be numbered
		}
		if at < len(p.Lines) && p.Lines[i].larger(p.Lines[at]) {
			break // notes are alike: this is an item of the text
		}
		if (tiny || apart) && p.refers(m[1], i) || tiny && p.Lines[i].size < 0.8*body {
			at = i
		}
	}
	return at
}

// refers reports whether a mark is raised in the lines before the one at i.
func (p *Page) refers(mark string, i int) bool {
	raised := raisedFigures(strings.Trim(mark, "[]"))
	return slices.ContainsFunc(p.Lines[:i], func(l Line) bool { return l.Raised && strings.Contains(LineText(l), raised) })
}

// bodySize is the size that most letters have.
func bodySize(lines []Line) float64 {
	count, best := map[float64]int{}, 0.0
	for _, l := range lines {
		for _, s := range l.segments {
			count[l.size] += len(s.text)
		}
		if count[l.size] > count[best] {
			best = l.size
		}
	}
	return best
}

// PlaceNotes puts each footnote after the paragraph with its mark, or behind
// the page's text; first and last bound the page's blocks.
func PlaceNotes(blocks []paper.Block, p *Page, first, last int) []paper.Block {
	for i := len(p.Notes) - 1; i >= 0; i-- {
		at := last
		if m := noteMark.FindStringSubmatch(p.Notes[i].Lines[0]); m != nil {
			mark := raisedFigures(strings.Trim(m[1], "[]"))
			for b := max(first-1, 0); b < last; b++ {
				if strings.Contains(blocks[b].Text(), mark) {
					at = b + 1
					break
				}
			}
		}
		blocks = slices.Insert(blocks, at, p.Notes[i])
	}
	return blocks
}

// raisedFigures is how the text writes a note's mark.
func raisedFigures(mark string) string {
	var out strings.Builder
	for _, r := range mark {
		out.WriteString(shifted(glyph{Glyph: pdf.Glyph{Text: string(r)}, shift: 1}, 1))
	}
	return out.String()
}

// Pictured reports whether there is a picture beside letters that are not taken
// from it.
func (p *Page) Pictured() bool {
	return p.Images && p.Machine == 0 && len(p.Glyphs) > 0 && !p.Signed()
}

func overText(lines []Line) string {
	var out []string
	for _, l := range lines {
		if l.over {
			out = append(out, LineText(l))
		}
	}
	return strings.Join(out, " · ")
}
