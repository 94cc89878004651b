package press

import (
	"errors"
	"net/http"
	"net/url"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/press"
	flowpress "phatngon/internal/flow/press"
)

type registrationPage struct {
	door.Page
	press.Registration
	CleanAt  time.Time // when the pictures are removed; zero: not decided
	Days     int       // after the decision
	History  []stepView
	May      map[string]bool
	Action   string // the step that was not taken, why, and what was typed for it
	Field    string
	Mistake  string
	Form     map[string]string
	LastDay  string
	Earliest string
}

type stepView struct {
	At                 time.Time
	By, Action, Detail string
}

// mistake is a step that was not taken: which, why, and what was typed for it.
type mistake struct {
	action, field, why string
	typed              map[string]string
}

func (p *Pages) getRegistration(v *door.Visit) error { return p.show(v, http.StatusOK, mistake{}) }

func (p *Pages) show(v *door.Visit, status int, m mistake) error {
	r, err := p.Flow.Press.See(v.Ctx, v.Officer, v.Param("code"))
	if err != nil {
		return err
	}
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	names := labels.NamesOf(officers)
	terms := p.Flow.Rules.At(p.Now()).Press()
	page := registrationPage{Page: v.Page("Đăng ký "+r.ID, "press"), Registration: r, CleanAt: press.CleanAt(r, terms), Days: terms.PictureDays,
		May: map[string]bool{}, Action: m.action, Field: m.field, Mistake: m.why, Form: m.typed, Earliest: p.Now().In(calendar.Zone).Format(time.DateOnly)}
	if !r.Until.IsZero() {
		page.LastDay = r.Until.In(calendar.Zone).Add(-time.Second).Format("02/01/2006")
	}
	for _, action := range press.Actions(v.Officer, r) {
		page.May[action] = true
	}
	for _, s := range r.Steps {
		by := "Phóng viên hoặc hệ thống"
		if s.Officer != "" {
			by = names.Of(s.Officer)
		}
		page.History = append(page.History, stepView{s.At, by, labels.Of("press." + s.Action), s.Note})
	}
	return v.Render(status, "press_registration", page)
}

// getPicture shows a picture that was shown to the desk, written anew.
func (p *Pages) getPicture(v *door.Visit) error {
	data, err := p.Flow.Press.Picture(v.Ctx, v.Officer, v.Param("code"), v.Param("id"))
	if err != nil {
		return err
	}
	return v.Picture(data)
}

// done says what a step did.
var done = map[string]string{
	press.ActVerify: "Đã xác minh. Phóng viên được báo ngay khi Zalo nhận, và xem được phát ngôn dành cho báo chí từ bây giờ.",
	press.ActAsk:    "Đã đề nghị bổ sung. Phóng viên được báo ngay khi Zalo nhận.",
	press.ActRefuse: "Đã ghi nhận không xác minh. Phóng viên được báo lý do ngay khi Zalo nhận.",
	press.ActRevoke: "Đã thu hồi xác minh; phát ngôn dành cho báo chí không còn hiện với người này. Phóng viên được báo lý do ngay khi Zalo nhận.",
}

// fields are what the forms of a registration have.
var fields = []string{"holder", "until", "why"}

func (p *Pages) postStep(v *door.Visit) error {
	version, err := v.Version()
	if err != nil {
		return err
	}
	action, at := v.Param("action"), flowpress.Ref{ID: v.Param("code"), Version: version}
	step, known := p.steps(v, at)[action]
	if !known {
		return desk.ErrNotFound
	}
	err = step()
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		typed := map[string]string{}
		for _, f := range fields {
			typed[f] = v.Text(f)
		}
		return p.show(v, http.StatusUnprocessableEntity, mistake{action, invalid.Field, invalid.Text, typed})
	}
	if err != nil {
		return err
	}
	return v.Redirect("/admin/press/"+url.PathEscape(at.ID), done[action])
}

// steps are what the forms do; whether the officer may is the table's to say.
func (p *Pages) steps(v *door.Visit, at flowpress.Ref) map[string]func() error {
	q, ctx, by, why := p.Flow.Press, v.Ctx, v.Officer, v.Text("why")
	return map[string]func() error{
		press.ActVerify: func() error {
			until, err := time.ParseInLocation(time.DateOnly, v.Text("until"), calendar.Zone)
			if err != nil {
				until = time.Time{} // the desk says what is wrong with it
			}
			return q.Verify(ctx, by, at, v.Text("holder"), until)
		},
		press.ActAsk:    func() error { return q.Ask(ctx, by, at, why) },
		press.ActRefuse: func() error { return q.Refuse(ctx, by, at, why) },
		press.ActRevoke: func() error { return q.Revoke(ctx, by, at, why) },
	}
}
