package flow

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/knowledge"
)

// knowledgeRevision is the sequence number that every change of a statement
// raises and every instance polls.
const knowledgeRevision = "knowledge"

// Polling and overlap of the index refresh. A statement is written before the
// revision is raised, so reading back a little further than the last look
// misses nothing; resync catches a writer that died between the two.
const (
	refreshEvery   = 300 * time.Millisecond
	refreshOverlap = 2 * time.Minute
	resyncEvery    = time.Minute
	compactEvery   = time.Minute
)

// LoadKnowledge builds the index from the store.
func (f *Flow) LoadKnowledge(ctx context.Context) error {
	revision, err := f.Store.Revision(ctx, knowledgeRevision)
	if err != nil {
		return fmt.Errorf("read knowledge revision: %w", err)
	}
	var all []knowledge.Statement
	for after, more := "", true; more; more = after != "" {
		page, next, err := f.Store.Statements(ctx, store.StatementFilter{After: after, Limit: 500})
		if err != nil {
			return fmt.Errorf("load statements: %w", err)
		}
		all, after = append(all, page...), next
	}
	f.Base.Replace(all)
	f.revision.Store(revision + 1) // 0 means "never loaded"
	return nil
}

// LoadFiles builds the index from files alone; nil is no knowledge.
func (f *Flow) LoadFiles(files fs.FS) error {
	if files == nil {
		return nil
	}
	statements, problems, err := f.ReadStatements(files)
	if err != nil {
		return fmt.Errorf("read statements: %w", err)
	}
	if len(problems) > 0 {
		return problemsError(problems)
	}
	for i := range statements {
		statements[i].Version, statements[i].Status = 1, knowledge.StatusPublished
	}
	f.Base.Replace(statements)
	return nil
}

// WatchKnowledge keeps the index in step with the store until ctx ends.
func (f *Flow) WatchKnowledge(ctx context.Context) {
	tick := time.NewTicker(refreshEvery)
	defer tick.Stop()
	last := f.Now()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if err := f.refresh(ctx, &last); err != nil && ctx.Err() == nil {
			f.Log.Error("refresh index", "error", err)
		}
	}
}

// refresh applies what changed since last when the revision moved or a resync
// is due.
func (f *Flow) refresh(ctx context.Context, last *time.Time) error {
	revision, err := f.Store.Revision(ctx, knowledgeRevision)
	if err != nil {
		return fmt.Errorf("read knowledge revision: %w", err)
	}
	now := f.Now()
	if revision+1 == f.revision.Load() && now.Sub(*last) < resyncEvery {
		return nil
	}
	changed, err := f.Store.StatementsChangedSince(ctx, last.Add(-refreshOverlap))
	if err != nil {
		return fmt.Errorf("read changed statements: %w", err)
	}
	if len(changed) > 0 {
		f.Base.Apply(changed...)
	}
	f.revision.Store(revision + 1)
	*last = now
	return nil
}

// CompactKnowledge keeps the index quick to change until ctx ends.
func (f *Flow) CompactKnowledge(ctx context.Context) {
	tick := time.NewTicker(compactEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			f.Base.Compact()
		}
	}
}

// Import puts statements that were signed off outside into force; those whose
// code is there already are left as they are. It returns how many were new.
func (f *Flow) Import(ctx context.Context, statements []knowledge.Statement) (int, error) {
	added := 0
	for _, s := range statements {
		if s.Code == "" {
			code, err := f.nextStatementCode(ctx)
			if err != nil {
				return added, err
			}
			s.Code = code
		}
		s.Version, s.Status, s.UpdatedAt = 0, knowledge.StatusPublished, f.Now()
		err := f.Store.InsertStatement(ctx, &s)
		if errors.Is(err, desk.ErrConflict) {
			continue
		}
		if err != nil {
			return added, fmt.Errorf("import %s: %w", s.Code, err)
		}
		added++
		if err := f.audit(ctx, "", "statement.import", s.Code, ""); err != nil {
			return added, err
		}
	}
	return added, f.settleImport(ctx, statements)
}

// settleImport marks what the imported statements supersede and announces the
// change.
func (f *Flow) settleImport(ctx context.Context, statements []knowledge.Statement) error {
	for _, s := range statements {
		for _, code := range s.Supersedes {
			old, err := f.supersede(ctx, code)
			if err != nil {
				return err
			}
			if old.Code != "" {
				if err := f.queueFate(ctx, old); err != nil {
					return err
				}
			}
		}
	}
	_, err := f.Store.BumpRevision(ctx, knowledgeRevision)
	return err
}

// ReadStatements parses every .md file below dir; the problems of all files
// come back together and then nothing else does.
func (f *Flow) ReadStatements(dir fs.FS) ([]knowledge.Statement, []knowledge.Problem, error) {
	var statements []knowledge.Statement
	var problems []knowledge.Problem
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return err
		}
		s, bad := f.ParseStatement(name, data)
		statements, problems = append(statements, s), append(problems, bad...)
		return nil
	})
	if err != nil || len(problems) > 0 {
		return nil, problems, err
	}
	return statements, nil, nil
}

// ParseStatement reads one file, with the units of this office.
func (f *Flow) ParseStatement(name string, data []byte) (knowledge.Statement, []knowledge.Problem) {
	return knowledge.ParseStatement(name, data, f.knownUnit)
}
