package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/store/engine"
)

// InsertOfficer stores a new officer; the email address becomes lower case. A
// *TakenError with the key "officer_email_taken": another officer has it.
func (s *Store) InsertOfficer(ctx context.Context, o *people.Officer, effects ...effect.Effect) error {
	o.Email = strings.ToLower(o.Email)
	return officers.Insert(ctx, s.e, o, effects...)
}

// ReplaceOfficer stores o over the version it was read at.
func (s *Store) ReplaceOfficer(ctx context.Context, o *people.Officer, effects ...effect.Effect) error {
	o.Email = strings.ToLower(o.Email)
	return officers.Replace(ctx, s.e, o, effects...)
}

// Officer returns the officer with this id.
func (s *Store) Officer(ctx context.Context, id string) (people.Officer, error) {
	return officers.Get(ctx, s.e, id)
}

// OfficerByEmail finds an officer by email address in any case.
func (s *Store) OfficerByEmail(ctx context.Context, email string) (people.Officer, error) {
	return officers.First(ctx, s.e, engine.Query{Index: "officer_email_taken", Equal: []any{strings.ToLower(email)}})
}

// Officers lists all officers by email address.
func (s *Store) Officers(ctx context.Context) ([]people.Officer, error) {
	return officers.All(ctx, s.e, engine.Query{Index: "officer_email_taken"})
}

// Session returns a login, expired or not.
func (s *Store) Session(ctx context.Context, id string) (people.Session, error) {
	return sessions.Get(ctx, s.e, id)
}

// SessionsOf lists the logins of an officer that are not over at t, the latest first.
func (s *Store) SessionsOf(ctx context.Context, officer string, t time.Time) ([]people.Session, error) {
	all, err := sessions.Find(ctx, s.e, engine.Query{Index: "officer_created", Equal: []any{officer}, Desc: true, Limit: mostSessions})
	return slices.DeleteFunc(all, func(one people.Session) bool { return !t.Before(one.ExpiresAt) }), err
}

// mostSessions is how many logins of an officer are listed.
const mostSessions = 200

// InsertSession stores a login.
func (s *Store) InsertSession(ctx context.Context, session *people.Session, effects ...effect.Effect) error {
	return sessions.Insert(ctx, s.e, session, effects...)
}

// ReplaceSession stores a login over the version it was read at.
func (s *Store) ReplaceSession(ctx context.Context, session *people.Session) error {
	return sessions.Replace(ctx, s.e, session)
}

// DeleteSession ends a login, and what it still carries goes with it; one that is gone
// is no error.
func (s *Store) DeleteSession(ctx context.Context, id string) error {
	return sessions.Remove(ctx, s.e, id)
}

// DeleteSessionsOf ends every login of an officer.
func (s *Store) DeleteSessionsOf(ctx context.Context, officer string) error {
	return sessions.RemoveAll(ctx, s.e, engine.Query{Index: "officer_created", Equal: []any{officer}})
}

// DeleteSessionsExpired removes the logins that expired before t.
func (s *Store) DeleteSessionsExpired(ctx context.Context, t time.Time) error {
	return sessions.RemoveAll(ctx, s.e, engine.Query{Index: "expires", To: t})
}
