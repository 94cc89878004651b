package admin

import (
	"strings"

	"phatngon/knowledge"
)

// optionMark stands between code and name in the list a unit is picked from.
const optionMark = " – "

// unitOption is a unit as the picker shows it: "TH-NNMT – Sở Nông nghiệp…".
func (p *panel) unitOption(code string) string {
	if u, ok := p.Units.Unit(code); ok {
		return u.Code + optionMark + u.Name
	}
	return ""
}

// unitName is a unit as it signs, or its code when the registry lost it.
func (p *panel) unitName(code string) string {
	if name := p.Units.Office(code); name != "" {
		return name
	}
	return code
}

// pickUnit understands what a person put into the picker: an option, a code,
// or a name in any spelling.
func (p *panel) pickUnit(typed string) (code string, ok bool) {
	code, _, _ = strings.Cut(typed, optionMark)
	if u, ok := p.Units.Unit(strings.ToUpper(strings.TrimSpace(code))); ok {
		return u.Code, true
	}
	folded := knowledge.Fold(typed)
	for _, u := range p.Units.Units() {
		if folded != "" && (knowledge.Fold(u.Name) == folded || knowledge.Fold(u.ShortName) == folded) {
			return u.Code, true
		}
	}
	return "", false
}
