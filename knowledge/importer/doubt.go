package importer

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// doubtKind is a kind of what could not be taken over as it stands: what
// became of it, and what a person is to do.
type doubtKind struct{ what, check string }

// doubts are what a file holds and a draft does not, or not as it stands. What
// a reader skips, guesses or mends is noted here, and said beside the draft.
type doubts struct {
	list []doubt
	seen map[doubtKind]int // place in list
}

type doubt struct {
	doubtKind
	at    []int // paragraphs, pages, rows
	words []string
	times int
}

// Limits of what one line says.
const (
	maxPlaces = 6
	maxQuotes = 3
	maxQuote  = 80 // letters
)

// note adds one case of a kind; words are what it is about and may be "".
func (d *doubts) note(kind doubtKind, at int, words string) {
	i, ok := d.seen[kind]
	if !ok {
		if d.seen == nil {
			d.seen = map[doubtKind]int{}
		}
		i = len(d.list)
		d.seen[kind], d.list = i, append(d.list, doubt{doubtKind: kind})
	}
	one := &d.list[i]
	one.times++
	if n := len(one.at); n == 0 || one.at[n-1] != at {
		one.at = append(one.at, at)
	}
	if len(one.words) == maxQuotes {
		return
	}
	if words = shortened(oneLine(words), maxQuote); words != "" {
		one.words = append(one.words, words)
	}
}

// shortened is the first letters of a text.
func shortened(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}

// text is a doubt as people read it: "Đoạn 4, 9: chữ gạch ngang không đưa vào
// (2 chỗ: “8 giờ”, “7 giờ”); hãy đối chiếu với bản gốc."
func (d doubt) text(place string) string { return d.place(place) + ": " + d.about() }

func (d doubt) about() string {
	var in []string
	if d.times > 1 {
		in = append(in, fmt.Sprintf("%d chỗ", d.times))
	}
	if len(d.words) > 0 {
		in = append(in, "“"+strings.Join(d.words, "”, “")+"”")
	}
	about := ""
	if len(in) > 0 {
		about = " (" + strings.Join(in, ": ") + ")"
	}
	return d.what + about + "; " + d.check + "."
}

// place is where the cases stand; 0 is outside the text.
func (d doubt) place(name string) string {
	var at []string
	for _, n := range d.at {
		if n > 0 {
			at = append(at, strconv.Itoa(n))
		}
	}
	if len(at) == 0 {
		return "Tệp"
	}
	more := ""
	if len(at) > maxPlaces {
		more = fmt.Sprintf(" và %d chỗ khác", len(at)-maxPlaces)
		at = at[:maxPlaces]
	}
	return upperFirst(name) + " " + strings.Join(at, ", ") + more
}

func upperFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// doubted says each kind of doubt beside the draft.
func (r *reader) doubted(d *Draft, noted doubts, place string) {
	for _, one := range noted.list {
		r.problem(d, "body", one.at[0], "%s", one.text(place))
	}
}

// letters looks whether the words of a paper are Vietnamese as it is on paper.
// The error refuses a file in letters of before Unicode; what only a paragraph
// has is noted.
func (p *paper) letters() error {
	if f := flawOf(p.title); f.fatal() {
		return refuse("Tiêu đề: %s", f.says())
	}
	for _, b := range p.blocks {
		for _, text := range b.texts() {
			f := flawOf(text)
			if f.fatal() {
				return refuse("%s: %s", upperFirst(p.where(b.at)), f.says())
			}
			if f.found > 0 {
				p.doubts.note(f.doubt(), b.at, f.word)
			}
		}
	}
	return nil
}

// texts are the paragraphs of a block: its own, or those of its cells.
func (b block) texts() []string {
	if b.rows == nil {
		return []string{b.text()}
	}
	var out []string
	for _, cells := range b.rows {
		for _, c := range cells {
			out = append(out, strings.Join(c, " "))
		}
	}
	return out
}
