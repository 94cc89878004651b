package answer

import (
	"slices"
	"strings"

	"phatngon/knowledge/statement"
)

// The right topic in the wrong place is a wrong answer. A question that names
// communes is therefore answered at once only from a statement that names one
// of them too, and so with numbered roads.

const (
	placeDepth = 5 // findings that may take the place of the best
)

// inPlace puts first, of the findings that may answer, the best one that names
// a place text names; without one the best is left with too little confidence
// to answer.
func (b *known) inPlace(snap *snapshot, text string, found []finding) []finding {
	if len(found) == 0 || found[0].confidence < AnswerAt {
		return found
	}
	return snap.naming(b.placesIn(text), found)
}

// communes lists the communes that text names, none without Options.Places.
func (b *known) communes(text string) []string {
	if b.options.Places == nil {
		return nil
	}
	return b.options.Places(text)
}

// placesIn lists the communes and numbered roads that text names.
func (b *known) placesIn(text string) []string { return append(b.communes(text), roads(text)...) }

// naming is inPlace for the places asked about.
func (snap *snapshot) naming(asked []string, found []finding) []finding {
	if len(asked) == 0 || len(found) == 0 || found[0].confidence < AnswerAt {
		return found
	}
	for i, f := range found[:min(placeDepth, len(found))] {
		if f.confidence >= AnswerAt && agree(snap.places[f.Code], asked) {
			return slices.Insert(slices.Delete(found, i, i+1), 0, f)
		}
	}
	found[0].confidence = heldAt
	return found
}

func isRoad(place string) bool {
	return strings.HasPrefix(place, "QL") || strings.HasPrefix(place, "ĐT")
}

// agree reports whether some of what is held is asked about: of the roads, where
// any is asked about, and of the communes.
func agree(held, asked []string) bool {
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
func (b *known) placesOf(snap, old *snapshot) map[string][]string {
	places := make(map[string][]string, len(snap.docs))
	for _, code := range snap.docs {
		s := snap.all[code]
		if held, ok := old.places[code]; ok && sameWords(s, old.all[code]) {
			places[code] = held
			continue
		}
		text := slices.Concat([]string{s.Title}, s.Questions, s.Places, []string{s.Body})
		places[code] = append(b.placesIn(strings.Join(text, "\n")), s.Unit)
	}
	return places
}

func sameWords(a, b statement.Statement) bool {
	return a.Title == b.Title && a.Body == b.Body && a.Unit == b.Unit &&
		slices.Equal(a.Questions, b.Questions) && slices.Equal(a.Places, b.Places)
}
