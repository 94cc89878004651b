package answer

import (
	"slices"
	"strings"
)

// What a story asks is asked alone first: the words of the rest are about other things.

// inStory answers what a story asks. whole, which rests on best, is what asking the story
// itself gives; that counts where what is asked finds nothing, or finds the same.
func (b *Base) inStory(snap *snapshot, q Question, asked string, whole Answer, best finding) Answer {
	a, found := b.askAlone(snap, q, asked)
	switch {
	case a.Status.Asserts(), a.Status == Related && !whole.Status.Asserts():
		return a
	case !whole.Status.Asserts() || found.Code == "" && whole.Status != Partial:
		return whole
	case found.Code == best.Code: // the story says well enough what it is about
		return b.ofStory(snap, asked, a, found)
	case a.Status == Related:
		return a
	}
	whole.Status, whole.Uncovered, whole.Quotes = Related, nil, whole.Quotes[:1]
	whole.SuggestedUnit = best.Unit
	return whole
}

// ofStory quotes what a statement says to what is asked, asserted where it has all words
// of that.
func (b *Base) ofStory(snap *snapshot, asked string, a Answer, found finding) Answer {
	read := snap.index.Read(asked)
	quotes := b.quotes(snap, found, read, oneAnswer)
	if len(quotes) == 0 || found.doubted {
		return a
	}
	var said []string
	for _, q := range quotes {
		said = append(said, q.Quote)
	}
	a = Answer{Status: Related, Quotes: quotes, Confidence: found.sure(), SuggestedUnit: found.Unit}
	if bears(snap.index, strings.Join(said, "\n"), read) {
		a.Status, a.SuggestedUnit = Answered, ""
	}
	return a
}

// askAlone answers what a story asks as if nothing else had been said.
func (b *Base) askAlone(snap *snapshot, q Question, asked string) (Answer, finding) {
	alone := q
	alone.Text, alone.Vector = asked, nil
	a, best := b.askAll(snap, alone)
	if a.Status.Asserts() && !b.livesThere(snap, q.Text, asked, a) {
		a.Status, a.Uncovered = Related, nil
		a.Quotes, a.SuggestedUnit = a.Quotes[:1], best.Unit
	}
	return a, best
}

// livesThere reports whether what answers is of a commune that a story names, where it
// names any and what it asks names none.
func (b *Base) livesThere(snap *snapshot, story, asked string, a Answer) bool {
	places := b.communes(story)
	if len(places) == 0 || len(b.communes(asked)) > 0 {
		return true
	}
	return !slices.ContainsFunc(a.Statements(), func(code string) bool {
		return len(snap.all[code].Places) > 0 && !agree(snap.places[code], places)
	})
}
