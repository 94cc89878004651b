package store

import (
	"context"

	"phatngon/internal/desk"
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
func (t *table[T]) takenKey(ctx context.Context, e engine, doc *T) error {
	raw, err := encode(doc)
	if err != nil {
		return err
	}
	id, _ := t.key(doc)
	for _, x := range t.indexes {
		if !x.unique {
			continue
		}
		found, err := e.find(ctx, &t.collection, query{index: x.name, equal: x.values(raw), limit: 1})
		if err != nil {
			return err
		}
		if len(found) > 0 && found[0].Lookup("_id").StringValue() != id {
			return &TakenError{Key: x.name}
		}
	}
	return &TakenError{Key: "id_taken"}
}
