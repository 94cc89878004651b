package home

import (
	"testing"

	"phatngon/internal/admin/door"
	"phatngon/internal/edge/edgetest"
)

func TestThePageRendersHostileTextsAsText(t *testing.T) {
	frame := door.Page{Title: edgetest.Hostile, Here: "home", Me: &door.Me{Name: edgetest.Long}}
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"home": {homePage{Page: frame, Numbers: []number{{edgetest.Hostile, "99+", "/admin/", "late"}, {edgetest.Long, "", "/admin/", ""}}}},
	})
}
