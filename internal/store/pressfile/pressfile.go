// Package pressfile keeps reporters' registrations and, in pieces of their own that can be
// removed, the pictures that they showed.
package pressfile

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"phatngon/internal/desk/press"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Name is the collection of registrations, which carry effects.
const Name = "press_registrations"

// Files are the registrations of one database.
type Files struct{ e engine.Engine }

// New are the registrations that e keeps.
func New(e engine.Engine) *Files { return &Files{e} }

// Collections is what an engine makes for them.
func Collections() []*engine.Collection {
	return []*engine.Collection{&registrations.Collection, &pieces.Collection}
}

// InsertRegistration stores a new registration with its Effects. A *table.TakenError with
// the key "registration_sent_already" says that its source has brought one before.
func (s *Files) InsertRegistration(ctx context.Context, r *press.Registration) error {
	err := registrations.Insert(ctx, s.e, r, r.Effects...)
	if err == nil {
		r.Effects = nil
	}
	return err
}

// ReplaceRegistration stores r, with its Effects, over the version it was read at.
func (s *Files) ReplaceRegistration(ctx context.Context, r *press.Registration) error {
	err := registrations.Replace(ctx, s.e, r, r.Effects...)
	if err == nil {
		r.Effects = nil
	}
	return err
}

// Registration returns the registration with this id.
func (s *Files) Registration(ctx context.Context, id string) (press.Registration, error) {
	return registrations.Get(ctx, s.e, id)
}

// RegistrationBySource returns the registration that an event brought.
func (s *Files) RegistrationBySource(ctx context.Context, source string) (press.Registration, error) {
	return registrations.First(ctx, s.e, engine.Query{Index: "registration_sent_already", Equal: []any{source}})
}

// RegistrationsOf lists a person's registrations, the newest first.
func (s *Files) RegistrationsOf(ctx context.Context, requester string) ([]press.Registration, error) {
	return registrations.Find(ctx, s.e, engine.Query{Index: "requester_created", Equal: []any{requester}, Desc: true, Limit: engine.MaxBatch})
}

// RegistrationsIn lists a page of the registrations of a state, the oldest first; next is
// "" on the last.
func (s *Files) RegistrationsIn(ctx context.Context, state press.State, after string, limit int) (found []press.Registration, next string, err error) {
	return registrations.Page(ctx, s.e, engine.Query{Index: "state_created", Equal: []any{string(state)}, Limit: limit}, after)
}

// JoinRegistrations gives the registrations of one requester to another, who is the same
// person.
func (s *Files) JoinRegistrations(ctx context.Context, from, to string) error {
	return registrations.Change(ctx, s.e, engine.Query{Index: "requester_created", Equal: []any{from}}, func(r *press.Registration) { r.Requester = to })
}

// chunkSize is how many bytes of a picture stand in one document.
const chunkSize = 1 << 20

// sum is by what a picture is known.
func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}

// KeepPressPicture keeps the bytes of a picture under its id, once.
func (s *Files) KeepPressPicture(ctx context.Context, id string, data []byte) error {
	n := 0
	for part := range slices.Chunk(data, chunkSize) {
		if _, err := pieces.InsertMany(ctx, s.e, []*piece{{ID: pieceID(id, n), Data: part}}); err != nil {
			return fmt.Errorf("keep a picture: %w", err)
		}
		n++
	}
	return nil
}

// ErrAltered says that bytes are not those that were received.
var ErrAltered = errors.New("store: the picture was altered")

// PressPicture returns the bytes of a picture as they were received, or ErrAltered.
func (s *Files) PressPicture(ctx context.Context, p press.Picture) ([]byte, error) {
	data := make([]byte, 0, p.Size)
	for n := 0; len(data) < p.Size; n++ {
		part, err := pieces.Get(ctx, s.e, pieceID(p.ID, n))
		if err != nil {
			return nil, fmt.Errorf("read a picture: %w", err)
		}
		data = append(data, part.Data...)
	}
	if sum(data) != p.SHA256 {
		return nil, ErrAltered
	}
	return data, nil
}

// RemovePressPicture removes the bytes of a picture; twice is once.
func (s *Files) RemovePressPicture(ctx context.Context, p press.Picture) error {
	var ids []string
	for n := range (p.Size + chunkSize - 1) / chunkSize {
		ids = append(ids, pieceID(p.ID, n))
	}
	return pieces.Remove(ctx, s.e, ids...)
}

func pieceID(picture string, n int) string { return picture + "/" + strconv.Itoa(n) }

// piece is a part of a picture.
type piece struct {
	ID   string `bson:"_id"`
	Data []byte `bson:"data"`
}

var pieces = table.Table[piece]{
	Collection: engine.Collection{Name: "press_pictures"},
	Key:        func(p *piece) (string, *int64) { return p.ID, nil },
}

var registrations = table.Table[press.Registration]{
	Collection: engine.Carrier(Name, []engine.Index{
		{Name: "registration_sent_already", Fields: []string{"source"}, Unique: true},
		{Name: "requester_created", Fields: []string{"requester", "created_at"}},
		{Name: "state_created", Fields: []string{"state", "created_at"}},
	}),
	Key: func(r *press.Registration) (string, *int64) { return r.ID, &r.Version },
}
