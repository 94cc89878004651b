package rights

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/rights"
	flowrights "phatngon/internal/flow/rights"
)

type claimPage struct {
	door.Page
	row
	Days    []calendar.Line
	Grounds []policy.Ground
	May     map[string]bool
	History []stepView
	Action  string // the step that was not taken, why, and what was typed for it
	Field   string
	Mistake string
	Form    map[string]string
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

func (p *Pages) getClaim(v *door.Visit) error { return p.show(v, http.StatusOK, mistake{}) }

func (p *Pages) show(v *door.Visit, status int, m mistake) error {
	c, err := p.Store.Claim(v.Ctx, v.Param("id"))
	if err != nil {
		return err
	}
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	set := p.Flow.Rules.At(p.Now())
	page := claimPage{Page: v.Page("Đề nghị "+c.ID, "claims"), row: rowOf(c, set, p.Now()), Days: c.Clock.Explain(), Grounds: set.RightGrounds(),
		May: map[string]bool{}, Action: m.action, Field: m.field, Mistake: m.why, Form: m.typed, History: history(c, set, labels.NamesOf(officers))}
	for _, action := range rights.Actions(v.Officer, c) {
		page.May[action] = true
	}
	return v.Render(status, "claim", page)
}

func history(c rights.Claim, set policy.Set, names labels.OfficerNames) []stepView {
	var all []stepView
	for _, s := range c.Steps {
		by := "Người đề nghị hoặc hệ thống"
		if s.Officer != "" {
			by = names.Of(s.Officer)
		}
		detail := s.Note
		for _, g := range set.RightGrounds() {
			if g.Code == s.Ground {
				detail = g.Text + " (" + g.Basis + "). " + s.Note
			}
		}
		all = append(all, stepView{s.At, by, labels.Of("rights." + s.Action), detail})
	}
	return all
}

// postClaim enters what came on paper or by telephone; what was typed comes back when it is
// refused.
func (p *Pages) postClaim(v *door.Visit) error {
	form := claimForm{Right: v.Text("right"), Text: v.Text("text"), Reference: v.Text("reference")}
	c, err := p.Flow.Rights.Enter(v.Ctx, v.Officer, form.Right, form.Text, form.Reference)
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		form.Field, form.Wrong = invalid.Field, invalid.Text
		return p.showList(v, http.StatusUnprocessableEntity, form)
	}
	if err != nil {
		return err
	}
	return v.Redirect("/admin/claims/"+url.PathEscape(c.ID), "Đã ghi vào sổ: "+c.ID+". Người đề nghị không có trong Zalo, cơ quan trả lời họ theo đường đã nhận đơn.")
}

// done says what a step did.
var done = map[string]string{
	rights.ActDone:   "Đã ghi là đã thực hiện.",
	rights.ActRefuse: "Đã ghi là từ chối, có căn cứ và lý do.",
	rights.ActExtend: "Đã gia hạn.",
}

// told says how the person hears of it.
func told(c rights.Claim) string {
	if c.Requester == "" {
		return " Người đề nghị không có trong Zalo, cơ quan báo họ theo đường đã nhận đơn."
	}
	return " Người đề nghị được báo ngay khi Zalo nhận, và đọc được trong Mini App."
}

// fields are what the forms of a claim have.
var fields = []string{"what", "ground", "why", "amount", "reason"}

func (p *Pages) postStep(v *door.Visit) error {
	version, err := v.Version()
	if err != nil {
		return err
	}
	action, at := v.Param("action"), flowrights.Ref{ID: v.Param("id"), Version: version}
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
	c, err := p.Store.Claim(v.Ctx, at.ID)
	if err != nil {
		return err
	}
	return v.Redirect("/admin/claims/"+url.PathEscape(at.ID), done[action]+told(c))
}

// steps are what the forms do; whether the officer may is the table's to say.
func (p *Pages) steps(v *door.Visit, at flowrights.Ref) map[string]func() error {
	q, ctx, by := p.Flow.Rights, v.Ctx, v.Officer
	return map[string]func() error{
		rights.ActDone:   func() error { return q.Finish(ctx, by, at, v.Text("what")) },
		rights.ActRefuse: func() error { return q.Refuse(ctx, by, at, v.Text("ground"), v.Text("why")) },
		rights.ActExtend: func() error {
			amount, _ := strconv.Atoi(v.Text("amount")) // 0 is refused with the choice there is
			return q.Extend(ctx, by, at, amount, v.Text("reason"))
		},
	}
}
