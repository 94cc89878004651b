package index

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"phatngon/knowledge/data"
)

// TreeTop is how many of the first results the trees look at; the linear
// weights alone order what comes after.
const TreeTop = 24

// Weights are what was learned from labelled questions; knowledge/train writes
// them.
type Weights struct {
	Rank       [featureCount]float64
	Trees      []Tree  // on top of Rank
	Bias       float64 // log-odds of the confidence before any signal
	Confidence []Tree
}

// Tree is a full binary tree: node i has the children 2i+1 and 2i+2; a value
// above its cut goes to the second.
type Tree struct {
	Feature []int
	Cut     []float64
	Leaf    []float64
}

func (t *Tree) score(values []float64) float64 {
	node := 0
	for node < len(t.Feature) {
		if values[t.Feature[node]] > t.Cut[node] {
			node = 2*node + 2
		} else {
			node = 2*node + 1
		}
	}
	return t.Leaf[node-len(t.Feature)]
}

// Sort scores matches and puts the best first.
func (w *Weights) Sort(matches []Match) {
	for i := range matches {
		m := &matches[i]
		m.Score = 0
		for j, v := range m.Features {
			m.Score += v * w.Rank[j]
		}
	}
	order := func(a, b Match) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Doc, b.Doc)) }
	slices.SortFunc(matches, order)
	first := matches[:min(len(matches), TreeTop)]
	for i := range first {
		for t := range w.Trees {
			first[i].Score += w.Trees[t].score(first[i].Features[:])
		}
	}
	slices.SortFunc(first, order)
}

// Sure is the probability that the result with these signals is right.
func (w *Weights) Sure(s *Signals) float64 {
	z := w.Bias
	for i := range w.Confidence {
		z += w.Confidence[i].score(s[:])
	}
	return 1 / (1 + math.Exp(-z))
}

// FirstWeights is what learning starts from, and keeps for features no set
// shows.
func FirstWeights() [featureCount]float64 {
	return [featureCount]float64{
		docWords: 4, docPlain: 1, docPairs: 3, passageWords: 3, passagePairs: 4, headWords: 1, headPrecision: 2,
		rareWords: 1, longestRun: 1,
	}
}

// weightsFile is Weights as they are stored, values by name.
type weightsFile struct {
	Rank       map[string]float64 `json:"rank"`
	Trees      []treeFile         `json:"trees"`
	Bias       float64            `json:"bias"`
	Confidence []treeFile         `json:"confidence"`
}

type treeFile struct {
	If   []string  `json:"if"`
	Cut  []float64 `json:"above"`
	Leaf []float64 `json:"then"`
}

// shipped are the weights the program comes with.
var shipped = mustWeights(data.Weights)

func mustWeights(file []byte) *Weights {
	w, err := ParseWeights(file)
	if err != nil {
		panic("index: the embedded weights: " + err.Error())
	}
	return w
}

// ParseWeights reads what Format wrote.
func ParseWeights(file []byte) (*Weights, error) {
	var f weightsFile
	if err := json.Unmarshal(file, &f); err != nil {
		return nil, fmt.Errorf("read weights: %w", err)
	}
	w := &Weights{Bias: f.Bias}
	for name, v := range f.Rank {
		i := slices.Index(featureNames[:], name)
		if i < 0 {
			return nil, fmt.Errorf("no feature %q", name)
		}
		w.Rank[i] = v
	}
	var err error
	if w.Trees, err = parseTrees(f.Trees, featureNames[:]); err != nil {
		return nil, err
	}
	w.Confidence, err = parseTrees(f.Confidence, signalNames)
	return w, err
}

func parseTrees(files []treeFile, names []string) ([]Tree, error) {
	var trees []Tree
	for _, f := range files {
		t := Tree{Cut: f.Cut, Leaf: f.Leaf}
		for _, name := range f.If {
			t.Feature = append(t.Feature, slices.Index(names, name))
		}
		if slices.Contains(t.Feature, -1) || len(t.Cut) != len(t.Feature) || len(t.Leaf) != len(t.Feature)+1 {
			return nil, fmt.Errorf("bad tree %v", f)
		}
		trees = append(trees, t)
	}
	return trees, nil
}

// Format writes w as a readable file, one tree a line.
func (w *Weights) Format() []byte {
	f := weightsFile{Rank: map[string]float64{}, Bias: w.Bias}
	for i, v := range w.Rank {
		f.Rank[featureNames[i]] = v
	}
	var b []byte
	b = append(b, "{\n\"rank\": "...)
	b = appendJSON(b, f.Rank)
	b = append(b, ",\n\"trees\": "...)
	b = appendTrees(b, w.Trees, featureNames[:])
	b = append(b, ",\n\"bias\": "...)
	b = appendJSON(b, w.Bias)
	b = append(b, ",\n\"confidence\": "...)
	b = appendTrees(b, w.Confidence, signalNames)
	return append(b, "\n}\n"...)
}

func appendTrees(b []byte, trees []Tree, names []string) []byte {
	b = append(b, '[')
	for i, t := range trees {
		if i > 0 {
			b = append(b, ',')
		}
		f := treeFile{Cut: t.Cut, Leaf: t.Leaf}
		for _, feature := range t.Feature {
			f.If = append(f.If, names[feature])
		}
		b = appendJSON(append(b, '\n'), f)
	}
	return append(b, ']')
}

func appendJSON(b []byte, v any) []byte {
	encoded, err := json.Marshal(v)
	if err != nil {
		panic("index: weights are numbers and names: " + err.Error())
	}
	return append(b, encoded...)
}
