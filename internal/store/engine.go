package store

import (
	"context"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// engine is what the typed store needs of a database. Each verb is atomic by
// itself and durable when it returns; no two verbs are atomic together, so every
// change of a document is a replace that names the version it was read at. That
// compare-and-swap is also how a lease is claimed: MongoDB, its look-alikes and
// SQLite all have it. Every read goes through a declared index.
//
// Writes of concurrent callers are committed together: what gathered while the
// last commit ran goes into the next.
type engine interface {
	// insert stores docs, at most maxBatch, each on its own: taken[i] says that docs[i] was
	// not stored because its id or one of its unique keys exists.
	insert(ctx context.Context, c *collection, docs []bson.Raw) (taken []bool, err error)
	// get returns desk.ErrNotFound when there is no such document.
	get(ctx context.Context, c *collection, id string) (bson.Raw, error)
	find(ctx context.Context, c *collection, q query) ([]bson.Raw, error)
	// replace swaps the document if it still has this version. false: it is gone or
	// has another version. desk.ErrConflict: a unique key of doc is another document's.
	replace(ctx context.Context, c *collection, id string, version int64, doc bson.Raw) (bool, error)
	// remove deletes documents, at most maxBatch; one that is gone already is no error.
	remove(ctx context.Context, c *collection, ids []string) error
	// count says how many documents have each of the values g names.
	count(ctx context.Context, c *collection, g grouping) (map[string]int, error)

	// make makes collections and their indexes as they are declared, or makes anew those
	// whose declaration has changed. No other verb may use a collection before.
	make(ctx context.Context, all ...*collection) error
	// fill gives a field to the documents that lack it; at open, before make.
	fill(ctx context.Context, c *collection, field string, value any) error

	ping(ctx context.Context) error
	check(ctx context.Context) error
	damage() error
	room() error
	close() error
	name() string // "sqlite" or "mongodb"
}

// maxBatch is the most documents one insert or remove carries; stand-ins of MongoDB
// refuse more.
const maxBatch = 1000

// query reads along one index: equal binds all its fields but the last, which
// gives the order (then _id) and has the range [from, to). A unique index may be
// bound whole.
type query struct {
	index    string
	equal    []any // string, bool, int64 or time.Time
	from, to any   // nil = open
	after    *position
	desc     bool
	limit    int // 0 = all
}

// grouping counts along one index: equal binds its leading fields, and the next
// field, a string, is counted for each of values; without values all of them
// together, as "".
type grouping struct {
	index  string
	equal  []any
	values []string
}

// position is a place in the order of a query, to go on after.
type position struct {
	Value any    `bson:"v"` // string, int64 or time.Time, as the index has it
	ID    string `bson:"id"`
}
