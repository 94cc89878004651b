package cases

import (
	"slices"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/routing"
	"phatngon/internal/desk/same/text"
	"phatngon/internal/edge"
	flowcases "phatngon/internal/flow/cases"
	"phatngon/internal/flow/matching"
)

type casePage struct {
	door.Page
	Case      cases.Case
	Words     string // all that may be said of the content
	UnitName  string
	Left      edge.Remaining
	Clocks    []clockView
	Reports   []reportView
	More      int        // reports that are not shown
	Copies    []copyView // other cases that may be of the same
	Moves     []moveView
	Readers   []string // names, of closed content
	Typed     string   // their addresses, as a form takes them
	Looks     []stepView
	Steps     []stepView
	May       map[string]bool
	Failed    string // the step that was not taken, why, and what was typed for it
	Error     string
	Form      map[string]string
	Passages  []passageView // what the draft may quote
	Quotes    []passageView // what draft or conclusion quotes
	Preview   *previewView  // for who may sign
	Identity  *identityView
	Packs     []packView
	Units     []routing.Unit
	Grounds   []cases.GroundText
	Questions []questionView
	PublicURL string
}

// mistake is a step that was not taken: which, why, and what was typed for it.
type mistake struct {
	action, why string
	typed       map[string]string
	quotes      []string // picked
	identity    *identityView
}

type reportView struct {
	cases.Report
	CategoryText string
	Aliases      map[string]cases.Alias // by the key of a short link
}

// copyView is another case, by what it is alike.
type copyView struct {
	matching.Suggestion
	Mine, Theirs []piece // texts, what both have marked
	TheirText    string
}

// previewView is the statement that a draft would become.
type previewView struct{ Title, Body string }

// piece is a stretch of a text that stands in both, or in one only.
type piece struct {
	Text string
	Same bool
}

func marked(s string, same []text.Span) []piece {
	var out []piece
	at := 0
	for _, span := range same {
		out = append(out, piece{s[at:span.Start], false}, piece{s[span.Start:span.End], true})
		at = span.End
	}
	return append(out, piece{s[at:], false})
}

// clockView is a clock with how it came about.
type clockView struct {
	cases.Named
	Left edge.Remaining
}

type questionView struct {
	cases.Question
	UnitName string
}

type stepView struct {
	At               time.Time
	By, Action, Note string
}

// show shows the case of the address, with the mistake of a step.
func (p *Pages) show(v *door.Visit, status int, m mistake) error {
	c, readable, err := p.open(v)
	if err != nil {
		return err
	}
	page := p.pageOf(v, c, m)
	if !readable {
		return p.showClosed(v, status, page)
	}
	for _, fill := range []func(*door.Visit, *casePage) error{p.fillReports, p.fillHistory, p.fillCopies} {
		if err := fill(v, &page); err != nil {
			return err
		}
	}
	p.fillQuotes(&page, m)
	return v.Render(status, "case", page)
}

// pageOf is what a page shows of the case itself.
func (p *Pages) pageOf(v *door.Visit, c cases.Case, m mistake) casePage {
	page := casePage{
		Page: v.Page("Vụ việc "+c.Code, "cases"), Case: c, Words: cases.PublicWords(c), UnitName: p.Units.Name(c.Unit),
		May: map[string]bool{}, Failed: m.action, Error: m.why, Form: m.typed, Identity: m.identity, Units: p.Units.All(), Grounds: cases.Grounds(),
	}
	for _, action := range cases.Actions(v.Officer, c) {
		page.May[action] = true
	}
	if !c.Due.IsZero() {
		page.Left = edge.TimeLeft(calendar.Clock{Start: c.UpdatedAt, Due: c.Due}, p.Now())
	}
	for _, k := range c.Clocks() {
		view := clockView{Named: k}
		if k.Running {
			view.Left = edge.TimeLeft(k.Clock, p.Now())
		}
		page.Clocks = append(page.Clocks, view)
	}
	if page.May[cases.ActConclude] {
		title, body := flowcases.Preview(c)
		page.Preview = &previewView{title, body}
	}
	if cases.Public(c) {
		page.PublicURL = p.PublicURL + "/k/" + c.Code
	}
	for _, q := range c.Questions {
		page.Questions = append(page.Questions, questionView{q, p.Units.Name(q.Unit)})
	}
	return page
}

func (p *Pages) fillReports(v *door.Visit, page *casePage) error {
	c := page.Case
	aliases := map[string]cases.Alias{}
	for _, a := range c.Aliases {
		if a.Undone == nil {
			aliases[a.Link] = a
		}
	}
	page.More = max(0, len(c.Reports)-door.PageSize)
	for _, id := range c.Reports[:len(c.Reports)-page.More] {
		r, err := p.Store.Report(v.Ctx, id)
		if err != nil {
			return err
		}
		page.Reports = append(page.Reports, reportView{r, categoryText(r.Category), aliases})
	}
	slices.SortStableFunc(page.Reports, func(a, b reportView) int { return a.CreatedAt.Compare(b.CreatedAt) })
	return nil
}

// fillHistory fills in what became of the case, and who looked at closed content.
func (p *Pages) fillHistory(v *door.Visit, page *casePage) error {
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	names := labels.NamesOf(officers)
	for _, s := range slices.Backward(page.Case.Steps) {
		page.Steps = append(page.Steps, stepView{s.At, names.Of(s.Officer), labels.Of("case." + s.Action), noteOf(s)})
	}
	page.Moves, page.Packs = movesOf(page.Case, names), packsOf(page.Case, names)
	return p.fillReaders(v, page, officers)
}

func (p *Pages) fillCopies(v *door.Visit, page *casePage) error {
	suggested, err := p.Flow.Cases.Suggest(v.Ctx, v.Officer, page.Case)
	for _, s := range suggested {
		view := copyView{Suggestion: s, TheirText: s.Theirs.Text}
		if len(s.Shared) > 0 {
			view.Mine, view.Theirs = marked(s.Own.Text, s.Mine), marked(s.Theirs.Text, s.Shared)
		}
		page.Copies = append(page.Copies, view)
	}
	return err
}

func categoryText(category cases.Category) string {
	for _, c := range cases.Categories() {
		if c.Category == category {
			return c.Text
		}
	}
	return string(category)
}
