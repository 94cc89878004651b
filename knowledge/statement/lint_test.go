package statement_test

import (
	"testing"
	"time"

	"phatngon/knowledge/statement"
)

func TestLintNamesTheFieldThatIsWrong(t *testing.T) {
	good := statement.Statement{
		Code: "PN-2026-0001", Title: "Lịch tiêm chủng", Unit: "TH-YT", Spokesperson: "Hoàng Văn Ký", Position: "Giám đốc Sở Y tế",
		SpokespersonKind: "A", Form: statement.FormDocument, Audience: statement.AudiencePublic,
		IssuedAt: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Body: "Tiêm chủng vào ngày 10 hằng tháng.",
	}
	known := func(code string) bool { return code == "TH-YT" }
	cases := map[string]struct {
		spoil func(*statement.Statement)
		field string
	}{
		"nothing wrong":        {func(*statement.Statement) {}, ""},
		"no title":             {func(s *statement.Statement) { s.Title = "" }, "title"},
		"unit nobody knows":    {func(s *statement.Statement) { s.Unit = "TH-XX" }, "unit"},
		"address without host": {func(s *statement.Statement) { s.SourceURL = "xem cổng" }, "source_url"},
		"empty body":           {func(s *statement.Statement) { s.Body = "  " }, "body"},
		"form nobody knows":    {func(s *statement.Statement) { s.Form = "THU" }, "form"},
		"mandate missing":      {func(s *statement.Statement) { s.SpokespersonKind = "C" }, "spokesperson_kind"},
		"supersedes itself":    {func(s *statement.Statement) { s.Supersedes = []string{s.Code} }, "supersedes"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s := good
			c.spoil(&s)
			flaws := statement.Lint(s, known)
			got := ""
			if len(flaws) > 0 {
				got = flaws[0].Field
			}
			if got != c.field {
				t.Errorf("field %q; want %q: %v", got, c.field, flaws)
			}
		})
	}
}
