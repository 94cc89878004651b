package store_test

import (
	"errors"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/knowledge/statement"
)

func TestDocumentsComeBackAsTheyWere(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		until := day.AddDate(1, 0, 0)
		want := statement.Statement{
			Code: "PN-2026-0001", Status: statement.StatusPublished, Title: "Đường ven biển", Unit: "TH-NNMT",
			IssuedAt: day, UpdatedAt: day, ValidUntil: &until, Topics: []string{"đất đai", "giao thông"},
			Body: "Hoàn thành trong quý I năm 2027.\n\n- 12 km\n- $ và . trong chữ",
		}
		if err := s.InsertStatement(t.Context(), &want); err != nil {
			t.Fatal(err)
		}
		got, err := s.Statement(t.Context(), want.Code)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("-stored +read\n%s", diff)
		}
		if got.Version != 1 {
			t.Errorf("version %d after insert, want 1", got.Version)
		}
	})
}

func TestWhatDoesNotExistIsNotFound(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		_, err := s.Request(t.Context(), "TH-2026-00001")
		if !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("get: %v, want ErrNotFound", err)
		}
		gone := people.Officer{ID: "o1", Version: 3, Email: "a@b.vn"}
		if err := s.ReplaceOfficer(t.Context(), &gone); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("replace: %v, want ErrNotFound", err)
		}
		if gone.Version != 3 {
			t.Errorf("a failed replace changed the version to %d", gone.Version)
		}
		if err := s.DeleteSession(t.Context(), "none"); err != nil {
			t.Errorf("delete: %v, want nil", err)
		}
	})
}

func TestOfManyReplacesOfOneVersionOneWins(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		setting := store.Setting{ID: "calendar"}
		if err := s.SaveSetting(t.Context(), &setting); err != nil {
			t.Fatal(err)
		}
		var won atomic.Int64
		race(32, func(i int) {
			mine := setting
			mine.Value = []byte(strconv.Itoa(i))
			switch err := s.SaveSetting(t.Context(), &mine); {
			case err == nil:
				won.Add(1)
			case !errors.Is(err, desk.ErrConflict):
				t.Errorf("loser got %v, want ErrConflict", err)
			}
		})
		if won.Load() != 1 {
			t.Errorf("%d replaces of one version won, want 1", won.Load())
		}
	})
}

func TestOfManyInsertsOfOneKeyOneWins(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		var won atomic.Int64
		race(32, func(i int) {
			o := people.Officer{ID: "o" + strconv.Itoa(i), Email: "Lan@ThanhHoa.vn"}
			err := s.InsertOfficer(t.Context(), &o)
			var taken *store.TakenError
			switch {
			case err == nil:
				won.Add(1)
			case !errors.As(err, &taken) || taken.Key != "officer_email_taken" || !errors.Is(err, desk.ErrConflict):
				t.Errorf("loser got %v, want officer_email_taken", err)
			}
		})
		if won.Load() != 1 {
			t.Errorf("%d inserts of one email address won, want 1", won.Load())
		}
	})
}

func TestAReplaceCannotTakeAnothersKey(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		lan, hoa := people.Officer{ID: "o1", Email: "lan@thanhhoa.vn"}, people.Officer{ID: "o2", Email: "hoa@thanhhoa.vn"}
		for _, o := range []*people.Officer{&lan, &hoa} {
			if err := s.InsertOfficer(t.Context(), o); err != nil {
				t.Fatal(err)
			}
		}
		hoa.Email = lan.Email
		var taken *store.TakenError
		if err := s.ReplaceOfficer(t.Context(), &hoa); !errors.As(err, &taken) || taken.Key != "officer_email_taken" {
			t.Errorf("got %v, want officer_email_taken", err)
		}
		if hoa.Version != 1 {
			t.Errorf("a failed replace changed the version to %d", hoa.Version)
		}
		if found, err := s.OfficerByEmail(t.Context(), "LAN@thanhhoa.vn"); err != nil || found.ID != "o1" {
			t.Errorf("the address now leads to %q, %v", found.ID, err)
		}
	})
}

func TestNoUpdateIsLost(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		if err := s.SaveSetting(t.Context(), &store.Setting{ID: "sum", Value: []byte("0")}); err != nil {
			t.Fatal(err)
		}
		race(8, func(int) {
			for added := 0; added < 5; {
				v, err := s.Setting(t.Context(), "sum")
				if err != nil {
					t.Error(err)
					return
				}
				n, _ := strconv.Atoi(string(v.Value))
				v.Value = []byte(strconv.Itoa(n + 1))
				switch err := s.SaveSetting(t.Context(), &v); {
				case err == nil:
					added++
				case !errors.Is(err, desk.ErrConflict):
					t.Error(err)
					return
				}
			}
		})
		v, err := s.Setting(t.Context(), "sum")
		if err != nil || string(v.Value) != "40" || v.Version != 41 {
			t.Errorf("sum %s at version %d (%v), want 40 at 41", v.Value, v.Version, err)
		}
	})
}

func TestInsertManyStoresEachNewOneAndSaysWhich(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		var items []*store.Item
		for i := range 1234 { // more than one batch
			items = append(items, &store.Item{ID: strconv.Itoa(i), Lane: "oa:1", Seq: int64(i), State: store.ItemPending, UpdatedAt: day})
		}
		inbox := s.Queue("inbox")
		early := []*store.Item{{ID: "7", Body: []byte("first")}, {ID: "1100"}}
		if _, err := inbox.InsertItems(t.Context(), early); err != nil {
			t.Fatal(err)
		}
		added, err := inbox.InsertItems(t.Context(), items)
		if err != nil || len(added) != len(items) {
			t.Fatalf("%d of %d answers, %v", len(added), len(items), err)
		}
		for i := range added {
			if want := i != 7 && i != 1100; added[i] != want {
				t.Errorf("added[%d] = %v", i, added[i])
			}
		}
		if kept, err := inbox.Item(t.Context(), "7"); err != nil || string(kept.Body) != "first" {
			t.Errorf("the item put before has body %q, %v", kept.Body, err)
		}
		if open, err := inbox.OpenItems(t.Context(), "oa:1", 0); err != nil || len(open) != len(items)-2 {
			t.Errorf("%d stored, want %d, %v", len(open), len(items)-2, err)
		}
	})
}
