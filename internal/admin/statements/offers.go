package statements

import (
	"errors"
	"slices"
	"strings"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/edge"
	"phatngon/internal/llm"
	"phatngon/knowledge/statement"
)

// offer is a question that the form of a statement proposes; Taken, it becomes one of the
// statement's when it is saved.
type offer struct {
	Text  string
	Taken bool
}

// gapPart is what people asked and nothing answered, for which a statement is written.
type gapPart struct {
	ID, Text string
	People   int
}

// mostOffered is how many wordings of a gap the form brings along.
const mostOffered = 10

// fromGap begins the form with the questions of a gap that the address names; one that is gone,
// or another unit's, is none.
func (p *Pages) fromGap(v *door.Visit, page *statementEditPage) error {
	id := v.Query("gap")
	if id == "" {
		return nil
	}
	g, err := p.Flow.Askings.GapOf(v.Ctx, v.Officer, id)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	page.Gap = &gapPart{g.ID, g.Text, max(1, g.People)}
	for _, text := range append([]string{g.Text}, g.Others...) {
		if _, masked := llm.Unmasked(text); !masked && len(page.Offers) < mostOffered {
			page.Offers = append(page.Offers, offer{text, true})
		}
	}
	return nil
}

// typedOffers are those of a form as it was sent.
func typedOffers(v *door.Visit) []offer {
	var all []offer
	taken := v.All("take")
	for _, text := range v.All("offer") {
		all = append(all, offer{text, slices.Contains(taken, text)})
	}
	return all
}

// withOffers is a form with the questions that were taken, each wording once.
func withOffers(f statementForm, offers []offer) statementForm {
	questions, known := edge.Lines(f[questionsKey]), map[string]bool{}
	for _, text := range questions {
		known[statement.Wording(text)] = true
	}
	for _, o := range offers {
		if key := statement.Wording(o.Text); o.Taken && !known[key] {
			known[key], questions = true, append(questions, o.Text)
		}
	}
	full := statementForm{}
	for key, value := range f {
		full[key] = value
	}
	full[questionsKey] = strings.Join(questions, "\n")
	return full
}
