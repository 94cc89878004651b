// Package life is how everything with a life changes: a request's part, a statement, a
// delivery, a case. Each life is one table; nothing changes a state beside it.
package life

import (
	"slices"

	"phatngon/internal/desk"
)

// Row is one row of a table: who may take Action in which states, and where it leads.
type Row[S ~string, W comparable] struct {
	Action string
	Who    W
	From   []S
	To     S      // "" leaves the state as it is
	Audit  string // the action's name in the audit chain; "" leaves no line
}

// Table is a life: its rows, in the order in which a panel offers the actions.
type Table[S ~string, W comparable] struct {
	Rows  []Row[S, W]
	Label func(S) string // the state's Vietnamese name, for a refusal
}

// Find returns the row of an action.
func (t Table[S, W]) Find(action string) (Row[S, W], bool) {
	i := slices.IndexFunc(t.Rows, func(r Row[S, W]) bool { return r.Action == action })
	if i < 0 {
		return Row[S, W]{}, false
	}
	return t.Rows[i], true
}

// Next is the state an action leads to; a *desk.RuleError when it cannot be taken in
// this state. Whether this person may take it is asked of may, which gets the row's Who.
func (t Table[S, W]) Next(state S, action string, may func(W) error) (S, error) {
	row, ok := t.Find(action)
	if !ok || !slices.Contains(row.From, state) {
		return state, &desk.RuleError{Text: "Không thực hiện được khi đang ở trạng thái “" + t.Label(state) + "”. Xin tải lại trang."}
	}
	if err := may(row.Who); err != nil {
		return state, err
	}
	if row.To == "" {
		return state, nil
	}
	return row.To, nil
}

// Open lists the actions that can be taken in a state by those whom may lets, in the
// table's order.
func (t Table[S, W]) Open(state S, may func(W) error) []string {
	var open []string
	for _, row := range t.Rows {
		if slices.Contains(row.From, state) && may(row.Who) == nil {
			open = append(open, row.Action)
		}
	}
	return open
}
