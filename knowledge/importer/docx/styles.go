package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/paper"
)

// runLook is how words are set, as far as it changes what a person reads. A
// property that is not set is "".
type runLook struct {
	bold, hidden        string // "on", "off"
	capitals, small     string // letters, large or small, in the form of capitals
	struck, struckTwice string
	vertical            string // "superscript", "subscript", "baseline"
	raised              string // the same, by a distance from the line
	font                string
	white, ground       string // letters in white, and something behind them
}

// over is a look with another on top of it.
func (l runLook) over(base runLook) runLook {
	return runLook{
		bold: paper.Either(l.bold, base.bold), hidden: paper.Either(l.hidden, base.hidden),
		capitals: paper.Either(l.capitals, base.capitals), small: paper.Either(l.small, base.small),
		struck: paper.Either(l.struck, base.struck), struckTwice: paper.Either(l.struckTwice, base.struckTwice),
		vertical: paper.Either(l.vertical, base.vertical), raised: paper.Either(l.raised, base.raised),
		font: paper.Either(l.font, base.font), white: paper.Either(l.white, base.white), ground: paper.Either(l.ground, base.ground),
	}
}

// set takes over one element of w:rPr.
func (l *runLook) set(t xml.StartElement) {
	switch t.Name.Local {
	case "b":
		l.bold = toggle(t)
	case "caps":
		l.capitals = toggle(t)
	case "smallCaps":
		l.small = toggle(t)
	case "vanish":
		l.hidden = toggle(t)
	case "strike":
		l.struck = toggle(t)
	case "dstrike":
		l.struckTwice = toggle(t)
	case "position":
		l.raised = raisedBy(attribute(t, "val"))
	case "color":
		l.white = onOff(strings.EqualFold(attribute(t, "val"), "FFFFFF"))
	case "shd":
		fill := strings.ToUpper(attribute(t, "fill"))
		l.ground = onOff(fill != "" && fill != "AUTO" && fill != "FFFFFF")
	case "highlight":
		l.ground = onOff(attribute(t, "val") != "none" && attribute(t, "val") != "white")
	case "vertAlign":
		l.vertical = attribute(t, "val")
	case "rFonts":
		l.font = paper.Either(fontOf(t), l.font)
	}
}

// fontOf is the font of Latin letters; one of the theme, which is none of signs,
// stands before one that is named.
func fontOf(t xml.StartElement) string {
	if theme := attribute(t, "asciiTheme"); theme != "" {
		return theme
	}
	return paper.Either(attribute(t, "ascii"), attribute(t, "hAnsi"))
}

// leastRaise is from how many half-points on letters are seen to stand higher or
// lower than the line.
const leastRaise = 4

func raisedBy(halfPoints string) string {
	switch n, _ := strconv.Atoi(halfPoints); {
	case n >= leastRaise:
		return "superscript"
	case n <= -leastRaise:
		return "subscript"
	}
	return "baseline"
}

func onOff(is bool) string {
	if is {
		return "on"
	}
	return "off"
}

func toggle(t xml.StartElement) string {
	switch attribute(t, "val") {
	case "0", "false", "off":
		return "off"
	}
	return "on"
}

// isOldFont reports a font of before Unicode: the letters in the file are not
// the letters on paper.
func isOldFont(font string) bool {
	font = strings.ToLower(font)
	return strings.HasPrefix(font, ".vn") || strings.HasPrefix(font, "vni-")
}

// wordStyle is a style of paragraphs or of words.
type wordStyle struct {
	base        string
	look        runLook
	jc          string
	list, level string
}

// styles are those of word/styles.xml, each with what it has from its base.
type styles struct {
	byID     map[string]wordStyle
	standard string  // of paragraphs that name none
	defaults runLook // of the document
}

// parseStyles reads what comes before any damage.
func parseStyles(data []byte) *styles {
	s := &styles{byID: map[string]wordStyle{}}
	var id string
	var style wordStyle
	inDefaults := false
	_ = ooxml.Walk(data, func(token xml.Token) error { // what comes before a damage is used
		if end, ok := token.(xml.EndElement); ok {
			switch end.Name.Local {
			case "style":
				s.byID[id], style = style, wordStyle{}
			case "docDefaults":
				inDefaults = false
			}
		}
		t, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case t.Name.Local == "docDefaults":
			inDefaults = true
		case inDefaults:
			s.defaults.set(t)
		case t.Name.Local == "style":
			id, style = attribute(t, "styleId"), wordStyle{}
			if attribute(t, "type") == "paragraph" && (attribute(t, "default") == "1" || attribute(t, "default") == "true") {
				s.standard = id
			}
		default:
			style.set(t)
		}
		return nil
	})
	return s
}

func (s *wordStyle) set(t xml.StartElement) {
	switch t.Name.Local {
	case "basedOn":
		s.base = attribute(t, "val")
	case "jc":
		s.jc = attribute(t, "val")
	case "numId":
		s.list = attribute(t, "val")
	case "ilvl":
		s.level = attribute(t, "val")
	default:
		s.look.set(t)
	}
}

// maxBases is how long a chain of styles may be.
const maxBases = 16

// named is a style with what its bases say.
func (s *styles) named(id string) wordStyle {
	style := s.byID[id]
	for base, n := style.base, 0; base != "" && n < maxBases; n++ {
		b := s.byID[base]
		style.look = style.look.over(b.look)
		style.jc, style.list, style.level = paper.Either(style.jc, b.jc), paper.Either(style.list, b.list), paper.Either(style.level, b.level)
		base = b.base
	}
	return style
}
