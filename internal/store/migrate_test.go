package store_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"

	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// folder is a copy of what the release of 28/11/2026 left behind.
func folder(t *testing.T) (dir, file string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "v1", "phatngon.db"))
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	file = filepath.Join(dir, "phatngon.db")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir, file
}

// documents are those of each table of a folder's database, by id.
func documents(t *testing.T, file string) map[string][]bson.Raw {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	found := map[string][]bson.Raw{}
	for _, table := range column[string](t, db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%.postings'") {
		found[table] = column[bson.Raw](t, db, `SELECT doc FROM "`+table+`" ORDER BY _id`)
	}
	return found
}

func column[T ~string | ~[]byte](t *testing.T, db *sql.DB, query string) []T {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var values []T
	for rows.Next() {
		var value []byte
		if err := rows.Scan(&value); err != nil {
			t.Fatal(err)
		}
		values = append(values, T(value))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return values
}

// replay is a MongoDB with the documents of the release of 28/11/2026.
func replay(t *testing.T) storetest.Database {
	t.Helper()
	_, file := folder(t)
	d := storetest.NewDatabase(t)
	raw := d.Raw(t)
	for collection, docs := range documents(t, file) {
		if _, err := raw.Collection(collection).InsertMany(t.Context(), docs); err != nil {
			t.Fatal(err)
		}
	}
	makeIndex(t, raw, "audit", "audit_number_taken", true, "seq")
	return d
}

func TestAFolderOfTheReleaseBeforeOpensWithAllItHolds(t *testing.T) {
	dir, file := folder(t)
	s, err := store.OpenEmbedded(dir)
	if err != nil {
		t.Fatal(err)
	}
	seesAll(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	before := documents(t, file)
	reader, err := store.OpenEmbeddedForReading(dir)
	if err != nil {
		t.Fatal(err)
	}
	seesAll(t, reader)
	if err := errors.Join(reader.Close(), storetest.Embedded(t, dir).Close()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, documents(t, file)); diff != "" {
		t.Errorf("the second open changed documents\n%s", diff)
	}
}

func TestAMongoDBOfTheReleaseBeforeOpensWithAllItHolds(t *testing.T) {
	d := replay(t)
	seesAll(t, d.Open(t))
	before := dump(t, d.Raw(t))
	seesAll(t, d.Open(t))
	if diff := cmp.Diff(before, dump(t, d.Raw(t))); diff != "" {
		t.Errorf("the second open changed documents\n%s", diff)
	}
}

func dump(t *testing.T, db *mongo.Database) map[string][]bson.Raw {
	t.Helper()
	names, err := db.ListCollectionNames(t.Context(), bson.D{})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]bson.Raw{}
	for _, name := range names {
		found[name] = inMongo(t, db.Collection(name))
	}
	return found
}

func inMongo(t *testing.T, c *mongo.Collection) []bson.Raw {
	t.Helper()
	cursor, err := c.Find(t.Context(), bson.D{})
	var docs []bson.Raw
	if err == nil {
		err = cursor.All(t.Context(), &docs)
	}
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(docs, func(a, b bson.Raw) int {
		return strings.Compare(a.Lookup("_id").StringValue(), b.Lookup("_id").StringValue())
	})
	return docs
}

func TestADatabaseOfANewerReleaseIsRefused(t *testing.T) {
	for engine, reopen := range map[string]func(t *testing.T) (*store.Store, []func() (*store.Store, error)){
		"sqlite": func(t *testing.T) (*store.Store, []func() (*store.Store, error)) {
			dir := t.TempDir()
			return storetest.Embedded(t, dir), []func() (*store.Store, error){
				func() (*store.Store, error) { return store.OpenEmbedded(dir) },
				func() (*store.Store, error) { return store.OpenEmbeddedForReading(dir) },
			}
		},
		"mongodb": func(t *testing.T) (*store.Store, []func() (*store.Store, error)) {
			d := storetest.NewDatabase(t)
			return d.Open(t), []func() (*store.Store, error){func() (*store.Store, error) { return d.Reopen(t.Context()) }}
		},
	} {
		t.Run(engine, func(t *testing.T) {
			s, again := reopen(t)
			if err := s.MigrateAlso(t.Context(), func() error { return nil }); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			for _, open := range again {
				if _, err := open(); !errors.Is(err, store.ErrNewer) || strings.Contains(err.Error(), "\n") {
					t.Errorf("got %v, want one line saying that it is newer", err)
				}
			}
		})
	}
}

func TestAFolderOfTheReleaseBeforeIsNotReadUntilTheServerHasOpenedIt(t *testing.T) {
	dir, _ := folder(t)
	if _, err := store.OpenEmbeddedForReading(dir); err == nil || !strings.Contains(err.Error(), "start the server once") {
		t.Errorf("got %v, want to be told to start the server", err)
	}
}

func TestAMigrationThatBrokeGoesOnWhereItWas(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		var first, second int
		broken := errors.New("the power went out")
		steps := func(outcome error) []func() error {
			return []func() error{func() error { first++; return nil }, func() error { second++; return outcome }}
		}
		if err := s.MigrateAlso(t.Context(), steps(broken)...); !errors.Is(err, broken) {
			t.Errorf("got %v", err)
		}
		for range 2 {
			if err := s.MigrateAlso(t.Context(), steps(nil)...); err != nil {
				t.Fatal(err)
			}
		}
		if first != 1 || second != 2 {
			t.Errorf("the first step ran %d times, the one that broke %d; want 1 and 2", first, second)
		}
	})
}

func TestOneInstanceMigratesAndTheOthersWait(t *testing.T) {
	d := storetest.NewDatabase(t)
	stores := []*store.Store{d.Open(t), d.Open(t), d.Open(t)}
	var ran, done atomic.Int64
	race(len(stores), func(i int) {
		err := stores[i].MigrateAlso(t.Context(), func() error {
			ran.Add(1)
			defer done.Add(1)
			return nil
		})
		if err != nil || done.Load() == 0 {
			t.Errorf("instance %d went on with %d steps done, %v", i, done.Load(), err)
		}
	})
	if ran.Load() != 1 {
		t.Errorf("the step ran %d times", ran.Load())
	}
}

func TestAStepThatAnotherInstanceFinishedMeanwhileDoesNotRunAgain(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		var ran int
		step := func() error { ran++; return nil }
		var once sync.Once
		late := s.Through(func(_ bool, verb func() error) error {
			err := verb() // the late one has read how far the database is; now the other migrates, whole
			once.Do(func() { err = errors.Join(err, s.MigrateAlso(t.Context(), step)) })
			return err
		})
		if err := late.MigrateAlso(t.Context(), step); err != nil {
			t.Fatal(err)
		}
		if ran != 1 {
			t.Errorf("the step ran %d times", ran)
		}
	})
}

func TestAnInstanceThatWaitsForAMigrationCanBeStopped(t *testing.T) {
	d := storetest.NewDatabase(t)
	first, second := d.Open(t), d.Open(t)
	err := first.MigrateAlso(t.Context(), func() error {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		return second.MigrateAlso(ctx, func() error { t.Error("the second migrated too"); return nil })
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want Canceled", err)
	}
}
