package corpus

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/statement"
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

// PeriodOf reads the past a question names at a time.
func PeriodOf(question string, now time.Time) period {
	var p period
	tokens := lang.Tokens(question)
	for i, t := range tokens {
		if s, _, ok := stretchAt(tokens, i, now); ok && !s.to.After(now) {
			p.spans = append(p.spans, s)
		}
		if numberAt(tokens, i) < 0 {
			continue
		}
		before := ""
		for _, w := range tokens[max(0, i-2):i] {
			before += " " + lang.FoldKey(w.Key)
		}
		if slices.ContainsFunc(papers, func(paper string) bool { return strings.HasSuffix(before, " "+paper) }) {
			p.documents = append(p.documents, t.Key)
		}
	}
	return p
}

// numberAt is the whole number at token i, -1 when it is none.
func numberAt(tokens []lang.Token, i int) int {
	if i < 0 || !lang.IsNumber(tokens[i].Key) {
		return -1
	}
	n, err := strconv.Atoi(tokens[i].Key)
	if err != nil {
		return -1
	}
	return n
}

// stretchAt is the time whose year is token i, up to the year of now: a year,
// or its month or day when the numbers before it say so ("10/2026", "07/9/2026",
// "tháng 10 năm 2026"). begin is its first token.
func stretchAt(tokens []lang.Token, i int, now time.Time) (s stretch, begin int, ok bool) {
	year := numberAt(tokens, i)
	if year < firstYear || year > now.In(statement.Vietnam).Year() {
		return s, 0, false
	}
	at := skip(tokens, i-1, "nam")
	month := numberAt(tokens, at)
	if month < 1 || month > 12 {
		from := time.Date(year, 1, 1, 0, 0, 0, 0, statement.Vietnam)
		return stretch{from, from.AddDate(1, 0, 0)}, at + 1, true
	}
	at = skip(tokens, at-1, "thang")
	if day := numberAt(tokens, at); day >= 1 && day <= 31 {
		from := time.Date(year, time.Month(month), day, 0, 0, 0, 0, statement.Vietnam)
		return stretch{from, from.AddDate(0, 0, 1)}, skip(tokens, at-1, "ngay") + 1, true
	}
	from := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, statement.Vietnam)
	return stretch{from, from.AddDate(0, 1, 0)}, at + 1, true
}

// skip is the token before i when token i is word, else i.
func skip(tokens []lang.Token, i int, word string) int {
	if i >= 0 && lang.FoldKey(tokens[i].Key) == word {
		return i - 1
	}
	return i
}

// Concerns reports whether s belongs to the period: its document is named, or
// a time it held in, or the year in its title.
func (p period) Concerns(s statement.Statement) bool {
	if number := lang.Keys(s.DocumentNo); len(number) > 0 && slices.Contains(p.documents, number[0]) {
		return true
	}
	held := heldUntil(s, s.IssuedAt)
	return slices.ContainsFunc(p.spans, func(span stretch) bool {
		return span.meets(held) || slices.Contains(lang.Keys(s.Title), strconv.Itoa(span.from.In(statement.Vietnam).Year()))
	})
}

// heldUntil is the time s holds in, up to end when it does not say.
func heldUntil(s statement.Statement, end time.Time) stretch {
	held := stretch{s.IssuedAt, end}
	if s.ValidFrom != nil && s.ValidFrom.Before(held.from) {
		held.from = *s.ValidFrom
	}
	if s.ValidUntil != nil {
		held.to = *s.ValidUntil
	}
	return held
}

func (s stretch) meets(other stretch) bool { return s.from.Before(other.to) && other.from.Before(s.to) }
