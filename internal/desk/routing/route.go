package routing

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Route finds the units a question should go to. A unit named outright comes
// first, then the sector by its topics, then the place; for small local
// matters the place comes before the sector (domain rule 1). Text is matched
// with its marks where it has them and by letters where it has none; an
// ambiguous place is never guessed. Nothing known means the ProvinceOffice.
func (r *Registry) Route(text string) Route {
	rd := r.read(words(text))
	places, choices := r.resolve(rd)
	ordered := rd.bodies
	topics := r.rankTopics(rd.topics)
	places = append(places, rd.landmarks...)
	if rd.local {
		topics, places = places, topics
	}
	ordered = unique(ordered, topics, places)
	if rd.province {
		ordered = unique(ordered, []string{ProvinceOffice})
	}
	route := Route{Unit: ProvinceOffice, Changes: r.nameChanges(rd.changes)}
	if len(ordered) > 0 {
		route.Unit, route.Others, route.Known = ordered[0], ordered[1:], true
	}
	if len(rd.bodies) == 0 && (len(topics)+len(places) == 0 || !onlyDistricts(rd)) {
		route.Choices = choices
	}
	return route
}

// onlyDistricts: a bare district narrows nothing when the sector is known.
func onlyDistricts(rd *reading) bool {
	return !slices.ContainsFunc(rd.hits, func(h hit) bool { return !h.only })
}

// rankTopics orders the units whose matters the text names, the strongest
// first; the police come first among equals (domain rule 3), then the order of
// the list. Weak ones beside a strong one are left out.
func (r *Registry) rankTopics(weights map[string]int) []string {
	rank := func(code string) int {
		if code == "TH-CA" {
			return -1
		}
		return r.byCode[code]
	}
	codes := slices.SortedFunc(maps.Keys(weights), func(a, b string) int {
		return cmp.Or(cmp.Compare(weights[b], weights[a]), cmp.Compare(rank(a), rank(b)))
	})
	for i, code := range codes {
		if i == 3 || 2*weights[code] < weights[codes[0]] {
			return codes[:i]
		}
	}
	return codes
}

// resolve turns places into units where the reading is certain, and into
// choices where it is not. A district named elsewhere in the text decides.
func (r *Registry) resolve(rd *reading) (units []string, choices []Place) {
	for i, h := range rd.hits {
		if h.only {
			continue
		}
		ms := narrow(h.meanings, rd.otherDistricts(i))
		if len(unitsOf(ms)) > 1 {
			choices = append(choices, r.choices(ms)...)
			continue
		}
		if rd.narrowsOther(i) {
			continue
		}
		units = append(units, ms[0].unit)
		if !slices.ContainsFunc(ms, func(m meaning) bool { return m.former == "" }) {
			rd.addChange(Change{Old: ms[0].former, New: ms[0].unit})
		}
		units = append(units, r.twin(h)...)
	}
	if len(units)+len(choices) == 0 {
		choices = r.districtChoices(rd)
	}
	return units, choices
}

// narrow keeps the readings in the districts named, if there are any.
func narrow(ms []meaning, districts []string) []meaning {
	var kept []meaning
	for _, m := range ms {
		if slices.ContainsFunc(m.districts, func(d string) bool { return slices.Contains(districts, d) }) {
			kept = append(kept, m)
		}
	}
	if len(kept) == 0 {
		return ms
	}
	return kept
}

func (rd *reading) otherDistricts(i int) []string {
	var names []string
	for k, h := range rd.hits {
		if k != i && h.district != "" {
			names = append(names, h.district)
		}
	}
	return names
}

// narrowsOther reports whether hit i is a district's bare name that only told
// which of several places another hit means: "Lam Sơn, Bỉm Sơn".
func (rd *reading) narrowsOther(i int) bool {
	d := rd.hits[i].district
	return d != "" && slices.ContainsFunc(rd.hits, func(h hit) bool {
		return len(unitsOf(h.meanings)) > 1 && len(narrow(h.meanings, []string{d})) < len(h.meanings)
	})
}

// twin is the other commune of a former town that became only two.
func (r *Registry) twin(h hit) []string {
	if codes := r.places.districts[h.district]; len(codes) == 2 {
		return codes
	}
	return nil
}

// choices offers each unit once, by its present name where that is a reading.
func (r *Registry) choices(ms []meaning) []Place {
	var list []Place
	for _, m := range ms {
		if !slices.ContainsFunc(list, func(p Place) bool { return p.Unit == m.unit }) {
			list = append(list, Place{Unit: m.unit, Name: r.Name(m.unit), Former: m.former, District: strings.Join(m.districts, ", ")})
		}
	}
	return list
}

// districtChoices are the communes of a former district when nothing closer
// is named.
func (r *Registry) districtChoices(rd *reading) []Place {
	var list []Place
	for _, h := range rd.hits {
		for _, code := range r.places.districts[h.district] {
			list = append(list, Place{Unit: code, Name: r.Name(code), District: h.district})
		}
	}
	return list
}

// nameChanges writes the new names: a unit's, or the communes of a district.
func (r *Registry) nameChanges(found []Change) []Change {
	var list []Change
	for _, c := range found {
		if c.New != "" {
			c.New = r.Name(c.New)
		} else {
			c.New = r.communesOf(c.Old)
		}
		if c.New != c.Old {
			list = append(list, c)
		}
	}
	return list
}

func (r *Registry) communesOf(district string) string {
	var names []string
	for _, code := range r.places.districts[district] {
		u, _ := r.Unit(code)
		names = append(names, u.ShortName)
	}
	return fmt.Sprintf("%d xã, phường: %s", len(names), strings.Join(names, ", "))
}

func unique(lists ...[]string) []string {
	var out []string
	for _, list := range lists {
		for _, s := range list {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}
