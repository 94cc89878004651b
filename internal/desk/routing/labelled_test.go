package routing

import (
	"os"
	"strings"
	"testing"
)

type labelled struct{ unit, text string }

// labelledQuestions are those of testdata/labelled.tsv: two lines to learn from, the next two
// to judge by.
func labelledQuestions(t *testing.T, r *Registry) (teach, judge []labelled) {
	data, err := os.ReadFile("testdata/labelled.tsv")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		unit, text, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if code, ok := r.UnitNamed("UBND " + unit); ok {
			unit = code
		}
		if _, ok := r.Unit(unit); !ok {
			t.Fatalf("unknown unit %q", unit)
		}
		if n++; n%4 < 2 {
			judge = append(judge, labelled{unit, text})
		} else {
			teach = append(teach, labelled{unit, text})
		}
	}
	return teach, judge
}

// found is the shares of questions whose unit is suggested first, and among three.
func found(t *testing.T, r *Registry, all []labelled) (first, three float64) {
	for _, q := range all {
		route := r.Route(q.text)
		units := append([]string{route.Unit}, route.Others...)
		for i, u := range units[:min(3, len(units))] {
			if u == q.unit {
				three++
				if i == 0 {
					first++
				}
			}
		}
		if units[0] != q.unit {
			t.Logf("%s %v %v: %s", q.unit, units[:min(3, len(units))], len(route.Choices), q.text)
		}
	}
	return first / float64(len(all)), three / float64(len(all))
}

func TestSuggestedUnits(t *testing.T) {
	r := DefaultRegistry()
	teach, judge := labelledQuestions(t, r)
	for name, all := range map[string][]labelled{"teach": teach, "judge": judge} {
		first, three := found(t, r, all)
		t.Logf("%s: %d first %.3f three %.3f", name, len(all), first, three)
	}
}
