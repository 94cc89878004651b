package store

import (
	"errors"
	"io/fs"
	"testing"

	"phatngon/internal/desk"
	"phatngon/knowledge/statement"
)

func TestReadingBesideTheServerSeesItsDataAndChangesNothing(t *testing.T) {
	dir := t.TempDir()
	if _, err := OpenEmbeddedForReading(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("no database yet: %v; want fs.ErrNotExist", err)
	}
	server, err := OpenEmbedded(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	if err := server.InsertStatement(t.Context(), &statement.Statement{Code: "PN-1", Title: "một"}); err != nil {
		t.Fatal(err)
	}
	reader, err := OpenEmbeddedForReading(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if s, err := reader.Statement(t.Context(), "PN-1"); err != nil || s.Title != "một" {
		t.Errorf("read %q, %v; want what the server wrote", s.Title, err)
	}
	if err := reader.InsertStatement(t.Context(), &statement.Statement{Code: "PN-2"}); err == nil {
		t.Error("a reader could write")
	}
	if _, err := server.Statement(t.Context(), "PN-2"); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("the reader's write is there: %v", err)
	}
}
