package people

import (
	"testing"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/edge/edgetest"
)

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	const hostile = edgetest.Hostile
	long := edgetest.Long
	frame := door.Page{Title: hostile, CSRF: "token", Flash: hostile,
		Me: &door.Me{Name: long, Position: hostile, Unit: long, Role: people.RoleAdmin, Coordinates: true, Administers: true}}
	login := door.Page{Title: "Đăng nhập", CSRF: "token"}
	wrong := mistakes{"unit": hostile, "password": hostile, "email": long}
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"login":        {loginPage{Page: login}, loginPage{login, hostile, hostile, hostile, []account{{people.RoleAdmin, long, hostile}}, hostile, true, hostile}},
		"forgotten":    {forgottenPage{Page: login}, forgottenPage{Page: login, Mailed: true, Email: hostile, Error: hostile}, forgottenPage{Page: login, Mailed: true, Email: hostile, Asked: true}},
		"own_password": {ownPasswordPage{Page: login, Error: hostile}, ownPasswordPage{Page: login, Key: hostile, Email: hostile, Name: long, Mistakes: wrong}},
		"link":         {linkPage{frame, hostile, hostile, hostile, time.Now()}},
		"login_code":   {codePage{Page: login}, codePage{login, hostile, hostile}},
		"second": {secondPage{Page: frame, Demanded: true}, secondPage{Page: frame, On: true, Since: time.Now(), Left: 2, Mistake: hostile, Asked: "renew"}, secondPage{Page: frame, On: true, Fresh: true, Demanded: true},
			secondPage{Page: frame, QR: qrCode{8, "M0 0h1v1h-1z"}, Secret: hostile, Mistake: hostile, Asked: "confirm"}, secondPage{Page: frame, Recovery: []string{hostile}}},
		"account": {accountPage{Page: frame, Zalo: zaloLink{Hours: 48}}, accountPage{Page: frame, Zalo: zaloLink{Linked: true, Code: hostile, Until: time.Now()}, Email: hostile, Mistakes: wrong, Absence: absence{true, "2026-12-01", "a", []labels.Choice{{Value: "a", Text: hostile}}}, Mandate: mandateView{Text: hostile}, Delegates: []labels.Choice{{Value: "a", Text: hostile}}}},
		"mandate": {mandatePage{Page: frame, ID: "a", Name: hostile, Position: hostile, Unit: long, Now: mandateView{hostile, true}, Form: mandateForm{hostile, hostile, long, hostile, hostile, hostile},
			Kinds: labels.SpokespersonKinds(), Mistakes: mistakes{"until": hostile, "scope": long}, Back: "/admin/account"}},
		"officer": {editPage{Page: frame, Name: hostile, Form: officerForm{hostile, hostile, long, hostile, hostile}, Stale: true, Mistakes: mistakes{"name": hostile, "password": long}}, editPage{Page: frame, Self: true}, editPage{Page: frame, Second: true}},
		"officers": {officersPage{Page: frame, Mailed: true, Rows: []officerRow{{ID: "a", Name: long, Email: hostile, Position: hostile, Unit: long, Role: people.RoleOperator}},
			Form: officerForm{hostile, hostile, hostile, hostile, "officer"}, Mistakes: wrong, Roles: labels.Roles(), Units: []routing.Unit{{Code: "TH-YT", Name: hostile}}}},
	})
}
