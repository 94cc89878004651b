package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"

	"phatngon/internal/desk"
)

// collection is a named set of documents with its declared indexes.
type collection struct {
	name    string
	indexes []index
}

// index is an ordered list of fields; _id always follows as the last. The name
// of a unique one says what is wrong when its key is taken.
type index struct {
	name   string
	fields []string
	unique bool
}

// index finds a declared index; to read by another one is a mistake of the
// programmer.
func (c *collection) index(name string) index {
	for _, x := range c.indexes {
		if x.name == name {
			return x
		}
	}
	panic("store: " + c.name + " declares no index " + name)
}

// table is a collection of documents of type T. key gives the id and where the
// version is; nil for documents that never change.
type table[T any] struct {
	collection
	key func(*T) (id string, version *int64)
}

// TakenError says which unique key is another document's. It is a
// desk.ErrConflict.
type TakenError struct {
	Key string // the index's name, e.g. "officer_email_taken", or "id_taken"
}

func (e *TakenError) Error() string { return e.Key }

// Is makes every TakenError a desk.ErrConflict.
func (e *TakenError) Is(target error) bool { return target == desk.ErrConflict }

// insert stores doc as version 1.
func (t *table[T]) insert(ctx context.Context, e engine, doc *T) error {
	taken, err := t.insertMany(ctx, e, []*T{doc})
	if err == nil && taken[0] {
		err = fmt.Errorf("insert into %s: %w", t.name, t.takenKey(ctx, e, doc))
	}
	return err
}

// insertMany stores each of docs as version 1, or says that it was taken.
func (t *table[T]) insertMany(ctx context.Context, e engine, docs []*T) ([]bool, error) {
	var taken []bool
	for chunk := range slices.Chunk(docs, maxBatch) {
		raws, err := t.encodeNew(chunk)
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
func (t *table[T]) encodeNew(docs []*T) ([]bson.Raw, error) {
	raws := make([]bson.Raw, len(docs))
	for i, doc := range docs {
		next := *doc
		if _, version := t.key(&next); version != nil {
			*version = 1
		}
		var err error
		if raws[i], err = encode(&next); err != nil {
			return nil, fmt.Errorf("encode for %s: %w", t.name, err)
		}
	}
	return raws, nil
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
// version in both.
func (t *table[T]) replace(ctx context.Context, e engine, doc *T) error {
	next := *doc
	id, version := t.key(&next)
	before := *version
	*version = before + 1
	raw, err := encode(&next)
	if err != nil {
		return fmt.Errorf("encode for %s: %w", t.name, err)
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

func (t *table[T]) whyNotSwapped(ctx context.Context, e engine, id string) error {
	if _, err := e.get(ctx, &t.collection, id); err != nil {
		return err
	}
	return desk.ErrConflict
}

// save inserts a document that has no version yet and replaces one that has.
func (t *table[T]) save(ctx context.Context, e engine, doc *T) error {
	if _, version := t.key(doc); *version == 0 {
		return t.insert(ctx, e, doc)
	}
	return t.replace(ctx, e, doc)
}

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

// values are the index's fields as raw has them.
func (x index) values(raw bson.Raw) []any {
	values := make([]any, len(x.fields))
	for i, field := range x.fields {
		values[i] = fieldValue(raw, field)
	}
	return values
}

// fieldValue is an indexed field as a query takes it; nil when raw lacks it.
func fieldValue(raw bson.Raw, field string) any {
	v := raw.Lookup(field)
	switch v.Type {
	case bson.TypeString:
		return v.StringValue()
	case bson.TypeInt64:
		return v.Int64()
	case bson.TypeBoolean:
		return v.Boolean()
	case bson.TypeDateTime:
		return v.Time()
	}
	return nil
}

// registry writes every Go int as an int64, so that a field has one type.
var registry = func() *bson.Registry {
	r := bson.NewRegistry()
	r.RegisterKindEncoder(reflect.Int, bson.ValueEncoderFunc(
		func(_ bson.EncodeContext, w bson.ValueWriter, v reflect.Value) error { return w.WriteInt64(v.Int()) }))
	return r
}()

func encode(doc any) (bson.Raw, error) {
	var b bytes.Buffer
	e := bson.NewEncoder(bson.NewDocumentWriter(&b))
	e.SetRegistry(registry)
	err := e.Encode(doc)
	return b.Bytes(), err
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
