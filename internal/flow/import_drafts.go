package flow

import (
	"context"
	"fmt"

	"phatngon/internal/store"
	"phatngon/knowledge"
)

// importAuthor is who wrote an imported draft: no officer, so that any
// spokesperson of its unit may put it into force after looking at it.
const importAuthor = "import"

// ImportDrafts keeps statements read from documents as drafts. Nobody signed
// them off in this program: they are not quoted until a spokesperson publishes
// them, and what they lack is asked for then. It returns the codes; those
// before an error are stored.
func (f *Flow) ImportDrafts(ctx context.Context, statements []knowledge.Statement) ([]string, error) {
	var codes []string
	for _, s := range statements {
		if s.Code == "" {
			code, err := f.nextStatementCode(ctx)
			if err != nil {
				return codes, err
			}
			s.Code = code
		}
		s.Version, s.Status, s.Author, s.UpdatedAt = 0, knowledge.StatusDraft, importAuthor, f.Now()
		if err := f.Store.InsertStatement(ctx, &s); err != nil {
			return codes, fmt.Errorf("import draft %s: %w", s.Code, takenCode(err))
		}
		codes = append(codes, s.Code)
		if err := f.audit(ctx, "", "statement.draft", s.Code, "import"); err != nil {
			return codes, err
		}
	}
	return codes, nil
}

// AllStatements is every statement of any status, to find what an import
// would repeat.
func (f *Flow) AllStatements(ctx context.Context) ([]knowledge.Statement, error) {
	var all []knowledge.Statement
	for after, more := "", true; more; more = after != "" {
		page, next, err := f.Store.Statements(ctx, store.StatementFilter{After: after, Limit: 500})
		if err != nil {
			return nil, fmt.Errorf("load statements: %w", err)
		}
		all, after = append(all, page...), next
	}
	return all, nil
}

// KnownUnit reports whether code is a unit of this office.
func (f *Flow) KnownUnit(code string) bool { return f.knownUnit(code) }
