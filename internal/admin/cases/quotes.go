package cases

import (
	"slices"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/cases"
	flowcases "phatngon/internal/flow/cases"
)

// passageView is a passage of a statement that the draft quotes or may quote. Gone: what
// was quoted is in force no more.
type passageView struct {
	Ref, Code, Title, Text string
	Picked, Gone           bool
}

// picked are the quotes that were ticked.
func (p *Pages) picked(v *door.Visit) ([]cases.Quote, error) {
	var quotes []cases.Quote
	for _, ref := range v.All("quote") {
		passage, err := p.Flow.Cases.Passage(ref)
		if err != nil {
			return nil, err
		}
		quotes = append(quotes, cases.Quote{Statement: passage.Statement.Code, Text: passage.Text()})
	}
	return quotes, nil
}

// fillQuotes fills in what the draft or the conclusion quotes, and what the draft may quote:
// what is ticked first, then what was found for the words that were looked for.
func (p *Pages) fillQuotes(page *casePage, m mistake) {
	page.Quotes = p.quoted(page.Case)
	page.Passages = slices.Clone(page.Quotes)
	if page.Case.Conclusion != nil {
		page.Passages = nil
	}
	if m.action == cases.ActDraft {
		page.Passages = p.ticked(m.quotes)
	}
	for _, passage := range p.Flow.Cases.Passages(m.typed["find"]) {
		known := func(other passageView) bool { return other.Ref == passage.Ref() }
		if m.typed["find"] != "" && !slices.ContainsFunc(page.Passages, known) {
			page.Passages = append(page.Passages, view(passage))
		}
	}
}

func (p *Pages) ticked(refs []string) (all []passageView) {
	for _, ref := range refs {
		if passage, err := p.Flow.Cases.Passage(ref); err == nil {
			picked := view(passage)
			picked.Picked = true
			all = append(all, picked)
		}
	}
	return all
}

// quoted is what the draft or the conclusion of c quotes.
func (p *Pages) quoted(c cases.Case) (all []passageView) {
	var quotes []cases.Quote
	switch {
	case c.Conclusion != nil:
		quotes = c.Conclusion.Quotes
	case c.Draft != nil:
		quotes = c.Draft.Quotes
	}
	for _, q := range quotes {
		passage, ok := p.Flow.Cases.Quoted(q)
		if !ok {
			all = append(all, passageView{Code: q.Statement, Title: q.Statement, Text: q.Text, Gone: true})
			continue
		}
		quote := view(passage)
		quote.Picked = true
		all = append(all, quote)
	}
	return all
}

func view(p flowcases.Passage) passageView {
	return passageView{Ref: p.Ref(), Code: p.Statement.Code, Title: p.Statement.Title, Text: p.Text()}
}
