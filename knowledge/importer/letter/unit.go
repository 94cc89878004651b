package letter

import (
	"regexp"
	"strings"

	"phatngon/knowledge/importer/paper"
)

// unit reads the block at the top left: the unit stands last, what it belongs
// to above it. A unit that is not in the register is not replaced by the one
// above.
func (l *letter) unit(lines []paper.Line) {
	var names []paper.Line
	for i, at := range lines {
		if (strings.HasPrefix(at.Text, "Số") || paper.NumberLine.MatchString(at.Text)) && len(names) > 0 || paper.DateLine.MatchString(at.Text) {
			break
		}
		if paper.Motto.MatchString(at.Text) || paper.Rule.MatchString(at.Text) || stamp.MatchString(at.Text) {
			continue
		}
		if !paper.AllCapitals(at.Text) || documentTypes[at.Text] {
			break
		}
		names = append(names, at)
		l.used[i] = true
	}
	if len(names) == 0 || l.r.Unit == nil {
		return
	}
	last := names[len(names)-1]
	for _, name := range calledBy(names) {
		if code, ok := l.r.Unit(name); ok {
			l.fact("unit", code, l.Where(last.At)+": "+name)
			return
		}
	}
	l.problem("unit", last.At, "Đơn vị “%s” (%s) không có trong danh mục; hãy chọn đơn vị.", lastName(names), l.Where(last.At))
}

// ofPlace begins the second line of an office's name.
var ofPlace = regexp.MustCompile(`^(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU) `)

// lastName is the name of the unit, which may take several lines.
func lastName(names []paper.Line) string {
	i := len(names) - 1
	text := names[i].Text
	for ; i > 0 && (ofPlace.MatchString(text) || goesOn.MatchString(names[i-1].Text)); i-- {
		text = names[i-1].Text + " " + text
	}
	return text
}

// calledBy is what the lines of a unit may call it: the last ones together, and
// an office by the name of what it belongs to ("VĂN PHÒNG" under "UBND TỈNH").
func calledBy(names []paper.Line) []string {
	texts := make([]string, len(names))
	for i, name := range names {
		texts[i] = name.Text
	}
	var out []string
	for i := range texts {
		out = append(out, strings.Join(texts[i:], " "))
	}
	for i := len(texts) - 1; i > 0; i-- {
		out = append(out, strings.Join(texts[i:], " ")+" "+strings.Join(texts[:i], " "))
	}
	return out
}
