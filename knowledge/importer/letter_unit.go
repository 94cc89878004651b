package importer

import "strings"

// unit reads the block at the top left: the unit stands last, what it belongs
// to above it. A unit that is not in the register is not replaced by the one
// above.
func (l *letter) unit(lines []line) {
	var names []line
	for i, at := range lines {
		if (strings.HasPrefix(at.text, "Số") || numberLine.MatchString(at.text)) && len(names) > 0 || dateLine.MatchString(at.text) {
			break
		}
		if motto.MatchString(at.text) || rule.MatchString(at.text) || stamp.MatchString(at.text) {
			continue
		}
		if !allCapitals(at.text) || documentTypes[at.text] {
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
			l.fact("unit", code, l.where(last.at)+": "+name)
			return
		}
	}
	l.problem("unit", last.at, "Đơn vị “%s” (%s) không có trong danh mục; hãy chọn đơn vị.", last.text, l.where(last.at))
}

// calledBy is what the lines of a unit may call it: the last ones together, and
// an office by the name of what it belongs to ("VĂN PHÒNG" under "UBND TỈNH").
func calledBy(names []line) []string {
	texts := make([]string, len(names))
	for i, name := range names {
		texts[i] = name.text
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
