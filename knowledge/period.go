package knowledge

import (
	"slices"
	"strconv"
	"strings"
	"time"

	vietnamese "phatngon/knowledge/text"
)

// A period is the past a question asks about in so many words: years before
// this one, or a document by its number.
type period struct {
	years     []int
	documents []string // numbers, as "1950"
}

// firstYear is the earliest number read as a year.
const firstYear = 1975

// papers are the words before the number of a document, without diacritics.
var papers = []string{
	"quyet dinh", "qd", "nghi quyet", "nq", "ke hoach", "kh", "chi thi", "ct", "cong van", "cv", "thong bao", "tb",
	"bao cao", "van ban", "so",
}

// periodOf reads the past a question names at a time.
func periodOf(question string, now time.Time) period {
	var p period
	tokens := vietnamese.Tokens(question)
	for i, t := range tokens {
		if !vietnamese.IsNumber(t.Key) {
			continue
		}
		n, err := strconv.Atoi(t.Key)
		if err == nil && n >= firstYear && n < now.In(vietnam).Year() {
			p.years = append(p.years, n)
		}
		before := ""
		for _, w := range tokens[max(0, i-2):i] {
			before += " " + vietnamese.FoldKey(w.Key)
		}
		if slices.ContainsFunc(papers, func(paper string) bool { return strings.HasSuffix(before, " "+paper) }) {
			p.documents = append(p.documents, t.Key)
		}
	}
	return p
}

// concerns reports whether s belongs to the period: its document is named, or
// a year of it that the statement held in or speaks of.
func (p period) concerns(s Statement) bool {
	if number := vietnamese.Keys(s.DocumentNo); len(number) > 0 && slices.Contains(p.documents, number[0]) {
		return true
	}
	last := s.IssuedAt.In(vietnam).Year()
	if s.ValidUntil != nil {
		last = s.ValidUntil.In(vietnam).Year()
	}
	return slices.ContainsFunc(p.years, func(year int) bool {
		return year >= s.IssuedAt.In(vietnam).Year() && year <= last ||
			slices.Contains(vietnamese.Keys(s.Title), strconv.Itoa(year))
	})
}
