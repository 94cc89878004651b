package requests

import (
	"errors"
	"net/http"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
)

// remarksView is what colleagues noted on a request, and the form to add to it.
type remarksView struct {
	Code, CSRF  string
	May         bool
	All         []remarkView
	Colleagues  []string // who can be named
	Text, Wrong string
}

type remarkView struct {
	By, Text string
	To       []string
	At       time.Time
}

func (p *Pages) remarks(v *door.Visit, r request.Request, officers []people.Officer, names labels.OfficerNames, typed, wrong string) (remarksView, error) {
	view := remarksView{Code: r.Code, CSRF: v.CSRF, May: request.MayRemark(v.Officer, r) == nil, Text: typed, Wrong: wrong}
	all, err := p.Store.RemarksOf(v.Ctx, r.Code)
	for _, m := range all {
		one := remarkView{By: names.Of(m.Officer), Text: m.Text, At: m.At}
		for _, to := range m.To {
			one.To = append(one.To, names.Of(to))
		}
		view.All = append(view.All, one)
	}
	for _, o := range officers {
		if o.ID != v.Officer.ID && !o.Disabled && o.Unit == v.Officer.Unit && request.MayRemark(o, r) == nil {
			view.Colleagues = append(view.Colleagues, o.Name)
		}
	}
	return view, err
}

// postRemark adds a remark. It depends on nothing that others change meanwhile, so that it
// asks for no version.
func (p *Pages) postRemark(v *door.Visit) error {
	r, err := p.visibleRequest(v)
	if err != nil {
		return err
	}
	m, err := p.Flow.Requests.Remark(v.Ctx, v.Officer, r.Code, v.Text("remark"))
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		return p.showRequestWith(v, http.StatusUnprocessableEntity, r, -1, stepForm{}, v.Text("remark"), invalid.Text)
	}
	if err != nil {
		return err
	}
	done := "Đã ghi chú nội bộ."
	if len(m.To) > 0 && p.Flow.Mailer != nil {
		done = "Đã ghi chú nội bộ. Người được nhắc nhận thư báo trong giờ làm việc."
	}
	return v.Redirect(door.RequestURL(r.Code)+"#remarks", done)
}
