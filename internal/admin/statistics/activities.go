package statistics

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/routing"
	"phatngon/internal/desk/statistics"
)

type activitiesPage struct {
	door.Page
	Year   int
	Rows   []activityRow
	Kinds  []labels.Choice
	Units  []routing.Unit
	Form   activityForm
	Failed string            // the form in which Wrong stands: "" is that of a new activity
	Wrong  map[string]string // by field
}

type activityRow struct {
	statistics.Activity
	UnitName string
	Open     bool // waits to be spoken of
	Late     bool
	Strike   bool // may still be struck out
}

// activityForm is what was typed. Key makes the same form sent twice one line.
type activityForm struct{ Key, Kind, Title, Unit, Start, Done, Proof, Why string }

func (p *Pages) getActivities(v *door.Visit) error {
	return p.showActivities(v, http.StatusOK, activitiesPage{Form: activityForm{Key: rand.Text()}})
}

func (p *Pages) showActivities(v *door.Visit, status int, page activitiesPage) error {
	now := p.Now().In(calendar.Zone)
	from := time.Date(now.Year()-1, 1, 1, 0, 0, 0, 0, calendar.Zone)
	found, err := p.Store.ActivitiesBetween(v.Ctx, from, now.AddDate(0, 0, 1))
	if err != nil {
		return fmt.Errorf("list press activities: %w", err)
	}
	may := statistics.May(v.Officer)
	for _, a := range found {
		row := activityRow{Activity: a, UnitName: p.Units.Name(a.Unit)}
		for _, action := range statistics.Life().Open(a.State, may) {
			row.Open = row.Open || action == statistics.ActFinish
			row.Strike = row.Strike || action == statistics.ActStrike
		}
		row.Late = a.Clock != nil && !a.OnTime() && (a.State == statistics.Done || now.After(a.Clock.Due))
		page.Rows = append(page.Rows, row)
	}
	page.Page, page.Year, page.Units = v.Page("Sổ hoạt động báo chí", "statistics"), now.Year(), p.Units.All()
	for _, k := range statistics.ActivityKinds() {
		page.Kinds = append(page.Kinds, labels.Choice{Value: string(k), Text: k.Label()})
	}
	return v.Render(status, "activities", page)
}

// moment reads what a datetime-local field holds, in Vietnam's time; zero when it is no time.
func moment(text string) time.Time {
	at, _ := time.ParseInLocation("2006-01-02T15:04", text, calendar.Zone)
	return at
}

func (p *Pages) postActivity(v *door.Visit) error {
	f := activityForm{Key: v.Text("key"), Kind: v.Text("kind"), Title: v.Text("title"), Unit: v.Text("unit"), Start: v.Text("start")}
	unit, ok := p.Units.Pick(f.Unit)
	var err error = &desk.InvalidError{Field: "unit", Text: "Xin chọn đơn vị trong danh sách."}
	if ok {
		err = p.Flow.Statistics.Record(v.Ctx, v.Officer, f.Key, statistics.Activity{Kind: statistics.ActivityKind(f.Kind), Title: f.Title, Unit: unit, Start: moment(f.Start)})
	}
	if errors.Is(err, desk.ErrConflict) {
		err = nil // the same form, sent twice
	}
	return p.answer(v, "", f, err, "Đã ghi vào sổ.")
}

func (p *Pages) postFinish(v *door.Visit) error {
	f := activityForm{Done: v.Text("done"), Proof: v.Text("proof")}
	err := p.Flow.Statistics.Finish(v.Ctx, v.Officer, v.Param("id"), moment(f.Done), f.Proof)
	return p.answer(v, v.Param("id")+"/"+statistics.ActFinish, f, err, "Đã ghi nhận.")
}

func (p *Pages) postStrike(v *door.Visit) error {
	f := activityForm{Why: v.Text("why")}
	err := p.Flow.Statistics.Strike(v.Ctx, v.Officer, v.Param("id"), f.Why)
	return p.answer(v, v.Param("id")+"/"+statistics.ActStrike, f, err, "Đã gạch bỏ; dòng này không còn được tính.")
}

// answer shows a form again with what was typed and what is wrong with it, or goes on.
func (p *Pages) answer(v *door.Visit, form string, typed activityForm, err error, done string) error {
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		if typed.Key == "" {
			typed.Key = rand.Text()
		}
		return p.showActivities(v, http.StatusUnprocessableEntity, activitiesPage{Form: typed, Failed: form, Wrong: map[string]string{invalid.Field: invalid.Text}})
	}
	if err != nil {
		return err
	}
	return v.Redirect("/admin/activities", done)
}
