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

// table is a collection of documents of type T. key gives the id and where the
// version is; nil for documents that never change.
type table[T any] struct {
	collection
	key func(*T) (id string, version *int64)
}

// insert stores doc as version 1, with the effects it carries.
func (t *table[T]) insert(ctx context.Context, e engine, doc *T, effects ...effect.Effect) error {
	taken, err := t.insertMany(ctx, e, []*T{doc}, effects...)
	if err == nil && taken[0] {
		err = fmt.Errorf("insert into %s: %w", t.name, t.takenKey(ctx, e, doc))
	}
	return err
}

// insertMany stores each of docs as version 1, or says that it was taken.
func (t *table[T]) insertMany(ctx context.Context, e engine, docs []*T, effects ...effect.Effect) ([]bool, error) {
	var taken []bool
	for chunk := range slices.Chunk(docs, maxBatch) {
		raws, err := t.encodeNew(chunk, effects)
		if err != nil {
			return nil, err
		}
		part, err := e.insert(ctx, &t.collection, raws)
		if err != nil {
			return nil, fmt.Errorf("insert into %s: %w", t.name, err)
		}
		t.numberInserted(chunk, part)
		taken = append(taken, part...)
	}
	return taken, nil
}

// encodeNew encodes docs as version 1 and leaves them as they are.
func (t *table[T]) encodeNew(docs []*T, effects []effect.Effect) ([]bson.Raw, error) {
	raws := make([]bson.Raw, len(docs))
	for i, doc := range docs {
		next := *doc
		if _, version := t.key(&next); version != nil {
			*version = 1
		}
		var err error
		if raws[i], err = t.encode(&next, effects); err != nil {
			return nil, err
		}
	}
	return raws, nil
}

func (t *table[T]) encode(doc *T, effects []effect.Effect) (bson.Raw, error) {
	raw, err := encode(doc)
	if err == nil && t.carries {
		raw, err = withEffects(raw, effects)
	}
	if err != nil {
		return nil, fmt.Errorf("encode for %s: %w", t.name, err)
	}
	return raw, nil
}

func (t *table[T]) numberInserted(docs []*T, taken []bool) {
	for i, doc := range docs {
		if _, version := t.key(doc); version != nil && !taken[i] {
			*version = 1
		}
	}
}

func (t *table[T]) get(ctx context.Context, e engine, id string) (T, error) {
	raw, err := e.get(ctx, &t.collection, id)
	if err != nil {
		return *new(T), fmt.Errorf("get from %s: %w", t.name, err)
	}
	return t.decode(raw)
}

// replace stores doc if the stored one still has doc's version, and raises the
// version in both. What is still to follow the stored one stays, before effects.
func (t *table[T]) replace(ctx context.Context, e engine, doc *T, effects ...effect.Effect) error {
	next := *doc
	id, version := t.key(&next)
	before := *version
	*version = before + 1
	effects, err := t.afterPending(ctx, e, id, effects)
	if err != nil {
		return fmt.Errorf("replace in %s: %w", t.name, err)
	}
	raw, err := t.encode(&next, effects)
	if err != nil {
		return err
	}
	swapped, err := e.replace(ctx, &t.collection, id, before, raw)
	switch {
	case errors.Is(err, desk.ErrConflict):
		err = t.takenKey(ctx, e, doc)
	case err == nil && !swapped:
		err = t.whyNotSwapped(ctx, e, id)
	}
	if err != nil {
		return fmt.Errorf("replace in %s: %w", t.name, err)
	}
	_, version = t.key(doc)
	*version = before + 1
	return nil
}

// change replaces every document that q finds by what do makes of it.
func (t *table[T]) change(ctx context.Context, e engine, q query, do func(*T)) error {
	docs, err := t.all(ctx, e, q)
	for i := range docs {
		do(&docs[i])
		if err := t.replace(ctx, e, &docs[i]); err != nil {
			return err
		}
	}
	return err
}

func (t *table[T]) whyNotSwapped(ctx context.Context, e engine, id string) error {
	if _, err := e.get(ctx, &t.collection, id); err != nil {
		return err
	}
	return desk.ErrConflict
}

// save inserts a document that has no version yet and replaces one that has.
func (t *table[T]) save(ctx context.Context, e engine, doc *T, effects ...effect.Effect) error {
	if _, version := t.key(doc); *version == 0 {
		return t.insert(ctx, e, doc, effects...)
	}
	return t.replace(ctx, e, doc, effects...)
}

// find decodes what q finds.
func (t *table[T]) find(ctx context.Context, e engine, q query) ([]T, error) {
	raws, err := e.find(ctx, &t.collection, q)
	if err != nil {
		return nil, fmt.Errorf("find in %s by %s: %w", t.name, q.index, err)
	}
	docs := make([]T, len(raws))
	for i, raw := range raws {
		if docs[i], err = t.decode(raw); err != nil {
			return nil, err
		}
	}
	return docs, nil
}

// first is the first document q finds, or desk.ErrNotFound.
func (t *table[T]) first(ctx context.Context, e engine, q query) (T, error) {
	q.limit = 1
	docs, err := t.find(ctx, e, q)
	if err == nil && len(docs) == 0 {
		err = fmt.Errorf("find in %s by %s: %w", t.name, q.index, desk.ErrNotFound)
	}
	if err != nil {
		return *new(T), err
	}
	return docs[0], nil
}

func (t *table[T]) decode(raw bson.Raw) (T, error) {
	var doc T
	if err := bson.Unmarshal(raw, &doc); err != nil {
		return doc, fmt.Errorf("decode from %s: %w", t.name, err)
	}
	return doc, nil
}

func (t *table[T]) remove(ctx context.Context, e engine, ids ...string) error {
	if err := e.remove(ctx, &t.collection, ids); err != nil {
		return fmt.Errorf("remove from %s: %w", t.name, err)
	}
	return nil
}

// removeAll removes every document that q finds.
func (t *table[T]) removeAll(ctx context.Context, e engine, q query) error {
	q.limit = maxBatch
	for {
		docs, err := t.find(ctx, e, q)
		if err != nil || len(docs) == 0 {
			return err
		}
		ids := make([]string, len(docs))
		for i := range docs {
			ids[i], _ = t.key(&docs[i])
		}
		if err := t.remove(ctx, e, ids...); err != nil {
			return err
		}
	}
}

func (t *table[T]) count(ctx context.Context, e engine, g grouping) (map[string]int, error) {
	counts, err := e.count(ctx, &t.collection, g)
	if err != nil {
		return nil, fmt.Errorf("count %s by %s: %w", t.name, g.index, err)
	}
	return counts, nil
}
