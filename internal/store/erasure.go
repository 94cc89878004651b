package store

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Erasure is all that stays of an erased person: under a keyed hash of their id, when
// it was. What comes late for them finds that they are erased, and sessions begun
// before stay over when they come back.
type Erasure struct {
	ID      string    `bson:"_id"`
	Version int64     `bson:"version"`
	At      time.Time `bson:"at"`
}

var erasures = table.Table[Erasure]{
	Collection: engine.Collection{Name: "erasures"},
	Key:        func(e *Erasure) (string, *int64) { return e.ID, &e.Version },
}

// EraseUnder sets the key under which the ids of the erased are hashed; before use.
func (s *Store) EraseUnder(key []byte) { s.erasing = key }

func (s *Store) erasureID(id string) string {
	h := hmac.New(sha256.New, s.erasing)
	h.Write([]byte(id))
	return hex.EncodeToString(h.Sum(nil))
}

// erased is who was erased under this id, at version 0: they are stored no more.
// desk.ErrNotFound: nobody was.
func (s *Store) erased(ctx context.Context, id string) (people.Requester, error) {
	e, err := erasures.Get(ctx, s.e, s.erasureID(id))
	if err != nil {
		return people.Requester{}, err
	}
	return people.Requester{ID: id, Kind: people.Citizen, Erased: true, ErasedAt: e.At}, nil
}

// erasePerson leaves of a person, and of the Mini App user joined with them, their
// Erasure alone.
func (s *Store) erasePerson(ctx context.Context, id string, at time.Time) error {
	r, err := requesters.Get(ctx, s.e, id)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	joined, err := requesters.Get(ctx, s.e, people.AppID(r.AppUserID))
	if err == nil && joined.JoinedTo == id {
		err = s.leaveErasure(ctx, joined.ID, at)
	}
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return err
	}
	return s.leaveErasure(ctx, id, at)
}

// leaveErasure puts the Erasure in place before the person goes: a crash in between
// leaves both, and the person is found first.
func (s *Store) leaveErasure(ctx context.Context, id string, at time.Time) error {
	e, err := erasures.Get(ctx, s.e, s.erasureID(id))
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return err
	}
	e.ID, e.At = s.erasureID(id), at
	if err := erasures.Save(ctx, s.e, &e); err != nil {
		return err
	}
	return requesters.Remove(ctx, s.e, id)
}
