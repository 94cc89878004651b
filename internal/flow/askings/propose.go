package askings

import (
	"context"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/llm"
	"phatngon/knowledge/propose"
	"phatngon/knowledge/statement"
)

// Where a proposed hint comes from.
const (
	FromAskings = "asked" // people asked so
	FromText    = "text"  // it is made of a fact of the text
	FromModel   = "model" // a model proposes it
)

// mostAsked is how many of the hints proposed are people's own wordings.
const mostAsked = 4

// Proposed is a hint that an officer may tick.
type Proposed struct{ Text, From string }

// Propose is what people would ask of s and its hints and questions do not say yet, at most
// propose.Most, for those who may write it; a model is asked only where somebody wants that.
func (k *Askings) Propose(ctx context.Context, by people.Officer, s statement.Statement, model bool) ([]Proposed, error) {
	if err := people.MayDraft(by, s.Unit); err != nil {
		return nil, err
	}
	asked, err := k.asked(ctx, by, s)
	if err != nil {
		return nil, err
	}
	room := proposals{max: min(propose.Most, publication.MostHints-len(s.Hints)), known: map[string]bool{}}
	for _, text := range append(append([]string{s.Title}, s.Hints...), s.Questions...) {
		room.known[statement.Wording(text)] = true
	}
	room.add(FromAskings, asked...)
	if model {
		room.add(FromModel, k.Model(ctx, s)...)
	}
	room.add(FromText, propose.Questions(s, propose.Most)...)
	return room.all, nil
}

// asked are wordings of people that hide nothing.
func (k *Askings) asked(ctx context.Context, by people.Officer, s statement.Statement) ([]string, error) {
	if s.Status != statement.StatusPublished {
		return nil, nil
	}
	wordings, err := k.Of(ctx, by, s)
	var texts []string
	for _, w := range wordings {
		if _, masked := llm.Unmasked(w.Text); !masked && len(texts) < mostAsked {
			texts = append(texts, w.Text)
		}
	}
	return texts, err
}

// proposals are hints, each once, as many as there is room for.
type proposals struct {
	max   int
	known map[string]bool
	all   []Proposed
}

func (p *proposals) add(from string, texts ...string) {
	for _, text := range texts {
		key := statement.Wording(text)
		if len(p.all) >= p.max || p.known[key] {
			continue
		}
		p.known[key] = true
		p.all = append(p.all, Proposed{text, from})
	}
}
