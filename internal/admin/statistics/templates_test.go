package statistics

import (
	"testing"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/desk/statistics"
	"phatngon/internal/edge/edgetest"
)

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	hostile, long := edgetest.Hostile, edgetest.Long
	noon := time.Date(2026, 11, 23, 12, 0, 0, 0, calendar.Zone)
	units := []routing.Unit{{Code: "TH-YT", Name: hostile}}
	frame := door.Page{Title: hostile, Here: "statistics", CSRF: "token", Flash: hostile,
		Me: &door.Me{Name: long, Position: hostile, Unit: long, Role: people.RoleAdmin, Coordinates: true, Administers: true}}
	counts := statistics.Counts{Received: 9, Answered: 3, Refused: 2, Open: 3, Withdrawn: 1, OnTime: 4, Late: 1, Overdue: 2}
	months := []statistics.Month{{ID: "2026-10"}, {ID: "2026-11", At: noon, Rows: []statistics.Row{{Unit: "TH-YT", Kind: people.Citizen, Counts: counts}}}}
	figures := figuresPage{Page: frame, period: period{"2026-10", "2026-11", "TH-YT", people.Citizen}, UnitText: hostile, UnitName: long, Units: units, Kinds: kinds(), Sum: counts, At: noon, Query: "a=b", Wrong: hostile,
		Chart: chartOf(months, statistics.Only{}), Months: monthRows(months, statistics.Only{}), ByUnit: []unitRow{{hostile + long, "/x", counts}}, Spans: spans(counts), Grounds: []share{{hostile, 1, "50 %"}}}
	none := figuresPage{Page: frame, period: figures.period, Chart: chartOf(nil, statistics.Only{})}
	clock := &calendar.Clock{Start: noon, Due: noon}
	var rows []activityRow
	for i, state := range []statistics.ActivityState{statistics.Waiting, statistics.Done, statistics.Struck} {
		rows = append(rows, activityRow{statistics.Activity{ID: string(rune('a' + i)), Kind: statistics.Incident, State: state, Title: hostile + long, Start: noon, Clock: clock, DoneAt: noon, Proof: hostile, Why: hostile}, long, true, true, true})
	}
	form := activityForm{hostile, hostile, hostile, long, hostile, hostile, hostile, hostile}
	wrong := map[string]string{"kind": hostile, "title": hostile, "unit": hostile, "start": hostile, "done": hostile, "proof": hostile, "why": hostile}
	var pages []any
	for _, failed := range []string{"", "a/finish", "b/strike"} {
		pages = append(pages, activitiesPage{Page: frame, Rows: rows, Units: units, Kinds: kinds(), Form: form, Failed: failed, Wrong: wrong})
	}
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"statistics": {figures, none},
		"yearly":     {yearlyPage{Page: frame, Year: 2026, Years: []int{2026, 2027}, At: noon, Partial: true, Metrics: []metricView{{statistics.Metric{Name: hostile, N: 1, Of: -1, Source: long}, ""}, {statistics.Metric{Name: hostile, N: 1, Of: 2}, hostile}}}},
		"activities": append(pages, activitiesPage{Page: frame}),
	})
}

func TestTheColumnsOfTheChartFillItAndNoMore(t *testing.T) {
	counts := func(onTime, late, open, withdrawn int) statistics.Month {
		c := statistics.Counts{Received: onTime + late + open + withdrawn, Answered: onTime + late, OnTime: onTime, Late: late, Open: open, Withdrawn: withdrawn}
		return statistics.Month{ID: "2026-11", Rows: []statistics.Row{{Unit: "TH-YT", Counts: c}}}
	}
	c := chartOf([]statistics.Month{counts(1, 1, 1, 1), counts(100_000, 3, 7, 1), counts(0, 0, 0, 0)}, statistics.Only{})
	for _, b := range c.Bars {
		foot := chartHeight
		for _, p := range b.Pieces {
			if p.Y+p.Height != foot || p.Y < 0 || p.N == 0 {
				t.Errorf("a piece of %s from %d, %d high, on %d", b.Name, p.Y, p.Height, foot)
			}
			foot = p.Y
		}
	}
	if len(c.Bars[2].Pieces) != 0 {
		t.Error("a month without requests has a column")
	}
}
