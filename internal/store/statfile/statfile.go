// Package statfile keeps the figures of each month and the register of press activities.
package statfile

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/statistics"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// ActivityName is the collection of activities, which carry effects.
const ActivityName = "activities"

var months = table.Table[statistics.Month]{
	Collection: engine.Collection{Name: "months"},
	Key:        func(m *statistics.Month) (string, *int64) { return m.ID, &m.Version },
}

var activities = table.Table[statistics.Activity]{
	Collection: engine.Carrier(ActivityName, []engine.Index{{Name: "start", Fields: []string{"start"}}}),
	Key:        func(a *statistics.Activity) (string, *int64) { return a.ID, &a.Version },
}

// Collections is what an engine makes at open.
func Collections() []*engine.Collection {
	return []*engine.Collection{&months.Collection, &activities.Collection}
}

// Files is the figures and activities over an engine.
type Files struct{ e engine.Engine }

// New is the files over e.
func New(e engine.Engine) *Files { return &Files{e} }

// Month returns the figures of a month; the zero Month when there are none yet.
func (f *Files) Month(ctx context.Context, id string) (statistics.Month, error) {
	m, err := months.Get(ctx, f.e, id)
	if errors.Is(err, desk.ErrNotFound) {
		return statistics.Month{}, nil
	}
	return m, err
}

// SaveMonth stores the figures of a month in place of those before. Of two that were
// counted at once the first stays: both are true.
func (f *Files) SaveMonth(ctx context.Context, m statistics.Month) error {
	before, err := f.Month(ctx, m.ID)
	if err != nil {
		return err
	}
	m.Version = before.Version
	if err = months.Save(ctx, f.e, &m); errors.Is(err, desk.ErrConflict) {
		return nil
	}
	return err
}

// InsertActivity enters an activity with its Effects. desk.ErrConflict: it is there.
func (f *Files) InsertActivity(ctx context.Context, a *statistics.Activity, effects ...effect.Effect) error {
	return activities.Insert(ctx, f.e, a, append(a.Effects, effects...)...)
}

// ReplaceActivity stores a with its Effects over the version it was read at.
func (f *Files) ReplaceActivity(ctx context.Context, a *statistics.Activity, effects ...effect.Effect) error {
	return activities.Replace(ctx, f.e, a, append(a.Effects, effects...)...)
}

// Activity returns the activity with this id.
func (f *Files) Activity(ctx context.Context, id string) (statistics.Activity, error) {
	return activities.Get(ctx, f.e, id)
}

// ActivitiesBetween lists the activities that began in [from, to), the newest first.
func (f *Files) ActivitiesBetween(ctx context.Context, from, to time.Time) ([]statistics.Activity, error) {
	return activities.Find(ctx, f.e, engine.Query{Index: "start", From: from, To: to, Desc: true})
}
