// Package gapfile keeps what people asked and no statement answered.
package gapfile

import (
	"cmp"
	"context"
	"errors"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/gap"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Files are the misses of one database.
type Files struct{ e engine.Engine }

// New are the misses that e keeps.
func New(e engine.Engine) *Files { return &Files{e} }

// Collections is what an engine makes for them.
func Collections() []*engine.Collection { return []*engine.Collection{&misses.Collection} }

var misses = table.Table[gap.Miss]{
	Collection: engine.Collection{Name: "misses", Indexes: []engine.Index{
		{Name: "day", Fields: []string{"day"}},
		{Name: "unit_day", Fields: []string{"unit", "day"}},
		{Name: "asker_day", Fields: []string{"asker", "day"}},
	}},
	Key: func(m *gap.Miss) (string, *int64) { return m.ID, &m.Version },
}

// keptMisses bounds what is kept of one person, so that no one makes a gap alone.
const keptMisses = 20

// PutMiss keeps that somebody was not answered. The same again is the same miss, of the newer
// day; of a person who has asked much nothing more is kept.
func (s *Files) PutMiss(ctx context.Context, m gap.Miss) error {
	for {
		there, err := misses.Get(ctx, s.e, m.ID)
		if errors.Is(err, desk.ErrNotFound) {
			err = s.insertMiss(ctx, m)
		} else if err == nil {
			err = s.renewMiss(ctx, there, m)
		}
		if !errors.Is(err, desk.ErrConflict) && !errors.Is(err, desk.ErrNotFound) {
			return err
		} // else somebody made, changed or removed it meanwhile
	}
}

func (s *Files) insertMiss(ctx context.Context, m gap.Miss) error {
	own, err := misses.Count(ctx, s.e, engine.Grouping{Index: "asker_day", Values: []string{m.Asker}})
	if err != nil || own[m.Asker] >= keptMisses {
		return err
	}
	return misses.Insert(ctx, s.e, &m)
}

func (s *Files) renewMiss(ctx context.Context, there, m gap.Miss) error {
	renewed := there
	if m.Day.After(there.Day) {
		renewed.Day, renewed.Unit = m.Day, m.Unit
	}
	if renewed.Wrong = cmp.Or(m.Wrong, there.Wrong); renewed == there {
		return nil
	}
	return misses.Replace(ctx, s.e, &renewed)
}

// Miss returns the miss with this id.
func (s *Files) Miss(ctx context.Context, id string) (gap.Miss, error) {
	return misses.Get(ctx, s.e, id)
}

func missesIn(unit string, from, to time.Time) engine.Query {
	q := engine.Query{Index: "day", From: from, To: to, Desc: true}
	if unit != "" {
		q.Index, q.Equal = "unit_day", []any{unit}
	}
	return q
}

// MissesIn lists the misses of the days [from, to), the newest first, no more than most; unit
// "" is every unit.
func (s *Files) MissesIn(ctx context.Context, unit string, from, to time.Time, most int) ([]gap.Miss, error) {
	q := missesIn(unit, from, to)
	q.Limit = most
	return misses.Find(ctx, s.e, q)
}

// TallyMisses says how many there are in those days, counting up to most.
func (s *Files) TallyMisses(ctx context.Context, unit string, from, to time.Time, most int) (int, error) {
	return misses.Tally(ctx, s.e, missesIn(unit, from, to), most)
}

// DeleteMisses removes misses; one that is gone already is no error.
func (s *Files) DeleteMisses(ctx context.Context, ids ...string) error {
	return misses.Remove(ctx, s.e, ids...)
}

// EraseMissesOf removes what one person was not answered.
func (s *Files) EraseMissesOf(ctx context.Context, asker string) error {
	return misses.RemoveAll(ctx, s.e, engine.Query{Index: "asker_day", Equal: []any{asker}})
}

// JoinMisses gives the misses of one person to another, who is the same.
func (s *Files) JoinMisses(ctx context.Context, from, to string) error {
	return misses.Change(ctx, s.e, engine.Query{Index: "asker_day", Equal: []any{from}}, func(m *gap.Miss) { m.Asker = to })
}

// DeleteMissesBefore removes the misses of the days before t.
func (s *Files) DeleteMissesBefore(ctx context.Context, t time.Time) error {
	return misses.RemoveAll(ctx, s.e, engine.Query{Index: "day", To: t})
}
