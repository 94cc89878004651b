package main

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"phatngon/knowledge/search"
	"phatngon/knowledge/tools/eval"
)

const folds = 3

// tryRank prints the ranking of weights on questions they were not learned on.
func tryRank(sets []set, own ...set) {
	fmt.Println("nDCG@10 of weights learned on two thirds of the questions, judged on the other:")
	var thirds figures
	for k := range folds {
		all := append(slices.Clone(sets), own...)
		w := learnRank(part(all, func(n int) bool { return n%folds != k }))
		for _, s := range part(all, func(n int) bool { return n%folds == k }) {
			thirds.judge(s, w)
		}
	}
	thirds.print()
	for i, s := range sets {
		fmt.Printf("nDCG@10 of weights learned on the other sets only, judged on %s:\n", s.name)
		var f figures
		f.judge(s, learnRank(slices.Concat(sets[:i], sets[i+1:], own)))
		f.print()
	}
}

// trySure prints how well answerable and unanswerable are told apart.
func trySure(sets []set, all []example) {
	fmt.Println("confidence learned on two thirds of the questions, judged on the other:")
	scores := make([]scored, len(all))
	for k := range folds {
		scoreSure(all, scores, func(e example) bool { return e.n%folds != k })
	}
	judgeSure(all, scores, "")
	for _, s := range sets {
		fmt.Printf("confidence learned on the other sets only, judged on %s:\n", s.name)
		scoreSure(all, scores, func(e example) bool { return e.set != s.name })
		judgeSure(all, scores, s.name)
	}
}

// scored is both probabilities.
type scored struct{ right, known float64 }

// scoreSure learns on the examples that learn wants and scores the others.
func scoreSure(all []example, scores []scored, learn func(example) bool) {
	var w search.Weights
	learnSure(&w, slices.DeleteFunc(slices.Clone(all), func(e example) bool { return !learn(e) }))
	for i := range all {
		if !learn(all[i]) {
			scores[i] = scored{w.Right.Sure(all[i].view)[0], w.Known.Sure(all[i].view)[0]}
		}
	}
}

// judgeSure prints the figures of the texts of one set, or of all.
func judgeSure(all []example, scores []scored, only string) {
	by := map[string]map[string][]scored{}
	for i, e := range all {
		if only != "" && e.of != only || e.file == casual && e.kind == near {
			continue
		}
		if by[e.of] == nil {
			by[e.of] = map[string][]scored{}
		}
		by[e.of][e.kind] = append(by[e.of][e.kind], scores[i])
	}
	for _, name := range slices.Sorted(maps.Keys(by)) {
		kinds := by[name]
		for _, p := range []struct {
			name string
			of   func(scored) float64
		}{{"known", func(s scored) float64 { return s.known }}, {"right", func(s scored) float64 { return s.right }}} {
			fmt.Printf("  %-12s AUROC of %s: near %.3f far %.3f small base %.3f\n", name, p.name,
				auroc(kinds[asked], kinds[near], p.of), auroc(kinds[asked], kinds[far], p.of), auroc(kinds[small], kinds[smallNone], p.of))
		}
		for _, at := range []float64{0.6, 0.7, 0.8} {
			fmt.Printf("  %-12s at %.1f: small base %.3f answered, casual %.3f, not covered %.3f\n", name, at,
				above(kinds[small], at), above(kinds[inOther], at), above(kinds[smallNone], at))
		}
	}
}

func auroc(some, none []scored, of func(scored) float64) float64 {
	if len(some) == 0 || len(none) == 0 {
		return math.NaN()
	}
	take := func(all []scored) []float64 {
		var values []float64
		for _, s := range all {
			values = append(values, of(s))
		}
		return values
	}
	return eval.AUROC(take(some), take(none))
}

func above(values []scored, limit float64) float64 {
	n := 0.0
	for _, v := range values {
		if v.right >= limit {
			n++
		}
	}
	return n / max(float64(len(values)), 1)
}
