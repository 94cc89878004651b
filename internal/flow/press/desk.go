package press

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/press"
	"phatngon/internal/desk/same/picture"
	"phatngon/internal/store"
)

// Ref is a registration as a form was shown with it: a change is refused with
// desk.ErrConflict when someone changed it meanwhile.
type Ref struct {
	ID      string
	Version int64
}

// decide takes a step of the desk.
func (q *Press) decide(ctx context.Context, at Ref, step func(press.Registration) (press.Registration, error)) error {
	r, err := q.Store.Registration(ctx, at.ID)
	if err != nil {
		return fmt.Errorf("load registration %s: %w", at.ID, err)
	}
	if r.Version != at.Version {
		return desk.ErrConflict
	}
	next, err := step(r)
	if err != nil {
		return err
	}
	if err := q.replace(ctx, &next); err != nil {
		return err
	}
	q.Relay.Finish(ctx, store.Press, at.ID)
	return nil
}

// Verify makes a person known as a reporter until the end of a day. What they follow goes
// on from the registration that held before.
func (q *Press) Verify(ctx context.Context, by people.Officer, at Ref, holder string, until time.Time) error {
	now := q.Now()
	return q.decide(ctx, at, func(r press.Registration) (press.Registration, error) {
		next, err := press.Verify(r, by, holder, until, q.Rules.At(now).Press(), now)
		if err != nil {
			return next, err
		}
		before, err := q.Store.RegistrationsOf(ctx, r.Requester)
		for _, other := range before {
			if other.State == press.Verified {
				next.Follows, next.Held = other.Follows, other.Held
			}
		}
		return next, err
	})
}

// Ask has the person show something else.
func (q *Press) Ask(ctx context.Context, by people.Officer, at Ref, what string) error {
	return q.decide(ctx, at, func(r press.Registration) (press.Registration, error) { return press.Ask(r, by, what, q.Now()) })
}

// Refuse says no, with why.
func (q *Press) Refuse(ctx context.Context, by people.Officer, at Ref, why string) error {
	return q.decide(ctx, at, func(r press.Registration) (press.Registration, error) { return press.Refuse(r, by, why, q.Now()) })
}

// Revoke ends a verification, with why.
func (q *Press) Revoke(ctx context.Context, by people.Officer, at Ref, why string) error {
	return q.decide(ctx, at, func(r press.Registration) (press.Registration, error) { return press.Revoke(r, by, why, q.Now()) })
}

// See is a registration for viewing. Where it holds a name the look is in the audit chain first.
func (q *Press) See(ctx context.Context, by people.Officer, id string) (press.Registration, error) {
	r, err := q.Store.Registration(ctx, id)
	if err != nil {
		return r, fmt.Errorf("load registration %s: %w", id, err)
	}
	if !people.AtPressDesk(by) {
		return press.Registration{}, desk.ErrForbidden
	}
	if r.Holder == "" {
		return r, nil
	}
	look := desk.AuditRecord{At: q.Now(), Officer: by.ID, Action: "press.see", Subject: r.ID}
	if _, err := q.Store.AppendAudit(ctx, look); err != nil {
		return press.Registration{}, fmt.Errorf("log a look at %s: %w", id, err)
	}
	return r, nil
}

// Picture is a picture of a registration for viewing: written anew, without anything but
// what is to be seen. Only the press desk gets it, and the look is in the audit chain first.
func (q *Press) Picture(ctx context.Context, by people.Officer, id, picture string) ([]byte, error) {
	r, err := q.Store.Registration(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("load registration %s: %w", id, err)
	}
	if err := press.Look(r, by); err != nil {
		return nil, err
	}
	for i, p := range r.Pictures {
		if p.ID != picture || !r.Cleaned.IsZero() {
			continue
		}
		look := desk.AuditRecord{At: q.Now(), Officer: by.ID, Action: "press.look", Subject: r.ID, Detail: fmt.Sprintf("ảnh %d", i+1)}
		if _, err := q.Store.AppendAudit(ctx, look); err != nil {
			return nil, fmt.Errorf("log a look at %s: %w", id, err)
		}
		data, err := q.Store.PressPicture(ctx, p)
		if err != nil {
			return nil, err
		}
		return clean(data)
	}
	return nil, desk.ErrNotFound
}

// reading lets one picture be read at a time: a large one takes much memory.
var reading sync.Mutex

// readable is an error of what is no picture to keep.
func readable(data []byte) error {
	reading.Lock()
	defer reading.Unlock()
	_, err := picture.Read(data)
	return err
}

func clean(data []byte) ([]byte, error) {
	reading.Lock()
	defer reading.Unlock()
	p, err := picture.Read(data)
	if err != nil {
		return nil, err
	}
	return p.Clean()
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
