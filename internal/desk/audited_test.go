package desk_test

import (
	"testing"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/knowledge/statement"
)

// unaudited are the steps that leave no record under their own name: preparing a statement
// of an answer is recorded as that statement's.
var unaudited = map[string]bool{request.ActPublish: true}

func TestEveryStepOfARequestAndAStatementLeavesARecord(t *testing.T) {
	taken := map[string]bool{}
	recorded := func(life, state, action, by string, c cell) {
		if c.err != nil {
			return
		}
		taken[life+action] = true
		for _, e := range c.effects {
			if e.Kind == effect.DoAudit && e.Audit.Action != "" && e.Audit.Subject != "" && e.Key != "" && (by == "system" || by == "asker" || e.Audit.Officer == by) {
				return
			}
		}
		t.Errorf("%s: %s of %s by %s leaves no record of who did it", life, action, state, by)
	}
	for _, state := range request.States() {
		for _, row := range request.Life().Rows {
			for _, by := range roles() {
				recorded("request", string(state), row.Action, by.name, tryRequest(string(state), row.Action, by))
			}
		}
	}
	for _, state := range []string{string(statement.StatusDraft), string(statement.StatusPublished), proposed} {
		for _, row := range publication.Life().Rows {
			for _, by := range roles() {
				recorded("statement", state, row.Action, by.name, tryStatement(state, row.Action, by))
			}
		}
	}
	for _, row := range request.Life().Rows {
		if !taken["request"+row.Action] || (row.Audit == "") != unaudited[row.Action] {
			t.Errorf("request: %s is never taken here, or has no name in the audit chain", row.Action)
		}
	}
	for _, row := range publication.Life().Rows {
		if row.Audit == "" || row.Action != publication.ActRetract && !taken["statement"+row.Action] {
			t.Errorf("statement: %s is never taken here, or has no name in the audit chain", row.Action)
		}
	}
	for _, row := range cases.Life().Rows {
		if row.Audit == "" {
			t.Errorf("case: %s has no name in the audit chain", row.Action)
		}
	}
}
