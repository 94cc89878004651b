package answer

import (
	"strings"

	"phatngon/knowledge/answer/bearing"
	"phatngon/knowledge/answer/corpus"
	"phatngon/knowledge/answer/quotable"
	"phatngon/knowledge/lang"
	"phatngon/knowledge/statement"
)

// The same, asked of another place.

func (f *follower) placesHeld(s statement.Statement) bool {
	places := f.named()
	return len(places) == 0 || corpus.Agree(f.snap.Places[s.Code], places)
}

// named are the places the message names; of one that turns to something else a name
// needs no "xã" or "phường".
func (f *follower) named() []string {
	places := f.PlacesIn(f.asked.Text)
	if len(places) == 0 && f.turns {
		name := bearing.WordsThat(f.snap.Index, f.asked.Text, f.weighs)
		for _, kind := range []string{"xã ", "phường ", "xa ", "phuong "} {
			places = append(places, f.Communes(kind+name)...)
		}
	}
	return places
}

// elsewhere asks the topic of another place, with the thresholds of a whole question.
func (f *follower) elsewhere() (Answer, bool) {
	places := f.named()
	if len(places) == 0 && !f.turnsOnly() {
		return Answer{}, false
	}
	q := f.asked
	q.Text, q.Vector = f.withoutPlaces(f.topic.Asked[len(f.topic.Asked)-1])+" "+f.asked.Text, nil
	read := f.snap.Index.Read(q.Text)
	found := f.agreeing(f.snap, q, read, f.snap.Naming(places, f.snap.Find(q, read)))
	if len(found) == 0 || !corpus.Agree(f.snap.Places[found[0].Code], places) || len(places) == 0 && !f.has(bearing.SaidIn(found[0].Statement)) {
		return Answer{}, false
	}
	a := Answer{Status: Related, Confidence: found[0].Sure(), SuggestedUnit: found[0].Unit}
	if a.Quotes = f.quotes(f.snap, found[0], read, quotable.OneAnswer); len(a.Quotes) == 0 {
		return Answer{}, false
	}
	if found[0].Confidence >= AnswerAt {
		a.Status, a.SuggestedUnit = Answered, ""
	}
	return a, true
}

// withoutPlaces is a question without the words of the places of the topic's statement.
func (f *follower) withoutPlaces(text string) string {
	s := f.snap.All[f.topic.Statement]
	drop := map[string]bool{}
	for _, key := range lang.Keys(strings.Join(append(s.Places, f.UnitName(s.Unit)), " ")) {
		drop[lang.Fold(key)] = true
	}
	for _, kept := range []string{"xa", "phuong"} {
		delete(drop, kept)
	}
	var kept []string
	for _, w := range strings.Fields(text) {
		if !drop[strings.Trim(lang.Fold(strings.ToLower(w)), ".,?!;:")] {
			kept = append(kept, w)
		}
	}
	return strings.Trim(strings.Join(kept, " "), " ?.!")
}
