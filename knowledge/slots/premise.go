package slots

import "regexp"

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

// denied reports whether a sentence that denies is about what is asked.
func (j *judge) denied() bool {
	for _, unit := range j.units {
		if denial.MatchString(unit) && j.says(unit, j.asking()) {
			return true
		}
	}
	return false
}
