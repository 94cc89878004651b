package letter

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"phatngon/knowledge/importer/paper"
)

var (
	besideReceivers = regexp.MustCompile(`^(Nơi nhận:|[-–+•*].*?[;.,])\s+(\p{Lu}[\p{Lu}\s./]+)$`)
	lastReceiver    = regexp.MustCompile(`(?i)^(?:[-–+•*]\s*)?Lưu\s*:?`)
	receiver        = regexp.MustCompile(`^(?:[-–+•*]|Như |Lưu)`)
)

// apartFromReceivers parts those who get a copy from a signature beside them,
// where the two columns hardly part or only tabs set them, and puts them first.
func apartFromReceivers(lines []paper.Line) []paper.Line {
	out, next := make([]paper.Line, 0, len(lines)), -1 // next is where the next copy goes
	for _, at := range lines {
		m := besideReceivers.FindStringSubmatch(at.Text)
		split := m != nil && paper.Signs(m[2]) && (next >= 0 || paper.Receivers.MatchString(m[1]))
		switch {
		case split:
			copies := at
			copies.Text, at.Text = m[1], m[2]
			if next < 0 {
				next = beforeSigning(out)
			}
			out = append(slices.Insert(out, next, copies), at)
			next++
		case next >= 0 && at.Side == 0 && receiver.MatchString(at.Text):
			out = slices.Insert(out, next, at)
			next++
		default:
			out = append(out, at)
		}
	}
	return out
}

// beforeSigning is the first of the lines at the end that begin a signature.
func beforeSigning(lines []paper.Line) int {
	n := len(lines)
	for n > 0 && lines[n-1].Side == 0 && paper.Signs(lines[n-1].Text) {
		n--
	}
	return n
}

// cutReceivers ends the text before the "Nơi nhận" of those a copy goes to,
// which is the last one and stands beside, after or right above the signature;
// others are of the text. signed is the first line of the signature.
func (l *letter) cutReceivers(lines []paper.Line, signed int) (last int) {
	for i := len(lines) - 1; i >= 0; i-- {
		end := l.receiversEnd(lines, i)
		if end > i && (end >= signed || lines[i].Side > 0) {
			l.cut(lines[i])
			return end - 1
		}
	}
	return -1
}

// receiversEnd is the line after those that receive a copy, when they are
// listed from i on; i when they are not.
func (l *letter) receiversEnd(lines []paper.Line, i int) int {
	m := paper.Receivers.FindStringSubmatch(lines[i].Text)
	if m == nil || m[1] != "" && !receiver.MatchString(m[1]) {
		return i
	}
	end := i + 1
	for end < len(lines) && lines[end].Side == lines[i].Side && (lines[i].Side == 0 || inBlock(lines[i], lines[end])) && l.isReceiver(lines[end]) {
		end++
	}
	if lines[i].Side > 0 && !lists(lines[i:end]) && !signsIn(lines, lines[i].Block) {
		return i // it heads a column of a table
	}
	if m[1] == "" && end == i+1 && lines[i].Side == 0 && end < len(lines) {
		if _, _, ok := paper.Position(lines[end].Text); !ok && !paper.Authority.MatchString(lines[end].Text) {
			return i // it says where something is received
		}
	}
	return end
}

// lists reports whether lines under "Nơi nhận" are items of a list.
func lists(lines []paper.Line) bool {
	return slices.ContainsFunc(lines[1:], func(at paper.Line) bool { return receiver.MatchString(at.Text) || strings.HasSuffix(at.Text, ";") })
}

// signsIn reports whether somebody signs in a table.
func signsIn(lines []paper.Line, block int) bool {
	return slices.ContainsFunc(lines, func(at paper.Line) bool { return at.Block == block && paper.Signs(at.Text) })
}

// isReceiver reports a line such as "- Như trên;".
func (l *letter) isReceiver(at paper.Line) bool {
	short := utf8.RuneCountInString(at.Text) < 100
	return receiver.MatchString(at.Text) || l.Blocks[at.Block].Listed() || short && (at.Side > 0 || strings.HasSuffix(at.Text, ";"))
}

// copies are the lines of the tail that list who gets a copy: items with a mark
// or ";", and lines that go on with one. The list ends with what is kept on file
// ("- Lưu: VT.").
func (l *letter) copies(lines []paper.Line) map[int]bool {
	out := map[int]bool{}
	for i := range lines {
		m := paper.Receivers.FindStringSubmatch(lines[i].Text)
		if m == nil || m[1] != "" && !receiver.MatchString(m[1]) {
			continue
		}
		out[i] = true
		ended := false
		for j := i + 1; j < len(lines) && l.isReceiver(lines[j]); j++ {
			text := lines[j].Text
			marked := receiver.MatchString(text) || l.Blocks[lines[j].Block].Listed()
			if !inColumn(lines[i], lines[j]) && !(marked && lines[i].Side == 0) {
				break
			}
			goesOn := paper.BeginsLower(text) || strings.HasSuffix(lines[j-1].Text, ",")
			out[j] = out[j] || marked || goesOn || !ended && strings.HasSuffix(text, ";")
			ended = ended || lastReceiver.MatchString(text) && !strings.HasSuffix(text, ",")
		}
	}
	return out
}
