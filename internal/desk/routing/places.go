package routing

import (
	"cmp"
	"slices"
	"strings"
)

// meaning is one reading of a place name.
type meaning struct {
	unit      string   // the unit of today
	former    string   // "Phường Đông Sơn"; "" when it is the unit's present name
	kind      string   // "xã", "phường" or "thị trấn"
	districts []string // former districts
}

// place is a bare name with all its readings.
type place struct {
	words    []word
	meanings []meaning
	district string // also the name of a former district: its full name
}

// gazetteer holds all communes, former communes and former districts.
type gazetteer struct {
	places    map[string][]*place // by first word without marks, longest first
	districts map[string][]string // full name → units
	order     []string            // districts as met
}

// cutPlaceType cuts "Phường Đông Sơn" into "Phường" and "Đông Sơn".
func cutPlaceType(name string) (kind, bare string) {
	for _, k := range []string{"Xã", "Phường", "Thị trấn", "Thị xã", "Thành phố", "Huyện"} {
		if len(name) > len(k) && strings.EqualFold(name[:len(k)], k) && name[len(k)] == ' ' {
			return k, name[len(k)+1:]
		}
	}
	return "", name
}

// formerRow is one line of old_to_new.tsv.
type formerRow struct{ district, name, unit string }

func newGazetteer(units []Unit, rows []formerRow) *gazetteer {
	g := &gazetteer{places: map[string][]*place{}, districts: map[string][]string{}}
	for _, u := range units {
		if u.Level == "commune" {
			kind, _ := cutPlaceType(u.Name)
			g.add(u.ShortName, meaning{unit: u.Code, kind: strings.ToLower(kind), districts: u.FormerDistricts})
			g.addDistricts(u)
		}
	}
	for _, row := range rows {
		kind, bare := cutPlaceType(row.name)
		g.add(bare, meaning{unit: row.unit, former: row.name, kind: strings.ToLower(kind), districts: []string{row.district}})
	}
	for _, d := range g.order {
		_, bare := cutPlaceType(d)
		g.entry(bare).district = d
	}
	for _, list := range g.places {
		slices.SortStableFunc(list, func(a, b *place) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return g
}

// addDistricts reads a commune's former districts, and the one that ended
// earlier and stands only among the topics: "huyện Đông Sơn (đến 31/12/2024)".
func (g *gazetteer) addDistricts(u Unit) {
	for _, d := range append(slices.Clone(u.FormerDistricts), u.Topics...) {
		d, _, _ = strings.Cut(d, " (")
		kind, bare := cutPlaceType(d)
		if kind != "Huyện" && kind != "Thị xã" && kind != "Thành phố" {
			continue
		}
		d = kind + " " + bare
		if !slices.Contains(g.order, d) {
			g.order = append(g.order, d)
		}
		if !slices.Contains(g.districts[d], u.Code) {
			g.districts[d] = append(g.districts[d], u.Code)
		}
	}
}

func (g *gazetteer) add(bare string, m meaning) {
	p := g.entry(bare)
	same := func(o meaning) bool { return o.unit == m.unit && o.former == "" && m.kind == o.kind }
	if !slices.ContainsFunc(p.meanings, same) { // a commune that kept its name is one reading
		p.meanings = append(p.meanings, m)
	}
}

func (g *gazetteer) entry(bare string) *place {
	ws := words(bare)
	for _, p := range g.places[ws[0].fold] {
		if slices.EqualFunc(p.words, ws, func(a, b word) bool { return a.exact == b.exact }) {
			return p
		}
	}
	p := &place{words: ws}
	g.places[ws[0].fold] = append(g.places[ws[0].fold], p)
	return p
}

// at returns the longest name standing at ws[i:]; names that differ only in
// marks that were not typed are read together.
func (g *gazetteer) at(ws []word, i int) (place, int) {
	var found place
	for _, p := range g.places[ws[i].fold] {
		n := len(p.words)
		if found.words != nil && n < len(found.words) {
			break
		}
		if !readsAt(ws, i, p.words) || anyMarked(ws[i:i+n]) && !sameMarks(ws[i:i+n], p.words) {
			continue
		}
		found.words = ws[i : i+n]
		found.meanings = append(slices.Clip(found.meanings), p.meanings...)
		found.district = cmp.Or(found.district, p.district)
	}
	return found, len(found.words)
}

func sameMarks(typed, name []word) bool {
	return slices.EqualFunc(typed, name, func(a, b word) bool { return a.exact == b.exact })
}

// current keeps the readings that are units of today, of the given kind.
func (p place) current(kind string) []meaning {
	return slices.DeleteFunc(slices.Clone(p.meanings), func(m meaning) bool {
		return m.former != "" || kind != "" && m.kind != kind
	})
}

// units lists the distinct units of some readings.
func unitsOf(ms []meaning) []string {
	var codes []string
	for _, m := range ms {
		if !slices.Contains(codes, m.unit) {
			codes = append(codes, m.unit)
		}
	}
	return codes
}
