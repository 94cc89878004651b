package docx

import (
	"encoding/xml"
	"strings"

	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/paper"
)

// runLook is how words are set, as far as it changes what a person reads. A
// property that is not set is "".
type runLook struct {
	bold, capitals, hidden, struck string // "on", "off"
	vertical                       string // "superscript", "subscript", "baseline"
	font                           string
}

// over is a look with another on top of it.
func (l runLook) over(base runLook) runLook {
	return runLook{
		paper.Either(l.bold, base.bold), paper.Either(l.capitals, base.capitals), paper.Either(l.hidden, base.hidden), paper.Either(l.struck, base.struck),
		paper.Either(l.vertical, base.vertical), paper.Either(l.font, base.font),
	}
}

// set takes over one element of w:rPr.
func (l *runLook) set(t xml.StartElement) {
	switch t.Name.Local {
	case "b":
		l.bold = toggle(t)
	case "caps", "smallCaps":
		if v := toggle(t); v == "on" || l.capitals == "" {
			l.capitals = v
		}
	case "vanish":
		l.hidden = toggle(t)
	case "strike", "dstrike":
		if v := toggle(t); v == "on" || l.struck == "" {
			l.struck = v
		}
	case "vertAlign":
		l.vertical = attribute(t, "val")
	case "rFonts":
		l.font = paper.Either(paper.Either(attribute(t, "ascii"), attribute(t, "hAnsi")), l.font)
	}
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
