package statements

import (
	"testing"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/routing"
	"phatngon/internal/edge"
	"phatngon/internal/edge/edgetest"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

const hostile = edgetest.Hostile

var (
	long  = edgetest.Long
	units = []routing.Unit{{Code: "TH-YT", Name: hostile}}
	frame = door.Page{Title: hostile, Here: "statements", CSRF: "token", Flash: hostile,
		Me: &door.Me{Name: long, Position: hostile, Unit: long, Role: people.RoleAdmin, Coordinates: true, Administers: true}}
)

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	wrong := mistakes{"title": hostile, "body": hostile, "unit": hostile, "": hostile}
	form := &Pages{Units: labels.Units{Registry: routing.DefaultRegistry()}}
	typed := form.formOf(statement.Statement{Code: "MAU-2026-0001", Title: hostile, Body: hostile, Questions: []string{hostile}, SourceURL: hostile})
	typed[unitKey] = hostile
	empty := form.formOf(statement.Statement{})
	said := hostileStatement()
	rehearsed := rehearsal{Mistakes: []door.Link{{URL: "#title", Text: hostile}, {Text: long}}, Preview: door.NewPreview(hostile, long, hostile), Asked: hostile, Chat: hostile, App: []appQuote{{edge.HTML(hostile)}}, Said: said, UnitName: long}
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"statements": {statementsPage{Page: frame}, statementsPage{Page: frame, Status: "draft", MayDraft: true, Statuses: labels.Statuses(), Unit: hostile, Units: units,
			Rows: []statementRow{{said, long, stateLabelOf(said, noon), true, false}, {said, long, stateLabelOf(said, noon), true, true}}, More: "/x"}},
		"versions": {versionsPage{Page: frame, Code: "PN-1"}, versionsPage{Page: frame, Code: "PN-1", Editions: []store.Edition{{Number: 1, Title: hostile, Body: hostile, Spokesperson: hostile, Position: long}}, Compared: true,
			Titles: edge.Diff(hostile, long), Changes: edge.Diff(long, hostile), Speakers: edge.Diff(hostile, hostile+" a")}},
		"statement": statementSamples(said),
		"statement_edit": {statementEditPage{Page: frame, Form: typed, Mistakes: wrong, Existing: true, Theirs: &said, Units: units,
			Kinds: labels.SpokespersonKinds(), Forms: labels.Forms(), Audiences: labels.Audiences()}, statementEditPage{Page: frame, Form: empty, Rehearsal: &rehearsed},
			statementEditPage{Page: frame, Form: empty, Gap: &gapPart{hostile, hostile, 2}, Offers: []offer{{hostile, true}, {long, false}}, Try: hostile, Rehearsal: &rehearsal{}, Imported: &imported{File: hostile, Number: 2, Of: 3, Found: []foundFact{{hostile, long, hostile}}, Duplicate: hostile, DuplicateURL: "/admin/statements/PN-1"}}},
		"statement_import": {statementImportPage{Page: frame, Item: hostile, Error: hostile}, statementImportPage{Page: frame},
			statementImportPage{Page: frame, Looked: &lookedAt{File: hostile, Refused: hostile}},
			statementImportPage{Page: frame, Looked: &lookedAt{File: long, Items: []lookedItem{{1, long, hostile, 3, hostile}, {Number: 2}}}}},
	})
}

func hostileStatement() statement.Statement {
	return statement.Statement{
		Code: "MAU-2026-0001", Version: 3, Status: statement.StatusPublished, Title: hostile, Unit: "TH-YT", Spokesperson: long,
		Position: hostile, SpokespersonKind: "C", Authorisation: &statement.Authorisation{Number: hostile, Until: noon},
		Form: statement.FormDocument, IssuedAt: noon, Audience: statement.AudiencePublic, DocumentNo: hostile,
		SourceURL: `javascript:alert(1)`, ValidFrom: &noon, ValidUntil: &noon, EmbargoUntil: &noon, Supersedes: []string{"PN-2025-0010"},
		Topics: []string{hostile, long}, Places: []string{hostile}, Questions: []string{hostile}, Body: hostile + long,
		Request: "TH-2026-00001", WithdrawalReason: hostile,
	}
}

func statementSamples(said statement.Statement) []any {
	draft, proposed := said, said
	draft.Status, proposed.Proposal = statement.StatusDraft, &said
	facts := func(s statement.Statement) *statementFacts {
		return &statementFacts{s, long, hostile, stateLabelOf(s, noon)}
	}
	all := map[string]bool{publication.ActSave: true, publication.ActPublish: true, publication.ActWithdraw: true}
	history := []labels.AuditLine{{At: noon, By: hostile, Action: long, Subject: hostile, Detail: hostile}}
	return []any{
		statementPage{Page: frame, Current: *facts(said), PublicURL: "/s/x", History: history, May: all, Quoted: &quotedPart{3, 2, true}, Failed: "withdraw", Error: hostile, Reason: hostile,
			Hints: &hintsPart{Lines: []hintLine{{Text: hostile, Ticked: true}, {Text: long, Source: "từ nội dung"}}, Added: hostile}},
		statementPage{Page: frame, Current: *facts(draft), Pending: facts(draft), Preview: door.NewPreview(hostile+long, "", ""), May: all,
			Personal: []door.Place{{Text: hostile, Kind: hostile}, {Text: long, Kind: long, Confirmed: true}}},
		statementPage{Page: frame, Current: *facts(proposed), Pending: facts(said), Preview: door.NewPreview(hostile+"**a**", hostile+long, long), TitleChanges: edge.Diff(hostile, long), OwnWords: true},
	}
}
