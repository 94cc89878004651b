package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"phatngon/internal/desk"
	"phatngon/internal/store"
)

// threeOpenings leaves the chains a (5 records), b (70) and c (3), in this order.
func threeOpenings(t *testing.T, p place, key []byte) {
	t.Helper()
	for _, opening := range []struct {
		name    string
		records int
	}{{"a", 5}, {"b", 70}, {"c", 3}} {
		s := p.open()
		s.SealAudit(key)
		appendAudit(t, s, opening.name, opening.records)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func at(records []desk.AuditRecord, id string) int {
	return slices.IndexFunc(records, func(r desk.AuditRecord) bool { return r.ID == id })
}

func without(prefix string, from int) func([]desk.AuditRecord) []desk.AuditRecord {
	return func(records []desk.AuditRecord) []desk.AuditRecord {
		return slices.DeleteFunc(records, func(r desk.AuditRecord) bool {
			return strings.HasPrefix(r.ID, prefix) && r.ID >= fmt.Sprintf("%s%02d", prefix, from)
		})
	}
}

var tamperings = map[string]struct {
	change func([]desk.AuditRecord) []desk.AuditRecord
	want   string
	sealed bool // found by the seal only
}{
	"a record edited": {want: "b10", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		l[at(l, "b10")].Detail = "x"
		return l
	}},
	"a record removed": {want: "b11", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		return slices.Delete(l, at(l, "b10"), at(l, "b10")+1)
	}},
	"a record inserted": {want: "b10", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		i := at(l, "b10")
		forged := desk.Chain(l[i-1], desk.AuditRecord{ID: "forged", At: day, Action: "approve"})
		for j := i; l[j].ID[0] == 'b'; j++ {
			l[j].Seq++
		}
		return slices.Insert(l, i, forged)
	}},
	"records swapped": {want: "b11", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		i := at(l, "b10")
		l[i].Seq, l[i+1].Seq = l[i+1].Seq, l[i].Seq
		return l
	}},
	"the end of a chain rewritten": {want: "a04", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		i := at(l, "a04")
		l[i].Detail = "x"
		l[i] = desk.Chain(l[i-1], l[i])
		return l
	}},
	"a record moved to another chain": {want: "(c0", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		l[at(l, "c01")].Chain, l[at(l, "c01")].Seq = l[at(l, "b69")].Chain, 71
		return l
	}},
	"the beginning of a chain removed": {want: "b01", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		return slices.Delete(l, at(l, "b00"), at(l, "b00")+1)
	}},
	"other heads named":               {want: "b00", change: func(l []desk.AuditRecord) []desk.AuditRecord { l[at(l, "b00")].Heads = nil; return l }},
	"a chain that was not sealed":     {want: "b00", sealed: true, change: func(l []desk.AuditRecord) []desk.AuditRecord { l[at(l, "b00")].Sealed = false; return l }},
	"the end of an old chain cut off": {want: "ends with record 4; record 5 was there", change: without("a", 4)},
	"an old chain dropped":            {want: "ends with record 0; record 5 was there", change: without("a", 0)},
	"the end of the last chain cut":   {want: "ends with record 2; record 3 was there", change: without("c", 2), sealed: true},
	"the last chain dropped":          {want: "ends with record 0; record 3 was there", change: without("c", 0), sealed: true},
}

func TestEveryTamperingWithTheAuditIsFound(t *testing.T) {
	for engine, open := range places(t) {
		t.Run(engine, func(t *testing.T) {
			for _, key := range [][]byte{[]byte("key"), nil} {
				p := open(t)
				threeOpenings(t, p, key)
				var whole []desk.AuditRecord
				p.records(t, func(l []desk.AuditRecord) []desk.AuditRecord { whole = slices.Clone(l); return l })
				for name, tampering := range tamperings {
					if key == nil && tampering.sealed {
						continue
					}
					p.records(t, func([]desk.AuditRecord) []desk.AuditRecord { return tampering.change(slices.Clone(whole)) })
					found(t, p, key, name, tampering.want)
				}
				p.records(t, func([]desk.AuditRecord) []desk.AuditRecord { return whole })
				s := p.open()
				s.SealAudit(key)
				verifies(t, s, 78)
			}
		})
	}
}

// found verifies as a later program would.
func found(t *testing.T, p place, key []byte, name, want string) {
	t.Helper()
	s := p.open()
	s.SealAudit(key)
	var broken store.AuditBroken
	if _, err := s.VerifyAudit(context.Background()); !errors.As(err, &broken) || !strings.Contains(err.Error(), want) {
		t.Errorf("%s (sealed: %t): got %v, want %q", name, key != nil, err, want)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
