package statements

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/knowledge/statement"
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

func typedForm(v *door.Visit) statementForm {
	return statementForm{
		Version: v.Text("version"), Title: v.Text("title"), Unit: v.Text("unit"),
		Spokesperson: v.Text("spokesperson"), Position: v.Text("position"), Kind: v.Text("spokesperson_kind"),
		MandateNumber: v.Text("authorisation_number"), MandateUntil: v.Text("authorisation_until"),
		Form: v.Text("form"), IssuedAt: v.Text("issued_at"), Audience: v.Text("audience"),
		DocumentNo: v.Text("document_no"), SourceURL: v.Text("source_url"),
		ValidFrom: v.Text("valid_from"), ValidUntil: v.Text("valid_until"), EmbargoUntil: v.Text("embargo_until"),
		Supersedes: v.Text("supersedes"), Topics: v.Text("topics"), Places: v.Text("places"), Questions: v.Text("questions"),
		Body: v.Text("body"),
	}
}

// newStatementForm starts with what is most likely: the words of the unit's
// spokesperson, today. Whoever only drafts is never named as the one who said it.
func (p *Pages) newStatementForm(ctx context.Context, o people.Officer) (statementForm, error) {
	said, err := p.spokesperson(ctx, o)
	if err != nil {
		return statementForm{}, err
	}
	return statementForm{
		Unit: p.Units.Option(o.Unit), Spokesperson: said.Name, Position: said.Position, Kind: "A",
		Form: string(statement.FormPosting), IssuedAt: localTime(p.Now()), Audience: string(statement.AudiencePublic),
	}, nil
}

// spokesperson is the officer themselves, or the only one of their unit;
// nobody when there is a choice.
func (p *Pages) spokesperson(ctx context.Context, o people.Officer) (people.Officer, error) {
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
func (p *Pages) formOf(s statement.Statement) statementForm {
	f := statementForm{
		Code: s.Code, Version: versionText(s.Version), Title: s.Title, Unit: p.Units.Option(s.Unit),
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
