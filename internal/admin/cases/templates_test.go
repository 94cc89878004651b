package cases

import (
	"testing"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/edge"
	"phatngon/internal/edge/edgetest"
)

const hostile = edgetest.Hostile

var (
	long  = edgetest.Long
	noon  = time.Date(2026, 11, 23, 12, 0, 0, 0, calendar.Zone)
	units = []routing.Unit{{Code: "TH-YT", Name: hostile}}
	frame = door.Page{Title: hostile, Here: "cases", CSRF: "token", Flash: hostile,
		Me: &door.Me{Name: long, Position: hostile, Unit: long, Role: people.RoleAdmin, Coordinates: true, Administers: true}}
)

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	late := edge.Remaining{Class: "late", Text: "Quá hạn"}
	every := map[string]bool{}
	for _, row := range cases.Life().Rows {
		every[row.Action] = true
	}
	c := cases.Case{Code: "TG-2026-00001", Version: 3, State: cases.Drafted, Reports: []string{"BT-1"}, Severity: cases.Grave, Access: cases.Open,
		Competence: cases.Competence{Why: hostile}, Draft: &cases.Draft{Claim: hostile, Text: hostile + long, Outcome: cases.IsFalse, Revision: 2}, CreatedAt: noon, Due: noon}
	over := c
	over.Into, over.Conclusion = "TG-2026-00002", &cases.Conclusion{Claim: hostile, Text: long, Spokesperson: hostile, Position: long, At: noon,
		Unlabelled: &cases.Unlabelling{Grounds: hostile, At: noon}}
	typed := map[string]string{}
	for _, name := range fields {
		typed[name] = hostile
	}
	var pages []any
	for _, failed := range []string{"", "classify", "draft", "ask", "transfer", "return", "reject", "refer", "merge", "forward", "take_down", "finish", "unlabel", "reopen", "reply"} {
		pages = append(pages, casePage{Page: frame, Case: c, Words: hostile, UnitName: long, Left: late, May: every, Failed: failed, Error: hostile, Form: typed,
			Units: units, Grounds: cases.Grounds(), Steps: []stepView{{noon, hostile, long, hostile}},
			Questions: []questionView{{cases.Question{Text: hostile, Answer: long}, hostile}, {cases.Question{Text: long}, long}},
			Reports:   []reportView{{cases.Report{Text: hostile + long, Links: []cases.Link{{Given: hostile}}, Pictures: []string{"x"}, Right: hostile, Anonymous: true, CreatedAt: noon}, hostile}},
			Copies:    []copyView{{Case: c, Mine: []piece{{hostile, true}}, Theirs: []piece{{long, false}}}, {Case: c}}})
	}
	pages = append(pages, casePage{Page: frame, Case: over, PublicURL: "https://x/k/TG-2026-00001"}, casePage{Page: frame, Case: cases.Case{Code: "TG-2026-00001"}})
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"case": pages,
		"cases": {boardPage{Page: frame, Column: cases.ColumnNew}, boardPage{Page: frame, Sought: hostile, More: "/admin/cases?after=x", Tabs: []tab{{hostile, "/x", 3, true}},
			Rows: []row{{Code: "TG-2026-00001", Shown: hostile + long, Unit: long, Reports: 3, State: cases.Received, Severity: cases.Grave, Since: noon, Left: late}}}},
	})
}
