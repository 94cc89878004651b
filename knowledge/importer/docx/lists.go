package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/paper"
)

// listLevel is how a level of a list is numbered (ECMA-376, Part 1, 17.9):
// text is like "Điều %1." or "%1.%2.".
type listLevel struct {
	format, text string
	start        int
	style        string // of the paragraphs that it numbers
	legal        bool   // all its numbers are in digits
	never        bool   // it does not begin anew
}

// maxLevel is the deepest level of a list in Word.
const maxLevel = 8

type listLevels [maxLevel + 1]listLevel

// list is a w:num: levels that it may share with others, whose count goes on.
type list struct {
	levels  listLevels
	shared  string // the w:abstractNum, which counts
	restart [maxLevel + 1]bool
	begun   [maxLevel + 1]bool // its own beginning was used
}

// lists is the lists of a document and how far each has counted.
type lists struct {
	byID   map[string]*list                // by w:numId
	counts map[string]*[maxLevel + 1]count // by w:abstractNum
}

type count struct {
	n     int
	begun bool
}

// mark is what stands before the next item: Word keeps it out of the text.
func (l *lists) mark(id, level string) string {
	at, _ := strconv.Atoi(level)
	at = min(max(at, 0), maxLevel)
	list, ok := l.byID[id]
	if !ok {
		return ""
	}
	l.next(list, at)
	if list.levels[at].format == "bullet" {
		return strings.Repeat("  ", at) + "- "
	}
	text := list.levels[at].text
	for i := range at + 1 {
		format, n := list.levels[i].format, l.counts[list.shared][i].n
		if list.levels[at].legal {
			format = "decimal"
		}
		if !l.counts[list.shared][i].begun {
			n = list.levels[i].start
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), paper.Numeral(format, n))
	}
	if text == "" {
		return ""
	}
	return text + " "
}

// next counts an item of a level, and begins the levels below it anew.
func (l *lists) next(list *list, at int) {
	counts := l.counts[list.shared]
	if counts == nil {
		counts = &[maxLevel + 1]count{}
		l.counts[list.shared] = counts
	}
	switch own := list.restart[at] && !list.begun[at]; {
	case own || !counts[at].begun:
		counts[at] = count{list.levels[at].start, true}
	default:
		counts[at].n++
	}
	list.begun[at] = true
	for i := at + 1; i <= maxLevel; i++ {
		if !list.levels[i].never {
			counts[i] = count{}
		}
	}
}

// levelOf is the level of a list that numbers a style; "" when none does.
func (l *lists) levelOf(id, style string) string {
	if list := l.byID[id]; list != nil {
		for i, level := range list.levels {
			if level.style == style {
				return strconv.Itoa(i)
			}
		}
	}
	return ""
}

// listParser reads word/numbering.xml.
type listParser struct {
	out      *lists
	abstract map[string]listLevels
	links    map[string]string // w:numStyleLink by abstract list
	linked   map[string]string // the abstract list of a w:styleLink
	id       string            // of what is being read
	number   string            // w:num being read, "" within an abstract list
	levels   listLevels
	at       int
}

// parseLists reads what comes before any damage.
func parseLists(numbering []byte) *lists {
	p := &listParser{
		out:      &lists{byID: map[string]*list{}, counts: map[string]*[maxLevel + 1]count{}},
		abstract: map[string]listLevels{}, links: map[string]string{}, linked: map[string]string{},
	}
	_ = ooxml.Walk(numbering, func(token xml.Token) error { // what comes before a damage is used
		switch t := token.(type) {
		case xml.StartElement:
			p.start(t)
		case xml.EndElement:
			if t.Name.Local == "abstractNum" {
				p.abstract[p.id] = p.levels
			}
		}
		return nil
	})
	return p.out
}

func (p *listParser) start(t xml.StartElement) {
	value := attribute(t, "val")
	switch t.Name.Local {
	case "abstractNum":
		p.id, p.number, p.levels = attribute(t, "abstractNumId"), "", listLevels{}
	case "styleLink":
		p.linked[value] = p.id
	case "numStyleLink":
		p.links[p.id] = value
	case "num":
		p.number = attribute(t, "numId")
	case "abstractNumId":
		id := value
		if real, ok := p.linked[p.links[id]]; ok {
			id = real
		}
		p.out.byID[p.number] = &list{levels: p.abstract[id], shared: id}
	case "lvl", "lvlOverride":
		p.at, _ = strconv.Atoi(attribute(t, "ilvl"))
		p.at = min(max(p.at, 0), maxLevel)
		if t.Name.Local == "lvl" {
			*p.level() = listLevel{format: "decimal", start: 1}
		}
	case "startOverride":
		if own := p.out.byID[p.number]; own != nil {
			own.restart[p.at] = true
			own.levels[p.at].start = startOf(value)
		}
	default:
		p.level().set(t.Name.Local, value, t)
	}
}

// level is the one being read: of a w:num when it has its own.
func (p *listParser) level() *listLevel {
	if own := p.out.byID[p.number]; own != nil && p.number != "" {
		return &own.levels[p.at]
	}
	return &p.levels[p.at]
}

func startOf(value string) int {
	n, _ := strconv.Atoi(value)
	return min(max(n, 0), 9999)
}

func (l *listLevel) set(name, value string, t xml.StartElement) {
	switch name {
	case "start":
		l.start = startOf(value)
	case "numFmt":
		l.format = value
	case "lvlText":
		l.text = paper.OneLine(value)
	case "pStyle":
		l.style = value
	case "isLgl":
		l.legal = toggle(t) == "on"
	case "lvlRestart":
		l.never = value == "0"
	}
}
