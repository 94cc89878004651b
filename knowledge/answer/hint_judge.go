package answer

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"phatngon/knowledge/data"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

const (
	// enoughHints is how many hints say so much of what a statement answers that they may
	// speak against it too; fewer only speak for it.
	enoughHints = 4
	hintDepth   = 3 // findings whose hints are looked at
)

// HintSignals are what a statement with hints is judged by, in the order of HintSignalNames.
type HintSignals []float64

// HintSignalNames are what the file of weights calls the signals.
var HintSignalNames = hintSignalNames()

func hintSignalNames() []string {
	names := []string{
		"always", "confidence", "known", "in_hint", "precision", "in_piece", "in_all", "missing", "nothing_missing", "told", "not_told",
		"words", "in_hint_precision", "aim_piece", "aim_hint",
	}
	for _, a := range aimNames[1:] {
		names = append(names, "aims_"+a, "no_hint_aims_"+a)
	}
	return names
}

// signals are what f is judged by, of a question of some words that is like its hints.
func (l likeness) signals(f finding, words int) HintSignals {
	s := HintSignals{
		1, logit(f.confidence), logit(f.known), l.inHint, l.precision, l.inPiece, l.inAll, float64(min(l.missing, 4)), yes(l.missing == 0),
		yes(l.told == 1), yes(l.told == -1), math.Log1p(float64(words)), l.inHint * l.precision, l.aimPiece, l.aimHint,
	}
	for a := range aims - 1 {
		s = append(s, yes(l.aim == a+1), yes(l.aim == a+1 && l.ofAim == 0))
	}
	return s
}

func yes(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// logit of a probability, of none that is quite sure.
func logit(p float64) float64 {
	const sure = 1e-4
	p = min(max(p, sure), 1-sure)
	return math.Log(p / (1 - p))
}

// HintWeights are a weight for each signal, and the probability at which a statement with
// hints is as sure as one without at AnswerAt.
type HintWeights struct {
	AnswerAt float64            `json:"answer_at"`
	Weights  map[string]float64 `json:"weights"`
}

var hintWeights = readHintWeights(data.HintWeights)

func readHintWeights(file []byte) HintWeights {
	var w HintWeights
	if err := json.Unmarshal(file, &w); err != nil {
		panic(fmt.Sprintf("answer: hint weights: %v", err)) // the file is part of the program
	}
	return w
}

// Probability is how likely a statement answers that has these signals.
func (w HintWeights) Probability(s HintSignals) float64 {
	sum := 0.0
	for i, name := range HintSignalNames {
		sum += w.Weights[name] * s[i]
	}
	return 1 / (1 + math.Exp(-sum))
}

// confidence is the probability, put so that what is said at AnswerAt keeps its meaning.
func (w HintWeights) confidence(s HintSignals) float64 {
	shifted := logit(w.Probability(s)) - logit(w.AnswerAt) + logit(AnswerAt)
	return 1 / (1 + math.Exp(-shifted))
}

// byHints adds to found what only hints lead to, judges the first of all that have hints
// anew, and puts first what is then far surer. What a unit's own question settled stays.
func (b *Base) byHints(snap *snapshot, q Question, read *search.Query, found []finding) []finding {
	if len(snap.hintWords) == 0 || len(found) > 0 && found[0].Asks(statement.Wording(q.Text)) {
		return found
	}
	c := snap.comparing(q.Text, read)
	found = append(found, snap.hintedAt(q, c, found)...)
	for i := range found {
		if f := &found[i]; len(f.Hints) > 0 && (i < hintDepth || f.byHint) {
			f.like = c.with(b.hints.read(snap, f.Statement, b.unitName(f.Unit)))
			f.signals = f.like.signals(*f, c.words)
			f.confidence = f.judged()
		}
	}
	return surest(found)
}

// judged is the confidence in f by its hints. Few hints only speak for it. One that is the
// very question makes it an answer, and no surer: an officer ticked it, nobody signed it.
func (f finding) judged() float64 {
	sure := hintWeights.confidence(f.signals)
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
	best := 0
	for i, f := range found {
		if f.signals != nil && f.confidence > found[best].confidence+yes(best == 0)*hintLead {
			best = i
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
