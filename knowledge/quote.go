package knowledge

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"phatngon/knowledge/index"
)

const (
	maxQuoteRunes = 600
	maxQuotes     = 3
	keepShare     = 0.4  // a sentence worth this share of the best one stays beside it
	moreGain      = 0.15 // a further span must add this share of the question
)

// Verify reports whether q is what s says, byte for byte, in that version.
func Verify(q Quote, s Statement) bool {
	return q.Statement == s.Code && q.Version == s.Version && q.Quote != "" &&
		0 <= q.Start && q.Start <= q.End && q.End <= len(s.Body) && s.Body[q.Start:q.End] == q.Quote
}

// quotable picks the spans of body that answer q best, best first.
func quotable(body string, x *index.Index, q *index.Query) []span {
	var picked []span
	var have index.Coverage
	all := blocks(body)
	for len(picked) < maxQuotes {
		best, gain := span{}, 0.0
		var cover index.Coverage
		for _, b := range all {
			s, c := pick(body, b, x, q)
			if slices.ContainsFunc(picked, func(p span) bool { return s.Start < p.End && p.Start < s.End }) {
				continue
			}
			if g := q.Gain(have, c); g > gain {
				best, gain, cover = s, g, c
			}
		}
		if gain == 0 || len(picked) > 0 && gain < moreGain {
			break
		}
		picked = append(picked, best)
		have = have.With(cover)
	}
	slices.SortFunc(picked, func(a, b span) int { return cmp.Compare(a.Start, b.Start) })
	return picked
}

// pick is the best span of one block: all of it when it is short, else the
// parts that answer with what stands between them, as long as they fit.
func pick(body string, b block, x *index.Index, q *index.Query) (span, index.Coverage) {
	if short(b.of(body)) {
		return b.span, q.Cover(x, b.of(body))
	}
	worth := make([]float64, len(b.parts))
	best := 0
	for i, part := range b.parts {
		worth[i] = q.Gain(index.Coverage{}, q.Cover(x, part.of(body)))
		if worth[i] > worth[best] {
			best = i
		}
	}
	s := b.parts[best]
	for i := best - 1; i >= 0; i-- {
		if !leans(body[s.Start:]) && worth[i] < keepShare*worth[best] || !short(body[b.parts[i].Start:s.End]) {
			break
		}
		s.Start = b.parts[i].Start
	}
	for i := best + 1; i < len(b.parts); i++ {
		if worth[i] < keepShare*worth[best] || !short(body[s.Start:b.parts[i].End]) {
			break
		}
		s.End = b.parts[i].End
	}
	return s, q.Cover(x, s.of(body))
}

func short(s string) bool { return utf8.RuneCountInString(s) <= maxQuoteRunes }

// leaning words begin a sentence that says little without the one before.
var leaning = []string{
	"Trong đó", "Tuy nhiên", "Đồng thời", "Theo đó", "Do đó", "Vì vậy", "Ngoài ra", "Mặt khác", "Nội dung này",
	"Việc này", "Riêng", "Còn", "Trường hợp này", "Số tiền này", "Cụ thể", "Như vậy", "Bên cạnh đó", "Sau đó",
	"Họ ", "Đây ", "Điều này", "Những ", "- ", "* ", "+ ", "• ", "– ",
}

func leans(sentence string) bool {
	return slices.ContainsFunc(leaning, func(start string) bool { return strings.HasPrefix(sentence, start) })
}
