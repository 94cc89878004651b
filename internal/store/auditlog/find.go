package auditlog

import (
	"context"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Filter names records by all of what is set. From is within, To is not.
type Filter struct {
	Officer         string // who acted
	System          bool   // nobody did: the program
	Action, Subject string
	From, To        time.Time
	After           string // cursor of the page before
	Limit           int
}

// mostLooked bounds how many records one page reads to find its own.
const mostLooked = 5000

// query is the index that says the most of a filter, with what it leaves to be looked at.
func (f Filter) query() (q engine.Query, keep func(desk.AuditRecord) bool) {
	q = engine.Query{Index: "at", Desc: true}
	switch {
	case f.Subject != "":
		q.Index, q.Equal = "subject_at", []any{f.Subject}
	case f.Officer != "" || f.System:
		q.Index, q.Equal = "officer_at", []any{f.Officer}
	case f.Action != "":
		q.Index, q.Equal = "action_at", []any{f.Action}
	}
	if !f.From.IsZero() {
		q.From = f.From
	}
	if !f.To.IsZero() {
		q.To = f.To
	}
	return q, func(r desk.AuditRecord) bool {
		return (f.Officer == "" && !f.System || r.Officer == f.Officer) && (f.Action == "" || r.Action == f.Action)
	}
}

// FindAudit lists the records of all chains that a filter names, the latest first, a page of
// Limit or a little more. A page that read much and found little ends early: next goes on.
func (l *Log) FindAudit(ctx context.Context, f Filter) (records []desk.AuditRecord, next string, err error) {
	q, keep := f.query()
	q.Limit, next = f.Limit, f.After
	for looked := 0; looked < mostLooked; {
		page, after, err := Records.Page(ctx, l.e, q, next)
		if err != nil {
			return nil, "", err
		}
		for _, r := range page {
			if keep(r) {
				records = append(records, r)
			}
		}
		looked, next = looked+len(page), after
		if next == "" || len(records) >= table.PageSize(f.Limit) {
			break
		}
	}
	return records, next, nil
}
