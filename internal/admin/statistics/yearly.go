package statistics

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/statistics"
)

type yearlyPage struct {
	door.Page
	Year    int
	Years   []int
	Metrics []metricView
	At      time.Time
	Partial bool   // the year is not over
	Pending string // months that are still being counted
}

type metricView struct {
	statistics.Metric
	Percent string
}

func (p *Pages) getYearly(v *door.Visit) error {
	page, pending, err := p.yearly(v)
	page.Pending = monthNames(pending)
	if err != nil {
		return err
	}
	return v.Render(http.StatusOK, "yearly", page)
}

// firstYear is the year in which the decree came into force.
const firstYear = 2026

func (p *Pages) yearly(v *door.Visit) (page yearlyPage, pending []string, err error) {
	now := p.Now().In(calendar.Zone)
	page = yearlyPage{Page: v.Page("Báo cáo năm", "statistics"), Year: now.Year()}
	if year, err := strconv.Atoi(v.Query("year")); err == nil && year >= firstYear && year < now.Year() {
		page.Year = year
	}
	for year := now.Year(); year >= firstYear; year-- {
		page.Years = append(page.Years, year)
	}
	page.Partial = page.Year == now.Year()
	from := time.Date(page.Year, 1, 1, 0, 0, 0, 0, calendar.Zone)
	last := statistics.MonthID(from.AddDate(0, 11, 0))
	if page.Partial {
		last = statistics.MonthID(now)
	}
	months, pending, err := p.Flow.Statistics.Months(v.Ctx, statistics.MonthID(from), last)
	if err != nil {
		return page, nil, err
	}
	activities, err := p.Store.ActivitiesBetween(v.Ctx, from, from.AddDate(1, 0, 0))
	if err != nil {
		return page, nil, fmt.Errorf("list press activities: %w", err)
	}
	page.At = oldest(months)
	for _, m := range statistics.Yearly(months, activities) {
		view := metricView{Metric: m}
		if m.Of >= 0 {
			view.Percent = statistics.Share(m.N, m.Of)
		}
		page.Metrics = append(page.Metrics, view)
	}
	return page, pending, nil
}
