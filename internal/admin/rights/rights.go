// Package rights is the panel's pages of what people want done with the data kept of them:
// what is open, due and overdue, what was done with which proof, and what came on paper. The
// press desk and administrators have them.
package rights

import (
	"embed"
	"net/http"
	"net/url"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/rights"
	"phatngon/internal/edge"
	"phatngon/internal/flow"
	"phatngon/internal/store"
)

//go:embed templates/*.html
var templateFiles embed.FS

// Pages is the group's handlers and what they work with.
type Pages struct {
	Flow  *flow.Flow
	Store *store.Store
	Now   func() time.Time
}

// Mount opens the group's pages and forms.
func (p *Pages) Mount(d *door.Door) {
	d.AddPages(templateFiles)
	d.Get("/claims", rights.MayKeep, p.getList)
	d.Post("/claims", rights.MayKeep, p.postClaim)
	d.Get("/claims/:id", rights.MayKeep, p.getClaim)
	d.Post("/claims/:id/:action", rights.MayKeep, p.postStep)
}

type listPage struct {
	door.Page
	View   string // "open", "overdue" or "ended"
	Views  []view
	Rows   []row
	More   string
	Rights []policy.Right
	Form   claimForm
}

type view struct {
	Value, Text string
	Current     bool
}

// row is a claim: whose it is, by role and newsroom only.
type row struct {
	rights.Claim
	Who, Name, Came string
	Left            edge.Remaining
}

// claimForm is what came on paper, as it was typed, and what is wrong with it.
type claimForm struct{ Right, Text, Reference, Field, Wrong string }

var views = []view{{Value: "open", Text: "Đang xử lý"}, {Value: "overdue", Text: "Quá hạn"}, {Value: "ended", Text: "Đã xong"}}

func (p *Pages) getList(v *door.Visit) error { return p.showList(v, http.StatusOK, claimForm{}) }

func (p *Pages) showList(v *door.Visit, status int, form claimForm) error {
	now := p.Now()
	set := p.Flow.Rules.At(now)
	page := listPage{Page: v.Page("Đề nghị về dữ liệu cá nhân", "claims"), View: "open", Rights: set.Rights(), Form: form}
	for _, each := range views {
		if each.Value == v.Query("view") {
			page.View = each.Value
		}
	}
	for _, each := range views {
		each.Current = each.Value == page.View
		page.Views = append(page.Views, each)
	}
	found, next, err := p.list(v, page.View, now)
	if err != nil {
		return err
	}
	for _, c := range found {
		page.Rows = append(page.Rows, rowOf(c, set, now))
	}
	if next != "" {
		page.More = "/admin/claims?" + url.Values{"view": {page.View}, "after": {next}}.Encode()
	}
	return v.Render(status, "claims", page)
}

func (p *Pages) list(v *door.Visit, view string, now time.Time) ([]rights.Claim, string, error) {
	switch view {
	case "ended":
		return p.Store.EndedClaims(v.Ctx, v.Query("after"), door.PageSize)
	case "overdue":
		return p.Store.OpenClaims(v.Ctx, now, v.Query("after"), door.PageSize)
	}
	return p.Store.OpenClaims(v.Ctx, time.Time{}, v.Query("after"), door.PageSize)
}

func rowOf(c rights.Claim, set policy.Set, now time.Time) row {
	return row{Claim: c, Who: who(c), Name: set.Right(c.Right).Name, Came: labels.Of("claim." + c.Channel), Left: edge.TimeLeft(c.Clock, now)}
}

// who is whose claim it is, as far as the office may know.
func who(c rights.Claim) string {
	switch {
	case c.Channel == rights.FromPanel:
		return c.Reference
	case c.Requester == "":
		return "Người đã xóa dữ liệu"
	case c.Newsroom != "":
		return labels.Of(c.Kind) + ", " + c.Newsroom
	}
	return labels.Of(c.Kind)
}
