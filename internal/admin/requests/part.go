package requests

import (
	"errors"
	"slices"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/edge"
	"phatngon/knowledge/statement"
)

// partView is one unit's share, with the forms open to this officer.
type partView struct {
	request.Part
	Index                     int
	Number, Of                int // of the part, as people read them
	Asked                     string
	Lead                      bool // the unit of this part coordinates the others
	Outcomes                  []labels.Choice
	Code                      string // of the request
	Version                   int64
	UnitName                  string
	RuleName                  string // of the clock
	Left                      edge.Remaining
	May                       map[string]bool
	Author, Approver, Refuser string
	Ground                    policy.Ground // of a refusal, signed or drafted
	Masked                    policy.Ground // of what is left out
	Grounds                   []policy.Ground
	Steps                     []stepView
	Returned                  *stepView // why the draft came back, until it is drafted anew
	Form                      stepForm
	Preview                   *door.Preview // of the draft
	Waits                     bool          // what is signed now is sent with the other parts
	Deliveries                []delivery.Delivery
	PublicURL                 string       // of the statement it became
	Waiting                   string       // the statement made of it that waits to be published
	Personal                  []door.Place // in what would be published, to confirm one by one
	Signs                     bool         // this officer may publish at once, unless the title is theirs
	Audiences                 []labels.Choice
	Opinions                  []labels.Choice // of who is quoted
	CSRF                      string
	Inserts                   []insertView
	Then                      string     // where the forms lead to: "approvals", or "" for the request
	Beside                    besideView // what colleagues type, beside the draft's form
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
	Amount              string // of an extension
	Outcome, Masked     string
	Instead             string
	Pieces              []pieceForm
	Title, Topics       string
	Questions, Audience string
	Confirmed           []string
	Theirs              *request.Draft // what someone else saved meanwhile
	Stale               bool           // the request changed meanwhile
	Scratch             scratchRef     // the words on the server that the draft's form goes on with
	Restored            time.Time      // when they were saved; zero: the form holds the draft
}

func (p *Pages) partView(v *door.Visit, r request.Request, i int, names labels.OfficerNames) partView {
	part := r.Parts[i]
	view := partView{
		Part: part, Index: i, Number: request.Number(i), Of: len(r.Parts), Asked: request.Asked(r, i), Lead: i == 0, Outcomes: outcomes(), Code: r.Code, Version: r.Version, UnitName: p.Units.Name(part.Unit), RuleName: ruleName(part.Clock.Rule), CSRF: v.CSRF,
		May: map[string]bool{}, Grounds: p.Flow.Rules.At(p.Now()).Grounds(r.RequesterKind), Audiences: labels.Audiences(), Opinions: opinions(), Form: freshForm(part), Waits: request.Waits(r, i),
	}
	for _, action := range request.Actions(v.Officer, r, i) {
		view.May[action] = true
	}
	if part.State.Open() {
		view.Left = edge.TimeLeft(part.Clock, p.Now())
	}
	if part.Draft != nil {
		view.Author = names.Of(part.Draft.Author)
		view.Preview = door.NewPreview(part.Draft.Text, part.Judged, "bản đã duyệt hoặc đã trả lại lần trước")
	}
	if part.Draft.Refuses() {
		view.Ground = p.groundOf(r, part.Draft.Ground)
	} else if part.Draft != nil {
		view.Masked = p.groundOf(r, part.Draft.Ground)
	}
	if part.Approval != nil {
		view.Masked = p.groundOf(r, part.Approval.Ground)
		view.Approver = names.Of(part.Approval.Officer)
	}
	if part.Refusal != nil {
		view.Refuser, view.Ground = names.Of(part.Refusal.Officer), p.groundOf(r, part.Refusal.Ground)
	}
	if part.Statement != "" {
		view.PublicURL = p.PublicURL + "/s/" + part.Statement
	}
	for _, s := range part.Steps {
		view.Steps = append(view.Steps, stepView{s.At, names.Of(s.Officer), labels.Of(s.Action), p.note(r, i, s)})
	}
	if part.State == request.Returned {
		view.Returned = lastStep(view.Steps, labels.Of(request.ActReturn))
	}
	return view
}

// outcomes are those that an answer may have; a refusal has a form of its own.
func outcomes() []labels.Choice {
	var all []labels.Choice
	for _, o := range request.Outcomes() {
		if o != request.Denied {
			all = append(all, labels.Choice{Value: string(o), Text: o.Label()})
		}
	}
	return all
}

// preparePublish fills in what the form needs that makes a statement of a part's answer.
func (p *Pages) preparePublish(v *door.Visit, r request.Request, view *partView) error {
	if !view.May[request.ActPublish] || view.Approval == nil || view.Draft == nil {
		return nil
	}
	f := view.Form
	next := statement.Statement{Title: f.Title, Body: view.Approval.Text, Topics: edge.List(f.Topics), Questions: edge.Lines(f.Questions)}
	view.Personal = door.Places(publication.Personal(statement.Statement{}, next), f.Confirmed)
	view.Signs = people.MayPublish(v.Officer, view.Unit) == nil && !slices.Contains(view.Draft.WrittenBy(), v.Officer.ID)
	s, err := p.Store.Statement(v.Ctx, publication.CodeOfAnswer(r.Code, view.Index))
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	view.Waiting = s.Code
	return err
}

func lastStep(steps []stepView, action string) *stepView {
	for _, s := range slices.Backward(steps) {
		if s.Action == action {
			return &s
		}
	}
	return nil
}

// freshForm is what the forms start with. A statement made of an answer takes none of the
// words of whoever asked.
func freshForm(part request.Part) stepForm {
	f := stepForm{Title: publication.ProposedTitle(part), Audience: string(statement.AudiencePublic)}
	f.Pieces = freshPieces(part.Asks)
	if d := part.Draft; d != nil && !d.Refuses() {
		f.Draft, f.Outcome, f.Ground, f.Masked = d.Text, string(d.Outcome), d.Ground, d.Masked
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

// groundOf is a ground in the wording in force.
func (p *Pages) groundOf(r request.Request, code string) policy.Ground {
	return p.Flow.Rules.At(p.Now()).Ground(r.RequesterKind, code)
}

// note is a step's remark with names for the codes that desk puts before it.
func (p *Pages) note(r request.Request, part int, s request.Step) string {
	code, rest, found := strings.Cut(s.Note, ": ")
	switch {
	case found && s.Action == request.ActTransfer:
		return p.Units.Name(code) + ": " + rest
	case s.Action == request.ActSplit:
		return "thêm phần " + s.Note
	case found && s.Action == request.ActExtend:
		return "thêm " + code + " " + calendar.MeasureName(r.Parts[part].Clock.Measure) + ": " + rest
	case found && s.Action == request.ActRefuse:
		return p.groundOf(r, code).Text + ": " + rest
	}
	return s.Note
}
