package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
)

// carried is what the store keeps in a document of a carrying collection, beside
// the fields its type has.
type carried struct {
	ID      string          `bson:"_id"`
	Version int64           `bson:"version"`
	Effects []effect.Effect `bson:"effects"`
}

// Carrier is a document that something must still follow.
type Carrier struct {
	Collection, ID string
	Effects        []effect.Effect
}

// Outstanding lists the documents that carry effects, at most limit of each
// collection, by id.
func (s *Store) Outstanding(ctx context.Context, limit int) ([]Carrier, error) {
	var found []Carrier
	for _, c := range collections() {
		if !c.carries {
			continue
		}
		raws, err := s.e.find(ctx, c, query{index: "outstanding", equal: []any{true}, limit: pageSize(limit)})
		if err != nil {
			return nil, fmt.Errorf("find what is outstanding in %s: %w", c.name, err)
		}
		for _, raw := range raws {
			doc, err := carriedBy(raw)
			if err != nil {
				return nil, fmt.Errorf("decode from %s: %w", c.name, err)
			}
			found = append(found, Carrier{Collection: c.name, ID: doc.ID, Effects: doc.Effects})
		}
	}
	return found, nil
}

// Pending returns the effects that a document carries; one that is gone carries none.
func (s *Store) Pending(ctx context.Context, collection, id string) ([]effect.Effect, error) {
	c, err := carrying(collection)
	if err != nil {
		return nil, err
	}
	doc, _, err := s.pending(ctx, c, id)
	if errors.Is(err, desk.ErrNotFound) {
		return nil, nil
	}
	return doc.Effects, err
}

// Settle takes effects that are done from the document that carries them. Its
// version stays: nothing that anybody edits has changed. So a replace that was read
// before may bring an effect back, and so may another Settle; it is then done again,
// which its key makes harmless. No effect is lost: only a new version adds some, and
// Settle writes only over the version it read. A document that is gone is no error.
func (s *Store) Settle(ctx context.Context, collection, id string, keys ...string) error {
	c, err := carrying(collection)
	if err != nil {
		return err
	}
	for {
		swapped, err := s.settle(ctx, c, id, keys)
		if swapped || errors.Is(err, desk.ErrNotFound) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("settle in %s: %w", c.name, err)
		}
	}
}

func (s *Store) settle(ctx context.Context, c *collection, id string, keys []string) (swapped bool, err error) {
	doc, raw, err := s.pending(ctx, c, id)
	if err != nil {
		return false, err
	}
	left := slices.DeleteFunc(slices.Clone(doc.Effects), func(f effect.Effect) bool { return slices.Contains(keys, f.Key) })
	if len(left) == len(doc.Effects) {
		return true, nil
	}
	if raw, err = withEffects(raw, left); err != nil {
		return false, err
	}
	return s.e.replace(ctx, c, id, doc.Version, raw)
}

func (s *Store) pending(ctx context.Context, c *collection, id string) (carried, bson.Raw, error) {
	raw, err := s.e.get(ctx, c, id)
	if err != nil {
		return carried{}, nil, err
	}
	doc, err := carriedBy(raw)
	return doc, raw, err
}

// afterPending is what the document carries, then effects, each key once.
func (t *table[T]) afterPending(ctx context.Context, e engine, id string, effects []effect.Effect) ([]effect.Effect, error) {
	if !t.carries {
		return nil, nil
	}
	raw, err := e.get(ctx, &t.collection, id)
	if err != nil {
		return nil, err
	}
	doc, err := carriedBy(raw)
	return append(doc.Effects, effects...), err
}

// withEffects is raw carrying effects, each key once, in place of what it carried.
func withEffects(raw bson.Raw, effects []effect.Effect) (bson.Raw, error) {
	once := []effect.Effect{} // an array also when there is none
	known := map[string]bool{}
	for _, f := range effects {
		if !known[f.Key] {
			known[f.Key] = true
			once = append(once, f)
		}
	}
	return with(raw, bson.D{{Key: "effects", Value: once}, {Key: "outstanding", Value: len(once) > 0}})
}

func carriedBy(raw bson.Raw) (carried, error) {
	var doc carried
	err := bson.Unmarshal(raw, &doc)
	return doc, err
}

// carrying finds the collection of a Carrier.
func carrying(name string) (*collection, error) {
	for _, c := range collections() {
		if c.name == name && c.carries {
			return c, nil
		}
	}
	return nil, fmt.Errorf("no documents of %q carry effects", name)
}
