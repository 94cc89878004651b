package cases

import (
	"cmp"
	"context"
	"fmt"

	"phatngon/bot/report"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/knowledge/statement"
)

// StatementCode is the code of the statement that a conclusion becomes.
func StatementCode(code string) string { return report.Statement(code) }

// GoPublic is the handler that makes a published conclusion a statement in force, so that
// the bot, the public pages and the feed have it; and that withdraws it when its label is
// taken back, which tells everybody who was told.
func (q *Cases) GoPublic(ctx context.Context, _ string, e effect.Effect) error {
	c, err := q.Store.Case(ctx, e.Case.Code)
	if err != nil {
		return fmt.Errorf("load case %s: %w", e.Case.Code, err)
	}
	if c.Steps[e.Case.Step-1].Action == cases.ActUnlabel {
		return q.Retract(ctx, StatementCode(c.Code), cases.PublicWords(c), e.At)
	}
	_, err = q.Import(ctx, []statement.Statement{StatementOf(c, e.Case.Step)})
	return err
}

// StatementOf is a conclusion as a statement, at the step that published it. The claim
// never stands in a sentence of its own: whoever quotes it quotes what was found too.
func StatementOf(c cases.Case, step int) statement.Statement {
	k, at := c.Conclusion, c.Steps[step-1].At
	found := cases.WordsBefore(c)
	return statement.Statement{
		Code: StatementCode(c.Code), Unit: k.Unit, Audience: statement.AudiencePublic,
		Spokesperson: k.Spokesperson, Position: k.Position, SpokespersonKind: string(cmp.Or(k.Kind, people.Assigned)), Authorisation: authorisation(k),
		Form: statement.FormPosting, IssuedAt: at,
		Title:     "Kết luận về tin “" + k.Claim + "”: " + found,
		Body:      "Về tin có nội dung: " + k.Claim + " – kết luận: " + found + ".\n\n" + k.Text,
		Topics:    []string{"tin giả, tin sai sự thật"},
		Questions: []string{"Có phải " + k.Claim + " không?", k.Claim + " có đúng không?"},
	}
}

// authorisation is what who signed was authorised by; nil of another spokesperson.
func authorisation(k *cases.Conclusion) *statement.Authorisation {
	if k.Kind != people.Authorised {
		return nil
	}
	return &statement.Authorisation{Number: k.Document, Until: k.Until}
}

// Preview is the statement that the draft of c would become once it is published, for the
// eyes of who signs: title and body.
func Preview(c cases.Case) (title, body string) {
	d := c.Draft
	k := cases.Conclusion{Outcome: d.Outcome, Claim: d.Claim, Text: d.Text}
	if d.Outcome == cases.IsFalse && c.Access == cases.Open {
		k.LabelledAt = d.At
	}
	c.Conclusion = &k
	s := StatementOf(c, len(c.Steps))
	return s.Title, s.Body
}
