package store

import (
	"context"
	"errors"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/store/engine"
)

// InsertRequester stores a new requester. desk.ErrConflict: the person is known.
func (s *Store) InsertRequester(ctx context.Context, r *people.Requester, effects ...effect.Effect) error {
	return withAppUser(r, func() error { return requesters.Insert(ctx, s.e, r, effects...) })
}

// ReplaceRequester stores r over the version it was read at. A *TakenError with
// the key "requester_app_user_known": another requester has this Mini App user.
func (s *Store) ReplaceRequester(ctx context.Context, r *people.Requester, effects ...effect.Effect) error {
	return withAppUser(r, func() error { return requesters.Replace(ctx, s.e, r, effects...) })
}

// SaveRequester inserts r at version 0, somebody new or erased before, and replaces it
// otherwise; errors as of both.
func (s *Store) SaveRequester(ctx context.Context, r *people.Requester) error {
	return withAppUser(r, func() error { return requesters.Save(ctx, s.e, r) })
}

// Requester returns the requester with this id; of an erased one, at version 0, that
// and when.
func (s *Store) Requester(ctx context.Context, id string) (people.Requester, error) {
	r, err := requesters.Get(ctx, s.e, id)
	if errors.Is(err, desk.ErrNotFound) {
		return s.erased(ctx, id)
	}
	withoutAppUser(&r)
	return r, err
}

// RequesterByApp returns the requester with this Mini App user id.
func (s *Store) RequesterByApp(ctx context.Context, appUserID string) (people.Requester, error) {
	r, err := requesters.First(ctx, s.e, engine.Query{Index: "requester_app_user_known", Equal: []any{appUserID}})
	withoutAppUser(&r)
	return r, err
}

// withAppUser runs write while a missing Mini App user id is the requester's own
// id: a unique key needs a value in every document.
func withAppUser(r *people.Requester, write func() error) error {
	if r.AppUserID == "" {
		r.AppUserID = r.ID
	}
	err := write()
	withoutAppUser(r)
	return err
}

func withoutAppUser(r *people.Requester) {
	if r.AppUserID == r.ID {
		r.AppUserID = ""
	}
}
