package store_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestTheAuditIsFoundByWhoWhatOnWhatAndWhen(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i := range 12 {
			r := desk.AuditRecord{ID: fmt.Sprintf("r%02d", i), At: day.Add(time.Duration(i) * time.Hour), Officer: []string{"o1", "o2", ""}[i%3], Action: []string{"login", "draft"}[i%2], Subject: []string{"TH-1", "TH-2", "TH-3", "TH-4"}[i%4]}
			if _, err := s.AppendAudit(t.Context(), r); err != nil {
				t.Fatal(err)
			}
		}
		at := func(hours int) time.Time { return day.Add(time.Duration(hours) * time.Hour) }
		for name, c := range map[string]struct {
			filter store.AuditFilter
			want   []string
		}{
			"all":                     {store.AuditFilter{}, []string{"r11", "r10", "r09", "r08", "r07", "r06", "r05", "r04", "r03", "r02", "r01", "r00"}},
			"an officer":              {store.AuditFilter{Officer: "o1"}, []string{"r09", "r06", "r03", "r00"}},
			"the program":             {store.AuditFilter{System: true}, []string{"r11", "r08", "r05", "r02"}},
			"an action":               {store.AuditFilter{Action: "draft", From: at(6)}, []string{"r11", "r09", "r07"}},
			"a subject":               {store.AuditFilter{Subject: "TH-2"}, []string{"r09", "r05", "r01"}},
			"a time":                  {store.AuditFilter{From: at(3), To: at(5)}, []string{"r04", "r03"}},
			"an officer and action":   {store.AuditFilter{Officer: "o1", Action: "login"}, []string{"r06", "r00"}},
			"a subject and officer":   {store.AuditFilter{Subject: "TH-2", Officer: "o1"}, []string{"r09"}},
			"the program on a thing":  {store.AuditFilter{Subject: "TH-2", System: true}, []string{"r05"}},
			"all of it":               {store.AuditFilter{Subject: "TH-2", Officer: "o1", Action: "draft", From: at(9), To: at(10)}, []string{"r09"}},
			"nothing":                 {store.AuditFilter{Subject: "TH-9"}, nil},
			"an officer until a time": {store.AuditFilter{Officer: "o1", To: at(3)}, []string{"r00"}},
		} {
			t.Run(name, func(t *testing.T) {
				for _, size := range []int{1, 2, 50} {
					var got []string
					c.filter.After, c.filter.Limit = "", size
					for more := true; more; more = c.filter.After != "" {
						records, next, err := s.FindAudit(t.Context(), c.filter)
						if err != nil {
							t.Fatal(err)
						}
						for _, r := range records {
							got = append(got, r.ID)
						}
						c.filter.After = next
					}
					if !slices.Equal(got, c.want) {
						t.Errorf("by pages of %d: %v, want %v", size, got, c.want)
					}
				}
			})
		}
	})
}
