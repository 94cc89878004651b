package store

import (
	"context"
	"errors"

	"phatngon/internal/desk"
)

// Revision is how often BumpRevision was called for name: a sequence number that
// instances poll to see that something changed.
func (s *Store) Revision(ctx context.Context, name string) (int64, error) {
	return s.counted(ctx, "revision/"+name)
}

// BumpRevision raises the revision of name and returns the new one.
func (s *Store) BumpRevision(ctx context.Context, name string) (int64, error) {
	return s.raise(ctx, "revision/"+name)
}

// NextNumber returns 1, 2, 3 …: each number to one caller only. A number whose
// caller then fails is never given again.
func (s *Store) NextNumber(ctx context.Context, name string) (int64, error) {
	return s.raise(ctx, "number/"+name)
}

func (s *Store) counted(ctx context.Context, id string) (int64, error) {
	c, err := counters.Get(ctx, s.e, id)
	if errors.Is(err, desk.ErrNotFound) {
		return 0, nil
	}
	return c.Version, err
}

func (s *Store) raise(ctx context.Context, id string) (int64, error) {
	s.counting.Lock()
	defer s.counting.Unlock()
	for {
		c, err := counters.Get(ctx, s.e, id)
		if errors.Is(err, desk.ErrNotFound) {
			c, err = counter{ID: id}, nil
		}
		if err != nil {
			return 0, err
		}
		if err = counters.Save(ctx, s.e, &c); !errors.Is(err, desk.ErrConflict) {
			return c.Version, err
		}
	}
}

type counter struct {
	ID      string `bson:"_id"`
	Version int64  `bson:"version"`
}
