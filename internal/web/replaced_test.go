package web

import (
	"encoding/json"
	"strings"
	"testing"

	"phatngon/knowledge/statement"
)

// replacing is a house where PN-2 replaced PN-1.
func replacing(t *testing.T, change func(old *statement.Statement)) *house {
	t.Helper()
	return newHouse(t, nil,
		said("PN-1", func(s *statement.Statement) {
			s.Body, s.Status = "Cầu thông xe ngày 12/12/2026, cả xe tải.", statement.StatusSuperseded
			if change != nil {
				change(s)
			}
		}),
		said("PN-2", func(s *statement.Statement) {
			s.Body, s.Supersedes, s.ValidFrom = "Cầu thông xe ngày **20/12/2026**, cả xe tải.", []string{"PN-1"}, ptr(today)
		}))
}

func TestASuccessorTellsWhatItChanged(t *testing.T) {
	h := replacing(t, nil)
	var d statementDetail
	if err := json.Unmarshal([]byte(h.get("/api/v1/statements/PN-2").wantStatus(t, 200).body), &d); err != nil {
		t.Fatal(err)
	}
	if len(d.Replaces) != 1 || d.Replaces[0].Code != "PN-1" || d.ValidFrom == "" || d.ValidUntil != "" {
		t.Fatalf("%+v", d)
	}
	var before, after string
	for _, c := range d.Replaces[0].Changes {
		if c.Kind != "added" {
			before += c.Text
		}
		if c.Kind != "removed" {
			after += c.Text
		}
	}
	if before != "Cầu thông xe ngày 12/12/2026, cả xe tải." || after != "Cầu thông xe ngày 20/12/2026, cả xe tải." {
		t.Errorf("before %q, after %q: the words of the two texts and no others", before, after)
	}
	page := h.get("/s/PN-2").wantStatus(t, 200)
	page.wantText(t, "<del>12/12/2026, </del>", "<ins>20/12/2026, </ins>", `<a href="/s/PN-1">`, "Có hiệu lực từ")
}

func TestWhatSomebodyMayNotReadIsNotInWhatChanged(t *testing.T) {
	for name, change := range map[string]func(*statement.Statement){
		"for the press":   func(s *statement.Statement) { s.Audience = statement.AudiencePress },
		"withdrawn":       func(s *statement.Statement) { s.Status = statement.StatusWithdrawn },
		"under embargo":   func(s *statement.Statement) { s.EmbargoUntil = ptr(today.AddDate(0, 0, 1)) },
		"never published": func(s *statement.Statement) { s.Status = statement.StatusDraft },
	} {
		h := replacing(t, change)
		for _, path := range []string{"/api/v1/statements/PN-2", "/s/PN-2"} {
			a := h.get(path).wantStatus(t, 200)
			if strings.Contains(a.body, "12/12/2026") {
				t.Errorf("%s: %s tells the old words", name, path)
			}
		}
	}
}
