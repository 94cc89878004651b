package store

import (
	"context"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// Through is another opening of s, under a Boot of its own, whose verbs pass through
// around: it may do a verb, fail before it, or do it and fail all the same, as a database
// does whose answer was lost. write tells what changes the database from what only reads.
// Tests use it, by storetest.Faulty; it shares the database of s and is not closed.
func (s *Store) Through(around func(write bool, verb func() error) error) *Store {
	return newStore(&through{engine: s.e, around: around})
}

type through struct {
	engine
	around func(write bool, verb func() error) error
}

func (t *through) insert(ctx context.Context, c *collection, docs []bson.Raw) (taken []bool, err error) {
	err = t.around(true, func() error {
		taken, err = t.engine.insert(ctx, c, docs)
		return err
	})
	return taken, err
}

func (t *through) replace(ctx context.Context, c *collection, id string, version int64, doc bson.Raw) (swapped bool, err error) {
	err = t.around(true, func() error {
		swapped, err = t.engine.replace(ctx, c, id, version, doc)
		return err
	})
	return swapped, err
}

func (t *through) remove(ctx context.Context, c *collection, ids []string) error {
	return t.around(true, func() error { return t.engine.remove(ctx, c, ids) })
}

func (t *through) get(ctx context.Context, c *collection, id string) (doc bson.Raw, err error) {
	err = t.around(false, func() error {
		doc, err = t.engine.get(ctx, c, id)
		return err
	})
	return doc, err
}

func (t *through) find(ctx context.Context, c *collection, q query) (docs []bson.Raw, err error) {
	err = t.around(false, func() error {
		docs, err = t.engine.find(ctx, c, q)
		return err
	})
	return docs, err
}
