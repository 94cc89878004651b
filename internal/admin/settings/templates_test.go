package settings

import (
	"testing"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/edge/edgetest"
)

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	const hostile = edgetest.Hostile
	at := time.Date(2026, 11, 23, 5, 0, 0, 0, time.UTC)
	frame := door.Page{Title: hostile, CSRF: "token", Flash: hostile, Me: &door.Me{Name: edgetest.Long, Coordinates: true, Administers: true}}
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"failed": {failedPage{Page: frame}, failedPage{frame, []failedQueue{{"outbox", []failedRow{{ID: hostile, Code: hostile, Unit: hostile, What: hostile, Reason: hostile, Attempts: 8, Since: at}, {ID: "x"}}, "/x"}}}},
		"audit":  {auditPage{Page: frame}, auditPage{frame, []labels.AuditLine{{At: at, By: hostile, Action: edgetest.Long, Subject: hostile, Detail: hostile}}, "/x"}},
	})
}
