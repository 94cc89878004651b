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
// it was and, hashed too, by which event. What comes late for them finds that they are
// erased, that event when it comes again does not make them known anew, and sessions
// begun before stay over when they come back.
type Erasure struct {
	ID      string    `bson:"_id"`
	Version int64     `bson:"version"`
	At      time.Time `bson:"at"`
	By      string    `bson:"by"`
}

var erasures = table.Table[Erasure]{
	Collection: engine.Collection{Name: "erasures"},
	Key:        func(e *Erasure) (string, *int64) { return e.ID, &e.Version },
}

// EraseUnder sets the key under which the ids of the erased are hashed; before use.
func (s *Store) EraseUnder(key []byte) { s.erasing = key }

// ErasedBy reports whether this event led to the erasure of r, who is not known since.
func (s *Store) ErasedBy(r people.Requester, event string) bool {
	return r.Erased && r.ErasedBy == s.erasureID(event)
}

// Alias is what an erased person is called where something has to be kept in order: it
// says who they were to nobody without the key.
func (s *Store) Alias(id string) string { return "erased:" + s.erasureID(id) }

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
	return people.Requester{ID: id, Kind: people.Citizen, Erased: true, ErasedAt: e.At, ErasedBy: e.By}, nil
}

// Erasing reports whether this event led to the erasure of who has this id, done or under
// way.
func (s *Store) Erasing(ctx context.Context, id, event string) (bool, error) {
	r, err := s.erased(ctx, id)
	if errors.Is(err, desk.ErrNotFound) {
		return false, nil
	}
	return s.ErasedBy(r, event), err
}

// leaveErasures goes first: the event that wished it, coming again meanwhile, finds it.
func (s *Store) leaveErasures(ctx context.Context, id, by string, at time.Time) error {
	return s.eachIdentity(ctx, id, func(id string) error {
		e, err := erasures.Get(ctx, s.e, s.erasureID(id))
		if err != nil && !errors.Is(err, desk.ErrNotFound) {
			return err
		}
		e.ID, e.At, e.By = s.erasureID(id), at, s.erasureID(by)
		return erasures.Save(ctx, s.e, &e)
	})
}

// removePerson goes last: it says that the rest is done.
func (s *Store) removePerson(ctx context.Context, id string) error {
	return s.eachIdentity(ctx, id, func(id string) error { return requesters.Remove(ctx, s.e, id) })
}

// eachIdentity does something to the Mini App user joined with a person, if any, and then
// to the person; to nobody when they are not known.
func (s *Store) eachIdentity(ctx context.Context, id string, do func(id string) error) error {
	r, err := requesters.Get(ctx, s.e, id)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	joined, err := requesters.Get(ctx, s.e, people.AppID(r.AppUserID))
	if err == nil && joined.JoinedTo == id {
		err = do(joined.ID)
	}
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return err
	}
	return do(id)
}
