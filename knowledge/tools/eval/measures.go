package eval

import (
	"cmp"
	"math"
	"slices"
	"time"

	"phatngon/knowledge/answer"
)

// add counts one question's result.
func (r *QueryReport) add(ids []string, relevant map[string]bool, k int) {
	r.Count++
	hits, dcg, ideal, reciprocal := 0.0, 0.0, 0.0, 0.0
	for i := range min(k, len(relevant)) {
		ideal += 1 / math.Log2(float64(i+2))
	}
	total := float64(len(relevant))
	for i, id := range ids {
		if relevant[id] {
			hits++
			if i < k {
				dcg += 1 / math.Log2(float64(i+2))
				reciprocal = max(reciprocal, 1/float64(i+1))
			}
		}
		switch i {
		case 0:
			r.Recall1 += hits / total
		case 4:
			r.Recall5 += hits / total
		case 9:
			r.Recall10 += hits / total
		}
	}
	if len(ids) < 5 {
		r.Recall5 += hits / total
	}
	if len(ids) < 10 {
		r.Recall10 += hits / total
	}
	r.NDCG += dcg / ideal
	r.MRR += reciprocal
}

func (r *QueryReport) average() {
	n := float64(max(r.Count, 1))
	for _, sum := range []*float64{&r.Recall1, &r.Recall5, &r.Recall10, &r.MRR, &r.NDCG} {
		*sum /= n
	}
}

// decide counts what the three outcomes would have been.
func (r *QueryReport) decide(asked []judged) {
	for _, j := range asked {
		switch {
		case j.confidence >= answer.AnswerAt && j.right:
			r.Answered++
		case j.confidence >= answer.AnswerAt:
			r.Wrong++
		case j.known >= answer.RelatedAt:
			r.Clarified++
		}
	}
	n := float64(max(r.Count, 1))
	r.Answered, r.Wrong, r.Clarified = r.Answered/n, r.Wrong/n, r.Clarified/n
	r.Reliability = reliability(asked)
}

// reliability compares in ten steps how sure the search was with how often it
// was right.
func reliability(asked []judged) []Step {
	steps := make([]Step, 10)
	for i := range steps {
		steps[i].From = float64(i) / 10
	}
	for _, j := range asked {
		s := &steps[min(int(j.confidence*10), 9)]
		s.Count++
		s.Said += j.confidence
		if j.right {
			s.Right++
		}
	}
	for i := range steps {
		steps[i].Said /= float64(max(steps[i].Count, 1))
		steps[i].Right /= float64(max(steps[i].Count, 1))
	}
	return slices.DeleteFunc(steps, func(s Step) bool { return s.Count == 0 })
}

// measure compares what is thought of answerable and of unanswerable questions.
func (r *RefusalReport) measure(asked, none []judged) {
	r.Count = len(none)
	confidence := func(j judged) float64 { return j.confidence }
	known := func(j judged) float64 { return j.known }
	r.AUROC = auroc(values(asked, known), values(none, known))
	r.AUROCFirst = auroc(values(asked, confidence), values(none, confidence))
	r.Refused = shareBelow(values(none, confidence), answer.AnswerAt)
	r.AskedBack = max(0, r.Refused-shareBelow(values(none, known), answer.RelatedAt))
	r.AnswerRate = 1 - shareBelow(values(asked, confidence), answer.AnswerAt)
	r.AnsweredAt90 = 1 - shareBelow(values(none, confidence), quantile(values(asked, confidence), 0.1))
	r.Best = bestCoverage(asked, none)
	r.Reliability = reliability(slices.Concat(asked, none))
}

func values(all []judged, of func(judged) float64) []float64 {
	values := make([]float64, len(all))
	for i, j := range all {
		values[i] = of(j)
	}
	return values
}

// mostWrong is the share of answers given that may be wrong where the best
// coverage is looked for.
const mostWrong = 0.05

// bestCoverage is the most answerable questions that a threshold can answer
// rightly while of all answers given, to these questions and to as many
// unanswerable ones as there are, at most mostWrong are wrong.
func bestCoverage(asked, none []judged) (best Coverage) {
	all := slices.Concat(asked, none)
	slices.SortFunc(all, func(a, b judged) int { return cmp.Compare(b.confidence, a.confidence) })
	right := 0.0
	for i, j := range all {
		if j.right {
			right++
		}
		last := i+1 == len(all) || all[i+1].confidence < j.confidence
		if wrong := float64(i+1) - right; last && wrong <= mostWrong*float64(i+1) {
			best = Coverage{j.confidence, right / float64(len(asked)), wrong / float64(i+1)}
		}
	}
	return best
}

// auroc is the chance that an answerable question has the higher confidence.
func auroc(some, none []float64) float64 {
	slices.Sort(none)
	wins := 0.0
	for _, c := range some {
		below, _ := slices.BinarySearch(none, c)
		upTo, _ := slices.BinarySearchFunc(none, c, func(v, target float64) int {
			if v <= target {
				return -1
			}
			return 1
		})
		wins += float64(below) + float64(upTo-below)/2
	}
	return wins / float64(max(len(some)*len(none), 1))
}

func shareBelow(values []float64, limit float64) float64 {
	n := 0
	for _, v := range values {
		if v < limit {
			n++
		}
	}
	return float64(n) / float64(max(len(values), 1))
}

// quantile is the value below which the share of values lies.
func quantile[T cmp.Ordered](values []T, share float64) T {
	var zero T
	if len(values) == 0 {
		return zero
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)]
}

func seconds(d time.Duration) float64 { return d.Seconds() }

// AUROC is the chance that one of some is above one of none.
func AUROC(some, none []float64) float64 { return auroc(some, none) }
