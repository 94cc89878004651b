package admin

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/knowledge"
)

// statementForm is the fields of a statement as they were typed; times are in
// Vietnam, as <input type="datetime-local"> gives them.
type statementForm struct {
	Code, Version                         string
	Title, Unit, Spokesperson, Position   string
	Kind, MandateNumber, MandateUntil     string
	Form, IssuedAt, Audience              string
	DocumentNo, SourceURL                 string
	ValidFrom, ValidUntil, EmbargoUntil   string
	Supersedes, Topics, Places, Questions string
	Body                                  string
}

func (v *visit) statementForm() statementForm {
	return statementForm{
		Version: v.text("version"), Title: v.text("title"), Unit: v.text("unit"),
		Spokesperson: v.text("spokesperson"), Position: v.text("position"), Kind: v.text("spokesperson_kind"),
		MandateNumber: v.text("authorisation_number"), MandateUntil: v.text("authorisation_until"),
		Form: v.text("form"), IssuedAt: v.text("issued_at"), Audience: v.text("audience"),
		DocumentNo: v.text("document_no"), SourceURL: v.text("source_url"),
		ValidFrom: v.text("valid_from"), ValidUntil: v.text("valid_until"), EmbargoUntil: v.text("embargo_until"),
		Supersedes: v.text("supersedes"), Topics: v.text("topics"), Places: v.text("places"), Questions: v.text("questions"),
		Body: v.text("body"),
	}
}

// newStatementForm starts with what is most likely: the words of the unit's
// spokesperson, today. Whoever only drafts is never named as the one who said it.
func (p *panel) newStatementForm(ctx context.Context, o people.Officer) (statementForm, error) {
	said, err := p.spokesperson(ctx, o)
	if err != nil {
		return statementForm{}, err
	}
	return statementForm{
		Unit: p.unitOption(o.Unit), Spokesperson: said.Name, Position: said.Position, Kind: "A",
		Form: string(knowledge.FormPosting), IssuedAt: localTime(p.now()), Audience: string(knowledge.AudiencePublic),
	}, nil
}

// spokesperson is the officer themselves, or the only one of their unit;
// nobody when there is a choice.
func (p *panel) spokesperson(ctx context.Context, o people.Officer) (people.Officer, error) {
	if o.Role == people.RoleSpokesperson {
		return o, nil
	}
	all, err := p.Store.Officers(ctx)
	if err != nil {
		return people.Officer{}, err
	}
	signers := slices.DeleteFunc(all, func(s people.Officer) bool {
		return s.Disabled || s.Role != people.RoleSpokesperson || s.Unit != o.Unit
	})
	if len(signers) != 1 {
		return people.Officer{}, nil
	}
	return signers[0], nil
}

// formOf is the form of a statement as it stands.
func (p *panel) formOf(s knowledge.Statement) statementForm {
	f := statementForm{
		Code: s.Code, Version: versionText(s.Version), Title: s.Title, Unit: p.unitOption(s.Unit),
		Spokesperson: s.Spokesperson, Position: s.Position, Kind: s.SpokespersonKind,
		Form: string(s.Form), IssuedAt: localTime(s.IssuedAt), Audience: string(s.Audience),
		DocumentNo: s.DocumentNo, SourceURL: s.SourceURL,
		ValidFrom: optionalTime(s.ValidFrom), ValidUntil: optionalTime(s.ValidUntil), EmbargoUntil: optionalTime(s.EmbargoUntil),
		Supersedes: strings.Join(s.Supersedes, ", "), Topics: strings.Join(s.Topics, ", "),
		Places: strings.Join(s.Places, ", "), Questions: strings.Join(s.Questions, "\n"), Body: s.Body,
	}
	if s.Authorisation != nil {
		f.MandateNumber, f.MandateUntil = s.Authorisation.Number, localTime(s.Authorisation.Until)
	}
	return f
}

const localLayout = "2006-01-02T15:04"

func localTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(calendar.Zone).Format(localLayout)
}

func optionalTime(t *time.Time) string {
	if t == nil {
		return ""
	}
	return localTime(*t)
}

func versionText(n int64) string { return strconv.FormatInt(n, 10) }
