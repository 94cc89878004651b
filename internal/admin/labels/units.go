package labels

import (
	"strings"

	"phatngon/internal/desk/routing"
	"phatngon/knowledge/lang"
)

// Units says and understands the units of a registry.
type Units struct{ Registry *routing.Registry }

// All lists them, for a picker.
func (u Units) All() []routing.Unit { return u.Registry.Units() }

// optionMark stands between code and name in the list a unit is picked from.
const optionMark = " – "

// Option is a unit as the picker shows it: "TH-NNMT – Sở Nông nghiệp…".
func (u Units) Option(code string) string {
	if unit, ok := u.Registry.Unit(code); ok {
		return unit.Code + optionMark + unit.Name
	}
	return ""
}

// Name is a unit as it signs, or its code when the registry lost it.
func (u Units) Name(code string) string {
	if name := u.Registry.Office(code); name != "" {
		return name
	}
	return code
}

// Pick understands what a person put into the picker: an option, a code,
// or a name in any spelling.
func (u Units) Pick(typed string) (code string, ok bool) {
	code, _, _ = strings.Cut(typed, optionMark)
	if unit, ok := u.Registry.Unit(strings.ToUpper(strings.TrimSpace(code))); ok {
		return unit.Code, true
	}
	folded := lang.Fold(typed)
	for _, unit := range u.All() {
		if folded != "" && (lang.Fold(unit.Name) == folded || lang.Fold(unit.ShortName) == folded) {
			return unit.Code, true
		}
	}
	return "", false
}
