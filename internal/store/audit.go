package store

import (
	"context"
	"crypto/rand"
	"errors"
	"sync"
	"time"

	"phatngon/internal/desk"
)

// auditor is this opening's end of the audit: it alone appends to its chain, so that
// instances do not wait for each other.
type auditor struct {
	sync.Mutex
	key      []byte           // nil = heads are not sealed
	named    []desk.AuditHead // heads of other chains that the first record names
	head     desk.AuditRecord // last of the chain; zero before the first
	unsealed int              // records since the heads were sealed
	timer    *time.Timer      // seals them when no further record comes
}

// AppendAudit chains r to the last record of this opening's chain and stores it. With
// an ID it is stored once, whichever instance was first: the record stored first is
// returned again. Without, it gets a random one.
func (s *Store) AppendAudit(ctx context.Context, r desk.AuditRecord) (desk.AuditRecord, error) {
	if r.ID == "" {
		r.ID = rand.Text()
	}
	s.auditor.Lock()
	defer s.auditor.Unlock()
	for {
		next, err := s.nextAudit(ctx, r)
		if err != nil {
			return r, err
		}
		err = audit.insert(ctx, s.e, &next)
		switch {
		case err == nil:
			s.appended(ctx, next)
			return next, nil
		case !errors.Is(err, desk.ErrConflict):
			return r, err
		}
		// Stored before, or an insert whose outcome was not known has come through.
		if stored, err := audit.get(ctx, s.e, r.ID); !errors.Is(err, desk.ErrNotFound) {
			return stored, errors.Join(err, s.catchUp(ctx))
		}
		if err := s.catchUp(ctx); err != nil {
			return r, err
		}
	}
}

// catchUp moves the head to the last record of the chain, if there is one.
func (s *Store) catchUp(ctx context.Context) error {
	last, err := s.lastAudit(ctx, s.boot)
	if err == nil && last.Seq > s.auditor.head.Seq {
		s.appended(ctx, last)
	}
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	return err
}

func (s *Store) lastAudit(ctx context.Context, chain string) (desk.AuditRecord, error) {
	return audit.first(ctx, s.e, query{index: "audit_number_taken", equal: []any{chain}, desc: true})
}

// nextAudit is r as the next of the chain; the first one names the heads of the others.
func (s *Store) nextAudit(ctx context.Context, r desk.AuditRecord) (desk.AuditRecord, error) {
	if s.auditor.head.Seq > 0 {
		return desk.Chain(s.auditor.head, r), nil
	}
	heads, sealed, err := s.auditHeads(ctx)
	if err != nil {
		return r, err
	}
	r.Chain, r.Heads, r.Sealed = s.boot, heads, s.auditor.key != nil
	if r.Sealed && !sealed {
		err = s.firstSeal(ctx, heads) // before a record says that there is one
	}
	return desk.Chain(desk.AuditRecord{}, r), err
}

// auditHeads are the ends of the chains, but of those that the first record of
// another chain has named already. sealed: heads were sealed before.
func (s *Store) auditHeads(ctx context.Context) (heads []desk.AuditHead, sealed bool, err error) {
	named := map[string]int64{}
	var chains []string
	err = audit.each(ctx, s.e, query{index: "seq_chain", equal: []any{int64(1)}}, func(first desk.AuditRecord) error {
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
		last, err := s.lastAudit(ctx, chain)
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
func (s *Store) AuditOf(ctx context.Context, subject string, limit int) ([]desk.AuditRecord, error) {
	return audit.find(ctx, s.e, query{index: "subject_at", equal: []any{subject}, desc: true, limit: pageSize(limit)})
}

// LatestAudit lists the records of all chains by pages, newest first.
func (s *Store) LatestAudit(ctx context.Context, after string, limit int) (records []desk.AuditRecord, next string, err error) {
	return audit.page(ctx, s.e, query{index: "at", desc: true, limit: limit}, after)
}
