package requests

import (
	"slices"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
)

// kindView is of what kind a request is, and the form by which its unit says another.
type kindView struct {
	Code, CSRF      string
	Version         int64
	Part            int // through which the officer may change it; -1: they may not
	Name, Asks      string
	Others          []policy.RequestKind
	Reason, Trouble string
}

// kind is the kind of r; typed is what was typed into a form that failed.
func (p *Pages) kind(v *door.Visit, r request.Request, typed stepForm) kindView {
	rules := p.Flow.Rules.At(p.Now())
	now, _ := rules.RequestKind(r.RequesterKind, r.Kind)
	view := kindView{Code: r.Code, CSRF: v.CSRF, Version: r.Version, Part: -1, Name: r.KindName, Asks: now.Asks}
	view.Others = slices.DeleteFunc(rules.RequestKinds(r.RequesterKind), func(k policy.RequestKind) bool { return k.Code == r.Kind })
	for i := range r.Parts {
		if view.Part < 0 && slices.Contains(request.Actions(v.Officer, r, i), request.ActKind) {
			view.Part = i
		}
	}
	if typed.Failed == request.ActKind {
		view.Reason, view.Trouble = typed.Reason, typed.Error
	}
	return view
}

func (p *Pages) postKind(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	err = p.Flow.Requests.ChangeKind(v.Ctx, v.Officer, at, v.Text("kind"), v.Text("reason"))
	return p.stepped(v, at, request.ActKind, err, "Đã đổi loại; hạn xử lý tính lại theo loại mới. Người hỏi được báo lý do ngay khi Zalo nhận.")
}
