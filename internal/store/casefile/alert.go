package casefile

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Alert tells officers that many reported a case, or asked what a statement answers, in a
// short time. It is open until one of them has seen it.
type Alert struct {
	ID        string    `bson:"_id"` // of its cause
	Version   int64     `bson:"version"`
	Case      string    `bson:"case,omitempty"`
	Statement string    `bson:"statement,omitempty"`
	Unit      string    `bson:"unit"`
	Count     int       `bson:"count"`
	Minutes   int       `bson:"minutes"`
	At        time.Time `bson:"at"`
	Open      bool      `bson:"open"`
	SeenBy    string    `bson:"seen_by,omitempty"` // officer id
	SeenAt    time.Time `bson:"seen_at"`
}

// RaiseAlert stores a new alert; the same id again is the same alert.
func (s *Files) RaiseAlert(ctx context.Context, a Alert) error {
	err := alerts.Insert(ctx, s.e, &a)
	if errors.Is(err, desk.ErrConflict) {
		return nil
	}
	return err
}

// Alert returns the alert with this id.
func (s *Files) Alert(ctx context.Context, id string) (Alert, error) {
	return alerts.Get(ctx, s.e, id)
}

// SeeAlert closes an alert over the version it was read at.
func (s *Files) SeeAlert(ctx context.Context, a *Alert) error { return alerts.Replace(ctx, s.e, a) }

// AlertsOpen lists the alerts of a unit that nobody has seen, of all units when unit is
// "", the newest first.
func (s *Files) AlertsOpen(ctx context.Context, unit string, limit int) ([]Alert, error) {
	q := engine.Query{Index: "open_at", Equal: []any{true}, Desc: true, Limit: table.PageSize(limit)}
	if unit != "" {
		q.Index, q.Equal = "open_unit_at", []any{true, unit}
	}
	return alerts.Find(ctx, s.e, q)
}

// ReportsSince says how many reports of a case came since then, up to most.
func (s *Files) ReportsSince(ctx context.Context, code string, since time.Time, most int) (int, error) {
	found, err := reportTable.Find(ctx, s.e, engine.Query{Index: "case_created", Equal: []any{code}, From: since, Limit: most})
	return len(found), err
}

var alerts = table.Table[Alert]{
	Collection: engine.Collection{Name: "alerts", Indexes: []engine.Index{
		{Name: "open_at", Fields: []string{"open", "at"}},
		{Name: "open_unit_at", Fields: []string{"open", "unit", "at"}},
	}},
	Key: func(a *Alert) (string, *int64) { return a.ID, &a.Version },
}
