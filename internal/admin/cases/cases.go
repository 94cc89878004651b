// Package cases is the panel's pages about false-content cases: the board, and a case
// with its reports and the forms of its steps. Which steps a page offers is cases.Actions.
package cases

import (
	"embed"
	"net/http"
	"net/url"
	"slices"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/flow"
	"phatngon/internal/store"
)

//go:embed templates/*.html
var templateFiles embed.FS

// Pages is the group's handlers and what they work with.
type Pages struct {
	Flow      *flow.Flow
	Store     *store.Store
	Units     labels.Units
	PublicURL string
	Now       func() time.Time
}

// Mount opens the group's pages and forms.
func (p *Pages) Mount(d *door.Door) {
	d.AddPages(templateFiles)
	d.Get("/cases", door.Officers, p.getBoard)
	d.Post("/alerts/seen", door.Officers, p.postSeen)
	d.Get("/cases/:code", door.Officers, p.getCase)
	d.Get("/cases/:code/pictures/:id", door.Officers, p.getPicture)
	d.Post("/cases/:code/pack", door.Officers, p.postPack)
	d.Post("/cases/:code/identify", door.Officers, p.postIdentify)
	d.Post("/cases/:code/:action", door.Officers, p.postStep)
	d.Get("/cases/:code/*", door.Officers, func(v *door.Visit) error { return v.Redirect(caseURL(v.Param("code")), "") })
}

func caseURL(code string) string { return "/admin/cases/" + url.PathEscape(code) }

// open is the case of the address, if this officer has to do with it. A look at closed
// content is in the audit chain before anything is shown; who only says who may see it gets
// the case with readable false: the page without its content.
func (p *Pages) open(v *door.Visit) (c cases.Case, readable bool, err error) {
	c, err = p.Store.Case(v.Ctx, v.Param("code"))
	if err != nil {
		return c, false, err
	}
	if names := slices.Contains(cases.Actions(v.Officer, c), cases.ActAdmit); names && !cases.MaySee(v.Officer, c) {
		return c, false, nil
	}
	if !cases.MaySee(v.Officer, c) && !cases.Logged(c) {
		return c, false, &desk.RuleError{Text: "Vụ việc này do đơn vị khác xác minh. Nếu đơn vị của Anh/Chị cần xử lý, vui lòng liên hệ Văn phòng Ủy ban nhân dân tỉnh."}
	}
	c, err = p.Flow.Cases.Look(v.Ctx, v.Officer, c.Code, "")
	return c, err == nil, err
}

// getPicture shows a picture of one of the case's reports, written anew.
func (p *Pages) getPicture(v *door.Visit) error {
	data, err := p.Flow.Cases.Picture(v.Ctx, v.Officer, v.Param("code"), v.Param("id"))
	if err != nil {
		return err
	}
	return v.Picture(data)
}

func (p *Pages) getCase(v *door.Visit) error { return p.show(v, http.StatusOK, mistake{}) }
