// Package telling tells everybody who reported a case, or wished to hear of it, what became
// of it, each once. Which steps are told is internal/desk/cases' to say.
package telling

import (
	"context"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow/matching"
	"phatngon/internal/flow/rules"
	"phatngon/internal/queue"
)

// Telling tells. All fields are set before use.
type Telling struct {
	*matching.Matching
	Rules     *rules.Rules
	Units     *routing.Registry
	Inbox     *queue.Queue // where the telling of many people is worked on
	PublicURL string

	Send   func(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error
	Notice func(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error
}

// UnitOf is the name of the unit that concluded, or works on it.
func (q *Telling) UnitOf(c cases.Case) string {
	if c.Conclusion != nil {
		return q.Units.Office(c.Conclusion.Unit)
	}
	return q.Units.Office(c.Unit)
}
