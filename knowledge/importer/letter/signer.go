package letter

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"phatngon/knowledge/importer/paper"
)

// signer is somebody who signs, by lines of the tail: from the unit or on whose
// behalf, over the position, which may go on, to the name, -1 when there is
// none.
type signer struct {
	top, at, last, name int
	position            string
	head                bool // of the unit, for nobody else
	unit                string
}

// signed stands where a signature was.
var signed = regexp.MustCompile(`(?i)^[(\[]?\s*(?:Đã ký|Chữ ký|Ký tên|Đã ký và đóng dấu|Ký số)[^)\]]*[)\]]?$`)

// stamped is what is stamped on a paper, in capitals like a position.
var stamped = regexp.MustCompile(`(?i)^(?:ĐÃ .*|H(?:ỦY|UỶ|UY)(?: (?:BỎ|BO))?|BẢN SAO.*|SAO Y.*|(?:TỐI |TUYỆT )?MẬT|(?:THƯỢNG )?KHẨN|HỎA TỐC.*|(?:CÔNG VĂN )?ĐẾN.*|DỰ THẢO)$`)

// reach is how many lines below a position a name is looked for.
const reach = 6

// signers are all who sign at the end: the last one, and whoever stands beside
// or right above.
func (l *letter) signers(lines []paper.Line) []signer {
	at, name, ok := signature(lines, 0, len(lines))
	if !ok {
		return nil
	}
	one := l.signer(lines, at, name, 0)
	if lines[at].Side == 0 {
		return append(l.above(lines, one), one)
	}
	var out []signer
	for from, to := range columns(lines, lines[at].Block) {
		if at >= from && at < to {
			out = append(out, one)
			continue
		}
		for from < to && lines[from].Row < lines[one.top].Row-1 {
			from++ // rows of a table above
		}
		if at, name, ok := signature(lines, from, to); ok {
			out = append(out, l.signer(lines, at, name, from))
		}
	}
	return namedOnce(out)
}

// namedOnce leaves those without a name who would share one.
func namedOnce(all []signer) []signer {
	shared := map[int]int{}
	for _, s := range all {
		shared[s.name]++
	}
	for i, s := range all {
		if shared[s.name] > 1 {
			all[i].name = -1
		}
	}
	return all
}

// columns gives the first line of each column of a table, and the one after its
// last.
func columns(lines []paper.Line, block int) func(yield func(from, to int) bool) {
	return func(yield func(from, to int) bool) {
		for from := 0; from < len(lines); {
			to := from + 1
			for to < len(lines) && inBlock(lines[from], lines[to]) {
				to++
			}
			if lines[from].Block == block && !yield(from, to) {
				return
			}
			from = to
		}
	}
}

// above are those who sign one above the other, as paragraphs.
func (l *letter) above(lines []paper.Line, below signer) []signer {
	end := below.top
	at, name, ok := signature(lines[:end], max(0, end-reach), end)
	if !ok || name != end-1 || lines[at].Side > 0 {
		return nil
	}
	one := l.signer(lines, at, name, 0)
	return append(l.above(lines, one), one)
}

// signature is the last line from first to before end with a position that a
// name, or room for one, follows; name is -1 when nobody is named.
func signature(lines []paper.Line, first, end int) (at, name int, ok bool) {
	for at = end - 1; at >= first; at-- {
		if _, _, ok := paper.Position(lines[at].Text); !ok || paper.Authority.MatchString(lines[at].Text) {
			continue
		}
		name, unsigned := named(lines, at)
		if name < 0 && !unsigned && at < end-1 {
			continue
		}
		if at > first && lines[at].Text == paper.Spokesman && inColumn(lines[at-1], lines[at]) {
			if _, _, above := paper.Position(lines[at-1].Text); above && !paper.Authority.MatchString(lines[at-1].Text) {
				at--
			}
		}
		return at, name, true
	}
	return -1, -1, false
}

