// Package table is a typed collection over an engine: documents in and out, each with a
// version that only who read it may raise, the effects that some carry, and pages.
package table

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/store/engine"
)

// Table is a collection of documents of type T. Key gives the id and where the
// version is; nil for documents that never change.
type Table[T any] struct {
	engine.Collection
	Key func(*T) (id string, version *int64)
}

// Insert stores doc as version 1, with the effects it carries.
func (t *Table[T]) Insert(ctx context.Context, e engine.Engine, doc *T, effects ...effect.Effect) error {
	taken, err := t.InsertMany(ctx, e, []*T{doc}, effects...)
	if err == nil && taken[0] {
		err = fmt.Errorf("insert into %s: %w", t.Name, t.takenKey(ctx, e, doc))
	}
	return err
}

// InsertMany stores each of docs as version 1, or says that it was taken.
func (t *Table[T]) InsertMany(ctx context.Context, e engine.Engine, docs []*T, effects ...effect.Effect) ([]bool, error) {
	var taken []bool
	for chunk := range slices.Chunk(docs, engine.MaxBatch) {
		raws, err := t.encodeNew(chunk, effects)
		if err != nil {
			return nil, err
		}
		part, err := e.Insert(ctx, &t.Collection, raws)
		if err != nil {
			return nil, fmt.Errorf("insert into %s: %w", t.Name, err)
		}
		t.numberInserted(chunk, part)
		taken = append(taken, part...)
	}
	return taken, nil
}

// encodeNew encodes docs as version 1 and leaves them as they are.
func (t *Table[T]) encodeNew(docs []*T, effects []effect.Effect) ([]bson.Raw, error) {
	raws := make([]bson.Raw, len(docs))
	for i, doc := range docs {
		next := *doc
		if _, version := t.Key(&next); version != nil {
			*version = 1
		}
		var err error
		if raws[i], err = t.encode(&next, effects); err != nil {
			return nil, err
		}
	}
	return raws, nil
}

func (t *Table[T]) encode(doc *T, effects []effect.Effect) (bson.Raw, error) {
	raw, err := engine.Encode(doc)
	if err == nil && t.Carries {
		raw, err = withEffects(raw, effects)
	}
	if err != nil {
		return nil, fmt.Errorf("encode for %s: %w", t.Name, err)
	}
	return raw, nil
}

func (t *Table[T]) numberInserted(docs []*T, taken []bool) {
	for i, doc := range docs {
		if _, version := t.Key(doc); version != nil && !taken[i] {
			*version = 1
		}
	}
}

// Get returns the document with this id, or desk.ErrNotFound.
func (t *Table[T]) Get(ctx context.Context, e engine.Engine, id string) (T, error) {
	raw, err := e.Get(ctx, &t.Collection, id)
	if err != nil {
		return *new(T), fmt.Errorf("get from %s: %w", t.Name, err)
	}
	return t.decode(raw)
}

// Replace stores doc if the stored one still has doc's version, and raises the
// version in both. What is still to follow the stored one stays, before effects.
func (t *Table[T]) Replace(ctx context.Context, e engine.Engine, doc *T, effects ...effect.Effect) error {
	next := *doc
	id, version := t.Key(&next)
	before := *version
	*version = before + 1
	effects, err := t.afterPending(ctx, e, id, effects)
	if err != nil {
		return fmt.Errorf("replace in %s: %w", t.Name, err)
	}
	raw, err := t.encode(&next, effects)
	if err != nil {
		return err
	}
	swapped, err := e.Replace(ctx, &t.Collection, id, before, raw)
	switch {
	case errors.Is(err, desk.ErrConflict):
		err = t.takenKey(ctx, e, doc)
	case err == nil && !swapped:
		err = t.whyNotSwapped(ctx, e, id)
	}
	if err != nil {
		return fmt.Errorf("replace in %s: %w", t.Name, err)
	}
	_, version = t.Key(doc)
	*version = before + 1
	return nil
}

// Change replaces every document that q finds by what do makes of it.
func (t *Table[T]) Change(ctx context.Context, e engine.Engine, q engine.Query, do func(*T)) error {
	docs, err := t.All(ctx, e, q)
	for i := range docs {
		do(&docs[i])
		if err := t.Replace(ctx, e, &docs[i]); err != nil {
			return err
		}
	}
	return err
}

func (t *Table[T]) whyNotSwapped(ctx context.Context, e engine.Engine, id string) error {
	if _, err := e.Get(ctx, &t.Collection, id); err != nil {
		return err
	}
	return desk.ErrConflict
}

// Save inserts a document that has no version yet and replaces one that has.
func (t *Table[T]) Save(ctx context.Context, e engine.Engine, doc *T, effects ...effect.Effect) error {
	if _, version := t.Key(doc); *version == 0 {
		return t.Insert(ctx, e, doc, effects...)
	}
	return t.Replace(ctx, e, doc, effects...)
}

// Find decodes what q finds.
func (t *Table[T]) Find(ctx context.Context, e engine.Engine, q engine.Query) ([]T, error) {
	raws, err := e.Find(ctx, &t.Collection, q)
	if err != nil {
		return nil, fmt.Errorf("find in %s by %s: %w", t.Name, q.Index, err)
	}
	docs := make([]T, len(raws))
	for i, raw := range raws {
		if docs[i], err = t.decode(raw); err != nil {
			return nil, err
		}
	}
	return docs, nil
}

// First is the first document q finds, or desk.ErrNotFound.
func (t *Table[T]) First(ctx context.Context, e engine.Engine, q engine.Query) (T, error) {
	q.Limit = 1
	docs, err := t.Find(ctx, e, q)
	if err == nil && len(docs) == 0 {
		err = fmt.Errorf("find in %s by %s: %w", t.Name, q.Index, desk.ErrNotFound)
	}
	if err != nil {
		return *new(T), err
	}
	return docs[0], nil
}

func (t *Table[T]) decode(raw bson.Raw) (T, error) {
	var doc T
	if err := bson.Unmarshal(raw, &doc); err != nil {
		return doc, fmt.Errorf("decode from %s: %w", t.Name, err)
	}
	return doc, nil
}

// Remove removes documents; one that is gone already is no error.
func (t *Table[T]) Remove(ctx context.Context, e engine.Engine, ids ...string) error {
	if err := e.Remove(ctx, &t.Collection, ids); err != nil {
		return fmt.Errorf("remove from %s: %w", t.Name, err)
	}
	return nil
}

// RemoveAll removes every document that q finds.
func (t *Table[T]) RemoveAll(ctx context.Context, e engine.Engine, q engine.Query) error {
	q.Limit = engine.MaxBatch
	for {
		docs, err := t.Find(ctx, e, q)
		if err != nil || len(docs) == 0 {
			return err
		}
		ids := make([]string, len(docs))
		for i := range docs {
			ids[i], _ = t.Key(&docs[i])
		}
		if err := t.Remove(ctx, e, ids...); err != nil {
			return err
		}
	}
}

// Count counts what g names.
func (t *Table[T]) Count(ctx context.Context, e engine.Engine, g engine.Grouping) (map[string]int, error) {
	counts, err := e.Count(ctx, &t.Collection, g)
	if err != nil {
		return nil, fmt.Errorf("count %s by %s: %w", t.Name, g.Index, err)
	}
	return counts, nil
}
