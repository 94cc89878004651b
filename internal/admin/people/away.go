package people

import (
	"errors"
	"net/http"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
)

// absence is until when an officer is away and who gets their notices, as a form has it.
type absence struct {
	Away       bool
	Until      string // the last day
	Substitute string
	Colleagues []labels.Choice // who may stand in
}

func (p *Pages) absenceOf(o people.Officer, all []people.Officer) absence {
	a := absence{Substitute: o.Substitute}
	if o.AwayUntil.After(p.Flow.Now()) {
		a.Away, a.Until = true, o.AwayUntil.Add(-time.Second).In(calendar.Zone).Format(time.DateOnly)
	}
	for _, other := range all {
		if people.MaySubstitute(o, other) {
			a.Colleagues = append(a.Colleagues, labels.Choice{Value: other.ID, Text: other.Name + ", " + other.Position})
		}
	}
	return a
}

// setAway notes an absence as typed, of oneself or, for an administrator, of another; no day:
// they are back. wrong says what to mend.
func (p *Pages) setAway(v *door.Visit, officer string) (until time.Time, wrong mistakes, err error) {
	if typed := v.Text("until"); typed != "" {
		day, err := time.ParseInLocation(time.DateOnly, typed, calendar.Zone)
		if err != nil {
			return until, mistakes{"until": "Vui lòng chọn ngày trong lịch."}, nil
		}
		until = day.AddDate(0, 0, 1)
	}
	err = p.Flow.Access.SetAway(v.Ctx, v.Officer, officer, until, v.Text("substitute"))
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		return until, mistakes{invalid.Field: invalid.Text}, nil
	}
	return until, nil, err
}

func (p *Pages) postAway(v *door.Visit) error {
	until, wrong, err := p.setAway(v, v.Officer.ID)
	switch {
	case err != nil:
		return err
	case wrong != nil:
		return p.showAccount(v, http.StatusUnprocessableEntity, wrong)
	case until.IsZero():
		return v.Redirect("/admin/account", "Đã ghi: Anh/Chị đã có mặt; thư báo việc lại gửi tới Anh/Chị.")
	}
	return v.Redirect("/admin/account", "Đã ghi: hết ngày "+lastDay(until)+", thư báo việc gửi tới người làm thay.")
}

// postOfficerAway does so for a colleague who cannot.
func (p *Pages) postOfficerAway(v *door.Visit) error {
	id := v.Param("id")
	until, wrong, err := p.setAway(v, id)
	switch {
	case err != nil:
		return err
	case wrong != nil:
		return p.showOfficer(v, http.StatusUnprocessableEntity, editPage{Mistakes: wrong})
	case until.IsZero():
		return v.Redirect("/admin/officers/"+escaped(id), "Đã ghi: cán bộ đã có mặt; thư báo việc lại gửi tới cán bộ.")
	}
	return v.Redirect("/admin/officers/"+escaped(id), "Đã ghi: hết ngày "+lastDay(until)+", thư báo việc của cán bộ gửi tới người làm thay.")
}

func lastDay(until time.Time) string {
	return until.Add(-time.Second).In(calendar.Zone).Format("02/01/2006")
}
