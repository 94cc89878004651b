package admin

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/knowledge"
)

type requestPage struct {
	page
	Request desk.Request
	Asker   string
	Parts   []partView
	Units   []desk.Unit
}

// partView is one unit's share, with the forms open to this officer.
type partView struct {
	desk.Part
	Index                     int
	Code                      string // of the request
	Version                   int64
	UnitName                  string
	Left                      remaining
	May                       map[string]bool
	Author, Approver, Refuser string
	Ground                    desk.Ground
	Grounds                   []desk.Ground
	Steps                     []stepView
	Returned                  *stepView // why the draft came back, until it is drafted anew
	Form                      stepForm
	PublicURL                 string // of the statement it became
	Audiences                 []choice
	CSRF                      string
}

// stepView is a line of the history.
type stepView struct {
	At               time.Time
	By, Action, Note string
}

// stepForm is what was typed into a part's forms and why it was not accepted;
// without a mistake it holds what the forms start with.
type stepForm struct {
	Failed              string // action whose form failed
	Error, Field        string
	Draft, Reason       string
	Unit, Ground        string
	Title, Topics       string
	Questions, Audience string
	Theirs              *desk.Draft // what someone else saved meanwhile
	Stale               bool        // the request changed meanwhile
}

func requestURL(code string) string { return "/admin/requests/" + url.PathEscape(code) }

func (p *panel) getRequest(v *visit) error {
	r, err := p.visibleRequest(v)
	if err != nil {
		return err
	}
	return p.showRequest(v, fiber.StatusOK, r, -1, stepForm{})
}

// visibleRequest is the request of the address, if this officer may see it.
func (p *panel) visibleRequest(v *visit) (desk.Request, error) {
	r, err := p.Store.Request(v.ctx, v.param("code"))
	if err != nil {
		return desk.Request{}, err
	}
	if !desk.MaySee(v.officer, r) {
		return desk.Request{}, &desk.RuleError{Text: "Yêu cầu này thuộc đơn vị khác. Nếu đơn vị của Anh/Chị cần xử lý, vui lòng liên hệ Văn phòng Ủy ban nhân dân tỉnh."}
	}
	return r, nil
}

// showRequest shows r, with what was typed into the forms of one part when a
// step of it failed (-1: none did).
func (p *panel) showRequest(v *visit, status int, r desk.Request, failed int, typed stepForm) error {
	names, err := p.names(v.ctx)
	if err != nil {
		return err
	}
	page := requestPage{page: v.page("Yêu cầu "+r.Code, "queue"), Request: r, Asker: asker(r), Units: p.Units.Units()}
	for i := range r.Parts {
		view := p.partView(v, r, i, names)
		if i == failed {
			view.Form = typed
		}
		page.Parts = append(page.Parts, view)
	}
	return v.render(status, "request", page)
}

func (p *panel) partView(v *visit, r desk.Request, i int, names names) partView {
	part := r.Parts[i]
	view := partView{
		Part: part, Index: i, Code: r.Code, Version: r.Version, UnitName: p.unitName(part.Unit), CSRF: v.csrf,
		May: map[string]bool{}, Grounds: desk.Grounds(r.RequesterKind), Audiences: audienceChoices(), Form: freshForm(r, part),
	}
	for _, action := range desk.Actions(v.officer, r, i) {
		view.May[action] = true
	}
	if !part.State.Final() {
		view.Left = timeLeft(part.Clock, p.now())
	}
	if part.Draft != nil {
		view.Author = names.of(part.Draft.Author)
	}
	if part.Approval != nil {
		view.Approver = names.of(part.Approval.Officer)
	}
	if part.Refusal != nil {
		view.Refuser, view.Ground = names.of(part.Refusal.Officer), groundOf(r, part.Refusal.Ground)
	}
	if part.Statement != "" {
		view.PublicURL = p.Flow.PublicURL + "/s/" + part.Statement
	}
	for _, s := range part.Steps {
		view.Steps = append(view.Steps, stepView{s.At, names.of(s.Officer), label(s.Action), p.note(r, s)})
	}
	if part.State == desk.Returned {
		view.Returned = lastStep(view.Steps, label(desk.ActReturn))
	}
	return view
}

func lastStep(steps []stepView, action string) *stepView {
	for _, s := range slices.Backward(steps) {
		if s.Action == action {
			return &s
		}
	}
	return nil
}

// freshForm is what the forms start with.
func freshForm(r desk.Request, part desk.Part) stepForm {
	f := stepForm{Title: excerpt(120, r.Question), Questions: excerpt(300, r.Question), Audience: string(knowledge.AudiencePublic)}
	if part.Draft != nil {
		f.Draft = part.Draft.Text
	}
	return f
}

func groundOf(r desk.Request, code string) desk.Ground {
	grounds := desk.Grounds(r.RequesterKind)
	i := slices.IndexFunc(grounds, func(g desk.Ground) bool { return g.Code == code })
	if i < 0 {
		return desk.Ground{Code: code, Text: code}
	}
	return grounds[i]
}

// note is a step's remark with names for the codes that desk puts before it.
func (p *panel) note(r desk.Request, s desk.Step) string {
	code, rest, found := strings.Cut(s.Note, ": ")
	switch {
	case found && s.Action == desk.ActTransfer:
		return p.unitName(code) + ": " + rest
	case found && s.Action == desk.ActRefuse:
		return groundOf(r, code).Text + ": " + rest
	}
	return s.Note
}
