package answers

import (
	"testing"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/gap"
	"phatngon/internal/desk/routing"
	"phatngon/internal/desk/verdict"
	"phatngon/internal/edge/edgetest"
	"phatngon/knowledge/answer"
)

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	const hostile = edgetest.Hostile
	long := edgetest.Long
	frame := door.Page{Title: hostile, CSRF: "token", Flash: hostile, Me: &door.Me{Name: long}}
	row := whyRow{answer.Weighed{Statement: "PN-1", Title: hostile, Hint: hostile, Historical: true, Quotes: []answer.Quote{{Text: hostile}}}, long, hostile, true, []askedSlot{{hostile, hostile, true}, {hostile, "", false}}}
	said := verdictRow{Verdict: verdict.Verdict{ID: hostile, Text: hostile, Before: long, Read: hostile, Expect: hostile, Right: true}, UnitName: long, Outcome: hostile, OffText: hostile,
		Quotes: []quoted{{"PN-1", hostile, 3, hostile, true}}, Why: "/admin/why?q=1", Typed: hostile, Wrong: hostile, Label: true, Take: true, Throw: true}
	off, masked := said, said
	off.Right, masked.Masked, masked.Label = false, true, false
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"verdicts": {
			verdictsPage{Page: frame, State: "open"}, verdictsPage{Page: frame, State: "taken", Tabs: []tab{{hostile, "/admin/verdicts", 1, true}}, Rows: []verdictRow{said, off, masked, {}}, Taken: 3,
				Whys: []labels.Choice{{Value: "place", Text: hostile}}, More: "/admin/verdicts?after=1", Within: long},
		},
		"gaps": {
			gapsPage{Page: frame, Days: 7}, gapsPage{Page: frame, Text: hostile, Unit: long, Within: hostile, Cut: true, More: true, Closed: 2, Choices: []labels.Choice{{Value: "7", Text: hostile}}, Units: []routing.Unit{{Code: "TH-YT", Name: hostile}},
				Rows: []gapRow{{Gap: gap.Gap{ID: hostile, Text: hostile, Others: []string{hostile, long}, People: 2, Wrong: 1}, UnitNames: []string{hostile}, Trend: hostile, Draft: "/admin/statements/new?gap=1", Why: "/admin/why?q=1", Find: "/admin/?q=1"}, {}}},
		},
		"why": {
			whyPage{Page: frame}, whyPage{Page: frame, Asked: true, Question: hostile, Before: hostile, Topic: cited{"PN-1", 2}, Press: true, Read: hostile, Outcome: long, Text: hostile,
				Uncovered: []string{hostile}, Said: []answer.Quote{{Text: hostile}}, Rows: []whyRow{row, {}}, Cites: []cited{{"PN-1", 3}}},
		},
	})
}
