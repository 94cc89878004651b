// Package cases is the panel's pages about false-content cases: the board, and a case
// with its reports and the forms of its steps. Which steps a page offers is cases.Actions.
package cases

import (
	"embed"
	"net/http"
	"net/url"
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
	d.Get("/cases/:code", door.Officers, p.getCase)
	d.Get("/cases/:code/pictures/:id", door.Officers, p.getPicture)
	d.Post("/cases/:code/:action", door.Officers, p.postStep)
	d.Get("/cases/:code/*", door.Officers, func(v *door.Visit) error { return v.Redirect(caseURL(v.Param("code")), "") })
}

func caseURL(code string) string { return "/admin/cases/" + url.PathEscape(code) }

// visible is the case of the address, if this officer may see it. A look at closed content
// is in the audit chain before anything is shown.
func (p *Pages) visible(v *door.Visit) (cases.Case, error) {
	c, err := p.Flow.Cases.Look(v.Ctx, v.Officer, v.Param("code"))
	if err != nil {
		return c, err
	}
	if !cases.MaySee(v.Officer, c) {
		return c, &desk.RuleError{Text: "Vụ việc này do đơn vị khác xác minh. Nếu đơn vị của Anh/Chị cần xử lý, vui lòng liên hệ Văn phòng Ủy ban nhân dân tỉnh."}
	}
	return c, nil
}

// getPicture shows a picture of one of the case's reports, written anew.
func (p *Pages) getPicture(v *door.Visit) error {
	data, err := p.Flow.Cases.Picture(v.Ctx, v.Officer, v.Param("code"), v.Param("id"))
	if err != nil {
		return err
	}
	return v.Picture(data)
}

func (p *Pages) getCase(v *door.Visit) error {
	c, err := p.visible(v)
	if err != nil {
		return err
	}
	return p.show(v, http.StatusOK, c, "", "", nil)
}
