// Package auditlog keeps the audit: chains of records, one for each opening of the store,
// whose heads are sealed so that nothing can be cut off unseen.
package auditlog

import (
	"context"
	"crypto/rand"
	"errors"
	"sync"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Log is one opening's end of the audit: it alone appends to its chain, so that
// instances do not wait for each other.
type Log struct {
	e     engine.Engine
	chain string

	mu       sync.Mutex
	key      []byte           // nil = heads are not sealed
	named    []desk.AuditHead // heads of other chains that the first record names
	head     desk.AuditRecord // last of the chain; zero before the first
	unsealed int              // records since the heads were sealed
	timer    *time.Timer      // seals them when no further record comes
}

// New is the audit in e, whose records of this opening make the chain of this name.
func New(e engine.Engine, chain string) *Log { return &Log{e: e, chain: chain} }

// Records are the collection of all chains.
var Records = table.Table[desk.AuditRecord]{
	Collection: engine.Collection{Name: "audit", Retired: []string{"subject_seq"}, Indexes: []engine.Index{
		{Name: "audit_number_taken", Fields: []string{"chain", "seq"}, Unique: true},
		{Name: "seq_chain", Fields: []string{"seq", "chain"}},
		{Name: "subject_at", Fields: []string{"subject", "at"}},
		{Name: "officer_at", Fields: []string{"officer", "at"}},
		{Name: "action_at", Fields: []string{"action", "at"}},
		{Name: "at", Fields: []string{"at"}},
	}},
	Key: func(r *desk.AuditRecord) (string, *int64) { return r.ID, nil },
}

// AppendAudit chains r to the last record of this opening's chain and stores it. With
// an ID it is stored once, whichever instance was first: the record stored first is
// returned again. Without, it gets a random one.
func (l *Log) AppendAudit(ctx context.Context, r desk.AuditRecord) (desk.AuditRecord, error) {
	if r.ID == "" {
		r.ID = rand.Text()
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for {
		next, err := l.nextAudit(ctx, r)
		if err != nil {
			return r, err
		}
		err = Records.Insert(ctx, l.e, &next)
		switch {
		case err == nil:
			l.appended(ctx, next)
			return next, nil
		case !errors.Is(err, desk.ErrConflict):
			return r, err
		}
		// Stored before, or an insert whose outcome was not known has come through.
		if stored, err := Records.Get(ctx, l.e, r.ID); !errors.Is(err, desk.ErrNotFound) {
			return stored, errors.Join(err, l.catchUp(ctx))
		}
		if err := l.catchUp(ctx); err != nil {
			return r, err
		}
	}
}

// catchUp moves the head to the last record of the chain, if there is one.
func (l *Log) catchUp(ctx context.Context) error {
	last, err := l.lastAudit(ctx, l.chain)
	if err == nil && last.Seq > l.head.Seq {
		l.appended(ctx, last)
	}
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	return err
}

func (l *Log) lastAudit(ctx context.Context, chain string) (desk.AuditRecord, error) {
	return Records.First(ctx, l.e, engine.Query{Index: "audit_number_taken", Equal: []any{chain}, Desc: true})
}

// nextAudit is r as the next of the chain; the first one names the heads of the others.
func (l *Log) nextAudit(ctx context.Context, r desk.AuditRecord) (desk.AuditRecord, error) {
	if l.head.Seq > 0 {
		return desk.Chain(l.head, r), nil
	}
	heads, sealed, err := l.auditHeads(ctx)
	if err != nil {
		return r, err
	}
	r.Chain, r.Heads, r.Sealed = l.chain, heads, l.key != nil
	if r.Sealed && !sealed {
		err = l.firstSeal(ctx, heads) // before a record says that there is one
	}
	return desk.Chain(desk.AuditRecord{}, r), err
}

// auditHeads are the ends of the chains, but of those that the first record of
// another chain has named already. sealed: heads were sealed before.
func (l *Log) auditHeads(ctx context.Context) (heads []desk.AuditHead, sealed bool, err error) {
	named := map[string]int64{}
	var chains []string
	err = Records.Each(ctx, l.e, engine.Query{Index: "seq_chain", Equal: []any{int64(1)}}, func(first desk.AuditRecord) error {
		chains, sealed = append(chains, first.Chain), sealed || first.Sealed
		for _, h := range first.Heads {
			named[h.Chain] = max(named[h.Chain], h.Seq)
		}
		return nil
	})
	if err != nil {
		return nil, false, err
	}
	for _, chain := range chains {
		last, err := l.lastAudit(ctx, chain)
		if err != nil {
			return nil, false, err
		}
		if last.Seq > named[chain] {
			heads = append(heads, last.Head())
		}
	}
	return heads, sealed, nil
}

// AuditOf lists the records about a subject, newest first.
func (l *Log) AuditOf(ctx context.Context, subject string, limit int) ([]desk.AuditRecord, error) {
	return Records.Find(ctx, l.e, engine.Query{Index: "subject_at", Equal: []any{subject}, Desc: true, Limit: table.PageSize(limit)})
}

// LatestAudit lists the records of all chains by pages, newest first.
func (l *Log) LatestAudit(ctx context.Context, after string, limit int) (records []desk.AuditRecord, next string, err error) {
	return l.FindAudit(ctx, Filter{After: after, Limit: limit})
}

// AuditRecord returns the record with this id.
func (l *Log) AuditRecord(ctx context.Context, id string) (desk.AuditRecord, error) {
	return Records.Get(ctx, l.e, id)
}

// Audited reports whether a record with this id is in the audit.
func (l *Log) Audited(ctx context.Context, id string) (bool, error) {
	_, err := Records.Get(ctx, l.e, id)
	if errors.Is(err, desk.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}
