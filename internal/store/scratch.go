package store

import (
	"context"
	"time"

	"phatngon/internal/desk/request"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

var scratches = table.Table[request.Scratch]{
	Collection: engine.Collection{Name: "scratches", Indexes: []engine.Index{
		{Name: "request_at", Fields: []string{"request", "at"}},
		{Name: "at", Fields: []string{"at"}},
	}},
	Key: func(s *request.Scratch) (string, *int64) { return s.ID, &s.Version },
}

// mostScratches is how many of a request are listed.
const mostScratches = 50

// SaveScratch stores what an officer types: a new one, or over the version it was read at.
func (s *Store) SaveScratch(ctx context.Context, typed *request.Scratch) error {
	return scratches.Save(ctx, s.e, typed)
}

// Scratch returns one by id.
func (s *Store) Scratch(ctx context.Context, id string) (request.Scratch, error) {
	return scratches.Get(ctx, s.e, id)
}

// ScratchesOf lists what is being typed for a request, the latest first.
func (s *Store) ScratchesOf(ctx context.Context, code string) ([]request.Scratch, error) {
	return scratches.Find(ctx, s.e, engine.Query{Index: "request_at", Equal: []any{code}, Desc: true, Limit: mostScratches})
}

// DeleteScratch removes what was submitted, or is not wanted any more.
func (s *Store) DeleteScratch(ctx context.Context, id string) error {
	return scratches.Remove(ctx, s.e, id)
}

// DeleteScratchesBefore removes what nobody has typed in since t.
func (s *Store) DeleteScratchesBefore(ctx context.Context, t time.Time) error {
	return scratches.RemoveAll(ctx, s.e, engine.Query{Index: "at", To: t})
}
