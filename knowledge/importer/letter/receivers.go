package letter

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"phatngon/knowledge/importer/paper"
)

var (
	besideReceivers = regexp.MustCompile(`^(Nơi nhận:)\s+(\p{Lu}[\p{Lu}\s./]+)$`)
	receiver        = regexp.MustCompile(`^(?:[-–+•*]|Như |Lưu)`)
)

// apartFromReceivers gives a line of its own to a position that stands beside
// "Nơi nhận:", where the two columns of a signature hardly part.
func apartFromReceivers(lines []paper.Line) []paper.Line {
	var out []paper.Line
	for _, at := range lines {
		if m := besideReceivers.FindStringSubmatch(at.Text); m != nil {
			if _, _, ok := positionOf(m[2]); ok || authority.MatchString(m[2]) {
				copies := at
				copies.Text, at.Text = m[1], m[2]
				out = append(out, copies)
			}
		}
		out = append(out, at)
	}
	return out
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
	if m[1] == "" && end == i+1 && lines[i].Side == 0 && end < len(lines) {
		if _, _, ok := positionOf(lines[end].Text); !ok && !authority.MatchString(lines[end].Text) {
			return i // it says where something is received
		}
	}
	return end
}

// isReceiver reports a line such as "- Như trên;".
func (l *letter) isReceiver(at paper.Line) bool {
	short := utf8.RuneCountInString(at.Text) < 100
	return receiver.MatchString(at.Text) || l.Blocks[at.Block].Listed() || short && (at.Side > 0 || strings.HasSuffix(at.Text, ";"))
}
