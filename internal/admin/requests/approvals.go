package requests

import (
	"fmt"
	"net/http"
	"slices"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/edge"
	"phatngon/internal/store"
)

// ApprovalsURL is the page where drafts are approved one after another.
const ApprovalsURL = "/admin/approvals"

// approvalsPage is one draft that waits for this officer's signature, and what comes after it.
type approvalsPage struct {
	door.Page
	Code, Asked, Asker string // of the one that is shown; "" when none waits
	Part               *partView
	Rest               []approvalRow
	Later              string // address of the one after it, "" when it is the last
}

type approvalRow struct {
	Code, Asked, URL string
	Left             edge.Remaining
	Due              time.Time
	Current          bool
}

// waiting is a part whose draft an officer may sign.
type waiting struct {
	r    request.Request
	part int
}

func (w waiting) id() string { return fmt.Sprintf("%s/%d", w.r.Code, w.part) }

func (w waiting) due() time.Time { return w.r.Parts[w.part].Clock.Due }

// getApprovals shows the draft that is due first, or the one of the address.
func (p *Pages) getApprovals(v *door.Visit) error {
	all, err := p.waitingFor(v)
	if err != nil {
		return err
	}
	page := approvalsPage{Page: v.Page("Chờ tôi duyệt", "approvals")}
	shown := max(0, slices.IndexFunc(all, func(w waiting) bool { return w.id() == v.Query("at") }))
	for i, w := range all {
		page.Rest = append(page.Rest, approvalRow{w.r.Code, request.Asked(w.r, w.part), approvalURL(w), edge.TimeLeft(w.r.Parts[w.part].Clock, p.Now()), w.due(), i == shown})
	}
	if len(all) > 0 {
		if page.Part, err = p.approvalPart(v, all[shown]); err != nil {
			return err
		}
		page.Code, page.Asked, page.Asker = all[shown].r.Code, request.Asked(all[shown].r, all[shown].part), asker(all[shown].r)
	}
	if len(all) > 1 {
		page.Later = approvalURL(all[(shown+1)%len(all)])
	}
	return v.Render(http.StatusOK, "approvals", page)
}

func approvalURL(w waiting) string { return ApprovalsURL + "?at=" + w.id() }

// approvalPart is a draft with its forms, which come back to this page.
func (p *Pages) approvalPart(v *door.Visit, w waiting) (*partView, error) {
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return nil, err
	}
	view := p.partView(v, w.r, w.part, labels.NamesOf(officers))
	view.Then = "approvals"
	return &view, nil
}

// waitingFor lists what this officer may sign by now, the most urgent first.
func (p *Pages) waitingFor(v *door.Visit) ([]waiting, error) {
	var all []waiting
	for _, unit := range signsFor(v.Officer) {
		found, _, err := p.Store.Requests(v.Ctx, store.RequestFilter{Unit: unit, State: request.Drafted, Limit: door.PageSize})
		if err != nil {
			return nil, err
		}
		shares, err := p.Store.SharesOpen(v.Ctx, unit, door.PageSize)
		if err != nil {
			return nil, err
		}
		for _, share := range shares {
			r, err := p.Store.Request(v.Ctx, share.Request)
			if err != nil {
				return nil, err
			}
			found = append(found, r)
		}
		for _, r := range found {
			all = append(all, signable(v.Officer, r)...)
		}
	}
	slices.SortStableFunc(all, func(a, b waiting) int { return a.due().Compare(b.due()) })
	return slices.CompactFunc(all, func(a, b waiting) bool { return a.id() == b.id() }), nil
}

// signsFor are the units that an officer may speak for.
func signsFor(o people.Officer) (units []string) {
	for _, unit := range []string{o.Unit, routing.ProvinceCommittee} {
		if people.MayPublish(o, unit) == nil && !slices.Contains(units, unit) {
			units = append(units, unit)
		}
	}
	return units
}

func signable(o people.Officer, r request.Request) (all []waiting) {
	for part := range r.Parts {
		for _, action := range request.Actions(o, r, part) {
			if action == request.ActApprove || action == request.ActRefuse {
				all = append(all, waiting{r, part})
			}
		}
	}
	return all
}

// then is where a step of a form leads to: the next draft, or the request.
func then(v *door.Visit, code string) string {
	if v.Text("then") == "approvals" {
		return ApprovalsURL
	}
	return door.RequestURL(code)
}
