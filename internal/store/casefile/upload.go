package casefile

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// KeepUpload keeps a picture that waits for the report it belongs to, its bytes first. The
// same id again is kept once, as long as from its first time on, which e then has. Its pieces are its own, so that it can be removed.
func (s *Files) KeepUpload(ctx context.Context, e *cases.Evidence, data []byte) error {
	e.SHA256, e.Size = sum(data), len(data)
	n := 0
	for part := range slices.Chunk(data, chunkSize) {
		p := piece{ID: chunkID(e.ID, n), At: e.ReceivedAt, Data: part}
		if _, err := pieces.InsertMany(ctx, s.e, []*piece{&p}); err != nil {
			return err
		}
		n++
	}
	err := uploads.Save(ctx, s.e, e)
	if errors.Is(err, desk.ErrConflict) {
		*e, err = s.Upload(ctx, e.ID)
	}
	return err
}

// Upload returns what is known of a picture that waits.
func (s *Files) Upload(ctx context.Context, id string) (cases.Evidence, error) {
	return uploads.Get(ctx, s.e, id)
}

// UploadBytes returns a picture that waits as it was received, or ErrAltered.
func (s *Files) UploadBytes(ctx context.Context, e cases.Evidence) ([]byte, error) {
	data := make([]byte, 0, e.Size)
	for n := 0; len(data) < e.Size; n++ {
		part, err := pieces.Get(ctx, s.e, chunkID(e.ID, n))
		if err != nil {
			return nil, fmt.Errorf("read an upload: %w", err)
		}
		data = append(data, part.Data...)
	}
	if sum(data) != e.SHA256 {
		return nil, ErrAltered
	}
	return data, nil
}

// DeleteUpload removes a picture that waits; twice is once.
func (s *Files) DeleteUpload(ctx context.Context, id string) error {
	e, err := s.Upload(ctx, id)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	var ids []string
	for n := range (e.Size + chunkSize - 1) / chunkSize {
		ids = append(ids, chunkID(id, n))
	}
	if err == nil {
		err = pieces.Remove(ctx, s.e, ids...)
	}
	if err == nil {
		err = uploads.Remove(ctx, s.e, id)
	}
	return err
}

// removedAtOnce bounds how many pieces are in memory while they are removed.
const removedAtOnce = 8

// DeleteUploadsBefore removes the pictures that were received before t; what a report took
// over is evidence, and stays.
func (s *Files) DeleteUploadsBefore(ctx context.Context, t time.Time) error {
	if err := uploads.RemoveAll(ctx, s.e, engine.Query{Index: "received", To: t}); err != nil {
		return err
	}
	for {
		old, err := pieces.Find(ctx, s.e, engine.Query{Index: "at", To: t, Limit: removedAtOnce})
		if err != nil || len(old) == 0 {
			return err
		}
		var ids []string
		for _, p := range old {
			ids = append(ids, p.ID)
		}
		if err := pieces.Remove(ctx, s.e, ids...); err != nil {
			return err
		}
	}
}

// piece is a part of a picture that waits.
type piece struct {
	ID   string    `bson:"_id"`
	At   time.Time `bson:"at"`
	Data []byte    `bson:"data"`
}

var pieces = table.Table[piece]{
	Collection: engine.Collection{Name: "upload_pieces", Indexes: []engine.Index{{Name: "at", Fields: []string{"at"}}}},
	Key:        func(p *piece) (string, *int64) { return p.ID, nil },
}

var uploads = table.Table[cases.Evidence]{
	Collection: engine.Collection{Name: "uploads", Indexes: []engine.Index{{Name: "received", Fields: []string{"received_at"}}}},
	Key:        func(e *cases.Evidence) (string, *int64) { return e.ID, &e.Version },
}