// named finds the name below a position. One in small letters goes before one
// of two words in capitals, which may be of an office. Where nothing is a name,
// unsigned says that a signature or a doubtful name stands there.
func named(lines []paper.Line, at int) (name int, unsigned bool) {
	capitals, doubtful := -1, false
	for i, left := at+1, reach; i < len(lines) && left > 0; i++ {
		if !below(lines[at], lines[i]) {
			continue
		}
		left--
		if utf8.RuneCountInString(lines[i].Text) > 60 && paper.EndsSentence(lines[i].Text) {
			break // a sentence of the text
		}
		text := rank.ReplaceAllString(lines[i].Text, "")
		_, _, another := paper.Position(lines[i].Text)
		switch {
		case another && capitals < 0:
			return -1, unsigned
		case another:
			return capitals, unsigned
		case signed.MatchString(lines[i].Text):
			unsigned = true
		case receiver.MatchString(text) || paper.Receivers.MatchString(text):
		case !isName(text):
			doubtful = mayBeName(text) && !doubtful
		case !paper.AllCapitals(text) && (capitals < 0 || strings.Count(lines[capitals].Text, " ") == 1):
			return i, unsigned
		case capitals < 0:
			capitals = i
		}
	}
	return capitals, unsigned || doubtful
}

// below reports whether a later line may stand below one: in its column, or in
// a paragraph or the same column of what follows; a paragraph has any below it.
func below(at, next paper.Line) bool {
	if next.Block == at.Block {
		return next.Side == at.Side
	}
	return next.Side == 0 || at.Side == 0 || next.Side == at.Side
}

// inColumn reports whether two lines stand in one column, or are paragraphs.
func inColumn(a, b paper.Line) bool { return inBlock(a, b) || a.Side == 0 && b.Side == 0 }

// signer reads all that a position at a line says; it begins at first or later.
func (l *letter) signer(lines []paper.Line, at, name, first int) signer {
	s := signer{top: at, at: at, last: at, name: name}
	text := lines[at].Text
	for i := at + 1; i < len(lines) && i != name && continues(lines[i-1], lines[i]); i++ {
		if name < 0 && !paper.OfOffice(lines[i].Text) && !goesOn.MatchString(lines[i-1].Text) {
			break // it may be the name
		}
		text += " " + lines[i].Text
		s.last = i
	}
	s.position, s.head, _ = paper.Position(text)
	for s.top > first && inColumn(lines[s.top-1], lines[at]) && l.leads(lines, s.top-1) {
		s.top--
		above := lines[s.top].Text
		if paper.Authority.MatchString(above) && !strings.HasPrefix(above, "TM") && !strings.HasPrefix(above, "T/M") {
			s.head = false
		}
	}
	s.unit = l.signerUnit(lines[s.top:s.last+1], text)
	return s
}

// continues reports whether a line in capitals goes on with the position above.
func continues(above, next paper.Line) bool {
	switch {
	case !paper.AllCapitals(next.Text) || next.Room || !inBlock(above, next) && (above.Side > 0 || next.Side > 0):
		return false
	case paper.Signs(next.Text) || stamped.MatchString(next.Text) || stamp.MatchString(next.Text):
		return false
	case isKind(next.Text) || paper.Receivers.MatchString(next.Text) || paper.Motto.MatchString(next.Text):
		return false
	}
	return officeLine.MatchString(next.Text)
}

// officeLine is letters of a position or an office.
var officeLine = regexp.MustCompile(`^\p{Lu}[\p{Lu} ,&-]{0,60}$`)

// leads reports whether a line is of a signature that begins below it: on whose
// behalf, another position, the unit, or the rest of one of these.
func (l *letter) leads(lines []paper.Line, i int) bool {
	at := lines[i]
	switch {
	case paper.Signs(at.Text):
		return true
	case !officeLine.MatchString(at.Text) || isName(at.Text) || stamped.MatchString(at.Text) || isKind(at.Text):
		return false
	case at.Side == 0:
		return l.isUnit(at.Text) || i > 0 && lines[i-1].Side == 0 && paper.Authority.MatchString(lines[i-1].Text)
	}
	return at.Row == lines[i+1].Row || inCapitalsAbove(lines[:i])
}

// inCapitalsAbove reports whether the column that ends with lines is an office
// and no figures.
func inCapitalsAbove(lines []paper.Line) bool {
	for i := len(lines) - 1; i >= 0 && inBlock(lines[i], lines[len(lines)-1]); i-- {
		if !officeLine.MatchString(lines[i].Text) && !paper.Signs(lines[i].Text) {
			return false
		}
	}
	return true
}
