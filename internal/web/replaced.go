package web

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/edge"
	"phatngon/knowledge/markdown"
	"phatngon/knowledge/statement"
)

// statementDetail is a statement with what it changed.
type statementDetail struct {
	statementView
	ValidFrom  string         `json:"valid_from"`  // RFC 3339; "" for from when it was said
	ValidUntil string         `json:"valid_until"` // "" for no end
	Replaces   []replacedView `json:"replaces"`
}

// replacedView is a statement that another replaced, and how its words became the other's.
type replacedView struct {
	replacement
	Changes []changeView `json:"changes"` // nothing when the words are the same
}

type changeView struct {
	Kind string `json:"kind"` // same, added or removed
	Text string `json:"text"`
}

// detail is all of a statement for somebody of an audience.
func (s *site) detail(ctx context.Context, st statement.Statement, a statement.Audience) (statementDetail, error) {
	d := statementDetail{statementView: s.view(st, a), ValidFrom: instant(st.ValidFrom), ValidUntil: instant(st.ValidUntil), Replaces: []replacedView{}}
	if st.Status == statement.StatusWithdrawn {
		return d, nil
	}
	for _, code := range st.Supersedes {
		old, err := s.statement(ctx, code, a)
		if errors.Is(err, desk.ErrNotFound) || err == nil && old.Status == statement.StatusWithdrawn {
			continue // its words are not for this reader, or no longer anybody's
		}
		if err != nil {
			return d, err
		}
		d.Replaces = append(d.Replaces, replacedBy(old, st))
	}
	return d, nil
}

// replacedBy compares what is shown of two statements: every word is one of theirs.
func replacedBy(old, fresh statement.Statement) replacedView {
	v := replacedView{replacement: replacement{old.Code, old.Title, old.IssuedAt.In(calendar.Zone)}, Changes: []changeView{}}
	for _, c := range edge.Diff(markdown.Read(old.Body).Text(), markdown.Read(fresh.Body).Text()) {
		v.Changes = append(v.Changes, changeView{c.Kind, c.Text})
	}
	return v
}

// instant is a time as JSON has it, "" for none.
func instant(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.In(calendar.Zone).Format(time.RFC3339)
}
