package admin

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge"
)

type requestPage struct {
	page
	Request request.Request
	Asker   string
	Parts   []partView
	Units   []routing.Unit
}

// partView is one unit's share, with the forms open to this officer.
type partView struct {
	request.Part
	Index                     int
	Code                      string // of the request
	Version                   int64
	UnitName                  string
	Left                      remaining
	May                       map[string]bool
	Author, Approver, Refuser string
	Ground                    policy.Ground
	Grounds                   []policy.Ground
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
	Theirs              *request.Draft // what someone else saved meanwhile
	Stale               bool           // the request changed meanwhile
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
func (p *panel) visibleRequest(v *visit) (request.Request, error) {
	r, err := p.Store.Request(v.ctx, v.param("code"))
	if err != nil {
		return request.Request{}, err
	}
	if !request.MaySee(v.officer, r) {
		return request.Request{}, &desk.RuleError{Text: "Yêu cầu này thuộc đơn vị khác. Nếu đơn vị của Anh/Chị cần xử lý, vui lòng liên hệ Văn phòng Ủy ban nhân dân tỉnh."}
	}
	return r, nil
}

// showRequest shows r, with what was typed into the forms of one part when a
// step of it failed (-1: none did).
func (p *panel) showRequest(v *visit, status int, r request.Request, failed int, typed stepForm) error {
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

func (p *panel) partView(v *visit, r request.Request, i int, names names) partView {
	part := r.Parts[i]
	view := partView{
		Part: part, Index: i, Code: r.Code, Version: r.Version, UnitName: p.unitName(part.Unit), CSRF: v.csrf,
		May: map[string]bool{}, Grounds: policy.Grounds(r.RequesterKind), Audiences: audienceChoices(), Form: freshForm(r, part),
	}
	for _, action := range request.Actions(v.officer, r, i) {
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
	if part.State == request.Returned {
		view.Returned = lastStep(view.Steps, label(request.ActReturn))
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
func freshForm(r request.Request, part request.Part) stepForm {
	f := stepForm{Title: excerpt(120, r.Question), Questions: excerpt(300, r.Question), Audience: string(knowledge.AudiencePublic)}
	if part.Draft != nil {
		f.Draft = part.Draft.Text
	}
	return f
}

func groundOf(r request.Request, code string) policy.Ground {
	grounds := policy.Grounds(r.RequesterKind)
	i := slices.IndexFunc(grounds, func(g policy.Ground) bool { return g.Code == code })
	if i < 0 {
		return policy.Ground{Code: code, Text: code}
	}
	return grounds[i]
}

// note is a step's remark with names for the codes that desk puts before it.
func (p *panel) note(r request.Request, s request.Step) string {
	code, rest, found := strings.Cut(s.Note, ": ")
	switch {
	case found && s.Action == request.ActTransfer:
		return p.unitName(code) + ": " + rest
	case found && s.Action == request.ActRefuse:
		return groundOf(r, code).Text + ": " + rest
	}
	return s.Note
}
