package answer

import (
	"cmp"
	"maps"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
	"slices"
)

const (
	// enoughHints is how many hints say so much of what a statement answers that they may
	// speak against it too; fewer only speak for it.
	enoughHints = 4
	hintDepth   = 3    // findings whose hints are looked at
	byHintAt    = 0.75 // share of a question that the hints of a statement must have to lead to it
	mostByHint  = 2
	commonWords = 2048 // a word of so many statements leads nowhere
	byHintKnown = 0.02 // how likely what only a hint leads to answers, before it was looked at
)

// byHints adds to found what only hints lead to, judges the first of all that have hints
// anew, and puts first what is then far surer. What a unit's own question settled stays.
func (b *Base) byHints(snap *snapshot, q Question, read *search.Query, found []finding) []finding {
	if len(snap.hintWords) == 0 || len(found) > 0 && found[0].Asks(statement.Wording(q.Text)) {
		return found
	}
	c := comparing(snap.index, q.Text, read)
	found = append(found, hintedAt(snap, q, c, found)...)
	for i := range found {
		if f := &found[i]; len(f.Hints) > 0 && (i < hintDepth || f.byHint) {
			f.like = c.with(b.hints.read(snap.index, f.Statement, b.unitName(f.Unit)))
			f.signals = f.like.signals(f.confidence, f.known, c.words)
			f.confidence = judged(*f)
		}
	}
	return surest(found)
}

// judged is the confidence in f by its hints. Few hints only speak for it. One that is the
// very question makes it an answer, and no surer: an officer ticked it, nobody signed it.
func judged(f finding) float64 {
	sure := hintWeights.confidence(f.signals, AnswerAt)
	if f.like.same {
		sure = max(sure, AnswerAt)
	}
	if len(f.Hints) < enoughHints {
		sure = max(sure, f.confidence)
	}
	return sure
}

// surest puts first, of the found whose hints were looked at, one that is far surer than
// the first and has hints.
func surest(found []finding) []finding {
	best, lead := 0, hintLead
	for i, f := range found {
		if f.signals != nil && f.confidence > found[best].confidence+lead {
			best, lead = i, 0
		}
	}
	own := found[best].like.same && found[best].Unit == found[0].Unit
	if best == 0 || found[0].confidence >= AnswerAt && !own {
		return found
	}
	f := found[best]
	return slices.Insert(slices.Delete(found, best, best+1), 0, f)
}

// hintLead is how much surer the next must be to come first.
const hintLead = 0.1

// hintedAt are the statements that hints lead to and found lacks, which may be said to q.
func hintedAt(snap *snapshot, q Question, c compared, found []finding) []finding {
	words := map[string]uint64{}
	for key, m := range c.meanings {
		if codes := snap.hintWords[key]; ordinary(c.asked[m.Word]) && len(codes) < commonWords {
			for _, code := range codes {
				words[code] |= 1 << m.Word
			}
		}
	}
	about := periodOf(q.Text, q.Now)
	var all []finding
	for _, code := range slices.Sorted(maps.Keys(words)) {
		s := snap.all[code]
		f := finding{Statement: s, standing: snap.standing(s, q.Audience, q.Now), score: c.share(words[code]), confidence: byHintKnown, known: byHintKnown, byHint: true}
		held := slices.ContainsFunc(found, func(other finding) bool { return other.Code == code })
		if f.score >= byHintAt && !held && snap.sayable(s, q, about) {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b finding) int { return cmp.Compare(b.score, a.score) })
	return all[:min(len(all), mostByHint)]
}
