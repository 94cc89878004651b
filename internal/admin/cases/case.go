package cases

import (
	"errors"
	"net/http"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/routing"
	"phatngon/internal/desk/same/text"
	flowcases "phatngon/internal/flow/cases"
)

type casePage struct {
	door.Page
	Case        cases.Case
	Unit        string
	Words       string // what any surface may say of the content
	May         map[string]bool
	Hidden      bool // the officer may not see the reports
	Reports     []reportView
	More        int // reports that are not shown
	Suggestions []suggestionView
	Steps       []stepView
	Units       []routing.Unit
	Grounds     []cases.GroundText
	Title, Body string // the statement that the draft would become
	Error       string
	Typed       typed
}

// typed is what was typed into a form that was refused.
type typed struct{ Action, Claim, Text, Why, Outcome string }

type reportView struct {
	cases.Report
	Category string
	Evidence []cases.Evidence
}

type suggestionView struct {
	Code, State string
	Mine        []piece
	Theirs      []piece
}

// piece is a run of a text; Same marks the words that stand in both.
type piece struct {
	Text string
	Same bool
}

type stepView struct {
	At               time.Time
	Who, What, Notes string
}

func (p *Pages) getCase(v *door.Visit) error { return p.show(v, http.StatusOK, "", typed{}) }

// mostReports is how many reports a page shows.
const mostReports = 50

// show shows the case as it now is. Who may not see its content sees only where it stands;
// of content of class 2a each look is logged, before anything is shown.
func (p *Pages) show(v *door.Visit, status int, problem string, form typed) error {
	c, err := p.Flow.Cases.Look(v.Ctx, v.Officer, v.Param("code"))
	hidden := err != nil
	if hidden {
		if c, err = p.limited(v, err); err != nil {
			return err
		}
	}
	page := casePage{Page: v.Page("Vụ việc "+c.Code, "cases"), Case: c, Unit: p.Units.Name(c.Unit), Words: cases.PublicWords(c),
		May: map[string]bool{}, Hidden: hidden, Units: p.Units.All(), Grounds: cases.Grounds(), Error: problem, Typed: form}
	for _, action := range cases.Actions(v.Officer, c) {
		page.May[action] = true
	}
	if !hidden {
		if err := p.fill(v, &page); err != nil {
			return err
		}
	}
	return v.Render(status, "case", page)
}

// limited is a case for who may take a step of it, though not see its content.
func (p *Pages) limited(v *door.Visit, refused error) (cases.Case, error) {
	c, err := p.Store.Case(v.Ctx, v.Param("code"))
	if err != nil {
		return c, err
	}
	if len(cases.Actions(v.Officer, c)) == 0 {
		return c, refused
	}
	return c, nil
}

func (p *Pages) fill(v *door.Visit, page *casePage) error {
	shown := page.Case.Reports[:min(len(page.Case.Reports), mostReports)]
	page.More = len(page.Case.Reports) - len(shown)
	for _, id := range shown {
		r, err := p.report(v, id)
		if err != nil {
			return err
		}
		page.Reports = append(page.Reports, r)
	}
	found, err := p.Flow.Cases.Suggest(v.Ctx, page.Case)
	if err != nil {
		return err
	}
	for _, s := range found {
		if cases.MaySee(v.Officer, s.Case) {
			page.Suggestions = append(page.Suggestions, suggestionView{s.Case.Code, s.Case.State.Label(), marked(s.Own.Text, s.Mine), marked(s.TheirsIs, s.Theirs)})
		}
	}
	if d := page.Case.Draft; d != nil {
		page.Title, page.Body = flowcases.Preview(page.Case)
	}
	return p.history(v, page)
}

func (p *Pages) report(v *door.Visit, id string) (reportView, error) {
	r, err := p.Store.Report(v.Ctx, id)
	if err != nil {
		return reportView{}, err
	}
	view := reportView{Report: r}
	for _, c := range cases.Categories() {
		if c.Category == r.Category {
			view.Category = c.Text
		}
	}
	for _, picture := range r.Pictures {
		e, err := p.Store.Evidence(v.Ctx, picture)
		if errors.Is(err, desk.ErrNotFound) {
			e, err = cases.Evidence{ID: picture, Problem: "Đang tải ảnh từ Zalo."}, nil
		}
		if err != nil {
			return view, err
		}
		view.Evidence = append(view.Evidence, e)
	}
	return view, nil
}

func (p *Pages) history(v *door.Visit, page *casePage) error {
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	names := labels.NamesOf(officers)
	for _, s := range page.Case.Steps {
		what := "case." + s.Action
		if s.Action == cases.ActReceive {
			what = "case.file"
		}
		page.Steps = append(page.Steps, stepView{s.At, names.Of(s.Officer), what, s.Note})
	}
	return nil
}

// marked cuts a text into the words that stand in both and the others.
func marked(words string, same []text.Span) []piece {
	var all []piece
	at := 0
	for _, s := range same {
		if s.Start > at {
			all = append(all, piece{words[at:s.Start], false})
		}
		all, at = append(all, piece{words[s.Start:s.End], true}), s.End
	}
	if at < len(words) {
		all = append(all, piece{words[at:], false})
	}
	return all
}

// getPicture shows a picture of a report, written anew, to who may see the case.
func (p *Pages) getPicture(v *door.Visit) error {
	data, err := p.Flow.Cases.Picture(v.Ctx, v.Officer, v.Param("code"), v.Param("picture"))
	if err != nil {
		return err
	}
	return v.Picture(data)
}
