package knowledge

import (
	"strings"
	"testing"
	"testing/fstest"
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
		other      Statement
		line, lead string
	}{
		"titles alone": {bridge(func(s *Statement) { s.Title = "Cầu phao" }), one.Title, "Anh/Chị hỏi về nội dung nào dưới đây?"},
		"the unit":     {bridge(func(s *Statement) { s.Unit = "TH-YT" }), one.Title + " (Sở Xây dựng)", "Anh/Chị hỏi về nội dung nào, của đơn vị nào dưới đây?"},
		"the year":     {bridge(func(s *Statement) { s.IssuedAt = *at("2025-10-01") }), one.Title + " (2026)", "Anh/Chị hỏi về nội dung nào, năm nào dưới đây?"},
		"unit and year": {bridge(func(s *Statement) { s.Unit, s.IssuedAt = "TH-YT", *at("2025-10-01") }), one.Title + " (Sở Xây dựng, 2026)",
			"Anh/Chị hỏi về nội dung nào, của đơn vị nào, năm nào dưới đây?"},
	} {
		c.other.Code = "PN-2026-0009"
		b := baseOf(one, c.other)
		got := b.distinct(b.current.Load(), []Candidate{{Statement: one.Code, Title: one.Title}, {Statement: c.other.Code, Title: c.other.Title}})
		if got[0].Line() != c.line || ClarifyLead(got) != c.lead {
			t.Errorf("%s: %q under %q; want %q under %q", name, got[0].Line(), ClarifyLead(got), c.line, c.lead)
		}
	}
}

func TestEverydayQuestionsAreCounted(t *testing.T) {
	dir := fstest.MapFS{
		"texts-a.jsonl": {Data: []byte(`{"code": "T1", "title": "Lịch khám răng", "unit": "TH-YT", "issued_at": "2026-02-12", "text": "Trạm y tế khám răng ngày 05/12/2026."}`)},
		"questions-a.jsonl": {Data: []byte(`{"id": "1", "statement": "T1", "text": "lịch khám răng ngày nào", "expect": "05/12/2026"}` + "\n" +
			`{"id": "2", "statement": "T1", "text": "Khi nào sửa xong cầu Hàm Rồng?", "expect": "05/12/2026"}`)},
		"near-a.jsonl": {Data: []byte(`{"id": "3", "near": "PN-2026-0001", "text": "Khi nào sửa xong cầu Hàm Rồng?"}`)},
		"off-c.jsonl":  {Data: []byte(`{"id": "4", "text": "nau pho bo bao lau"}`)},
	}
	r, err := EvaluateEveryday(dir, []Statement{bridge(nil), school(0), school(1)}, Options{}, noon, nil)
	if err != nil {
		t.Fatal(err)
	}
	// Of what is asserted the second is wrong, and the near one, which counts as one of 2:1.
	if r.Answerable != 2 || r.Near != 1 || r.Off != 1 || r.Shown != .5 || r.OffRefused != 1 || r.NearQuoted != 1 || r.WrongShare < .5 {
		t.Errorf("%+v", r)
	}
	dir["questions-a.jsonl"] = &fstest.MapFile{Data: []byte("{")}
	if _, err := EvaluateEveryday(dir, nil, Options{}, noon, nil); err == nil || !strings.Contains(err.Error(), "questions-a.jsonl:1") {
		t.Errorf("a broken line: %v", err)
	}
}
