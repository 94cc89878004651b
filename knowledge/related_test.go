package knowledge

import (
	"strings"
	"testing"
	"testing/fstest"
)

// Whatever is asked, the outcome holds what it says it holds.
func TestEveryOutcomeIsWhatItSays(t *testing.T) {
	b, seen := sampleBase(t), map[Outcome]int{}
	for _, g := range allGolden(t) {
		for _, text := range g.spellings() {
			a := b.Ask(g.ask(text))
			seen[a.Status]++
			if a.Status.Asserts() || a.Status == Related {
				if len(a.Quotes) == 0 || len(a.Candidates) > 0 || strings.HasPrefix(a.Text, relatedText) != (a.Status == Related) {
					t.Errorf("%q is %s with %d quotes: %s", text, a.Status, len(a.Quotes), a.Text)
				}
				for _, q := range a.Quotes {
					if s, ok := b.Statement(q.Statement, AudiencePress, goldenNow); !ok || !Verify(q, s) {
						t.Errorf("%q: %s is not proven: %q", text, q.Statement, q.Quote)
					}
				}
				continue
			}
			if len(a.Quotes) > 0 || a.Status == Clarify && len(a.Candidates) < 2 || a.Status == Refused && len(a.Candidates) > 0 {
				t.Errorf("%q is %s with %d quotes and %d titles", text, a.Status, len(a.Quotes), len(a.Candidates))
			}
		}
	}
	for _, o := range []Outcome{Answered, Related, Clarify, Refused} {
		if seen[o] == 0 {
			t.Errorf("no question is %s: %v", o, seen)
		}
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
	r, err := EvaluateEveryday(dir, []Statement{bridge(nil), school(0), school(1)}, Options{}, noon)
	if err != nil {
		t.Fatal(err)
	}
	// Of what is asserted the second is wrong, and the near one, which counts as one of 2:1.
	if r.Answerable != 2 || r.Near != 1 || r.Off != 1 || r.Shown != .5 || r.OffRefused != 1 || r.NearQuoted != 1 || r.WrongShare < .5 {
		t.Errorf("%+v", r)
	}
	dir["questions-a.jsonl"] = &fstest.MapFile{Data: []byte("{")}
	if _, err := EvaluateEveryday(dir, nil, Options{}, noon); err == nil || !strings.Contains(err.Error(), "questions-a.jsonl:1") {
		t.Errorf("a broken line: %v", err)
	}
}
