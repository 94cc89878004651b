package auditlog

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store/setting"
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
func (l *Log) SealAudit(key []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.key = key
}

// appended moves the head to r and seals it, at once or soon. The record stands
// whatever comes of that: what could not be sealed is sealed later.
func (l *Log) appended(ctx context.Context, r desk.AuditRecord) {
	l.head = r
	if r.Seq == 1 {
		l.named = r.Heads
	}
	if l.key == nil {
		return
	}
	l.unsealed++
	if l.unsealed >= sealEvery || r.Seq == 1 {
		_ = l.seal(ctx) // else the timer does
	}
	if l.unsealed > 0 && l.timer == nil {
		l.timer = time.AfterFunc(sealWithin, l.sealLate)
	}
}

// sealLate seals what no further record had sealed, and tries until it can.
func (l *Log) sealLate() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.timer = nil
	if l.key != nil && l.seal(context.Background()) != nil {
		l.timer = time.AfterFunc(sealWithin, l.sealLate)
	}
}

// Close seals what is not sealed yet, for the last time.
func (l *Log) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.timer != nil {
		l.timer.Stop()
	}
	err := l.seal(context.Background())
	l.key = nil
	return err
}

// firstSeal signs heads where none were signed before.
func (l *Log) firstSeal(ctx context.Context, heads []desk.AuditHead) error {
	err := l.saveSeal(ctx, &setting.Setting{ID: sealedHeads}, heads)
	if errors.Is(err, desk.ErrConflict) {
		return nil // another instance was first
	}
	return err
}

// seal signs the heads anew, if there is something to seal. A seal that is gone or
// broken stays so: to sign it again would hide that from VerifyAudit.
func (l *Log) seal(ctx context.Context) error {
	for l.unsealed > 0 {
		kept, seal, err := l.auditSeal(ctx)
		broken := errors.Is(err, desk.ErrNotFound) || err == nil && !seal.Intact(l.key)
		if err == nil && !broken {
			err = l.saveSeal(ctx, &kept, l.join(seal.Heads))
		}
		switch {
		case err == nil || broken:
			l.unsealed = 0
		case !errors.Is(err, desk.ErrConflict):
			return err
		}
	}
	return nil
}

// join puts this chain's head in place of its older one and of those that its first
// record names.
func (l *Log) join(heads []desk.AuditHead) []desk.AuditHead {
	older := func(h desk.AuditHead) bool {
		return h.Chain == l.head.Chain ||
			slices.ContainsFunc(l.named, func(n desk.AuditHead) bool { return n.Chain == h.Chain && n.Seq >= h.Seq })
	}
	return append(slices.DeleteFunc(slices.Clone(heads), older), l.head.Head())
}

func (l *Log) saveSeal(ctx context.Context, kept *setting.Setting, heads []desk.AuditHead) (err error) {
	if kept.Value, err = json.Marshal(desk.SealHeads(l.key, heads)); err != nil {
		return err
	}
	return setting.Table.Save(ctx, l.e, kept)
}

// auditSeal reads the sealed heads; desk.ErrNotFound: there are none.
func (l *Log) auditSeal(ctx context.Context) (setting.Setting, desk.AuditSeal, error) {
	var seal desk.AuditSeal
	kept, err := setting.Table.Get(ctx, l.e, sealedHeads)
	if err == nil && json.Unmarshal(kept.Value, &seal) != nil {
		seal = desk.AuditSeal{} // not ours: not intact
	}
	return kept, seal, err
}
