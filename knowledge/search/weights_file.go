package search

import (
	"encoding/json"
	"fmt"
	"slices"
)

// scorerFile is a Scorer as it is stored: values by name.
type scorerFile struct {
	Bias   float64     `json:"bias"`
	Trees  []treeFile  `json:"trees"`
	Inputs []inputFile `json:"inputs"` // of the nets
	Words  []wordFile  `json:"words"`  // units of the word layer, where there is one
	Nets   []netFile   `json:"nets"`
}

type treeFile struct {
	If   []string  `json:"if"`
	Cut  []float64 `json:"above"`
	Leaf []float64 `json:"then"`
}

type inputFile struct {
	Name  string  `json:"name"`
	Mean  float32 `json:"mean"`
	Scale float32 `json:"scale"`
}

// ParseWeights reads what Format wrote.
func ParseWeights(file []byte) (*Weights, error) {
	var f map[string]scorerFile
	if err := json.Unmarshal(file, &f); err != nil {
		return nil, fmt.Errorf("read weights: %w", err)
	}
	w := &Weights{}
	for _, part := range w.parts() {
		stored, ok := f[part.name]
		if !ok {
			return nil, fmt.Errorf("no weights named %q", part.name)
		}
		if err := part.parse(stored); err != nil {
			return nil, fmt.Errorf("weights named %q: %w", part.name, err)
		}
	}
	return w, nil
}

type weightsPart struct {
	name   string
	scorer *Scorer
	values []string
	words  bool // it hears words
}

func (w *Weights) parts() []weightsPart {
	return []weightsPart{{"rank", &w.Rank, featureNames[:], false}, {"right", &w.Right, signalNames, true}, {"known", &w.Known, signalNames, true}}
}

func (p *weightsPart) parse(f scorerFile) (err error) {
	s, names, inputs := p.scorer, p.values, len(p.values)
	s.Bias = f.Bias
	if p.words {
		if s.Words, err = wordLayer(f.Words); err != nil {
			return err
		}
		inputs += WordUnits
	}
	for _, stored := range f.Trees {
		t, err := stored.tree(names)
		if err != nil {
			return err
		}
		s.Trees = append(s.Trees, t)
	}
	if len(f.Nets) > 0 {
		if err := s.hear(f.Inputs, names); err != nil {
			return err
		}
	}
	for _, stored := range f.Nets {
		n, err := stored.net(inputs)
		if err != nil {
			return err
		}
		s.Nets = append(s.Nets, n)
	}
	return nil
}

func (h *Hearing) hear(inputs []inputFile, names []string) error {
	if len(inputs) != len(names) {
		return fmt.Errorf("%d inputs where %d are", len(inputs), len(names))
	}
	for i, in := range inputs {
		if in.Name != names[i] {
			return fmt.Errorf("input %q where %q is", in.Name, names[i])
		}
		h.Mean, h.Scale = append(h.Mean, in.Mean), append(h.Scale, in.Scale)
	}
	return nil
}

func (f treeFile) tree(names []string) (t Tree, err error) {
	if len(f.If) != treeNodes || len(f.Cut) != treeNodes || len(f.Leaf) != treeLeaves {
		return t, fmt.Errorf("a tree of %d cuts and %d leaves", len(f.Cut), len(f.Leaf))
	}
	copy(t.Cut[:], f.Cut)
	copy(t.Leaf[:], f.Leaf)
	for i, name := range f.If {
		at := slices.Index(names, name)
		if at < 0 {
			return t, fmt.Errorf("no value %q", name)
		}
		t.Feature[i] = uint8(at)
	}
	return t, nil
}

// Format writes w as a readable file, one tree, input or unit a line.
func (w *Weights) Format() []byte {
	b := []byte("{\n")
	for i, part := range w.parts() {
		if i > 0 {
			b = append(b, ",\n"...)
		}
		b = part.append(b)
	}
	return append(b, "\n}\n"...)
}

func (p *weightsPart) append(b []byte) []byte {
	s := p.scorer
	b = fmt.Appendf(b, "%q: {\"bias\": %v,\n\"trees\": [", p.name, s.Bias)
	for i := range s.Trees {
		b = appendItem(b, i, s.Trees[i].file(p.values))
	}
	b = append(b, "],\n\"inputs\": ["...)
	for i := range s.Mean {
		b = appendItem(b, i, inputFile{p.values[i], s.Mean[i], s.Scale[i]})
	}
	if s.Words != nil {
		b = append(b, "],\n\"words\": ["...)
		for i := range s.Words.Units {
			b = appendItem(b, i, s.Words.Units[i].file())
		}
	}
	b = append(b, "],\n\"nets\": ["...)
	for i := range s.Nets {
		b = s.Nets[i].append(b, i)
	}
	return append(b, "]}"...)
}

func (t *Tree) file(names []string) treeFile {
	f := treeFile{Cut: t.Cut[:], Leaf: t.Leaf[:]}
	for _, feature := range t.Feature {
		f.If = append(f.If, names[feature])
	}
	return f
}

func appendItem(b []byte, i int, item any) []byte {
	if i > 0 {
		b = append(b, ',')
	}
	return append(append(b, '\n'), encode(item)...)
}

func encode(item any) []byte {
	encoded, err := json.Marshal(item)
	if err != nil {
		panic("index: weights are numbers and names: " + err.Error())
	}
	return encoded
}
