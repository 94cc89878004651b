package store_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// appendAudit appends n records: prefix0, prefix1 …
func appendAudit(t *testing.T, s *store.Store, prefix string, n int) {
	t.Helper()
	for i := range n {
		r := desk.AuditRecord{ID: fmt.Sprintf("%s%02d", prefix, i), At: day.Add(time.Duration(i) * time.Second), Officer: "o1", Action: "approve", Subject: prefix}
		if _, err := s.AppendAudit(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
}

func verifies(t *testing.T, s *store.Store, want int) {
	t.Helper()
	if n, err := s.VerifyAudit(t.Context()); err != nil || n != want {
		t.Errorf("%d records hold, %v; want %d", n, err, want)
	}
}

func TestInstancesAppendToTheAuditWithoutWaitingForEachOther(t *testing.T) {
	for engine, open := range map[string]func(t *testing.T) []*store.Store{
		"sqlite": func(t *testing.T) []*store.Store { return []*store.Store{storetest.Embedded(t, t.TempDir())} },
		"mongodb": func(t *testing.T) []*store.Store {
			d := storetest.NewDatabase(t)
			return []*store.Store{d.Open(t), d.Open(t)}
		},
	} {
		t.Run(engine, func(t *testing.T) {
			stores := open(t)
			for _, s := range stores {
				s.SealAudit([]byte("key"))
			}
			var mu sync.Mutex
			ends := map[string]int64{}
			race(8, func(i int) {
				for range 50 {
					r, err := stores[i%len(stores)].AppendAudit(t.Context(), desk.AuditRecord{At: day, Officer: strconv.Itoa(i), Action: "approve"})
					if err != nil {
						t.Error(err)
					}
					mu.Lock()
					ends[r.Chain] = max(ends[r.Chain], r.Seq)
					mu.Unlock()
				}
			})
			for chain, end := range ends {
				if len(ends) != len(stores) || end != int64(400/len(stores)) {
					t.Errorf("chain %s of %d ends at %d", chain, len(ends), end)
				}
			}
			verifies(t, stores[0], 400)
		})
	}
}

func TestAnAuditRecordIsAppendedOnceWhicheverInstanceIsFirst(t *testing.T) {
	d := storetest.NewDatabase(t)
	stores := []*store.Store{d.Open(t), d.Open(t), storetest.Embedded(t, t.TempDir())}
	for _, pair := range [][]*store.Store{stores[:2], {stores[2], stores[2]}} {
		var got [16]desk.AuditRecord
		race(len(got), func(i int) {
			var err error
			if got[i], err = pair[i%2].AppendAudit(t.Context(), desk.AuditRecord{ID: "approve/TH-1/3", At: day, Action: "approve"}); err != nil {
				t.Error(err)
			}
		})
		for _, r := range got {
			if diff := cmp.Diff(got[0], r); diff != "" {
				t.Errorf("two records of one ID\n%s", diff)
			}
		}
		for _, s := range pair {
			if _, err := s.AppendAudit(t.Context(), desk.AuditRecord{At: day, Action: "other"}); err != nil {
				t.Error(err)
			}
		}
		verifies(t, pair[0], 3)
	}
}

func TestTheAuditIsListedByTimeAcrossChains(t *testing.T) {
	d := storetest.NewDatabase(t)
	dir := t.TempDir()
	for engine, reopen := range map[string]func() *store.Store{
		"sqlite":  func() *store.Store { return storetest.Embedded(t, dir) },
		"mongodb": func() *store.Store { return d.Open(t) },
	} {
		t.Run(engine, func(t *testing.T) {
			for _, name := range []string{"b", "a", "c"} {
				s := reopen()
				appendAudit(t, s, name, 2)
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
			}
			s := reopen()
			var got []string
			for _, r := range walk(t, 4, func(after string) ([]desk.AuditRecord, string, error) { return s.LatestAudit(t.Context(), after, 4) }) {
				got = append(got, r.ID)
			}
			if diff := cmp.Diff([]string{"c01", "b01", "a01", "c00", "b00", "a00"}, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			about, err := s.AuditOf(t.Context(), "a", 1)
			if err != nil || len(about) != 1 || about[0].ID != "a01" {
				t.Errorf("the last about one subject: %v, %v", about, err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestACallerWhoLeavesBreaksNoChain(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		s.SealAudit([]byte("key"))
		left, cancel := context.WithCancel(t.Context())
		cancel()
		var told []string
		for i := range 20 {
			for _, ctx := range []context.Context{left, t.Context()} {
				r, err := s.AppendAudit(ctx, desk.AuditRecord{At: day, Action: "approve", Detail: strconv.Itoa(i)})
				if err == nil {
					told = append(told, r.ID)
				} else if ctx != left {
					t.Fatal(err)
				}
			}
		}
		n, err := s.VerifyAudit(t.Context())
		if err != nil || n < len(told) || len(told) < 20 {
			t.Errorf("%d records hold, %v; %d callers were told so", n, err, len(told))
		}
		for _, id := range told {
			again, err := s.AppendAudit(t.Context(), desk.AuditRecord{ID: id, At: day, Action: "again"})
			if err != nil || again.Action != "approve" {
				t.Errorf("%s is %+v, %v", id, again, err)
			}
		}
	})
}

func TestTheAuditOfTheReleaseBeforeHoldsAndGoesOn(t *testing.T) {
	dir, _ := folder(t)
	d := replay(t)
	for engine, s := range map[string]*store.Store{"sqlite": storetest.Embedded(t, dir), "mongodb": d.Open(t)} {
		t.Run(engine, func(t *testing.T) {
			verifies(t, s, 5)
			s.SealAudit([]byte("key"))
			r, err := s.AppendAudit(t.Context(), desk.AuditRecord{At: day, Action: "approve"})
			named := slices.ContainsFunc(r.Heads, func(h desk.AuditHead) bool { return h.Chain == "" && h.Seq == 5 })
			if err != nil || r.Seq != 1 || !named {
				t.Errorf("the first record after it: %+v, %v", r, err)
			}
			verifies(t, s, 6)
		})
	}
}

// Else each opening would write more than the one before.
func TestAnOpeningNamesWhatNoneHasNamedBefore(t *testing.T) {
	for engine, open := range places(t) {
		t.Run(engine, func(t *testing.T) {
			p := open(t)
			threeOpenings(t, p, []byte("key"))
			var heads []desk.AuditHead
			var last desk.AuditRecord
			p.records(t, func(l []desk.AuditRecord) []desk.AuditRecord {
				heads, last = l[at(l, "c00")].Heads, l[at(l, "b69")]
				return l
			})
			if diff := cmp.Diff([]desk.AuditHead{last.Head()}, heads); diff != "" {
				t.Errorf("the third opening: -want +named\n%s", diff)
			}
			seal, err := p.open().Setting(t.Context(), "audit-heads")
			if n := strings.Count(string(seal.Value), `"chain"`); err != nil || n != 1 {
				t.Errorf("%d heads are sealed, %v; want the last chain's, which names the rest", n, err)
			}
		})
	}
}
