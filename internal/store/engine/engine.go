// Package engine is what package store needs of a database, by one small interface, and
// the two that have it: MongoDB, and SQLite in process. Documents are BSON in both. No
// other package knows which it is.
package engine

import (
	"context"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// Engine is what the typed store needs of a database. Each verb is atomic by
// itself and durable when it returns; no two verbs are atomic together, so every
// change of a document is a replace that names the version it was read at. That
// compare-and-swap is also how a lease is claimed: MongoDB, its look-alikes and
// SQLite all have it. Every read goes through a declared index.
//
// Writes of concurrent callers are committed together: what gathered while the
// last commit ran goes into the next.
type Engine interface {
	// Insert stores docs, at most MaxBatch, each on its own: taken[i] says that docs[i] was
	// not stored because its id or one of its unique keys exists.
	Insert(ctx context.Context, c *Collection, docs []bson.Raw) (taken []bool, err error)
	// Get returns desk.ErrNotFound when there is no such document.
	Get(ctx context.Context, c *Collection, id string) (bson.Raw, error)
	Find(ctx context.Context, c *Collection, q Query) ([]bson.Raw, error)
	// Replace swaps the document if it still has this version. false: it is gone or
	// has another version. desk.ErrConflict: a unique key of doc is another document's.
	Replace(ctx context.Context, c *Collection, id string, version int64, doc bson.Raw) (bool, error)
	// Remove deletes documents, at most MaxBatch; one that is gone already is no error.
	Remove(ctx context.Context, c *Collection, ids []string) error
	// Count says how many documents have each of the values g names.
	Count(ctx context.Context, c *Collection, g Grouping) (map[string]int, error)

	// Search finds documents by the words that the collection keeps of them.
	Search(ctx context.Context, c *Collection, w Words) ([]bson.Raw, error)
	// Tally says how many documents q finds, counting no further than q.Limit.
	Tally(ctx context.Context, c *Collection, q Query) (int, error)

	// Make makes collections and their indexes as they are declared, or makes anew those
	// whose declaration has changed. No other verb may use a collection before.
	Make(ctx context.Context, all ...*Collection) error
	// Fill gives a field to the documents that lack it; at open, before Make.
	Fill(ctx context.Context, c *Collection, field string, value any) error

	Ping(ctx context.Context) error
	Check(ctx context.Context) error
	Damage() error
	Room() error
	Scrub(ctx context.Context) error // leaves nothing of what was removed in a log
	Close() error
	Name() string // "sqlite" or "mongodb"
}

// MaxBatch is the most documents one insert or remove carries; stand-ins of MongoDB
// refuse more.
const MaxBatch = 1000

// Query reads along one index: Equal binds all its fields but the last, which
// gives the order (then _id) and has the range [From, To). A unique index may be
// bound whole.
type Query struct {
	Index    string
	Equal    []any // string, bool, int64 or time.Time
	From, To any   // nil = open
	After    *Position
	Desc     bool
	Limit    int // 0 = all
}

// Grouping counts along one index: Equal binds its leading fields, and the next
// field, a string, is counted for each of Values; without Values all of them
// together, as "".
type Grouping struct {
	Index  string
	Equal  []any
	Values []string
}

// Position is a place in the order of a query, to go on after.
type Position struct {
	Value any    `bson:"v"` // string, int64 or time.Time, as the index has it
	ID    string `bson:"id"`
}
