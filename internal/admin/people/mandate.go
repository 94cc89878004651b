package people

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
)

// mandatePage is by what an officer speaks for their unit, and the form that changes it.
type mandatePage struct {
	door.Page
	ID, Name, Position, Unit string
	Now                      mandateView
	Form                     mandateForm
	Kinds                    []labels.Choice
	Mistakes                 mistakes
	Back                     string
}

// mandateView is a mandate in words; Text is "" when there is none.
type mandateView struct {
	Text  string
	Holds bool
}

type mandateForm struct{ Kind, Document, Scope, Only, From, Until string }

func viewOf(m *people.Mandate, now time.Time) mandateView {
	if m == nil {
		return mandateView{}
	}
	text := []string{m.Kind.Label()}
	if m.Document != "" {
		text = append(text, "văn bản số "+m.Document)
	}
	if m.Scope != "" {
		text = append(text, "phạm vi: "+m.Scope)
	}
	if len(m.Only) > 0 {
		text = append(text, "chỉ "+strings.Join(m.Only, ", "))
	}
	text = append(text, "từ "+day(m.From))
	if !m.Until.IsZero() {
		text = append(text, "đến hết "+day(m.Until.Add(-time.Second)))
	}
	return mandateView{Text: strings.Join(text, "; "), Holds: m.Holds(now)}
}

func day(t time.Time) string { return t.In(calendar.Zone).Format("02/01/2006") }

func (p *Pages) getMandate(v *door.Visit) error {
	return p.showMandate(v, http.StatusOK, mandateForm{}, nil)
}

func (p *Pages) showMandate(v *door.Visit, status int, form mandateForm, wrong mistakes) error {
	o, err := p.Store.Officer(v.Ctx, v.Param("id"))
	if err != nil {
		return err
	}
	if err := people.MayMandate(v.Officer, o, people.Authorised); err != nil {
		return err
	}
	page := mandatePage{Page: v.Page("Tư cách phát ngôn", "officers"), ID: o.ID, Name: o.Name, Position: o.Position, Unit: p.Units.Name(o.Unit),
		Now: viewOf(o.Mandate, p.Flow.Now()), Form: form, Mistakes: wrong, Back: "/admin/account"}
	for _, k := range labels.SpokespersonKinds() {
		if people.MayMandate(v.Officer, o, people.SpokespersonKind(k.Value)) == nil {
			page.Kinds = append(page.Kinds, k)
		}
	}
	if people.CanAdminister(v.Officer) == nil {
		page.Back = "/admin/officers"
	}
	return v.Render(status, "mandate", page)
}

// postMandate gives a mandate. A day of the form begins at midnight, and one until which
// something holds is over at its end.
func (p *Pages) postMandate(v *door.Visit) error {
	f := mandateForm{v.Text("kind"), v.Text("document"), v.Text("scope"), v.Text("only"), v.Text("from"), v.Text("until")}
	m := people.Mandate{Kind: people.SpokespersonKind(f.Kind), Document: f.Document, Scope: f.Scope, Only: codes(f.Only)}
	from, err1 := typedDay(f.From, 0)
	until, err2 := typedDay(f.Until, 1)
	if err := errors.Join(err1, err2); err != nil {
		return p.showMandate(v, http.StatusUnprocessableEntity, f, mistakes{"until": "Vui lòng chọn ngày trong lịch."})
	}
	if m.From, m.Until = from, until; m.From.IsZero() {
		m.From = p.Flow.Now()
	}
	err := p.Flow.Access.SetMandate(v.Ctx, v.Officer, v.Param("id"), m)
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		return p.showMandate(v, http.StatusUnprocessableEntity, f, mistakes{invalid.Field: invalid.Text})
	}
	if err != nil {
		return err
	}
	return v.Redirect("/admin/officers/"+v.Param("id")+"/mandate", "Đã ghi tư cách phát ngôn; mỗi lần ký được kiểm tra lại hiệu lực.")
}

func (p *Pages) postMandateEnd(v *door.Visit) error {
	if err := p.Flow.Access.EndMandate(v.Ctx, v.Officer, v.Param("id")); err != nil {
		return err
	}
	return v.Redirect("/admin/officers/"+v.Param("id")+"/mandate", "Đã chấm dứt. Những gì đã ký trước đó vẫn có hiệu lực.")
}

// codes are what a mandate is for, by commas or lines.
func codes(text string) []string {
	return strings.FieldsFunc(strings.ToUpper(text), func(r rune) bool { return strings.ContainsRune(", \r\n;", r) })
}

func typedDay(text string, after int) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	at, err := time.ParseInLocation(time.DateOnly, text, calendar.Zone)
	return at.AddDate(0, 0, after), err
}
