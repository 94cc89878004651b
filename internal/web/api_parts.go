package web

import (
	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/request"
	"phatngon/knowledge/markdown"
	"slices"
	"time"
)

// partView is one part as the person who asked may see it; the fields above are of the
// first.
type partView struct {
	Number      int             `json:"number"`
	Asks        string          `json:"asks"`
	UnitName    string          `json:"unit_name"`
	State       request.State   `json:"state"`
	StateLabel  string          `json:"state_label"`
	Outcome     request.Outcome `json:"outcome"` // "" while open
	Due         time.Time       `json:"due"`
	Explanation []calendar.Line `json:"explanation"`
	Answer      *signedView     `json:"answer"`
	Refusal     *refusalView    `json:"refusal"`
	AskedBack   string          `json:"asked_back"` // what the unit waits for the person to say
	MayDispute  bool            `json:"may_dispute"`
	Rating      int             `json:"rating"` // 1 to 5, what the person said of it; 0 for nothing
	MayRate     bool            `json:"may_rate"`
}

func (s *site) part(r request.Request, i int) partView {
	p := r.Parts[i]
	v := partView{Number: request.Number(i), Asks: request.Asked(r, i), UnitName: s.unitName(p.Unit), State: p.State, StateLabel: p.State.Label(),
		Due: p.Clock.Due.In(calendar.Zone), Explanation: p.Clock.Explain(), Answer: s.signed(r, p), Refusal: s.refusalOf(r, p),
		MayDispute: slices.Contains(request.Disputable(r), i), Rating: p.Rating, MayRate: request.MayRate(p)}
	if p.Held { // how it was decided comes with the others
		v.State, v.StateLabel, v.Refusal = request.Approved, words.TextHasResult, nil
		return v
	}
	if p.State.Final() {
		v.Outcome = p.Outcome()
	}
	if n := len(p.Clarifications); p.State == request.Clarifying && n > 0 {
		v.AskedBack = p.Clarifications[n-1].Question
	}
	return v
}

// signed is the answer of a part once it was sent, nil before.
func (s *site) signed(r request.Request, p request.Part) *signedView {
	a := p.Approval
	if a == nil || p.State != request.Sent {
		return nil
	}
	v := &signedView{Text: a.Text, TextHTML: markdown.Read(a.Text).HTML(), Spokesperson: a.Spokesperson, Position: a.Position, Unit: s.unitName(p.Unit), At: a.At.In(calendar.Zone)}
	if a.Outcome == request.Partly {
		text, basis := words.Ground(s.Flow.Rules.At(a.At), r.RequesterKind, a.Ground)
		v.Masked, v.MaskedFor = a.Masked, text+" – "+basis
	}
	return v
}
