package answer

import (
	"cmp"
	"maps"
	"slices"

	"phatngon/knowledge/answer/corpus"
	"phatngon/knowledge/answer/hinting"
	"phatngon/knowledge/answer/message"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

const (
	// enoughHints is how many hints say so much of what a statement answers that they may
	// speak against it too; fewer only speak for it.
	enoughHints = 4
	hintDepth   = 3    // findings whose hints are looked at
	byHintAt    = 0.75 // share of a question that the hints of a statement must have to lead to it
	mostByHint  = 2
	commonWords = 2048 // a word of so many statements leads nowhere
	// matterKnown is how likely any text answers where hints may make an answer of one; below,
	// what is asked about is probably nothing that was spoken of.
	matterKnown = 0.05
	unasserted  = AnswerAt - 0.005
	byHintKnown = 0.02 // how likely what only a hint leads to answers, before it was looked at
)

// byHints adds to found what only hints lead to, judges the first of all that have hints
// anew, and puts first what is then far surer. What a unit's own question settled stays.
func (b *Base) byHints(snap *corpus.Snapshot, q Question, read *search.Query, found []corpus.Finding) []corpus.Finding {
	if len(snap.HintWords) == 0 || len(found) > 0 && found[0].Asks(statement.Wording(q.Text)) {
		return found
	}
	c := hinting.Compare(snap.Index, q.Text, read)
	found = append(found, hintedAt(snap, q, c, found)...)
	for i := range found {
		if f := &found[i]; len(f.Hints) > 0 && (i < hintDepth || f.ByHint) {
			f.Like = c.With(b.hints.Read(snap.Index, f.Statement, b.UnitName(f.Unit)))
			f.Signals = f.Like.Signals(f.Confidence, f.Known, c.Words)
			f.Confidence = judged(*f)
		}
	}
	return surest(found)
}

// judged is the confidence in f by its hints. Few hints only speak for it. One that is the
// very question makes it an answer, and no surer: an officer ticked it, nobody signed it.
func judged(f corpus.Finding) float64 {
	sure := hinting.Shipped.Confidence(f.Signals, AnswerAt)
	if f.Like.Same {
		sure = max(sure, AnswerAt)
	}
	if f.Known < matterKnown && !f.ByHint && !f.Like.Same && f.Confidence < AnswerAt {
		sure = min(sure, unasserted)
	}
	if len(f.Hints) < enoughHints {
		sure = max(sure, f.Confidence)
	}
	return sure
}

// surest puts first, of the found whose hints were looked at, one that is far surer than
// the first and has hints.
func surest(found []corpus.Finding) []corpus.Finding {
	best, lead := 0, hintLead
	for i, f := range found {
		if f.Signals != nil && f.Confidence > found[best].Confidence+lead {
			best, lead = i, 0
		}
	}
	own := found[best].Like.Same && found[best].Unit == found[0].Unit
	if best == 0 || found[0].Confidence >= AnswerAt && !own {
		return found
	}
	f := found[best]
	return slices.Insert(slices.Delete(found, best, best+1), 0, f)
}

// hintLead is how much surer the next must be to come first.
const hintLead = 0.1

// hintedAt are the statements that hints lead to and found lacks, which may be said to q.
func hintedAt(snap *corpus.Snapshot, q Question, c hinting.Compared, found []corpus.Finding) []corpus.Finding {
	words := map[string]uint64{}
	for key, m := range c.Meanings {
		if codes := snap.HintWords[key]; message.Ordinary(c.Asked[m.Word]) && len(codes) < commonWords {
			for _, code := range codes {
				words[code] |= 1 << m.Word
			}
		}
	}
	about := corpus.PeriodOf(q.Text, q.Now)
	var all []corpus.Finding
	for _, code := range slices.Sorted(maps.Keys(words)) {
		s := snap.All[code]
		f := corpus.Finding{Statement: s, Standing: snap.Standing(s, q.Audience, q.Now), Score: c.Share(words[code]), Confidence: byHintKnown, Known: byHintKnown, ByHint: true}
		held := slices.ContainsFunc(found, func(other corpus.Finding) bool { return other.Code == code })
		if f.Score >= byHintAt && !held && snap.Sayable(s, q, about) {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b corpus.Finding) int { return cmp.Compare(b.Score, a.Score) })
	return all[:min(len(all), mostByHint)]
}
