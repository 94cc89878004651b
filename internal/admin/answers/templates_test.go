package answers

import (
	"testing"

	"phatngon/internal/admin/door"
	"phatngon/internal/edge/edgetest"
	"phatngon/knowledge/answer"
)

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	const hostile = edgetest.Hostile
	long := edgetest.Long
	frame := door.Page{Title: hostile, CSRF: "token", Flash: hostile, Me: &door.Me{Name: long}}
	row := whyRow{answer.Weighed{Statement: "PN-1", Title: hostile, Hint: hostile, Historical: true, Quotes: []answer.Quote{{Text: hostile}}}, long, hostile, true}
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"why": {
			whyPage{Page: frame}, whyPage{Page: frame, Asked: true, Question: hostile, Before: hostile, Press: true, Read: hostile, Outcome: long, Text: hostile,
				Uncovered: []string{hostile}, Rows: []whyRow{row, {}}, Cites: []cited{{"PN-1", 3}}},
		},
	})
}
