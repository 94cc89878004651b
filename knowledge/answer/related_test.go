package answer

import (
	"strings"
	"testing"

	"phatngon/knowledge/statement"
)

// checkOutcome holds an answer to what its outcome says.
func checkOutcome(t *testing.T, question string, a Answer) {
	t.Helper()
	quotes, titles, related := len(a.Quotes), len(a.Candidates), strings.HasPrefix(a.Text, relatedText)
	var holds bool
	switch {
	case a.Status.Asserts():
		holds = quotes > 0 && titles == 0 && !related
	case a.Status == Related:
		holds = quotes > 0 && titles == 0 && related
	case a.Status == Clarify:
		holds = quotes == 0 && titles > 1
	default:
		holds = quotes == 0 && titles == 0
	}
	if !holds {
		t.Errorf("%q is %s with %d quotes and %d titles: %s", question, a.Status, quotes, titles, a.Text)
	}
}

func TestTitlesSayInWhatTheyDiffer(t *testing.T) {
	one := bridge(nil)
	for name, c := range map[string]struct {
		other      statement.Statement
		line, lead string
	}{
		"titles alone": {bridge(func(s *statement.Statement) { s.Title = "Cầu phao" }), one.Title, "Anh/Chị hỏi về nội dung nào dưới đây?"},
		"the unit":     {bridge(func(s *statement.Statement) { s.Unit = "TH-YT" }), one.Title + " (Sở Xây dựng)", "Anh/Chị hỏi về nội dung nào, của đơn vị nào dưới đây?"},
		"the year":     {bridge(func(s *statement.Statement) { s.IssuedAt = *at("2025-10-01") }), one.Title + " (2026)", "Anh/Chị hỏi về nội dung nào, năm nào dưới đây?"},
		"unit and year": {bridge(func(s *statement.Statement) { s.Unit, s.IssuedAt = "TH-YT", *at("2025-10-01") }), one.Title + " (Sở Xây dựng, 2026)",
			"Anh/Chị hỏi về nội dung nào, của đơn vị nào, năm nào dưới đây?"},
	} {
		c.other.Code = "PN-2026-0009"
		b := baseOf(one, c.other)
		got := b.distinct(b.snapshot(), []Candidate{{Statement: one.Code, Title: one.Title}, {Statement: c.other.Code, Title: c.other.Title}})
		if got[0].Line() != c.line || ClarifyLead(got) != c.lead {
			t.Errorf("%s: %q under %q; want %q under %q", name, got[0].Line(), ClarifyLead(got), c.line, c.lead)
		}
	}
}
