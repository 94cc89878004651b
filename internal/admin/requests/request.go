package requests

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/edge"
	"phatngon/knowledge"
)

type requestPage struct {
	door.Page
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
	RuleName                  string // of the clock
	Left                      edge.Remaining
	May                       map[string]bool
	Author, Approver, Refuser string
	Ground                    policy.Ground
	Grounds                   []policy.Ground
	Steps                     []stepView
	Returned                  *stepView // why the draft came back, until it is drafted anew
	Form                      stepForm
	Preview                   *door.Preview // of the draft, for who may approve it
	PublicURL                 string        // of the statement it became
	Audiences                 []labels.Choice
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
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	names := labels.NamesOf(officers)
	page := requestPage{Page: v.Page("Yêu cầu "+r.Code, "queue"), Request: r, Asker: asker(r), Units: p.Units.All()}
	for i := range r.Parts {
		view := p.partView(v, r, i, names)
		if i == failed {
			view.Form = typed
		}
		page.Parts = append(page.Parts, view)
	}
	return v.Render(status, "request", page)
}

func (p *Pages) partView(v *door.Visit, r request.Request, i int, names labels.OfficerNames) partView {
	part := r.Parts[i]
	view := partView{
		Part: part, Index: i, Code: r.Code, Version: r.Version, UnitName: p.Units.Name(part.Unit), RuleName: ruleName(part.Clock.Rule), CSRF: v.CSRF,
		May: map[string]bool{}, Grounds: policy.Grounds(r.RequesterKind), Audiences: labels.Audiences(), Form: freshForm(r, part),
	}
	for _, action := range request.Actions(v.Officer, r, i) {
		view.May[action] = true
	}
	if !part.State.Final() {
		view.Left = edge.TimeLeft(part.Clock, p.Now())
	}
	if part.Draft != nil {
		view.Author = names.Of(part.Draft.Author)
		view.Preview = door.NewPreview(part.Draft.Text, part.Judged, "bản đã duyệt hoặc đã trả lại lần trước")
	}
	if part.Approval != nil {
		view.Approver = names.Of(part.Approval.Officer)
	}
	if part.Refusal != nil {
		view.Refuser, view.Ground = names.Of(part.Refusal.Officer), groundOf(r, part.Refusal.Ground)
	}
	if part.Statement != "" {
		view.PublicURL = p.PublicURL + "/s/" + part.Statement
	}
	for _, s := range part.Steps {
		view.Steps = append(view.Steps, stepView{s.At, names.Of(s.Officer), labels.Of(s.Action), p.note(r, s)})
	}
	if part.State == request.Returned {
		view.Returned = lastStep(view.Steps, labels.Of(request.ActReturn))
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
	f := stepForm{Title: edge.Excerpt(120, r.Question), Questions: edge.Excerpt(300, r.Question), Audience: string(knowledge.AudiencePublic)}
	if part.Draft != nil {
		f.Draft = part.Draft.Text
	}
	return f
}

// ruleName says what a deadline is for; a rule that is no more is named by its code.
func ruleName(code string) string {
	if rule, ok := policy.FindRule(code); ok {
		return rule.Name
	}
	return code
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
func (p *Pages) note(r request.Request, s request.Step) string {
	code, rest, found := strings.Cut(s.Note, ": ")
	switch {
	case found && s.Action == request.ActTransfer:
		return p.Units.Name(code) + ": " + rest
	case found && s.Action == request.ActRefuse:
		return groundOf(r, code).Text + ": " + rest
	}
	return s.Note
}
