package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"phatngon/knowledge/importer/pdf/object"

	"golang.org/x/text/unicode/norm"
)

// mark is marked content that is open (ISO 32000-1, 14.6).
type mark struct {
	artifact, off bool
	text          string // what stands for what is drawn; "" when nothing does
	start         int    // the first letter in it
}

func (p *painter) mark(args object.Array, resources object.Dict) {
	m := mark{start: len(p.ink.letters)}
	if len(args) > 0 {
		m.artifact = args[0] == object.Name("Artifact")
	}
	if len(args) > 1 {
		value := args[1]
		if key, ok := value.(object.Name); ok {
			value = p.file.Dict(resources["Properties"])[string(key)]
		}
		m.off = args[0] == object.Name("OC") && p.file.layerOff(value)
		if actual, ok := p.file.Resolve(p.file.Dict(value)["ActualText"]).(object.Str); ok {
			p.file.Spend(len(actual) / bytesOfValue)
			m.text = textString(actual)
		}
		if strings.Trim(m.text, " \t\r\n\u00ad") == "" { // a leader for a tab, a hyphen that may go
			m.text = ""
		}
	}
	p.count(m, 1)
	p.marks = append(p.marks, m)
}

func (p *painter) count(m mark, by int) {
	if m.artifact {
		p.artifacts += by
	}
	if m.off {
		p.hidden += by
	}
}

func (p *painter) unmark() {
	n := len(p.marks)
	if n == 0 {
		return
	}
	m := p.marks[n-1]
	p.marks = p.marks[:n-1]
	p.count(m, -1)
	if m.text == "" {
		return
	}
	if p.file.Spend(len(p.ink.letters) - min(m.start, len(p.ink.letters))) { // marks may stand in marks
		p.ink.replace(m.start, m.text)
	}
}

// replace puts a text in the place of the letters from start on, which may be
// marks without letters of their own. Where they say another word themselves
// they stay, for a person to look at.
func (k *ink) replace(start int, text string) {
	letters := k.letters[min(start, len(k.letters)):]
	if len(letters) == 0 {
		return
	}
	first := letters[0]
	var own strings.Builder
	sure, apart, end := true, false, first.advance
	for _, l := range letters {
		own.WriteString(l.Text)
		sure = sure && !l.unknown
		dx, dy, ok := first.at.back(l.at.map2(l.advance, 0))
		if apart = apart || ok && (dy > 1.1 || dy < -1.1); ok && !apart {
			end = max(end, dx)
		}
	}
	same := says(own.String(), text, sure)
	k.doubted = k.doubted || !same
	if sure && (apart || !same) { // what is seen counts, and over several lines a text stands nowhere
		return
	}
	first.Text, first.advance, first.unknown, first.guessed, first.old = text, end, false, false, false
	k.letters = append(k.letters[:start], first)
}

// says reports whether letters may be those of a text: marks are drawn alone,
// even with a full stop for the dot below. Of letters that are not all known
// the others must be in it.
func says(own, text string, sure bool) bool {
	a, b := bare(own), bare(text)
	if !sure && strings.Contains(b, a) {
		return true
	}
	if utf8.RuneCountInString(b) == 1 {
		a = strings.TrimFunc(a, unicode.IsPunct)
		b = strings.TrimFunc(b, unicode.IsPunct)
	}
	return a == b
}

// bare is a text without marks on its letters and without spaces.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if r == 'đ' || r == 'Đ' {
			return 'd' // its bar may be drawn alone
		}
		if unicode.Is(unicode.M, r) || unicode.IsSpace(r) || unicode.Is(unicode.Sk, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}

// back is where a point of the page is in the space that m maps from.
func (m matrix) back(p point) (x, y float64, ok bool) {
	det := m[0]*m[3] - m[1]*m[2]
	if det > -1e-9 && det < 1e-9 {
		return 0, 0, false
	}
	dx, dy := p.x-m[4], p.y-m[5]
	return (dx*m[3] - dy*m[2]) / det, (dy*m[0] - dx*m[1]) / det, true
}
