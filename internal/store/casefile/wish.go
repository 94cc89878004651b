package casefile

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// KeepWish keeps a wish; the same again begins its time anew.
func (s *Files) KeepWish(ctx context.Context, w *cases.Wish) error {
	before, err := wishes.Get(ctx, s.e, w.ID)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return err
	}
	w.Version = before.Version
	err = wishes.Save(ctx, s.e, w)
	if errors.Is(err, desk.ErrConflict) {
		return nil // kept by a concurrent run of the same cause
	}
	return err
}

// WishesAbout lists the wishes about a matter, the oldest first.
func (s *Files) WishesAbout(ctx context.Context, matter, after string, limit int) (found []cases.Wish, next string, err error) {
	return wishes.Page(ctx, s.e, engine.Query{Index: "matter_at", Equal: []any{matter}, Limit: limit}, after)
}

// NewestWishes lists the newest wishes about traces of a kind.
func (s *Files) NewestWishes(ctx context.Context, kind cases.TraceKind, limit int) ([]cases.Wish, error) {
	return wishes.Find(ctx, s.e, engine.Query{Index: "kind_at", Equal: []any{string(kind)}, Desc: true, Limit: limit})
}

// DeleteWishesBefore removes the wishes from before t.
func (s *Files) DeleteWishesBefore(ctx context.Context, t time.Time) error {
	return wishes.RemoveAll(ctx, s.e, engine.Query{Index: "at", To: t})
}

// JoinWishes gives the wishes of one requester to another, who is the same person.
func (s *Files) JoinWishes(ctx context.Context, from, to string) error {
	return wishes.Change(ctx, s.e, engine.Query{Index: "requester_at", Equal: []any{from}}, func(w *cases.Wish) { w.Requester = to })
}

func (s *Files) eraseWishes(ctx context.Context, id string) error {
	return wishes.RemoveAll(ctx, s.e, engine.Query{Index: "requester_at", Equal: []any{id}})
}

var wishes = table.Table[cases.Wish]{
	Collection: engine.Collection{Name: "wishes", Indexes: []engine.Index{
		{Name: "matter_at", Fields: []string{"matter", "at"}},
		{Name: "kind_at", Fields: []string{"kind", "at"}},
		{Name: "requester_at", Fields: []string{"requester", "at"}},
		{Name: "at", Fields: []string{"at"}},
	}},
	Key: func(w *cases.Wish) (string, *int64) { return w.ID, &w.Version },
}
