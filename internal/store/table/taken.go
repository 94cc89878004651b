package table

import (
	"context"

	"phatngon/internal/desk"
	"phatngon/internal/store/engine"
)

// TakenError says which unique key is another document's. It is a
// desk.ErrConflict.
type TakenError struct {
	Key string // the index's name, e.g. "officer_email_taken", or "id_taken"
}

func (e *TakenError) Error() string { return e.Key }

// Is makes every TakenError a desk.ErrConflict.
func (e *TakenError) Is(target error) bool { return target == desk.ErrConflict }

// takenKey reads back which unique key of doc is another document's: engines
// name it differently, and some not at all.
func (t *Table[T]) takenKey(ctx context.Context, e engine.Engine, doc *T) error {
	raw, err := engine.Encode(doc)
	if err != nil {
		return err
	}
	id, _ := t.Key(doc)
	for _, x := range t.Indexes {
		if !x.Unique {
			continue
		}
		found, err := e.Find(ctx, &t.Collection, engine.Query{Index: x.Name, Equal: x.Values(raw), Limit: 1})
		if err != nil {
			return err
		}
		if len(found) > 0 && found[0].Lookup("_id").StringValue() != id {
			return &TakenError{Key: x.Name}
		}
	}
	return &TakenError{Key: "id_taken"}
}
