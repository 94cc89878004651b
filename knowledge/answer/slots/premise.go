package slots

import (
	"maps"
	"regexp"
	"slices"
)

var (
	// hearsay asks to have confirmed what was heard; so does what begins with one
	// of confirming.
	hearsay    = phrases("có đúng|đúng không|đúng ko|đúng hay sai|phải không|thật không|thật hay giả|có thật|nghe nói|nghe bảo|nghe đồn|người ta đồn|sao lại")
	confirming = phrases("có phải")
	denial     = regexp.MustCompile(`(?i)không đúng|không chính xác|sai sự thật|bịa đặt|tin giả|bác bỏ|không có (việc|chuyện|chủ trương|căn cứ)|chưa có chủ trương|là giả`)
)

// premiseRule finds that the quote denies what the question heard. One that
// asks for a number or date asks for what is in no denial.
func premiseRule(j *judge) Verdict {
	heard := has(j.asking(), hearsay) || begins(j.asking(), 0, confirming) > 0
	if heard && j.wanted() == nil && j.denied() {
		return Verdict{Ruling: Corrects}
	}
	return Verdict{}
}

// deniedShare is which part of the words asked about a denial must have: a denial that the
// dam broke says nothing of water let out of it.
const deniedShare = 0.6

// denied reports whether a sentence that denies is about what is asked.
func (j *judge) denied() bool {
	return slices.ContainsFunc(j.units, func(unit string) bool {
		return denial.MatchString(unit) && j.share(unit) >= deniedShare
	})
}

// share is which part of the ordinary words that ask a text has.
func (j *judge) share(text string) float64 {
	asked, said := map[string]bool{}, map[string]bool{}
	for _, key := range j.Means {
		asked[key] = slices.ContainsFunc(j.asking(), func(w word) bool { return w.key == key })
	}
	maps.DeleteFunc(asked, func(_ string, asks bool) bool { return !asks })
	for _, w := range textWords(text) {
		if key := j.Means[w.key]; asked[key] {
			said[key] = true
		}
	}
	return float64(len(said)) / float64(max(len(asked), 1))
}
