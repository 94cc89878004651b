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
	"phatngon/internal/flow/matching"
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
	for _, failed := range []string{"", "classify", "draft", "ask", "transfer", "return", "reject", "refer", "merge", "forward", "take_down", "finish", "unlabel", "reopen", "reply", "reclassify", "split", "alias", "admit", "pack", "identify"} {
		pages = append(pages, casePage{Page: frame, Case: c, Words: hostile, UnitName: long, Left: late, May: every, Failed: failed, Error: hostile, Form: typed,
			Units: units, Grounds: cases.Grounds(), Steps: []stepView{{noon, hostile, long, hostile}},
			Questions: []questionView{{cases.Question{Text: hostile, Answer: long}, hostile}, {cases.Question{Text: long}, long}},
			Reports:   []reportView{{cases.Report{Text: hostile + long, Links: []cases.Link{{Given: hostile}, {Given: hostile, Key: "x", Opaque: true}, {Given: long, Key: hostile, Opaque: true}}, Pictures: []string{"x"}, Right: hostile, Place: hostile, Spread: long, Harm: hostile, SeenAt: noon, PostedAt: noon, Anonymous: true, CreatedAt: noon}, hostile, map[string]cases.Alias{"x": {Given: hostile, Why: hostile}}}},
			Copies:    []copyView{{Suggestion: matching.Suggestion{Case: c, Leads: hostile, Picture: "x", Like: "y", Readable: true}, Mine: []piece{{hostile, true}}, Theirs: []piece{{long, false}}}, {Suggestion: matching.Suggestion{Case: c, Picture: "x"}}},
			Clocks:    []clockView{{Named: cases.Named{Name: hostile, Clock: calendar.Clock{Basis: hostile, Start: noon, Due: noon}, Running: true}, Left: late}}, More: 3, Typed: hostile, Preview: &previewView{hostile, long},
			Identity: &identityView{Report: hostile, Known: true, Requester: people.Requester{DisplayName: hostile, OAUserID: long, Newsroom: hostile}},
			Packs:    []packView{{Packing: cases.Packing{SHA256: "a", For: hostile, Why: long, Identities: true, Hands: []cases.Handing{{To: hostile, Note: long, At: noon}}}, ByName: hostile, Names: []string{hostile}}},
			Moves:    []moveView{{Move: cases.Move{Kind: cases.Absorbed, Reports: []string{hostile}, Other: hostile, Why: hostile, Undone: &cases.Undoing{Why: hostile, Into: hostile}}, Text: hostile, ByName: hostile}, {Move: cases.Move{Reports: []string{"a", "b", "c", "d", "e", "f"}}, Undo: "unjoin"}},
			Passages: []passageView{{Ref: hostile, Code: hostile, Title: long, Text: hostile, Picked: true}, {Gone: true, Code: hostile, Text: long}}, Quotes: []passageView{{Code: hostile, Title: hostile, Text: hostile, Gone: true}}})
	}
	closed := c
	closed.Access = cases.Closed
	secret := casePage{Page: frame, Case: closed, UnitName: hostile, Error: hostile, May: every, Readers: []string{hostile}, Typed: hostile, Looks: []stepView{{noon, hostile, long, hostile}}}
	pages = append(pages, secret, casePage{Page: frame, Case: over, PublicURL: "https://x/k/TG-2026-00001"}, casePage{Page: frame, Case: cases.Case{Code: "TG-2026-00001"}})
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"case": pages, "case_closed": {secret},
		"cases": {boardPage{Page: frame, Column: cases.ColumnNew}, boardPage{Page: frame, Sought: hostile, More: "/admin/cases?after=x", Tabs: []tab{{hostile, "/x", 3, true}},
			Alerts: []alertView{{ID: hostile, Text: hostile, Code: hostile, URL: "/x", At: noon}}, Rows: []row{{Code: "TG-2026-00001", Shown: hostile + long, Unit: long, Spread: hostile, Reports: 3, Lately: 2, State: cases.Received, Severity: cases.Grave, Since: noon, Left: late}}}},
	})
}
