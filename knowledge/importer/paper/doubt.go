package paper

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// DoubtKind is a kind of what could not be taken over as it stands: what
// became of it, and what a person is to do.
type DoubtKind struct{ What, Check string }

// Doubts are what a file holds and a draft does not, or not as it stands. What
// a reader skips, guesses or mends is noted here, and said beside the draft.
type Doubts struct {
	List []doubt
	seen map[DoubtKind]int // place in list
}

type doubt struct {
	DoubtKind
	At    []int // paragraphs, pages, rows
	Words []string
	times int
}

// Limits of what one line says.
const (
	maxPlaces = 6
	maxQuotes = 3
	maxEach   = 40 // of a kind whose every line is quoted
	MaxQuote  = 80 // letters
)

// Note adds one case of a kind; words are what it is about and may be "".
func (d *Doubts) Note(kind DoubtKind, at int, words string) {
	i, ok := d.seen[kind]
	if !ok {
		if d.seen == nil {
			d.seen = map[DoubtKind]int{}
		}
		i = len(d.List)
		d.seen[kind], d.List = i, append(d.List, doubt{DoubtKind: kind})
	}
	one := &d.List[i]
	one.times++
	if n := len(one.At); n == 0 || one.At[n-1] != at {
		one.At = append(one.At, at)
	}
	if len(one.Words) >= maxQuotes && !(kind.quotedEach() && len(one.Words) < maxEach) {
		return
	}
	if words = Shortened(OneLine(words), MaxQuote); words != "" {
		one.Words = append(one.Words, words)
	}
}

// Shortened is the first letters of a text.
func Shortened(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}

// Text is a doubt as people read it: "Đoạn 4, 9: chữ gạch ngang không đưa vào
// (2 chỗ: “8 giờ”, “7 giờ”); hãy đối chiếu với bản gốc."
func (d doubt) Text(place string) string { return d.place(place) + ": " + d.about() }

func (d doubt) about() string {
	var in []string
	if d.times > 1 {
		in = append(in, fmt.Sprintf("%d chỗ", d.times))
	}
	if len(d.Words) > 0 {
		in = append(in, "“"+strings.Join(d.Words, "”, “")+"”")
	}
	about := ""
	if len(in) > 0 {
		about = " (" + strings.Join(in, ": ") + ")"
	}
	return d.What + about + "; " + d.Check + "."
}

// place is where the cases stand; 0 is outside the text.
func (d doubt) place(name string) string {
	var at []string
	for _, n := range d.At {
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

// Letters looks whether the words of a paper are Vietnamese as it is on paper.
// The error refuses a file in letters of before Unicode; what only a paragraph
// has is noted.
func (p *Paper) Letters() error {
	if f := FlawOf(p.Title); f.Fatal() {
		return Refuse("Tiêu đề: %s", f.says())
	}
	for _, b := range p.Blocks {
		for _, text := range b.Texts() {
			f := FlawOf(text)
			if f.Fatal() {
				return Refuse("%s: %s", upperFirst(p.Where(b.At)), f.says())
			}
			if f.Found > 0 {
				p.Doubts.Note(f.Doubt(), b.At, f.Word)
			}
		}
	}
	return nil
}

// Texts are the paragraphs of a block: its own, or those of its cells.
func (b Block) Texts() []string {
	if b.Rows == nil {
		return []string{b.Text()}
	}
	var out []string
	for _, cells := range b.Rows {
		for _, c := range cells {
			out = append(out, c.Text())
		}
	}
	return out
}

// Join notes all that others hold, where they stand.
func (d *Doubts) Join(others Doubts) {
	for _, one := range others.List {
		for i := range one.times {
			words := ""
			if i < len(one.Words) {
				words = one.Words[i]
			}
			d.Note(one.DoubtKind, one.At[min(i, len(one.At)-1)], words)
		}
	}
}
