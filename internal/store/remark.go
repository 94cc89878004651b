package store

import (
	"context"

	"phatngon/internal/desk/request"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Remarks is the collection of what officers note on requests.
const Remarks = "remarks"

var remarks = table.Table[request.Remark]{
	Collection: engine.Carrier(Remarks, []engine.Index{{Name: "request_at", Fields: []string{"request", "at"}}}),
	Key:        func(m *request.Remark) (string, *int64) { return m.ID, &m.Version },
}

// mostRemarks is how many of a request are listed, the latest.
const mostRemarks = 200

// InsertRemark stores a remark with what must follow it.
func (s *Store) InsertRemark(ctx context.Context, m *request.Remark) error {
	return remarks.Insert(ctx, s.e, m, m.Effects...)
}

// Remark returns one by id.
func (s *Store) Remark(ctx context.Context, id string) (request.Remark, error) {
	return remarks.Get(ctx, s.e, id)
}

// RemarksOf lists what is noted on a request, the latest first.
func (s *Store) RemarksOf(ctx context.Context, code string) ([]request.Remark, error) {
	return remarks.Find(ctx, s.e, engine.Query{Index: "request_at", Equal: []any{code}, Desc: true, Limit: mostRemarks})
}

// eraseTyped removes what officers noted on a person's requests, and what they type for them
// and have not submitted: it may tell of the person.
func (s *Store) eraseTyped(ctx context.Context, id string) error {
	own, err := requests.All(ctx, s.e, engine.Query{Index: "requester_created", Equal: []any{id}})
	for _, r := range own {
		if err := remarks.RemoveAll(ctx, s.e, engine.Query{Index: "request_at", Equal: []any{r.Code}}); err != nil {
			return err
		}
		if err := scratches.RemoveAll(ctx, s.e, engine.Query{Index: "request_at", Equal: []any{r.Code}}); err != nil {
			return err
		}
	}
	return err
}
