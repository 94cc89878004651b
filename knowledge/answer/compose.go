package answer

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/statement"
)

// What the composed part of an answer says (the fixed wording of the office).
const (
	sampleMark  = "[DỮ LIỆU MẪU] "
	refusedText = "Hiện chưa có phát ngôn chính thức về nội dung này. Anh/Chị có muốn chuyển câu hỏi tới đơn vị phụ trách không?"
	relatedText = "Phát ngôn gần nhất với câu hỏi của Anh/Chị (có thể chưa trả lời đúng):"
	// correctsText leads a quote that denies what somebody heard, which is never
	// answered with yes or no.
	correctsText = "Thông tin chính thức về việc này:"
	partialText  = "Chưa có phát ngôn chính thức về: "
)

// Banner is what stands with a quote from a statement that expired or was
// superseded; empty for a current one.
func (q Quote) Banner() string {
	if !q.Historical {
		return ""
	}
	return fmt.Sprintf("Thông tin theo văn bản năm %d; có thể đã thay đổi.", q.Year)
}

// Sample reports whether q quotes sample data that no spokesperson ever said.
func (q Quote) Sample() bool { return statement.Statement{Code: q.Statement}.Sample() }

// finish gives an answer its text and identity.
func (b *Base) finish(q Question, a Answer) Answer {
	a.Text = compose(a)
	a.ID = identity(q, a)
	if a.Quotes == nil {
		a.Quotes = []Quote{}
	}
	if a.Uncovered == nil {
		a.Uncovered = []string{}
	}
	return a
}

func compose(a Answer) string {
	switch a.Status {
	case Refused:
		return refusedText
	case Clarify:
		lines := []string{ClarifyLead(a.Candidates)}
		for i, c := range a.Candidates {
			lines = append(lines, fmt.Sprintf("%d. %s", i+1, c.Line()))
		}
		return strings.Join(lines, "\n")
	}
	var parts []string
	if lead := a.Lead(); lead != "" {
		parts = append(parts, lead)
	}
	for _, group := range byStatement(a.Quotes) {
		parts = append(parts, attribute(group))
	}
	if len(a.Uncovered) > 0 {
		parts = append(parts, partialText+strings.Join(a.Uncovered, "; ")+".")
	}
	return strings.Join(append(parts, a.Notes...), "\n\n")
}

// Lead is what stands above the quotes: that they may not answer, or that they
// are what is official on what the question heard; mostly nothing.
func (a Answer) Lead() string {
	switch {
	case a.Status == Related:
		return relatedText
	case a.Corrects:
		return correctsText
	}
	return ""
}

// byStatement groups quotes of one statement, in order.
func byStatement(quotes []Quote) [][]Quote {
	var groups [][]Quote
	for i, q := range quotes {
		if i > 0 && quotes[i-1].Statement == q.Statement {
			groups[len(groups)-1] = append(groups[len(groups)-1], q)
		} else {
			groups = append(groups, []Quote{q})
		}
	}
	return groups
}

// attribute says who said the quotes of one statement, when and where.
func attribute(quotes []Quote) string {
	q := quotes[0]
	var said []string
	for _, one := range quotes {
		said = append(said, "“"+one.Quote+"”")
	}
	text := fmt.Sprintf("Theo phát ngôn của %s %s, %s, ngày %s: %s. Nguồn: %s",
		q.Position, q.Spokesperson, q.Unit, q.IssuedAt.In(statement.Vietnam).Format("02/01/2006"), strings.Join(said, " […] "), q.URL)
	if q.Historical {
		text = q.Banner() + "\n" + text
	}
	if q.Sample() {
		text = sampleMark + text
	}
	return text
}

// identity is the same for the same question of the same audience answered
// with the same quotes and the same parts left open.
func identity(q Question, a Answer) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%s\n", strings.Join(lang.Keys(q.Text), " "), q.Audience, a.Status)
	for _, quote := range a.Quotes {
		fmt.Fprintf(h, "%s %d %d %d\n", quote.Statement, quote.Version, quote.Start, quote.End)
	}
	for _, c := range a.Candidates {
		fmt.Fprintf(h, "%s\n", c.Statement)
	}
	for _, part := range a.Uncovered {
		fmt.Fprintf(h, "%q\n", part)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
