package store

import (
	"context"
	"crypto/rand"
	"os"
	"strings"
	"testing"
)

// engines runs a test of the conformance suite on both engines. The suite is what the
// product needs of a database; an engine that passes it can carry the product.
func engines(t *testing.T, test func(t *testing.T, s *Store)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, openTestSQLite(t, t.TempDir())) })
	t.Run("mongodb", func(t *testing.T) { test(t, openTestMongo(t)) })
}

func openTestSQLite(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := OpenEmbedded(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// openTestMongo opens a database of its own, dropped after the test.
func openTestMongo(t testing.TB) *Store {
	t.Helper()
	uri := os.Getenv("MONGODB_TEST_URI")
	if uri == "" {
		t.Fatal("MONGODB_TEST_URI is not set: run `make test`, which starts a server, or set it to a MongoDB")
	}
	s, err := OpenMongo(t.Context(), uri, "test_"+strings.ToLower(rand.Text()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.e.(*mongodb).db.Drop(context.Background()); err != nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
