package store_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestTheAuditChainHoldsUnderRaces(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		race(8, func(i int) {
			for n := range 4 {
				r := desk.AuditRecord{At: time.Now(), Officer: "o" + strconv.Itoa(i), Action: "approve", Subject: "TH-" + strconv.Itoa(n)}
				if _, err := s.AppendAudit(t.Context(), r); err != nil {
					t.Error(err)
				}
			}
		})
		var prev desk.AuditRecord
		err := s.AuditTrail(t.Context(), func(next desk.AuditRecord) error {
			defer func() { prev = next }()
			return desk.VerifyChain(prev, next)
		})
		if err != nil || prev.Seq != 32 {
			t.Errorf("chain ends at %d: %v", prev.Seq, err)
		}
		about, err := s.AuditOf(t.Context(), "TH-3", 5)
		if err != nil || len(about) != 5 || about[0].Seq < about[1].Seq {
			t.Errorf("records about one subject: %d, newest first? %v", len(about), err)
		}
	})
}

func TestAnAuditRecordIsAppendedOnce(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		r := desk.AuditRecord{ID: "approve/TH-1/3", At: day, Action: "approve"}
		first, err := s.AppendAudit(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.AppendAudit(t.Context(), desk.AuditRecord{At: day, Action: "other"}); err != nil {
			t.Fatal(err)
		}
		again, err := s.AppendAudit(t.Context(), r)
		if diff := cmp.Diff(first, again); err != nil || diff != "" {
			t.Errorf("appended again: %v\n%s", err, diff)
		}
	})
}
