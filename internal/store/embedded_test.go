package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store/engine"
	"phatngon/knowledge/statement"
)

func openTest(t *testing.T, dir string) *Store {
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

func TestASecondProcessOnTheFolderIsRefused(t *testing.T) {
	const folder = "STORE_TEST_FOLDER"
	if dir := os.Getenv(folder); dir != "" {
		_, err := OpenEmbedded(dir)
		fmt.Print(err)
		os.Exit(0)
	}
	dir := filepath.Join(t.TempDir(), "thư mục 100% #1?")
	s := openTest(t, dir)
	second := exec.Command(os.Args[0], "-test.run=^TestASecondProcessOnTheFolderIsRefused$")
	second.Env = append(os.Environ(), folder+"="+dir)
	out, err := second.Output()
	if err != nil || !strings.Contains(string(out), dir) || !strings.Contains(string(out), ErrInUse.Error()) {
		t.Errorf("the second process got %q, %v", out, err)
	}
	if _, err := OpenEmbedded(dir); !errors.Is(err, ErrInUse) {
		t.Errorf("the same process got %v, want ErrInUse", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	openTest(t, dir) // free again
}

func TestADeclarationThatChangedIsBuiltFromTheDocuments(t *testing.T) {
	dir := t.TempDir()
	s := openTest(t, dir)
	st := statement.Statement{Code: "PN-1", Unit: "TH-YT", IssuedAt: time.UnixMilli(1), UpdatedAt: time.UnixMilli(2)}
	if err := s.InsertStatement(t.Context(), &st); err != nil {
		t.Fatal(err)
	}
	older := &engine.Collection{Name: "statements", Indexes: []engine.Index{{Name: "title", Fields: []string{"title"}}}}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []*engine.Collection{older, &statements.Collection} {
		e, err := engine.OpenSQLite(dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(e.Make(t.Context(), c), e.Close()); err != nil {
			t.Fatalf("with indexes %v: %v", c.Indexes, err)
		}
	}
	s = openTest(t, dir)
	found, _, err := s.Statements(t.Context(), StatementFilter{Unit: "TH-YT"})
	if err != nil || len(found) != 1 || found[0].Code != "PN-1" {
		t.Errorf("found %v, %v", found, err)
	}
}

// What an index is declared for is answered by reading it in its order, without
// sorting; that no query goes without its index, INDEXED BY sees to.
func TestEveryQueryIsReadAlongItsIndex(t *testing.T) {
	dir := t.TempDir()
	openTest(t, dir)
	db, err := sql.Open("sqlite", filepath.Join(dir, "phatngon.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, c := range collections() {
		for _, x := range c.Indexes {
			last := len(x.Fields) - 1
			bound := slices.Repeat([]any{"v"}, last)
			for _, q := range []engine.Query{
				{Index: x.Name, Equal: bound},
				{Index: x.Name, Equal: bound, From: "a", To: "b", Desc: true, After: &engine.Position{Value: "a", ID: "1"}},
				{Index: x.Name, Equal: append(bound, "v")},
			} {
				text, args := q.SQL(c)
				plan, err := queryPlan(t.Context(), db, text, args)
				if err != nil || !strings.Contains(plan, " USING INDEX "+c.Name+"."+x.Name) || strings.Contains(plan, "B-TREE") {
					t.Errorf("%s by %s with %d bound: %s, %v", c.Name, x.Name, len(q.Equal), plan, err)
				}
			}
		}
	}
}

func queryPlan(ctx context.Context, db *sql.DB, text string, args []any) (string, error) {
	found, err := db.QueryContext(ctx, "EXPLAIN QUERY PLAN "+text, args...)
	if err != nil {
		return "", err
	}
	defer found.Close()
	var plan []string
	for found.Next() {
		var id, parent, unused int
		var detail string
		if err := found.Scan(&id, &parent, &unused, &detail); err != nil {
			return "", err
		}
		plan = append(plan, detail)
	}
	return strings.Join(plan, "; "), found.Err()
}

func TestWritesAfterCloseFail(t *testing.T) {
	s := openTest(t, t.TempDir())
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveSetting(t.Context(), &Setting{ID: "x"}); !errors.Is(err, engine.ErrClosed) {
		t.Errorf("got %v, want errClosed", err)
	}
}

func TestACallerWhoLeavesDoesNotHoldUpTheBatch(t *testing.T) {
	s := openTest(t, t.TempDir())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.SaveSetting(ctx, &Setting{ID: "gone"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want Canceled", err)
	}
	if err := s.SaveSetting(t.Context(), &Setting{ID: "stays"}); err != nil {
		t.Error(err)
	}
}

func TestAServerThatIsNotThereIsAnOrdinaryError(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	_, err := OpenMongo(ctx, "mongodb://127.0.0.1:1/", "phatngon")
	if err == nil || errors.Is(err, desk.ErrConflict) || errors.Is(err, desk.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

// A cursor comes back from the address bar of a browser.
func FuzzCursor(f *testing.F) {
	s, err := OpenEmbedded(f.TempDir())
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { s.Close() })
	for i, code := range []string{"PN-1", "PN-2"} {
		st := statement.Statement{Code: code, IssuedAt: time.UnixMilli(6 - int64(i))}
		if err := s.InsertStatement(f.Context(), &st); err != nil {
			f.Fatal(err)
		}
	}
	_, first, err := s.Statements(f.Context(), StatementFilter{Limit: 1})
	if err != nil || first == "" {
		f.Fatalf("the first page goes on after %q, %v", first, err)
	}
	f.Add(first)
	f.Add("FgAAAAJ2AAIAAABh")
	f.Fuzz(func(t *testing.T, after string) {
		var invalid *desk.InvalidError
		if _, _, err := s.Statements(t.Context(), StatementFilter{After: after}); err != nil && !errors.As(err, &invalid) {
			t.Errorf("cursor %q: %v", after, err)
		}
	})
}
