package answer

import (
	"encoding/json"
	"fmt"
	"math"

	"phatngon/knowledge/data"
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

// signals are what a statement found with confidence is judged by, where a question of some words is like its hints.
func (l likeness) signals(confidence, known float64, words int) HintSignals {
	s := HintSignals{
		1, logit(confidence), logit(known), l.inHint, l.precision, l.inPiece, l.inAll, float64(min(l.missing, 4)), yes(l.missing == 0),
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
// hints is as sure as one without that is just answered.
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

// confidence is the probability, put so that what is said at an answer's threshold keeps its meaning.
func (w HintWeights) confidence(s HintSignals, answerAt float64) float64 {
	shifted := logit(w.Probability(s)) - logit(w.AnswerAt) + logit(answerAt)
	return 1 / (1 + math.Exp(-shifted))
}
