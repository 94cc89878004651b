package statements

import (
	"slices"

	"phatngon/internal/admin/door"
	"phatngon/internal/flow/askings"
	"phatngon/knowledge/statement"
)

// askedPart of a statement's page is how people asked what it answers.
type askedPart struct {
	Wordings []askings.AskedWording
	Waiting  []string // questions that are added and wait to be published
}

// askedOf is for those who may write s; nil while nobody can be answered from it.
func (p *Pages) askedOf(v *door.Visit, s statement.Statement) (*askedPart, error) {
	if !inForce(s) {
		return nil, nil
	}
	wordings, err := p.Flow.Askings.Of(v.Ctx, v.Officer, s)
	part := &askedPart{Wordings: wordings}
	if s.Proposal != nil {
		part.Waiting = without(s.Proposal.Questions, s.Questions)
	}
	return part, err
}

// postAskingAdd makes an asking a question of the statement, as an edit that
// waits for a spokesperson.
func (p *Pages) postAskingAdd(v *door.Visit) error {
	version, err := v.Version()
	if err == nil {
		err = p.Flow.Askings.AddQuestion(v.Ctx, v.Officer, v.Param("code"), version, v.Text("asking"))
	}
	return p.askingStepped(v, err, "Đã thêm câu hỏi vào bản sửa. Người phát ngôn mở trang này để công bố.")
}

func (p *Pages) postAskingHide(v *door.Visit) error {
	err := p.Flow.Askings.HideAsking(v.Ctx, v.Officer, v.Param("code"), v.Text("asking"))
	return p.askingStepped(v, err, "Đã bỏ qua. Cách hỏi này không còn được liệt kê cho phát ngôn này.")
}

// askingStepped comes back to the list, where the next one waits.
func (p *Pages) askingStepped(v *door.Visit, err error, done string) error {
	if err == nil {
		return v.Redirect(door.StatementURL(v.Param("code"))+"#askings", done)
	}
	return p.statementStepped(v, "asking", err, done)
}

// findingChange is what a pending change does to what helps to find a statement.
type findingChange struct {
	Added, Removed []string // questions
	Topics, Places []string // as they will be; nil when they stay
}

// findingChangeOf is nil when the change is of what people are told.
func findingChangeOf(s statement.Statement) *findingChange {
	next := s.Proposal
	if next == nil || !s.SaysTheSame(*next) {
		return nil
	}
	c := &findingChange{Added: without(next.Questions, s.Questions), Removed: without(s.Questions, next.Questions)}
	if !slices.Equal(s.Topics, next.Topics) {
		c.Topics = next.Topics
	}
	if !slices.Equal(s.Places, next.Places) {
		c.Places = next.Places
	}
	return c
}

// without is those of all that are not among some.
func without(all, some []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(text string) bool { return slices.Contains(some, text) })
}
