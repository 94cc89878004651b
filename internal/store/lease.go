package store

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/desk"
)

// AcquireLease takes or renews the lease called name for owner until now+ttl.
// false: another owner has it.
func (s *Store) AcquireLease(ctx context.Context, name, owner string, ttl time.Duration, now time.Time) (bool, error) {
	for {
		l, err := leases.Get(ctx, s.e, name)
		if errors.Is(err, desk.ErrNotFound) {
			l, err = lease{ID: name}, nil
		}
		if err != nil || (l.Owner != owner && l.Until.After(now)) {
			return false, err
		}
		l.Owner, l.Until = owner, now.Add(ttl)
		if err = leases.Save(ctx, s.e, &l); !errors.Is(err, desk.ErrConflict) {
			return err == nil, err
		}
	}
}

// ReleaseLease frees the lease if owner has it.
func (s *Store) ReleaseLease(ctx context.Context, name, owner string) error {
	l, err := leases.Get(ctx, s.e, name)
	if errors.Is(err, desk.ErrNotFound) || (err == nil && l.Owner != owner) {
		return nil
	}
	if err != nil {
		return err
	}
	l.Owner, l.Until = "", time.Time{}
	err = leases.Replace(ctx, s.e, &l)
	if errors.Is(err, desk.ErrConflict) {
		return nil
	}
	return err
}

type lease struct {
	ID      string    `bson:"_id"`
	Version int64     `bson:"version"`
	Owner   string    `bson:"owner"`
	Until   time.Time `bson:"until"`
}
