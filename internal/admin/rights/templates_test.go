package rights

import (
	"testing"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/rights"
	"phatngon/internal/edge"
	"phatngon/internal/edge/edgetest"
)

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	const hostile = edgetest.Hostile
	at := time.Date(2026, 11, 23, 5, 0, 0, 0, time.UTC)
	frame := door.Page{Title: hostile, CSRF: "token", Flash: hostile, Me: &door.Me{Name: edgetest.Long, KeepsData: true, Claims: "3", Administers: true}}
	c := rights.Claim{ID: hostile, State: rights.Received, Open: true, Text: hostile, CreatedAt: at, Due: at, Clock: calendar.Clock{Basis: hostile, Due: at}}
	ended := rights.Claim{ID: "x", State: rights.Done, Proof: hostile, Text: edgetest.Long, CreatedAt: at, Due: at}
	left := edge.Remaining{Class: "late", Text: hostile}
	all := []row{{c, hostile, hostile, hostile, left}, {ended, edgetest.Long, edgetest.Long, edgetest.Long, left}}
	grounds := []policy.Ground{{Code: hostile, Text: hostile, Basis: hostile}}
	may := map[string]bool{rights.ActDone: true, rights.ActExtend: true, rights.ActRefuse: true}
	typed := map[string]string{"what": hostile, "ground": hostile, "why": hostile, "amount": "3", "reason": hostile}
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"claims": {listPage{Page: frame, View: "open"}, listPage{frame, "ended", views, all, "/x", []policy.Right{{Code: hostile, Name: hostile}}, claimForm{hostile, hostile, hostile, "text", hostile}}},
		"claim": {claimPage{Page: frame, row: all[1]},
			claimPage{frame, all[0], []calendar.Line{{Text: hostile}}, grounds, may, []stepView{{at, hostile, hostile, hostile}}, rights.ActRefuse, "why", hostile, typed}},
	})
}
