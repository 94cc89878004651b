package store

import (
	"context"
	"errors"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

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
		if !c.Carries {
			continue
		}
		raws, err := s.e.Find(ctx, c, engine.Query{Index: "outstanding", Equal: []any{true}, Limit: table.PageSize(limit)})
		if err != nil {
			return nil, fmt.Errorf("find what is outstanding in %s: %w", c.Name, err)
		}
		for _, raw := range raws {
			doc, err := table.CarriedBy(raw)
			if err != nil {
				return nil, fmt.Errorf("decode from %s: %w", c.Name, err)
			}
			found = append(found, Carrier{Collection: c.Name, ID: doc.ID, Effects: doc.Effects})
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
	doc, _, err := table.Pending(ctx, s.e, c, id)
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
		swapped, err := table.Settle(ctx, s.e, c, id, keys)
		if swapped || errors.Is(err, desk.ErrNotFound) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("settle in %s: %w", c.Name, err)
		}
	}
}

// carrying finds the collection of a Carrier.
func carrying(name string) (*engine.Collection, error) {
	for _, c := range collections() {
		if c.Name == name && c.Carries {
			return c, nil
		}
	}
	return nil, fmt.Errorf("no documents of %q carry effects", name)
}
