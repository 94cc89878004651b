package importer

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	receivers       = regexp.MustCompile(`(?i)^(?:\*\s*)?Nơi nhận\s*(?::\s*(.*))?$`)
	besideReceivers = regexp.MustCompile(`^(Nơi nhận:)\s+(\p{Lu}[\p{Lu}\s./]+)$`)
	receiver        = regexp.MustCompile(`^(?:[-–+•*]|Như |Lưu)`)
)

// apartFromReceivers gives a line of its own to a position that stands beside
// "Nơi nhận:", where the two columns of a signature hardly part.
func apartFromReceivers(lines []line) []line {
	var out []line
	for _, at := range lines {
		if m := besideReceivers.FindStringSubmatch(at.text); m != nil {
			if _, _, ok := positionOf(m[2]); ok || authority.MatchString(m[2]) {
				copies := at
				copies.text, at.text = m[1], m[2]
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
func (l *letter) cutReceivers(lines []line, signed int) (last int) {
	for i := len(lines) - 1; i >= 0; i-- {
		end := l.receiversEnd(lines, i)
		if end > i && (end >= signed || lines[i].side > 0) {
			l.cut(lines[i])
			return end - 1
		}
	}
	return -1
}

// receiversEnd is the line after those that receive a copy, when they are
// listed from i on; i when they are not.
func (l *letter) receiversEnd(lines []line, i int) int {
	m := receivers.FindStringSubmatch(lines[i].text)
	if m == nil || m[1] != "" && !receiver.MatchString(m[1]) {
		return i
	}
	end := i + 1
	for end < len(lines) && lines[end].side == lines[i].side && (lines[i].side == 0 || inBlock(lines[i], lines[end])) && l.isReceiver(lines[end]) {
		end++
	}
	if m[1] == "" && end == i+1 && lines[i].side == 0 && end < len(lines) {
		if _, _, ok := positionOf(lines[end].text); !ok && !authority.MatchString(lines[end].text) {
			return i // it says where something is received
		}
	}
	return end
}

// isReceiver reports a line such as "- Như trên;".
func (l *letter) isReceiver(at line) bool {
	short := utf8.RuneCountInString(at.text) < 100
	return receiver.MatchString(at.text) || l.blocks[at.block].listed() || short && (at.side > 0 || strings.HasSuffix(at.text, ";"))
}
