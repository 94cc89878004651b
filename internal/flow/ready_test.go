package flow_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"phatngon/internal/flow"
	"phatngon/internal/flow/access"
	"phatngon/internal/store"
	"phatngon/internal/zalo"
)

func TestReadyNamesADamagedDatabase(t *testing.T) {
	dir := t.TempDir()
	s, err := store.OpenEmbedded(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = damaged(t, dir)
	o := newOffice(t)
	t.Cleanup(func() { _ = s.Close() })
	sound := o.Store
	o.Store = s
	defer func() { o.Store = sound }()
	_ = o.Store.Check(o.ctx)
	if err := o.Ready(o.ctx); err == nil || !strings.HasPrefix(err.Error(), "database damaged:") {
		t.Errorf("ready: %v", err)
	}
}

// damaged opens the database with a page overwritten that is not read at the start.
func damaged(t *testing.T, dir string) *store.Store {
	t.Helper()
	const page = 4096
	file := filepath.Join(dir, "phatngon.db")
	sound := must(os.ReadFile(file))(t)
	for at := len(sound) - page; at > 0; at -= page {
		data := slices.Clone(sound)
		copy(data[at:], bytes.Repeat([]byte{0xa5}, page))
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if s, err := store.OpenEmbedded(dir); err == nil {
			return s
		}
	}
	t.Fatal("every page is read at the start")
	return nil
}

func TestReadyNamesADatabaseThatIsGone(t *testing.T) {
	o := newOffice(t)
	s, err := store.OpenEmbedded(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	f := flow.New(flow.Deps{Store: s, Now: o.Now, Log: o.Log})
	if err := f.Ready(o.ctx); err == nil || !strings.HasPrefix(err.Error(), "database:") {
		t.Errorf("ready: %v", err)
	}
}

func TestANewTokenInTheEnvironmentIsTakenUpOnce(t *testing.T) {
	o := newOffice(t) // its store has a pair, from an environment's first token
	tokens := access.NewTokenStore(o.Store, o.Secrets, o.Now)
	now := func() zalo.Token { return must(tokens.Load(o.ctx))(t) }
	begin := func(refresh string) {
		t.Helper()
		if err := tokens.Begin(o.ctx, zalo.Token{RefreshToken: refresh}, false); err != nil {
			t.Fatal(err)
		}
	}
	first := now()
	begin(first.RefreshToken)
	if now() != first {
		t.Fatal("the token that was taken up before was taken up again")
	}
	begin("new")
	if got := now(); got.RefreshToken != "new" || got.AccessToken != "" {
		t.Errorf("stored %+v, want the environment's", got)
	}
	later := zalo.Token{AccessToken: "a2", RefreshToken: "r2"}
	if err := tokens.Save(o.ctx, later); err != nil { // the server has refreshed
		t.Fatal(err)
	}
	begin("new")
	begin("")
	if got := now(); got != later {
		t.Errorf("stored %+v, want what the server refreshed", got)
	}
	if err := tokens.Replace(o.ctx, "by-hand"); err != nil {
		t.Fatal(err)
	}
	begin("new")
	if got := now(); got.RefreshToken != "by-hand" {
		t.Errorf("stored %+v: the environment's old token won over a newer one", got)
	}
	for _, bad := range []string{"", " ", "two words"} {
		if err := tokens.Replace(o.ctx, bad); err == nil {
			t.Errorf("%q was stored", bad)
		}
	}
}
