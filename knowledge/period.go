package knowledge

import (
	"slices"
	"strconv"
	"strings"
	"time"

	vietnamese "phatngon/knowledge/text"
)

// A period is the past a question asks about in so many words: days, months or
// years that are over, or a document by its number.
type period struct {
	spans     []stretch
	documents []string // numbers, as "1950"
}

// A stretch is the time [from, to).
type stretch struct{ from, to time.Time }

// firstYear is the earliest number read as a year.
const firstYear = 1975

// papers are the words before the number of a document, without diacritics.
var papers = []string{
	"quyet dinh", "qd", "nghi quyet", "nq", "ke hoach", "kh", "chi thi", "ct", "cong van", "cv", "thong bao", "tb",
	"bao cao", "van ban",
}

// periodOf reads the past a question names at a time.
func periodOf(question string, now time.Time) period {
	var p period
	tokens := vietnamese.Tokens(question)
	for i, t := range tokens {
		n := numberAt(tokens, i)
		if n < 0 {
			continue
		}
		if n >= firstYear && n <= now.In(vietnam).Year() {
			if s := stretchBefore(tokens, i, n); !s.to.After(now) {
				p.spans = append(p.spans, s)
			}
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

// numberAt is the whole number at token i, -1 when it is none.
func numberAt(tokens []vietnamese.Token, i int) int {
	if i < 0 || !vietnamese.IsNumber(tokens[i].Key) {
		return -1
	}
	n, err := strconv.Atoi(tokens[i].Key)
	if err != nil {
		return -1
	}
	return n
}

// stretchBefore is the year at token i, or its month or day when the numbers
// before it say so ("10/2026", "07/9/2026", "tháng 10 năm 2026").
func stretchBefore(tokens []vietnamese.Token, i, year int) stretch {
	before := i - 1
	if before >= 0 && vietnamese.FoldKey(tokens[before].Key) == "nam" {
		before--
	}
	month := numberAt(tokens, before)
	if month < 1 || month > 12 {
		from := time.Date(year, 1, 1, 0, 0, 0, 0, vietnam)
		return stretch{from, from.AddDate(1, 0, 0)}
	}
	before--
	if before >= 0 && vietnamese.FoldKey(tokens[before].Key) == "thang" {
		before--
	}
	if day := numberAt(tokens, before); day >= 1 && day <= 31 {
		from := time.Date(year, time.Month(month), day, 0, 0, 0, 0, vietnam)
		return stretch{from, from.AddDate(0, 0, 1)}
	}
	from := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, vietnam)
	return stretch{from, from.AddDate(0, 1, 0)}
}

// concerns reports whether s belongs to the period: its document is named, or
// a time it held in, or the year in its title.
func (p period) concerns(s Statement) bool {
	if number := vietnamese.Keys(s.DocumentNo); len(number) > 0 && slices.Contains(p.documents, number[0]) {
		return true
	}
	from, to := s.IssuedAt, s.IssuedAt
	if s.ValidFrom != nil && s.ValidFrom.Before(from) {
		from = *s.ValidFrom
	}
	if s.ValidUntil != nil {
		to = *s.ValidUntil
	}
	return slices.ContainsFunc(p.spans, func(span stretch) bool {
		return span.from.Before(to) && from.Before(span.to) ||
			slices.Contains(vietnamese.Keys(s.Title), strconv.Itoa(span.from.In(vietnam).Year()))
	})
}
