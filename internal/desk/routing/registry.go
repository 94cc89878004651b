// Package routing is the offices of the province and how a question, a place or a
// letterhead leads to one of them.
package routing

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/units.json
var unitsJSON []byte

//go:embed data/old_to_new.tsv
var oldToNewTSV []byte

// Registry is the list of units and what leads to them. It is read-only after
// parsing and safe for concurrent use.
type Registry struct {
	units   []Unit
	byCode  map[string]int
	names   phraseIndex // of bodies, present and former
	matters phraseIndex // topics, landmarks, small local matters
	places  *gazetteer
	wording func() *wording // how each unit's matters are spoken of, read when first needed
}

// DefaultRegistry is the shipped list of units of Thanh Hóa.
func DefaultRegistry() *Registry {
	r, err := ParseRegistry(unitsJSON, oldToNewTSV)
	if err != nil {
		panic("desk: embedded unit list: " + err.Error()) // a broken build, found by any test
	}
	return r
}

// ParseRegistry reads a list of units and the table of former communes (six
// tab-separated columns with a header line, see data/old_to_new.tsv).
func ParseRegistry(unitsJSON, oldToNewTSV []byte) (*Registry, error) {
	r := &Registry{byCode: map[string]int{}}
	if err := json.Unmarshal(unitsJSON, &r.units); err != nil {
		return nil, fmt.Errorf("read unit list: %w", err)
	}
	for i, u := range r.units {
		if _, twice := r.byCode[u.Code]; twice || u.Code == "" || u.Name == "" {
			return nil, fmt.Errorf("unit %d (%q): code and name must be given, the code only once", i+1, u.Code)
		}
		r.byCode[u.Code] = i
	}
	rows, err := r.parseFormer(string(oldToNewTSV))
	if err != nil {
		return nil, err
	}
	r.names, r.matters, r.places = newNames(r.units), newMatters(r.units), newGazetteer(r.units, rows)
	r.wording = sync.OnceValue(func() *wording { return newWording(r.units) })
	return r, nil
}

func (r *Registry) parseFormer(tsv string) ([]formerRow, error) {
	var rows []formerRow
	number := 0
	for line := range strings.Lines(tsv) {
		if number++; number == 1 {
			continue
		}
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(f) != 6 {
			return nil, fmt.Errorf("former communes, line %d: %d columns, want 6", number, len(f))
		}
		if _, ok := r.byCode[f[3]]; !ok {
			return nil, fmt.Errorf("former communes, line %d: unknown unit %q", number, f[3])
		}
		rows = append(rows, formerRow{district: f[0], name: f[1], unit: f[3]})
	}
	return rows, nil
}

// Unit returns the unit of that code.
func (r *Registry) Unit(code string) (Unit, bool) {
	i, ok := r.byCode[code]
	if !ok {
		return Unit{}, false
	}
	return r.units[i], true
}

// Name is the unit's full name, "" when the code is unknown.
func (r *Registry) Name(code string) string {
	u, _ := r.Unit(code)
	return u.Name
}

// Office is the unit as it signs and is written to: a commune by its people's
// committee ("UBND xã Hoằng Hóa"). "" when the code is unknown.
func (r *Registry) Office(code string) string {
	u, _ := r.Unit(code)
	if u.Level != "commune" {
		return u.Name
	}
	first, size := utf8.DecodeRuneInString(u.Name)
	return "UBND " + string(unicode.ToLower(first)) + u.Name[size:]
}

// Units returns all units in the order of the list: province bodies, then
// communes.
func (r *Registry) Units() []Unit { return slices.Clone(r.units) }
