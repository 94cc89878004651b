package slots

import (
	"regexp"
	"slices"
	"strings"
)

var (
	nextYear = phrases("năm sau|sang năm|năm tới")
	// sequel words after "năm sau" count from a time told.
	sequel = phrases("đó|khi|này|ấy")
	// longAgo is before anything that is said here, if a year is asked for.
	longAgo   = phrases("ngày xưa|hồi xưa|thuở|hồi bé|hồi nhỏ|hồi còn|hồi tôi còn|hồi trẻ|bao cấp|tôi còn trẻ|tui còn trẻ")
	whichYear = phrases("năm nào|năm mấy|năm bao nhiêu|năm đó|tháng mấy")
)

// compared is with what something is compared: of that time nothing else is told.
var compared = regexp.MustCompile(`(?i)(so với|bằng|cao hơn|thấp hơn|nhiều hơn|ít hơn)( cùng kỳ)?( \p{L}+){0,3} (tháng \d{1,2}[/ ])?(năm )?\d{4}`)

// comparing words ask for a comparison.
var comparing = phrases("so với|hơn năm|cùng kỳ|tăng|giảm")

// timeRule disagrees with a quote of a statement that names no such time.
func timeRule(j *judge) Verdict {
	words := j.asking()
	asked := dates(j.Text, words)
	if at, n := find(words, nextYear); at >= 0 && digits(words, at-1) < 0 && begins(words, at+n, sequel) == 0 {
		asked = append(asked, date{year: j.Now.Year() + 1})
	}
	other := func(d date) bool { return !j.ofTime(d) }
	if slices.ContainsFunc(asked, other) && !j.ownTime() {
		return j.disagree(OtherTime, 0, len(words))
	}
	if at, n := find(j.words, longAgo); at >= 0 && has(words, whichYear) && !has(j.all, longAgo) {
		return Verdict{Disagrees, OtherTime, j.typed(at, at+n)}
	}
	return Verdict{}
}

// ofTime reports whether the source names d, or times on both sides of it.
func (j *judge) ofTime(d date) bool {
	if issued := (date{0, int(j.IssuedAt.Month()), j.IssuedAt.Year()}); d.day == 0 && (d.month == 0 || d.month == issued.month) && (d.year == 0 || d.year == issued.year) {
		return true
	}
	compares := has(j.asking(), comparing)
	return slices.ContainsFunc(slices.Concat(sentences(j.Title), sentences(j.Body), j.Also), func(s string) bool {
		if !compares {
			s = compared.ReplaceAllString(s, "")
		}
		all := dates(s, textWords(s))
		return slices.ContainsFunc(all, d.said) || d.within(all)
	})
}

// ownTime reports whether what asks only begins with when somebody did
// something themselves: "e làm hầm từ tháng 5, có được tính không".
func (j *judge) ownTime() bool {
	words := j.asking()
	if begins(words, 0, selves) == 0 && begins(words, 1, selves) == 0 {
		return false
	}
	for i := j.from + 1; i < j.to; i++ {
		if strings.Contains(j.gap(i), ",") {
			return !has(j.words[j.from:i], interrogatives) && len(dates(j.Text, j.words[i:j.to])) == 0
		}
	}
	return false
}

// interrogatives are the words of asking.
var interrogatives = phrases("bao nhiêu|mấy|nào|đâu|gì|ai|sao|bao giờ|bao lâu|không|chưa|chi|mô|răng")
