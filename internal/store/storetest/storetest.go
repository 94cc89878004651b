// Package storetest runs tests on both engines of the store.
package storetest

import (
	"context"
	"crypto/rand"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"phatngon/internal/store"
)

// Engines runs a test on an empty store of each engine. What passes here can be
// relied on in production: races, order, unique keys and versions included.
func Engines(t *testing.T, test func(t *testing.T, s *store.Store)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, Embedded(t, t.TempDir())) })
	t.Run("mongodb", func(t *testing.T) { test(t, Mongo(t)) })
}

// Embedded opens the SQLite store in dir until the test ends.
func Embedded(t testing.TB, dir string) *store.Store {
	t.Helper()
	s, err := store.OpenEmbedded(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeStore(t, s) })
	return s
}

// Mongo opens a database of its own on the Server, and drops it when the test ends.
func Mongo(t testing.TB) *store.Store {
	t.Helper()
	return NewDatabase(t).Open(t)
}

// Database is an empty database on the Server, dropped when the test ends.
type Database struct{ uri, name string }

// NewDatabase names one.
func NewDatabase(t testing.TB) Database {
	t.Helper()
	d := Database{uri: Server(t), name: "test_" + strings.ToLower(rand.Text())}
	t.Cleanup(func() { drop(t, d.uri, d.name) })
	return d
}

// Reopen opens the database, or says why it cannot be.
func (d Database) Reopen(ctx context.Context) (*store.Store, error) {
	return store.OpenMongo(ctx, d.uri, d.name)
}

// Open opens the database until the test ends; it may be opened more than once.
func (d Database) Open(t testing.TB) *store.Store {
	t.Helper()
	s, err := d.Reopen(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeStore(t, s) })
	return s
}

// Raw is the database without the store, until the test ends: to put into it what the
// store would not.
func (d Database) Raw(t testing.TB) *mongo.Database {
	t.Helper()
	client, err := mongo.Connect(options.Client().ApplyURI(d.uri))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := client.Disconnect(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return client.Database(d.name)
}

func closeStore(t testing.TB, s *store.Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func drop(t testing.TB, uri, database string) {
	t.Helper()
	ctx := context.Background()
	client, err := mongo.Connect(options.Client().ApplyURI(uri))
	if err != nil {
		t.Fatal(err)
	}
	if err := client.Database(database).Drop(ctx); err != nil {
		t.Error(err)
	}
	if err := client.Disconnect(ctx); err != nil {
		t.Error(err)
	}
}
