package answers

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/verdict"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/markdown"
)

type verdictsPage struct {
	door.Page
	State  string
	Tabs   []tab
	Rows   []verdictRow
	Taken  int // how many labels there are to export
	Whys   []labels.Choice
	More   string
	Days   int    // how long all of it is kept
	Within string // the unit whose statements these are about, "" for all
}

type tab struct {
	Text, URL string
	Count     int
	Here      bool
}

// verdictRow is one verdict, as an officer reads it.
type verdictRow struct {
	verdict.Verdict
	UnitName, Outcome, StateText string
	Quotes                       []quoted
	Why                          string // the page that explains how the question is answered now
	OffText                      string // of a label: what is off
	Typed, Wrong                 string // of a form that failed
	Label                        bool   // it can become a label
	Take, Throw                  bool
}

// quoted is what of a statement was shown.
type quoted struct {
	Statement, Text string
	Version         int64
	Quote           string // as it stands, where it may be the answer; "" of another statement
	Last            bool   // of its statement
}

// whys say what is off, as an officer chooses it; the first is the likely one.
var whys = map[string]string{
	"aspect": "Hỏi khía cạnh khác", "place": "Hỏi nơi khác", "date": "Hỏi thời gian khác",
	"person": "Hỏi người, tổ chức khác", "amount": "Hỏi con số không có", "premise": "Hỏi điều không có thật",
}

// getVerdicts lists what people say of what was shown to them.
func (p *Pages) getVerdicts(v *door.Visit) error {
	return p.listVerdicts(v, http.StatusOK, verdict.State(v.Query("state")), "", "")
}

// listVerdicts shows a list; wrong is said at the verdict with the id failed.
func (p *Pages) listVerdicts(v *door.Visit, status int, state verdict.State, failed, wrong string) error {
	if !slices.Contains(verdict.States(), state) {
		state = verdict.Open
	}
	unit := door.ScopeOf(v.Officer)
	counts, err := p.Store.CountVerdicts(v.Ctx, unit)
	if err != nil {
		return err
	}
	found, next, err := p.Store.VerdictsIn(v.Ctx, unit, state, v.Query("after"), door.PageSize)
	if err != nil {
		return err
	}
	page := verdictsPage{Page: v.Page("Đúng điều tôi hỏi?", "statements"), State: string(state), Tabs: tabs(state, counts), Taken: counts[string(verdict.Taken)],
		Days: int(p.Flow.Rules.At(p.Now()).KeptFor(policy.KeptAskings).Hours() / 24)}
	if unit != "" {
		page.Within = p.Units.Name(unit)
	}
	for _, why := range verdict.Whys() {
		page.Whys = append(page.Whys, labels.Choice{Value: why, Text: whys[why]})
	}
	for _, one := range found {
		row := p.verdictRow(one)
		if one.ID == failed {
			row.Typed, row.Wrong = v.Text("expect"), wrong
		}
		page.Rows = append(page.Rows, row)
	}
	if next != "" {
		page.More = "/admin/verdicts?" + url.Values{"state": {string(state)}, "after": {next}}.Encode()
	}
	return v.Render(status, "verdicts", page)
}

func tabs(here verdict.State, counts map[string]int) []tab {
	var all []tab
	for _, s := range verdict.States() {
		all = append(all, tab{s.Label(), "/admin/verdicts?state=" + string(s), counts[string(s)], s == here})
	}
	return all
}

func (p *Pages) verdictRow(v verdict.Verdict) verdictRow {
	explain := url.Values{"q": {v.Text}, "before": {v.Before}}
	if v.Press {
		explain.Set("as", "press")
	}
	row := verdictRow{
		Verdict: v, UnitName: p.Units.Name(v.Unit), Outcome: outcomes[answer.Outcome(v.Outcome)], StateText: v.State.Label(),
		Why: "/admin/why?" + explain.Encode(), OffText: whys[v.Why], Label: !v.Masked && v.Before == "",
		Take: v.State != verdict.Taken, Throw: v.State != verdict.Thrown,
	}
	for i, s := range v.Shown {
		q := quoted{Statement: s.Statement, Text: markdown.Read(s.Quote).Text(), Version: s.Version, Last: i+1 == len(v.Shown) || v.Shown[i+1].Statement != s.Statement}
		if s.Statement == v.Statement {
			q.Quote = s.Quote
		}
		row.Quotes = append(row.Quotes, q)
	}
	return row
}

// postTake makes a verdict a label.
func (p *Pages) postTake(v *door.Visit) error {
	version, err := v.Version()
	if err == nil {
		err = p.Flow.Askings.TakeVerdict(v.Ctx, v.Officer, v.Text("id"), version, cmp.Or(v.Text("expect"), v.Text("quote")), v.Text("why"))
	}
	return p.decided(v, err, "Đã nhận làm nhãn.")
}

// postThrow leaves it out.
func (p *Pages) postThrow(v *door.Visit) error {
	version, err := v.Version()
	if err == nil {
		err = p.Flow.Askings.ThrowVerdict(v.Ctx, v.Officer, v.Text("id"), version)
	}
	return p.decided(v, err, "Đã bỏ, không dùng làm nhãn.")
}

// decided comes back to the list, with what was typed where that failed.
func (p *Pages) decided(v *door.Visit, err error, done string) error {
	state := verdict.State(v.Text("state"))
	var invalid *desk.InvalidError
	var rule *desk.RuleError
	switch {
	case err == nil:
		return v.Redirect("/admin/verdicts?"+url.Values{"state": {string(state)}}.Encode(), done)
	case errors.As(err, &invalid):
		return p.listVerdicts(v, http.StatusUnprocessableEntity, state, v.Text("id"), invalid.Text)
	case errors.As(err, &rule):
		return p.listVerdicts(v, http.StatusForbidden, state, v.Text("id"), rule.Text)
	}
	return err
}

// postExport gives the labels away as a ZIP of golden/everyday; that is audited first.
func (p *Pages) postExport(v *door.Visit) error {
	file, err := p.Flow.Askings.Labels(v.Ctx, v.Officer, door.ScopeOf(v.Officer))
	if err != nil {
		return err
	}
	return v.Download("nhan-cau-hoi-"+p.Now().Format(time.DateOnly)+".zip", "application/zip", file)
}
