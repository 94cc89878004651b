package statistics

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
)

// Month is the requests that came in a month of Vietnam's calendar, as they stood At.
type Month struct {
	ID      string    `bson:"_id"` // "2026-11"
	Version int64     `bson:"version"`
	At      time.Time `bson:"at"`
	Rows    []Row     `bson:"rows"` // by unit and kind of person
}

// Row is the figures of one unit and one kind of person.
type Row struct {
	Unit   string               `bson:"unit"`
	Kind   people.RequesterKind `bson:"kind"`
	Counts `bson:",inline"`
}

// MonthID names the month of a moment.
func MonthID(t time.Time) string { return t.In(calendar.Zone).Format("2006-01") }

// Bounds are the first moment of a month and that of the next. false: no such month.
func Bounds(id string) (from, to time.Time, ok bool) {
	from, err := time.ParseInLocation("2006-01", id, calendar.Zone)
	return from, from.AddDate(0, 1, 0), err == nil
}

// Months lists the months from one to another, both included; at most a hundred.
func Months(first, last string) []string {
	from, _, ok := Bounds(first)
	if _, _, also := Bounds(last); !ok || !also {
		return nil
	}
	var ids []string
	for id := first; id <= last && len(ids) < 100; id = MonthID(from) {
		ids, from = append(ids, id), from.AddDate(0, 1, 0)
	}
	return ids
}

// Counter makes a Month of the requests it is given.
type Counter struct {
	now  time.Time
	rows map[key]*Counts
}

type key struct {
	unit string
	kind people.RequesterKind
}

// NewCounter counts requests as they stand at now.
func NewCounter(now time.Time) *Counter { return &Counter{now, map[key]*Counts{}} }

// Add counts every part of a request under its unit.
func (c *Counter) Add(r request.Request) {
	for _, p := range r.Parts {
		k := key{p.Unit, r.RequesterKind}
		if c.rows[k] == nil {
			c.rows[k] = &Counts{}
		}
		c.rows[k].count(p, c.now)
	}
}

// Month is what was counted, in the order of unit and kind.
func (c *Counter) Month(id string) Month {
	m := Month{ID: id, At: c.now}
	for k, counts := range c.rows {
		m.Rows = append(m.Rows, Row{k.unit, k.kind, counts.clone()})
	}
	slices.SortFunc(m.Rows, func(a, b Row) int { return cmp.Or(cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Kind, b.Kind)) })
	return m
}

// Only narrows figures: the zero value is all units and all kinds.
type Only struct {
	Unit string
	Kind people.RequesterKind
}

func (o Only) has(r Row) bool {
	return (o.Unit == "" || o.Unit == r.Unit) && (o.Kind == "" || o.Kind == r.Kind)
}

// Sum adds up what only lets through.
func Sum(months []Month, only Only) Counts {
	var sum Counts
	for _, m := range months {
		for _, r := range m.Rows {
			if only.has(r) {
				sum.Add(r.Counts)
			}
		}
	}
	return sum
}

// ByUnit adds up by unit, the most requests first.
func ByUnit(months []Month, only Only) []Row {
	sums := map[string]*Row{}
	for _, m := range months {
		for _, r := range m.Rows {
			if !only.has(r) {
				continue
			}
			if sums[r.Unit] == nil {
				sums[r.Unit] = &Row{Unit: r.Unit, Kind: only.Kind}
			}
			sums[r.Unit].Add(r.Counts)
		}
	}
	var rows []Row
	for _, r := range sums {
		rows = append(rows, *r)
	}
	slices.SortFunc(rows, func(a, b Row) int { return cmp.Or(cmp.Compare(b.Received, a.Received), cmp.Compare(a.Unit, b.Unit)) })
	return rows
}

// Share is a part of a whole in percent as people write it: "92,5 %"; "–" of nothing.
func Share(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	tenths := (1000*part + whole/2) / whole
	if tenths%10 == 0 {
		return fmt.Sprintf("%d %%", tenths/10)
	}
	return fmt.Sprintf("%d,%d %%", tenths/10, tenths%10)
}
