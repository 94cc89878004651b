// Package index keeps the search index of this instance in step with the statements in
// the store, and gives passages and questions their vectors when a server makes them.
package index

import (
	"context"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/store"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// Index is what this instance holds in memory. Base is set before use.
type Index struct {
	Store      *store.Store
	Base       *answer.Base
	Embeddings *Embeddings // nil: search by words alone
	Now        func() time.Time
	Log        *slog.Logger

	revision atomic.Int64 // of the knowledge that Base holds, plus one; 0 = never loaded

	// Of Watch alone.
	marks []mark           // numbers of changes known, oldest first
	seen  map[string]int64 // versions that Base holds of what changed lately
}

// knowledgeRevision is the sequence number that every change of a statement raises behind
// its write, and every instance polls.
const knowledgeRevision = "knowledge"

// mark is the highest number of a change that was known at a moment of this instance's
// own clock.
type mark struct {
	at     time.Time
	change int64
}

// How often other instances' changes are looked for, and how far back is read again: a
// change takes its number before it is written, so a slow writer's may appear behind a
// larger one. Each writer announces itself behind its own write; what it wrote is seen
// then unless it was slower than readAgain. No two clocks are compared.
const (
	refreshEvery = 300 * time.Millisecond
	readAgain    = 2 * time.Minute
	resyncEvery  = time.Hour
	compactEvery = time.Minute
)

// Reindex is the handler that has every instance learn of a changed statement: this one
// at once, the others by the revision.
func (x *Index) Reindex(ctx context.Context, _ string, e effect.Effect) error {
	s, err := x.Store.Statement(ctx, e.Statement.Code)
	if err != nil {
		return fmt.Errorf("load statement %s: %w", e.Statement.Code, err)
	}
	x.Base.Apply(s)
	if _, err := x.Store.BumpRevision(ctx, knowledgeRevision); err != nil {
		return fmt.Errorf("announce change of %s: %w", s.Code, err)
	}
	return nil
}

// Loaded reports that the index was built.
func (x *Index) Loaded() bool { return x.revision.Load() != 0 }

// Load builds the index from the store.
func (x *Index) Load(ctx context.Context) error {
	revision, err := x.Store.Revision(ctx, knowledgeRevision)
	if err != nil {
		return fmt.Errorf("read knowledge revision: %w", err)
	}
	change, err := x.Store.ChangeNumber(ctx)
	if err != nil {
		return fmt.Errorf("read number of changes: %w", err)
	}
	var all []statement.Statement
	for after, more := "", true; more; more = after != "" {
		page, next, err := x.Store.Statements(ctx, store.StatementFilter{After: after, Limit: 500})
		if err != nil {
			return fmt.Errorf("load statements: %w", err)
		}
		all, after = append(all, page...), next
	}
	x.Base.Replace(all)
	x.marks, x.seen = []mark{{x.Now(), change}}, map[string]int64{}
	x.revision.Store(revision + 1)
	return nil
}

// Watch keeps the index in step with the store until ctx ends.
func (x *Index) Watch(ctx context.Context) {
	tick := time.NewTicker(refreshEvery)
	resync := time.NewTicker(resyncEvery)
	defer tick.Stop()
	defer resync.Stop()
	for {
		refresh := x.Refresh
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		case <-resync.C:
			refresh = x.Load
		}
		if err := refresh(ctx); err != nil && ctx.Err() == nil {
			x.Log.Error("refresh index", "error", err)
		}
	}
}

// Refresh applies what changed when the revision moved.
func (x *Index) Refresh(ctx context.Context) error {
	revision, err := x.Store.Revision(ctx, knowledgeRevision)
	if err != nil {
		return fmt.Errorf("read knowledge revision: %w", err)
	}
	if revision+1 == x.revision.Load() {
		return nil
	}
	changed, last, err := x.Store.StatementsChangedAfter(ctx, x.from())
	if err != nil {
		return fmt.Errorf("read changed statements: %w", err)
	}
	if fresh := x.unseen(changed); len(fresh) > 0 {
		x.Base.Apply(fresh...)
	}
	x.marks = append(x.marks, mark{x.Now(), last})
	x.revision.Store(revision + 1)
	return nil
}

// from is the number of a change that was known long enough ago, and forgets older ones.
func (x *Index) from() int64 {
	for len(x.marks) > 1 && x.Now().Sub(x.marks[1].at) > readAgain {
		x.marks = x.marks[1:]
	}
	return x.marks[0].change
}

// unseen are those of changed that Base does not hold in this version yet.
func (x *Index) unseen(changed []statement.Statement) []statement.Statement {
	var fresh []statement.Statement
	seen := map[string]int64{}
	for _, s := range changed {
		if x.seen[s.Code] != s.Version {
			fresh = append(fresh, s)
		}
		seen[s.Code] = s.Version
	}
	x.seen = seen
	return fresh
}

// Compact keeps the index quick to change until ctx ends.
func (x *Index) Compact(ctx context.Context) {
	tick := time.NewTicker(compactEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			x.Base.Compact()
		}
	}
}
