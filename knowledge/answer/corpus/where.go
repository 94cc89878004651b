package corpus

import (
	"slices"
	"strings"
	"time"

	"phatngon/knowledge/answer/bearing"
	"phatngon/knowledge/statement"
)

// The right topic in the wrong place is a wrong answer. A question that names
// communes is therefore answered at once only from a statement that names one
// of them too, and so with numbered roads.

const (
	placeDepth = 5 // findings that may take the place of the best
)

// InPlace puts first, of the findings that may answer, the best one that names
// a place text names; without one the best is left with too little confidence
// to answer.
func (b *Base) InPlace(snap *Snapshot, text string, found []Finding) []Finding {
	if len(found) == 0 || found[0].Confidence < AnswerAt {
		return found
	}
	return snap.Naming(b.PlacesIn(text), found)
}

// Communes lists the communes that text names, none without Options.Places.
func (b *Base) Communes(text string) []string {
	if b.Options.Places == nil {
		return nil
	}
	return b.Options.Places(text)
}

// PlacesIn lists the communes and numbered roads that text names.
func (b *Base) PlacesIn(text string) []string { return append(b.Communes(text), roads(text)...) }

// Naming is InPlace for the places asked about.
func (snap *Snapshot) Naming(asked []string, found []Finding) []Finding {
	if len(asked) == 0 || len(found) == 0 || found[0].Confidence < AnswerAt {
		return found
	}
	for i, f := range found[:min(placeDepth, len(found))] {
		if f.Confidence >= AnswerAt && Agree(snap.Places[f.Code], asked) {
			return slices.Insert(slices.Delete(found, i, i+1), 0, f)
		}
	}
	found[0].Confidence = HeldAt
	return found
}

func isRoad(place string) bool {
	return strings.HasPrefix(place, "QL") || strings.HasPrefix(place, "ĐT")
}

// Agree reports whether some of what is held is asked about: of the roads, where
// any is asked about, and of the communes.
func Agree(held, asked []string) bool {
	for _, road := range []bool{true, false} {
		kind := func(place string) bool { return isRoad(place) == road }
		if slices.ContainsFunc(asked, kind) && !slices.ContainsFunc(asked, func(a string) bool { return kind(a) && slices.Contains(held, a) }) {
			return false
		}
	}
	return true
}

// placesOf lists the places that each statement of snap names, by its code,
// its unit among them; old is spared reading again.
func (b *Base) placesOf(snap, old *Snapshot) map[string][]string {
	places := make(map[string][]string, len(snap.docs))
	for _, code := range snap.docs {
		s := snap.All[code]
		if held, ok := old.Places[code]; ok && bearing.SameWords(s, old.All[code]) {
			places[code] = held
			continue
		}
		places[code] = append(b.placesNamedBy(s), s.Unit)
	}
	return places
}

// communesSince is when the communes of today began (Resolution 1686/NQ-UBTVQH15).
var communesSince = time.Date(2025, time.July, 1, 0, 0, 0, 0, statement.Vietnam)

func (b *Base) placesNamedBy(s statement.Statement) []string {
	text := strings.Join(slices.Concat([]string{s.Title}, s.Questions, s.Places, []string{s.Body}), "\n")
	if b.Options.PlacesToday == nil || s.IssuedAt.Before(communesSince) {
		return b.PlacesIn(text)
	}
	return append(b.Options.PlacesToday(text), roads(text)...)
}
