// Package privacy finds what tells who a person is in text that is about to become
// public, stays on record or goes to a server. It reads Vietnamese with and without
// diacritics. It works by signs, so it finds most and never all: somebody looks too.
// Pure, in linear time.
package privacy

import (
	"cmp"
	"slices"
)

// Kind is what was found.
type Kind string

// Maybe is what could be personal and often is not: an office's telephone, a bare
// name, an address without a home.
const (
	Phone     Kind = "phone"
	CitizenID Kind = "citizen-id"
	Bank      Kind = "bank"
	Plate     Kind = "plate"
	Email     Kind = "email"
	Address   Kind = "address"
	Name      Kind = "name"
	Health    Kind = "health"
	Maybe     Kind = "maybe"
)

// Finding is a span of the text, in bytes.
type Finding struct {
	Kind       Kind
	Start, End int
	Text       string
}

// Find reports what is personal in a text, in its order. Findings of different
// kinds may lie in one another (the illness of somebody named).
func Find(text string) []Finding {
	t := read(text)
	var all []Finding
	for _, look := range []func(plain) []Finding{emails, plates, numbers, names, addresses, health} {
		all = append(all, look(t)...)
	}
	for i := range all {
		all[i].Start, all[i].End = t.original(all[i].Start, all[i].End)
		all[i].Text = text[all[i].Start:all[i].End]
	}
	return settled(all)
}

// settled puts findings in order and drops what another says as well: the same kind
// overlapping, and a doubt where there is certainty.
func settled(all []Finding) []Finding {
	slices.SortFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Kind, b.Kind))
	})
	all = withoutDoubts(all)
	last := map[Kind]int{}
	return slices.DeleteFunc(all, func(f Finding) bool {
		if f.Start < last[f.Kind] {
			return true
		}
		last[f.Kind] = f.End
		return false
	})
}

// withoutDoubts drops every Maybe that overlaps something certain; all is in order.
func withoutDoubts(all []Finding) []Finding {
	var kept []Finding
	sure := 0 // where the last certain finding ends
	for i, f := range all {
		if f.Kind != Maybe {
			sure = max(sure, f.End)
			kept = append(kept, f)
			continue
		}
		next := slices.IndexFunc(all[i+1:], func(g Finding) bool { return g.Kind != Maybe || g.Start >= f.End })
		overlapped := next >= 0 && all[i+1+next].Kind != Maybe && all[i+1+next].Start < f.End
		if f.Start >= sure && !overlapped {
			kept = append(kept, f)
		}
	}
	return kept
}
