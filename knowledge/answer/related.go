package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

func (b *Base) relatedAt() float64 {
	if b.options.RelatedAt > 0 {
		return b.options.RelatedAt
	}
	return RelatedAt
}

// nearest answers q with the statement that comes nearest, quoted as just that; or with
// titles to choose from where several are as near.
func (b *Base) nearest(snap *snapshot, q Question, read *search.Query, found []finding) Answer {
	best := found[0]
	if !best.like.same && share(snap.index, saidIn(best.Statement), read) < topicShare {
		return Answer{Status: Refused, Confidence: best.sure()}
	}
	near := snap.fuse(q, found)
	a := Answer{Status: Related, Confidence: best.sure(), SuggestedUnit: best.Unit}
	if titles := offered(near); len(titles) > 1 && (competing(found) || near[1].known == 0) { // or brought by its vector alone
		a.Status, a.SuggestedUnit, a.Candidates = Clarify, best.Unit, b.distinct(snap, titles)
		return a
	}
	a.Quotes = b.quotes(snap, best, read, nearestText)
	if len(a.Quotes) == 0 { // nothing of it shares a word with the question
		a.Quotes = b.quotes(snap, best, snap.index.Read(best.Title), nearestText)
	}
	if len(a.Quotes) == 0 {
		return Answer{Status: Refused, Confidence: best.sure()}
	}
	return a
}

// competing reports whether the next statement is nearly as likely to answer as the first.
func competing(found []finding) bool {
	return len(found) > 1 && found[1].confidence >= competeAt*found[0].confidence
}

// distinct says of candidates in what they differ: the unit, where more than one has
// spoken, and the year, where they are of several.
func (b *Base) distinct(snap *snapshot, titles []Candidate) []Candidate {
	unit := func(c Candidate) string { return b.unitName(snap.all[c.Statement].Unit) }
	year := func(c Candidate) string {
		return strconv.Itoa(snap.all[c.Statement].IssuedAt.In(statement.Vietnam).Year())
	}
	for _, differs := range []struct {
		in  func(Candidate) string
		set func(*Candidate, string)
	}{
		{unit, func(c *Candidate, s string) { c.Unit = s }},
		{year, func(c *Candidate, s string) { c.Year = s }},
	} {
		first := differs.in(titles[0])
		if !slices.ContainsFunc(titles, func(c Candidate) bool { return differs.in(c) != first }) {
			continue
		}
		for i := range titles {
			differs.set(&titles[i], differs.in(titles[i]))
		}
	}
	return titles
}

// Line is the title and, in brackets, in what it differs from the others.
func (c Candidate) Line() string {
	parts := slices.DeleteFunc([]string{c.Unit, c.Year}, func(s string) bool { return s == "" })
	if len(parts) == 0 {
		return c.Title
	}
	return fmt.Sprintf("%s (%s)", c.Title, strings.Join(parts, ", "))
}

// ClarifyLead asks which of the candidates is meant, and for what tells them apart.
func ClarifyLead(all []Candidate) string {
	of := "nội dung nào"
	for _, c := range all[:min(1, len(all))] {
		if c.Unit != "" {
			of += ", của đơn vị nào"
		}
		if c.Year != "" {
			of += ", năm nào"
		}
	}
	return "Anh/Chị hỏi về " + of + " dưới đây?"
}
