package routing

import "slices"

// PlacesNamed lists the codes of the communes of today that a text names, each
// once: by their kind ("xã Hoằng Hóa", "p. ham rong", "UBND xã …"), or by a
// bare name of two syllables or more in its own marks that is no street,
// school or everyday word where it stands. A former commune stands for all
// communes it went to, a name that several have for all of them; what is only
// a former district, or the province, for none.
func (r *Registry) PlacesNamed(text string) []string { return r.places.named(text, anyReading) }

// PlacesToday is PlacesNamed for what an office wrote since the communes of
// today exist (1 July 2025, Resolution 1686/NQ-UBTVQH15): a name that one of
// them bears is that one and no former commune of the same name.
func (r *Registry) PlacesToday(text string) []string { return r.places.named(text, presentReading) }

func (g *gazetteer) named(text string, read func([]meaning) []meaning) []string {
	ws := cut(text, -1)
	var codes []string
	var last named
	for i := 0; i < len(ws); {
		p, n := g.at(ws, i)
		if n == 0 {
			i++
			continue
		}
		last = g.nameAt(ws, i, p, last)
		codes = unique(codes, unitsOf(read(last.readings)))
		i += n
	}
	return codes
}

// named is a place name met and what it stands for.
type named struct {
	readings  []meaning
	districts []string // former districts of what it stands for
	typed     bool     // it says that it is a commune
	kind      string   // "xã", "phường", "thị trấn"; "" when it does not say
	list      bool     // "các xã …": names that follow are of this kind too
	end       int      // where the name ends
}

// nameAt reads the name p at ws[i:], which may go on where the last one ended:
// "các xã Mường Lý, Trung Lý và Bát Mọt"; "xã Tân Thành, Thường Xuân".
func (g *gazetteer) nameAt(ws []word, i int, p place, last named) named {
	now := named{end: i + len(p.words)}
	t, kind, begin := typeBefore(ws, i)
	after := last.typed && i > 0 && (last.end == i || last.end == i-1 && ws[i-1].fold == "va")
	switch {
	case t == districtType || len(p.meanings) == 0:
		return now
	case t == communeType && spelled(ws, begin, i, p):
		now.typed, now.kind, now.list = true, kind, begin > 0 && ws[begin-1].fold == "cac"
	case after && (last.list || last.end < i):
		now.typed, now.kind, now.list = true, last.kind, last.list
	case after && slices.Contains(last.districts, p.district):
		return now // it only says where the commune before it lies
	case len(p.words) < 2 || !g.exact(p.words) || !trusted(p, ws, i) || !anyMarked(p.words) && !allCapital(p.words):
		return now
	case len(g.districts[p.district]) == 2: // a former town that became two communes
		for _, unit := range g.districts[p.district] {
			now.readings = append(now.readings, meaning{unit: unit})
		}
	}
	now.readings = append(now.readings, p.ofKind(now.kind)...)
	for _, m := range now.readings {
		now.districts = append(now.districts, m.districts...)
	}
	return now
}

func anyReading(ms []meaning) []meaning { return ms }

// presentReading keeps the communes that bear the name today, all when none does.
func presentReading(ms []meaning) []meaning {
	kept := slices.DeleteFunc(slices.Clone(ms), func(m meaning) bool { return m.former != "" })
	if len(kept) == 0 {
		return ms
	}
	return kept
}

// spelled reports whether the words from begin to i can mean the kind of the
// place p at i: with marks they must be its own ("địa phương", "cách xa" are
// not), without they count only before a name that has none either.
func spelled(ws []word, begin, i int, p place) bool {
	if begin > 0 && ws[begin-1].fold == "dia" { // dia phuong
		return false
	}
	for _, w := range ws[begin:i] {
		switch own := ownMarks(w.fold); {
		case w.exact == own:
		case w.marked() || anyMarked(p.words):
			return false
		}
	}
	return true
}

// ownMarks writes a syllable of a commune's kind, as word.exact has it; an
// abbreviation is its own.
func ownMarks(fold string) string {
	switch fold {
	case "xa":
		return "xa\u0303"
	case "phuong":
		return "phu\u031bo\u031bng\u0300"
	case "thi":
		return "thi\u0323"
	case "tran":
		return "tra\u0302n\u0301"
	}
	return fold
}

// exact reports whether ws is, mark for mark, one of the names.
func (g *gazetteer) exact(ws []word) bool {
	return slices.ContainsFunc(g.places[ws[0].fold], func(p *place) bool { return sameMarks(ws, p.words) })
}

// ofKind keeps the readings of the given kind, all when there are none.
func (p place) ofKind(kind string) []meaning {
	kept := slices.DeleteFunc(slices.Clone(p.meanings), func(m meaning) bool { return m.kind != kind })
	if len(kept) == 0 {
		return p.meanings
	}
	return kept
}
