package settings

import (
	"testing"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/edge/edgetest"
	"phatngon/internal/flow"
)

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	const hostile = edgetest.Hostile
	at := time.Date(2026, 11, 23, 5, 0, 0, 0, time.UTC)
	frame := door.Page{Title: hostile, CSRF: "token", Flash: hostile, Me: &door.Me{Name: edgetest.Long, Coordinates: true, Administers: true}}
	owed := delivery.Delivery{ID: hostile, Request: hostile, Reason: hostile, UpdatedAt: at}
	groups := []unreachedGroup{{delivery.Failed, []unreachedRow{{owed, edgetest.Long}, {owed, hostile}}, "/x"}, {delivery.Unreachable, []unreachedRow{{owed, hostile}}, ""}}
	queues := []failedQueue{{"outbox", []failedRow{{ID: hostile, Code: hostile, Unit: hostile, What: hostile, Reason: hostile, Attempts: 8, Since: at}, {ID: "x"}}, "/x"}}
	wrong := func(field string) policyForm {
		return policyForm{From: hostile, Data: hostile, Field: field, Text: hostile}
	}
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"failed": {failedPage{Page: frame}, failedPage{frame, groups, queues, true}, failedPage{frame, groups, nil, false}},
		"policies": {policiesPage{Page: frame}, policiesPage{frame, true, policyNames("units"), "units", []policyRow{{2, at, hostile, at}, {Number: 1, Author: hostile}}, wrong("from"), nil},
			policiesPage{frame, true, policyNames("rules"), "rules", nil, wrong("rules[0].days"), nil}, policiesPage{frame, true, policyNames("sentences"), "sentences", nil, wrong(""), []sentenceView{{hostile, hostile}, {hostile, ""}}}},
		"audit": {auditPage{Page: frame}, auditPage{Page: frame, More: "/x", Filtered: true}, auditPage{Page: frame, Filtered: true, Wrong: hostile, Form: auditForm{hostile, hostile, hostile, hostile, hostile}},
			auditPage{Page: frame, Rows: []labels.AuditLine{{At: at, By: hostile, Action: edgetest.Long, Subject: hostile, Detail: hostile}}, More: "/x", Officers: []labels.Choice{{Value: hostile, Text: hostile}}, Actions: labels.AuditActions(), Check: flow.AuditCheck{At: at, Wrong: hostile}},
			auditPage{Page: frame, Check: flow.AuditCheck{At: at, Until: at, Records: 3}}},
	})
}
