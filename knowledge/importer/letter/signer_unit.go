package letter

import (
	"regexp"

	"phatngon/knowledge/importer/paper"
)

// isUnit reports whether a line names an office.
func (l *letter) isUnit(text string) bool {
	if l.r.Unit != nil {
		if _, ok := l.r.Unit(text); ok {
			return true
		}
	}
	return issuer.MatchString(text) || council.MatchString(text)
}

// signerUnit is the code of the unit that the lines of a signer name; "?" when
// they name one that is not in the register.
func (l *letter) signerUnit(lines []paper.Line, position string) string {
	named := []string{paper.OfPosition(position)}
	for i := range lines {
		text := lines[i].Text
		if m := paper.Authority.FindStringIndex(text); m != nil {
			text = behalf.ReplaceAllString(text, "")
		}
		for j := i; j < len(lines) && j < i+3; j++ {
			if j > i {
				text += " " + lines[j].Text
			}
			named = append(named, text, paper.OfPosition(text))
		}
	}
	code := ""
	for _, text := range named {
		if text == "" {
			continue
		}
		if l.r.Unit != nil {
			if found, ok := l.r.Unit(text); ok {
				return found
			}
		}
		if issuer.MatchString(text) || council.MatchString(text) {
			code = "?"
		}
	}
	return code
}

var behalf = regexp.MustCompile(`^(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s*\.?\s*`)
