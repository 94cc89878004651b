package routing

import "slices"

// reading is what one text says about where it belongs.
type reading struct {
	bodies    []string       // units named outright, in order
	topics    map[string]int // unit → weight of the matters named
	landmarks []string
	local     bool // a small matter that is the commune's first
	province  bool // the province itself is addressed
	hits      []hit
	changes   []Change
}

// hit is a place name met, with what it can mean.
type hit struct {
	meanings []meaning
	district string // the name is, or is also, a former district's
	only     bool   // it is nothing but the district
}

// read goes over the text four times: places that say what they are ("xã …")
// are certain; then come names of bodies, then topics and landmarks; bare place
// names take what is left.
func (r *Registry) read(ws []word) *reading {
	rd := &reading{topics: map[string]int{}}
	free := make([]bool, len(ws))
	for i := range free {
		free[i] = true
	}
	scan(free, func(i int) int { return r.places.readTyped(rd, ws, i) })
	for _, index := range []phraseIndex{r.names, r.matters} {
		scan(free, func(i int) int {
			leads, n := index.at(ws, i)
			if n > 0 && slices.Contains(free[i:i+n], false) {
				return 0
			}
			return rd.take(leads, ws, n)
		})
	}
	scan(free, func(i int) int { return r.places.readBare(rd, ws, i) })
	return rd
}

// scan calls read at every free word; what it says it has used up is free no
// longer. A negative answer passes over that many words and leaves them free.
func scan(free []bool, read func(i int) int) {
	for i := 0; i < len(free); {
		if !free[i] {
			i++
			continue
		}
		n := read(i)
		for k := i; k < i+n; k++ {
			free[k] = false
		}
		i += max(n, -n, 1)
	}
}

// take notes the leads of one phrase of n words. A name uses its words up, so
// that no place is read inside it; a topic does not (negative, see scan).
func (rd *reading) take(leads []lead, ws []word, n int) int {
	name := false
	for _, l := range leads {
		switch {
		case l.unit == ProvinceCommittee:
			rd.province = true
			name = name || l.kind == leadBody
		case l.kind == leadBody:
			rd.addBody(l.unit)
			name = true
		case l.kind == leadTopic:
			rd.topics[l.unit] += l.weight
		case l.kind == leadLandmark:
			rd.landmarks = append(rd.landmarks, l.unit)
			name = true
		case l.kind == leadLocal:
			rd.local = true
		}
	}
	if l, ok := successor(leads, ws); ok {
		rd.addBody(l.unit)
		rd.addChange(Change{Old: l.old, New: l.unit})
		name = true
	}
	if name {
		return n
	}
	return -n
}

// successor picks, among the units that share a dissolved body's work, the one
// whose matter the text names, else the one that took the rest.
func successor(leads []lead, ws []word) (lead, bool) {
	var rest lead
	for _, l := range leads {
		if l.kind != leadFormer {
			continue
		}
		if slices.ContainsFunc(l.only, func(matter []word) bool { return contains(ws, matter) }) {
			return l, true
		}
		if len(l.only) == 0 && rest.unit == "" {
			rest = l
		}
	}
	return rest, rest.unit != ""
}

func (rd *reading) addBody(unit string) {
	if !slices.Contains(rd.bodies, unit) {
		rd.bodies = append(rd.bodies, unit)
	}
}

func (rd *reading) addChange(c Change) {
	if c.Old != c.New && !slices.Contains(rd.changes, c) {
		rd.changes = append(rd.changes, c)
	}
}

// placeType is the word before a place name.
type placeType int

const (
	untyped placeType = iota
	communeType
	districtType
)

// typeBefore reads the type word before ws[i]: its kind when it names one, and
// where it begins.
func typeBefore(ws []word, i int) (t placeType, kind string, begin int) {
	before := func(k int) string {
		if i-k < 0 {
			return ""
		}
		return ws[i-k].fold
	}
	two := before(2) + " " + before(1)
	switch {
	case two == "thi xa", two == "thanh pho":
		return districtType, "", i - 2
	case two == "thi tran":
		return communeType, "thị trấn", i - 2
	case before(1) == "huyen", before(1) == "h", before(1) == "tp", before(1) == "tx":
		return districtType, "", i - 1
	case before(1) == "xa", before(1) == "x":
		return communeType, "xã", i - 1
	case before(1) == "phuong", before(1) == "p":
		return communeType, "phường", i - 1
	case before(1) == "tt":
		return communeType, "", i - 1
	}
	return untyped, "", i
}

// committeeBefore reports whether "UBND", "ủy ban …" stands just before ws[i].
func committeeBefore(ws []word, i int) bool {
	if i == 0 {
		return false
	}
	switch ws[i-1].fold {
	case "ubnd", "ub":
		return true
	case "ban":
		return i > 1 && ws[i-2].fold == "uy"
	case "dan":
		return i > 3 && ws[i-2].fold == "nhan" && ws[i-3].fold == "ban" && ws[i-4].fold == "uy"
	}
	return false
}

// readTyped reads a place name at ws[i] that has its type word before it and
// returns its length, 0 for none.
func (g *gazetteer) readTyped(rd *reading, ws []word, i int) int {
	p, n := g.at(ws, i)
	t, kind, begin := typeBefore(ws, i)
	switch {
	case n == 0 || t == untyped:
		return 0
	case t == districtType && p.district != "":
		rd.hits = append(rd.hits, hit{district: p.district, only: true})
		rd.addChange(Change{Old: p.district})
		return n
	case t == districtType || len(p.meanings) == 0:
		return 0
	case committeeBefore(ws, begin) && len(p.current(kind)) == 1:
		rd.addBody(p.current(kind)[0].unit)
	default:
		rd.hits = append(rd.hits, hit{meanings: g.withDistrict(p), district: p.district})
	}
	return n
}

// readBare reads a place name without a type word.
func (g *gazetteer) readBare(rd *reading, ws []word, i int) int {
	p, n := g.at(ws, i)
	if n > 0 && trusted(p, ws, i) {
		rd.hits = append(rd.hits, g.bare(p))
	}
	return n
}

// withDistrict adds to a commune's readings the communes of an abolished
// district of the same name that has no seat of that name today as its only
// reading: "xã Đông Sơn nào" may mean any of the old district's.
func (g *gazetteer) withDistrict(p place) []meaning {
	if p.district == "" || len(unitsOf(p.meanings)) < 2 {
		return p.meanings
	}
	ms := slices.Clone(p.meanings)
	for _, unit := range g.districts[p.district] {
		if !slices.Contains(unitsOf(ms), unit) {
			ms = append(ms, meaning{unit: unit, districts: []string{p.district}})
		}
	}
	return ms
}

// bare reads a name without a type word. The name of a former district stands
// for its seat, unless the name has readings elsewhere; a district of two
// communes stands for both.
func (g *gazetteer) bare(p place) hit {
	inside := func(m meaning) bool { return slices.Contains(g.districts[p.district], m.unit) }
	seat := p.current("")
	if p.district == "" || len(seat) == 0 || !allOf(p.meanings, inside) {
		return hit{meanings: g.withDistrict(p), district: p.district, only: len(p.meanings) == 0}
	}
	return hit{meanings: seat[:1], district: p.district}
}

func allOf(ms []meaning, ok func(meaning) bool) bool {
	return !slices.ContainsFunc(ms, func(m meaning) bool { return !ok(m) })
}
