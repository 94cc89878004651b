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

// statementForm is what was typed, by the keys of statement.Fields, and "version"; times
// are in Vietnam, as <input type="datetime-local"> gives them.
type statementForm map[string]string

func typedForm(v *door.Visit) statementForm {
	f := statementForm{versionKey: v.Text(versionKey)}
	for _, field := range statement.Fields {
		f[field.Key] = v.Text(field.Key)
	}
	return f
}

const (
	codeKey    = "code"
	versionKey = "version"
	unitKey    = "unit"

	questionsKey = "questions"
)

// newStatementForm starts with what is most likely: the words of the unit's
// spokesperson, today. Whoever only drafts is never named as the one who said it.
func (p *Pages) newStatementForm(ctx context.Context, o people.Officer) (statementForm, error) {
	said, err := p.spokesperson(ctx, o)
	if err != nil {
		return nil, err
	}
	return p.formOf(statement.Statement{
		Unit: o.Unit, Spokesperson: said.Name, Position: said.Position, SpokespersonKind: "A",
		Form: statement.FormPosting, IssuedAt: p.Now(), Audience: statement.AudiencePublic,
	}), nil
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
	f := statementForm{versionKey: versionText(s.Version)}
	for _, field := range statement.Fields {
		f[field.Key] = shown(field, s)
	}
	f[unitKey] = p.Units.Option(s.Unit)
	return f
}

// shown is a field as a person types it.
func shown(f statement.Field, s statement.Statement) string {
	switch f.Kind() {
	case statement.Moment:
		return optionalTime(f.Time(s))
	case statement.List:
		return strings.Join(f.Values(s), separator(f))
	}
	return f.Text(s)
}

func separator(f statement.Field) string {
	if f.PerLine {
		return "\n"
	}
	return ", "
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
