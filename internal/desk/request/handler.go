package request

import (
	"cmp"
	"slices"
)

// Handler is the officer who works on a request: of its first open part that somebody has
// taken; "" when nobody has.
func Handler(r Request) string {
	for _, p := range r.Parts {
		if h := HandlerOf(p); p.State.Open() && h != "" {
			return h
		}
	}
	return ""
}

// HandlerOf is the officer who took a part or was given it since it came to its unit, or who
// wrote its draft without taking it; "" when nobody did.
func HandlerOf(p Part) string {
	wrote := ""
	for _, s := range slices.Backward(p.Steps) {
		switch s.Action {
		case ActAssign:
			return cmp.Or(s.For, s.Officer)
		case ActTransfer:
			return wrote
		case ActDraft:
			wrote = cmp.Or(wrote, s.Officer)
		}
	}
	return wrote
}

// Written are the texts of a request that it is searched by: what was asked and added, asked
// back and answered in between, and what was answered in the end.
func Written(r Request) []string {
	texts := []string{r.Code, r.Question, r.Newsroom}
	for _, a := range r.Additions {
		texts = append(texts, a.Text)
	}
	for _, p := range r.Parts {
		texts = append(texts, p.Asks)
		for _, c := range p.Clarifications {
			texts = append(texts, c.Question, c.Answer)
		}
		if p.Approval != nil {
			texts = append(texts, p.Approval.Text)
		}
	}
	return texts
}
