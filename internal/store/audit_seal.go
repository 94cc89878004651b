package store

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"phatngon/internal/desk"
)

// sealedHeads is the setting that holds a desk.AuditSeal.
const sealedHeads = "audit-heads"

// How old the sealed heads may be: what nobody misses when it is cut from a chain.
const (
	sealEvery  = 64 // records
	sealWithin = time.Minute
)

// SealAudit has the heads of the audit chains kept signed with key from now on, so that
// the end of a chain cannot be cut off unseen. It is called once, before anything is
// appended; with nil they are not.
func (s *Store) SealAudit(key []byte) {
	s.auditor.Lock()
	defer s.auditor.Unlock()
	s.auditor.key = key
}

// appended moves the head to r and seals it, at once or soon. The record stands
// whatever comes of that: what could not be sealed is sealed later.
func (s *Store) appended(ctx context.Context, r desk.AuditRecord) {
	a := &s.auditor
	a.head = r
	if r.Seq == 1 {
		a.named = r.Heads
	}
	if a.key == nil {
		return
	}
	a.unsealed++
	if a.unsealed >= sealEvery || r.Seq == 1 {
		_ = s.seal(ctx) // else the timer does
	}
	if a.unsealed > 0 && a.timer == nil {
		a.timer = time.AfterFunc(sealWithin, s.sealLate)
	}
}

// sealLate seals what no further record had sealed, and tries until it can.
func (s *Store) sealLate() {
	a := &s.auditor
	a.Lock()
	defer a.Unlock()
	a.timer = nil
	if a.key != nil && s.seal(context.Background()) != nil {
		a.timer = time.AfterFunc(sealWithin, s.sealLate)
	}
}

// sealLast seals what is not sealed yet, for the last time.
func (s *Store) sealLast() error {
	a := &s.auditor
	a.Lock()
	defer a.Unlock()
	if a.timer != nil {
		a.timer.Stop()
	}
	err := s.seal(context.Background())
	a.key = nil
	return err
}

// firstSeal signs heads where none were signed before.
func (s *Store) firstSeal(ctx context.Context, heads []desk.AuditHead) error {
	err := s.saveSeal(ctx, &Setting{ID: sealedHeads}, heads)
	if errors.Is(err, desk.ErrConflict) {
		return nil // another instance was first
	}
	return err
}

// seal signs the heads anew, if there is something to seal. A seal that is gone or
// broken stays so: to sign it again would hide that from VerifyAudit.
func (s *Store) seal(ctx context.Context) error {
	a := &s.auditor
	for a.unsealed > 0 {
		setting, seal, err := s.auditSeal(ctx)
		broken := errors.Is(err, desk.ErrNotFound) || err == nil && !seal.Intact(a.key)
		if err == nil && !broken {
			err = s.saveSeal(ctx, &setting, a.join(seal.Heads))
		}
		switch {
		case err == nil || broken:
			a.unsealed = 0
		case !errors.Is(err, desk.ErrConflict):
			return err
		}
	}
	return nil
}

// join puts this chain's head in place of its older one and of those that its first
// record names.
func (a *auditor) join(heads []desk.AuditHead) []desk.AuditHead {
	older := func(h desk.AuditHead) bool {
		return h.Chain == a.head.Chain ||
			slices.ContainsFunc(a.named, func(n desk.AuditHead) bool { return n.Chain == h.Chain && n.Seq >= h.Seq })
	}
	return append(slices.DeleteFunc(slices.Clone(heads), older), a.head.Head())
}

func (s *Store) saveSeal(ctx context.Context, setting *Setting, heads []desk.AuditHead) (err error) {
	if setting.Value, err = json.Marshal(desk.SealHeads(s.auditor.key, heads)); err != nil {
		return err
	}
	return s.SaveSetting(ctx, setting)
}

// auditSeal reads the sealed heads; desk.ErrNotFound: there are none.
func (s *Store) auditSeal(ctx context.Context) (Setting, desk.AuditSeal, error) {
	var seal desk.AuditSeal
	setting, err := s.Setting(ctx, sealedHeads)
	if err == nil && json.Unmarshal(setting.Value, &seal) != nil {
		seal = desk.AuditSeal{} // not ours: not intact
	}
	return setting, seal, err
}
