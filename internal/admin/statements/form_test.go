package statements

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/statement"
)

func TestStatementFormGivesBackTheStatementItWasMadeOf(t *testing.T) {
	p := &Pages{Units: labels.Units{Registry: routing.DefaultRegistry()}}
	seconds := time.Date(2026, 11, 20, 9, 0, 42, 0, calendar.Zone)
	s := statement.Statement{
		Code: "PN-2026-0143", Version: 4, Status: statement.StatusPublished, Title: "Tiến độ", Unit: "TH-YT",
		Spokesperson: "Nguyễn Văn A", Position: "Giám đốc Sở Y tế", SpokespersonKind: "C",
		Authorisation: &statement.Authorisation{Number: "12/UQ", Until: seconds}, Form: statement.FormDocument,
		IssuedAt: seconds, Audience: statement.AudiencePress, DocumentNo: "123/TB", SourceURL: "https://thanhhoa.gov.vn/x",
		ValidFrom: &seconds, Supersedes: []string{"PN-2025-0010"}, Topics: []string{"y tế", "bảo hiểm"},
		Places: []string{"xã Tam Chung"}, Questions: []string{"Khi nào, ở đâu?", "Ai khám?"}, Body: "Dòng một\n\nDòng hai", Request: "TH-2026-00001",
	}
	got, wrong := p.statementFrom(p.formOf(s), s)
	if len(wrong) > 0 {
		t.Fatalf("mistakes in an untouched form: %v", wrong)
	}
	if diff := cmp.Diff(s, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestStatementFormListsEveryMistakeAtItsField(t *testing.T) {
	p := &Pages{Units: labels.Units{Registry: routing.DefaultRegistry()}}
	_, wrong := p.statementFrom(statementForm{
		"unit": "Sở Không Có", "spokesperson_kind": "C", "form": "BAO_CHI", "audience": "all", "issued_at": "hôm qua", "source_url": "javascript:alert(1)",
		"valid_from": "2026-12-01T00:00", "valid_until": "2026-11-01T00:00",
	}, statement.Statement{})
	got := map[string]bool{}
	for field := range wrong {
		got[field] = true
	}
	want := map[string]bool{
		"title": true, "unit": true, "spokesperson": true, "position": true, "authorisation_number": true, "authorisation_until": true,
		"form": true, "audience": true, "issued_at": true, "source_url": true, "valid_until": true, "body": true,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
