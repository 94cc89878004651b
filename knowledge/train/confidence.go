package main

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"phatngon/knowledge"
	"phatngon/knowledge/index"
)

const (
	sureTrees = 80
	sureDepth = 4
	sureRate  = 0.1
	sureHold  = 5.0
)

// An example is the first result of one question, and whether it was right.
type example struct {
	signals index.Signals
	right   bool
	weight  float64
	set     string
	kind    string
	n       int
}

// The kinds of examples and what each weighs.
const (
	asked     = "asked"      // of the whole set
	near      = "near"       // with the texts that answer taken away
	far       = "far"        // of another set's texts
	small     = "small"      // of a small base that has the answer
	smallNone = "small none" // and of one that does not
	casual    = "casual"     // of a small base, in quite other words
)

var kindWeight = map[string]float64{asked: 1, near: 0.6, far: 0.4, small: 1, smallNone: 1, casual: 0.5}

// examples asks every question in every way. Who ranks did not learn from the
// question: weights of one half rank the other.
func examples(sets []set, golden set) []example {
	var half [2]*index.Weights
	for k := range half {
		half[k] = learnRank(part(sets, func(n int) bool { return n%2 != k }))
	}
	all := goldenExamples(golden, learnRank(sets))
	for _, s := range sets {
		for _, q := range s.questions {
			x := asker{s.index, half[q.n%2], &all, s.name}
			x.ask(q, asked, q.relevant, nil)
			x.ask(q, near, nil, func(doc int) bool { return !q.relevant[doc] })
			for _, other := range sets {
				if strangers(s.name, other.name) {
					asker{other.index, half[q.n%2], &all, s.name}.ask(q, far, nil, nil)
				}
			}
		}
		for _, base := range smallBases(s) {
			for _, q := range base.questions {
				kind := small
				if len(q.relevant) == 0 {
					kind = smallNone
				}
				asker{base.index, half[q.n%2], &all, s.name}.ask(q, kind, q.relevant, nil)
			}
		}
	}
	return all
}

// strangers reports whether no question of one set can be answered by the
// other: the law sets answer each other's.
func strangers(a, b string) bool { return (a == "news_title") != (b == "news_title") }

type asker struct {
	index   *index.Index
	weights *index.Weights
	into    *[]example
	set     string
}

func (a asker) ask(q question, kind string, relevant map[int]bool, allow func(int) bool) {
	read := a.index.Read(q.text)
	matches := a.index.SearchWith(a.weights, read, allow)
	if len(matches) == 0 {
		return
	}
	*a.into = append(*a.into, example{
		signals: a.index.Signals(read, matches, 0), right: relevant[matches[0].Doc],
		weight: kindWeight[kind], set: a.set, kind: kind, n: q.n,
	})
}

// smallBases cuts bases of about 80 texts out of s, asked what they answer and
// as much that they do not.
func smallBases(s set) []set {
	const texts, answered = 80, 55
	var all []set
	for from := 0; from+2*answered <= len(s.questions)/spellings; from += 2 * answered {
		base := set{name: s.name}
		at := map[int]int{}
		take := func(doc int) {
			if _, ok := at[doc]; !ok {
				at[doc] = len(base.docs)
				base.docs = append(base.docs, s.docs[doc])
			}
		}
		for _, q := range s.questions {
			if q.n >= from && q.n < from+answered {
				for _, doc := range slices.Sorted(maps.Keys(q.relevant)) {
					take(doc)
				}
			}
		}
		for doc := from * 7; len(base.docs) < texts; doc++ {
			take(doc % len(s.docs))
		}
		for _, q := range s.questions {
			if q.n < from || q.n >= from+2*answered {
				continue
			}
			here := q
			here.relevant = map[int]bool{}
			for doc := range q.relevant {
				if to, ok := at[doc]; ok {
					here.relevant[to] = true
				}
			}
			base.questions = append(base.questions, here)
		}
		base.index = index.Build(base.docs)
		all = append(all, base)
	}
	return all
}

const spellings = 3

// growConfidence grows trees with the logistic loss.
func growConfidence(all []example) (bias float64, trees []index.Tree) {
	var raw [][]float64
	right, total := 0.0, 0.0
	for i := range all {
		raw = append(raw, all[i].signals[:])
		total += all[i].weight
		if all[i].right {
			right += all[i].weight
		}
	}
	bias = math.Round(math.Log(right/(total-right))*1e4) / 1e4
	score := slices.Repeat([]float64{bias}, len(raw))
	gr := newGrower(raw, score, sureHold, func(gr *grower) {
		for i, e := range all {
			p := 1 / (1 + math.Exp(-gr.score[i]))
			gr.g[i], gr.h[i] = e.weight*p, max(e.weight*p*(1-p), 1e-6)
			if e.right {
				gr.g[i] -= e.weight
			}
		}
	})
	return bias, gr.grow(sureTrees, sureDepth, sureRate)
}

// judgeConfidence learns on the examples that learn wants and prints how the
// others are told apart.
func judgeConfidence(all []example, learn func(example) bool) {
	var w index.Weights
	w.Bias, w.Confidence = growConfidence(slices.DeleteFunc(slices.Clone(all), func(e example) bool { return !learn(e) }))
	by := map[string]map[string][]float64{}
	for _, e := range all {
		if learn(e) {
			continue
		}
		if by[e.set] == nil {
			by[e.set] = map[string][]float64{}
		}
		by[e.set][e.kind] = append(by[e.set][e.kind], w.Sure(&e.signals))
	}
	for _, name := range slices.Sorted(maps.Keys(by)) {
		kinds := by[name]
		for _, at := range []float64{0.5, 0.6, 0.7, 0.8, 0.9} {
			fmt.Printf("  %-12s at %.1f: small base %.3f answered, casual %.3f, not covered %.3f\n", name, at,
				above(kinds[small], at), above(kinds[casual], at), above(kinds[smallNone], at))
		}
		fmt.Printf("  %-12s AUROC near %.3f far %.3f small base %.3f\n", name, knowledge.AUROC(kinds[asked], kinds[near]),
			knowledge.AUROC(kinds[asked], kinds[far]), knowledge.AUROC(kinds[small], kinds[smallNone]))
	}
}

func above(values []float64, limit float64) float64 {
	n := 0.0
	for _, v := range values {
		if v >= limit {
			n++
		}
	}
	return n / max(float64(len(values)), 1)
}
