package requests

import (
	"errors"
	"net/http"
	"slices"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
)

type requestPage struct {
	door.Page
	Request request.Request
	Asker   string
	Parts   []partView
	Units   []routing.Unit
	Kind    kindView
	Remarks remarksView
	Joined  int // how many are answered with it; up to 200
}

func (p *Pages) getRequest(v *door.Visit) error {
	r, err := p.visibleRequest(v)
	if err != nil {
		return err
	}
	return p.showRequest(v, http.StatusOK, r, -1, stepForm{})
}

// visibleRequest is the request of the address, if this officer may see it.
func (p *Pages) visibleRequest(v *door.Visit) (request.Request, error) {
	r, err := p.Store.Request(v.Ctx, v.Param("code"))
	if err != nil {
		return request.Request{}, err
	}
	if !request.MaySee(v.Officer, r) {
		return request.Request{}, &desk.RuleError{Text: "Yêu cầu này thuộc đơn vị khác. Nếu đơn vị của Anh/Chị cần xử lý, vui lòng liên hệ Văn phòng Ủy ban nhân dân tỉnh."}
	}
	return r, nil
}

// showRequest shows r, with what was typed into the forms of one part when a
// step of it failed (-1: none did).
func (p *Pages) showRequest(v *door.Visit, status int, r request.Request, failed int, typed stepForm) error {
	return p.showRequestWith(v, status, r, failed, typed, "", "")
}

// showRequestWith shows r also with a remark that was not accepted, and why.
func (p *Pages) showRequestWith(v *door.Visit, status int, r request.Request, failed int, typed stepForm, remark, wrong string) error {
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	names := labels.NamesOf(officers)
	sent, err := p.Store.DeliveriesOf(v.Ctx, r.Code)
	if err != nil {
		return err
	}
	page := requestPage{Page: v.Page("Yêu cầu "+r.Code, "queue"), Request: r, Asker: asker(r), Units: p.Units.All(), Kind: p.kind(v, r, typed)}
	joined, _, err := p.Store.RequestsJoined(v.Ctx, r.Code, "")
	if err != nil {
		return err
	}
	page.Joined = len(joined)
	if page.Remarks, err = p.remarks(v, r, officers, names, remark, wrong); err != nil {
		return err
	}
	for i := range r.Parts {
		view := p.partView(v, r, i, names)
		if i == failed {
			view.Form = typed
		}
		view.Deliveries = slices.DeleteFunc(slices.Clone(sent), func(d delivery.Delivery) bool { return !d.Brings(i) })
		if err := errors.Join(p.preparePublish(v, r, &view), p.restore(v, r, &view, names)); err != nil {
			return err
		}
		if err := p.offerInserts(v, r, &view); err != nil {
			return err
		}
		page.Parts = append(page.Parts, view)
	}
	return v.Render(status, "request", page)
}
