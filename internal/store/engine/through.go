package engine

import (
	"context"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// Through is e whose verbs pass through around, which may do a verb, fail before it, or
// do it and fail all the same. write tells what changes the database from what only reads.
func Through(e Engine, around func(write bool, verb func() error) error) Engine {
	return &through{Engine: e, around: around}
}

type through struct {
	Engine
	around func(write bool, verb func() error) error
}

func (t *through) Insert(ctx context.Context, c *Collection, docs []bson.Raw) (taken []bool, err error) {
	err = t.around(true, func() error {
		taken, err = t.Engine.Insert(ctx, c, docs)
		return err
	})
	return taken, err
}

func (t *through) Replace(ctx context.Context, c *Collection, id string, version int64, doc bson.Raw) (swapped bool, err error) {
	err = t.around(true, func() error {
		swapped, err = t.Engine.Replace(ctx, c, id, version, doc)
		return err
	})
	return swapped, err
}

func (t *through) Remove(ctx context.Context, c *Collection, ids []string) error {
	return t.around(true, func() error { return t.Engine.Remove(ctx, c, ids) })
}

func (t *through) Get(ctx context.Context, c *Collection, id string) (doc bson.Raw, err error) {
	err = t.around(false, func() error {
		doc, err = t.Engine.Get(ctx, c, id)
		return err
	})
	return doc, err
}

func (t *through) Find(ctx context.Context, c *Collection, q Query) (docs []bson.Raw, err error) {
	err = t.around(false, func() error {
		docs, err = t.Engine.Find(ctx, c, q)
		return err
	})
	return docs, err
}
