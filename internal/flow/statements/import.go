package statements

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/publication"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

// Import puts statements that were signed off outside into force; those whose
// code is there already are left as they are. It returns how many were new.
func (t *Statements) Import(ctx context.Context, all []statement.Statement) (int, error) {
	var added []string
	for _, s := range all {
		code, err := t.importOne(ctx, s)
		if err != nil {
			return len(added), err
		}
		if code != "" {
			added = append(added, code)
		}
	}
	for _, code := range added { // behind the last: one may replace another
		t.Relay.Finish(ctx, store.Statements, code)
	}
	return len(added), nil
}

// importOne stores one statement; "" says that its code was there.
func (t *Statements) importOne(ctx context.Context, s statement.Statement) (string, error) {
	if s.Code == "" {
		code, err := t.nextCode(ctx)
		if err != nil {
			return "", err
		}
		s.Code = code
	}
	c := publication.Imported(s, t.Now())
	err := t.Store.InsertStatement(ctx, &c.Statement, c.Effects...)
	if errors.Is(err, desk.ErrConflict) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("import %s: %w", s.Code, err)
	}
	return s.Code, nil
}

// ImportDrafts keeps statements read from documents as drafts. Nobody signed
// them off in this program: they are not quoted until a spokesperson publishes
// them, and what they lack is asked for then. It returns the codes; those
// before an error are stored.
func (t *Statements) ImportDrafts(ctx context.Context, all []statement.Statement) ([]string, error) {
	var codes []string
	for _, s := range all {
		if s.Code == "" {
			code, err := t.nextCode(ctx)
			if err != nil {
				return codes, err
			}
			s.Code = code
		}
		stored, err := t.store(ctx, publication.DraftFrom(s, t.Now()))
		if err != nil {
			return codes, fmt.Errorf("import draft %s: %w", s.Code, err)
		}
		codes = append(codes, stored.Code)
	}
	return codes, nil
}

// All is every statement of any status, to find what an import would repeat.
func (t *Statements) All(ctx context.Context) ([]statement.Statement, error) {
	var all []statement.Statement
	for after, more := "", true; more; more = after != "" {
		page, next, err := t.Store.Statements(ctx, store.StatementFilter{After: after, Limit: 500})
		if err != nil {
			return nil, fmt.Errorf("load statements: %w", err)
		}
		all, after = append(all, page...), next
	}
	return all, nil
}

// First fills an empty knowledge base from files; nil means that
// there are none. A broken file refuses the start with every problem listed.
func (t *Statements) First(ctx context.Context, files fs.FS) error {
	if files == nil {
		return nil
	}
	there, _, err := t.Store.Statements(ctx, store.StatementFilter{Limit: 1})
	if err != nil {
		return fmt.Errorf("look for statements: %w", err)
	}
	if len(there) > 0 {
		return nil
	}
	all, err := t.ReadFiles(files)
	if err != nil {
		return err
	}
	_, err = t.Import(ctx, all)
	return err
}

// LoadFiles builds the index from files alone; nil is no knowledge.
func (t *Statements) LoadFiles(files fs.FS) error {
	if files == nil {
		return nil
	}
	all, err := t.ReadFiles(files)
	if err != nil {
		return err
	}
	for i := range all {
		all[i].Version, all[i].Status = 1, statement.StatusPublished
	}
	t.Base.Replace(all)
	return nil
}

// ReadFiles parses every .md file below dir, or lists the problems of all of them.
func (t *Statements) ReadFiles(dir fs.FS) ([]statement.Statement, error) {
	all, problems, err := t.Read(dir)
	if err != nil {
		return nil, fmt.Errorf("read statements: %w", err)
	}
	if len(problems) > 0 {
		return nil, problemsError(problems)
	}
	return all, nil
}

// Read parses every .md file below dir; the problems of all files
// come back together and then nothing else does.
func (t *Statements) Read(dir fs.FS) ([]statement.Statement, []statement.Problem, error) {
	var all []statement.Statement
	var problems []statement.Problem
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return err
		}
		s, bad := t.Parse(name, data)
		all, problems = append(all, s), append(problems, bad...)
		return nil
	})
	if err != nil || len(problems) > 0 {
		return nil, problems, err
	}
	return all, nil, nil
}

// Parse reads one file, with the units of this office.
func (t *Statements) Parse(name string, data []byte) (statement.Statement, []statement.Problem) {
	return statement.ParseStatement(name, data, t.KnownUnit)
}

// problemsError lists every problem, a line each.
func problemsError(problems []statement.Problem) error {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString("\n  " + p.String())
	}
	return fmt.Errorf("the statements have %d problems; nothing was loaded:%s", len(problems), b.String())
}
