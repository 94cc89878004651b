package handovers

import (
	"testing"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/routing"
	"phatngon/internal/edge/edgetest"
)

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	const hostile = edgetest.Hostile
	at := time.Date(2026, 11, 23, 5, 0, 0, 0, time.UTC)
	frame := door.Page{Title: hostile, CSRF: "token", Flash: hostile, Me: &door.Me{Name: edgetest.Long, Coordinates: true, Administers: true}}
	lines := []line{{at, "requester", hostile, hostile, hostile, true}, {at, "officer", edgetest.Long, edgetest.Long, "", false}}
	all := []row{{ID: hostile, Who: hostile, Unit: hostile, Officer: hostile, URL: "/x", Since: at, Late: true, Talk: lines}, {ID: "x", Who: edgetest.Long, URL: "/x"}}
	may := map[string]bool{}
	for _, r := range handover.Life().Rows {
		may[r.Action] = true
	}
	h := handover.HandOver{ID: hostile, State: handover.Talking, Officer: hostile, Since: at}
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"handovers": {listPage{Page: frame}, listPage{frame, all, all, "/x", hostile, true}},
		"talk": {talkPage{Page: frame, HandOver: handover.HandOver{State: handover.Ended, Why: handover.ActIdle}},
			talkPage{frame, h, hostile, hostile, hostile, true, lines, lines, may, []routing.Unit{{Code: "TH-YT", Name: hostile}}, []canned{{hostile, "/x"}, {edgetest.Long, "/x"}}, hostile, hostile, 1500, true}},
	})
}
