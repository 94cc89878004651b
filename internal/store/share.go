package store

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/request"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Share is a unit's part of a request that is divided among several: what the queue of the
// unit lists, since a request itself is listed with the unit of its first open part. ID is
// the request's code and the part's number.
type Share struct {
	ID      string        `bson:"_id"`
	Version int64         `bson:"version"`
	Request string        `bson:"request"`
	Part    int           `bson:"part"`
	Unit    string        `bson:"unit"`
	State   request.State `bson:"state"`
	Open    bool          `bson:"open"` // the unit owes it, and the request is listed elsewhere
	Due     time.Time     `bson:"due"`
	Of      int64         `bson:"of"` // the version of the request that says so
}

var shares = table.Table[Share]{
	Collection: engine.Collection{Name: "shares", Indexes: []engine.Index{
		{Name: "unit_open_due", Fields: []string{"unit", "open", "due"}},
	}},
	Key: func(s *Share) (string, *int64) { return s.ID, &s.Version },
}

// SaveShare stores where a part stands, unless something newer is stored.
func (s *Store) SaveShare(ctx context.Context, share Share) error {
	for {
		found, err := shares.Get(ctx, s.e, share.ID)
		if err != nil && !errors.Is(err, desk.ErrNotFound) {
			return err
		}
		if err == nil && found.Of >= share.Of {
			return nil
		}
		share.Version = found.Version
		if err := shares.Save(ctx, s.e, &share); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// SharesOpen lists what a unit owes in requests that are listed elsewhere, most urgent
// first.
func (s *Store) SharesOpen(ctx context.Context, unit string, limit int) ([]Share, error) {
	return shares.Find(ctx, s.e, engine.Query{Index: "unit_open_due", Equal: []any{unit, true}, Limit: table.PageSize(limit)})
}
