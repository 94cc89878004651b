package cases

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Of each move only the side that gives was stored; settled, the other is as if it were.
func TestAMoveThatWasStoredHalfIsSettledOnce(t *testing.T) {
	const why = "Cùng tin."
	w := in(Verifying)
	gone, whole := two(Merge(w.other, w.c, why, pressDesk, noon))
	back, released := two(Unmerge(gone, whole, "Nhầm.", pressDesk, noon))
	rest, fresh := two(Split(w.c, "TG-2026-00010", []string{"r1", "r2"}, why, pressDesk, noon))
	joined, empty := two(Unsplit(rest, fresh, "Nhầm.", pressDesk, noon))
	for name, c := range map[string]struct{ before, gives, want Case }{
		"a merge":           {w.c, gone, whole},
		"an unmerge":        {gone, released, back},
		"an unsplit":        {rest, empty, joined},
		"none":              {w.c, w.other, w.c},
		"an old one":        {released, back, released},
		"what stands":       {gone, whole, gone},
		"what stands apart": {rest, fresh, rest},
		"of others":         {received(5, "r5"), gone, received(5, "r5")},
		"a split off":       {fresh, rest, fresh},
	} {
		got := ok(Settle(c.before, c.gives, noon))
		if diff := cmp.Diff(c.want, got, cmpopts.IgnoreFields(Case{}, "Steps", "Effects"), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-both stored +settled)\n%s", name, diff)
		}
		if again := ok(Settle(got, c.gives, noon)); len(again.Steps) != len(got.Steps) || len(got.Steps) != len(c.want.Steps) {
			t.Errorf("%s: %d steps, settled %d, again %d", name, len(c.want.Steps), len(got.Steps), len(again.Steps))
		}
	}
	_, away := two(Merge(whole, received(5, "r5"), why, pressDesk, noon))
	if _, err := Settle(ok(first(Merge(w.c, away, why, pressDesk, noon))), gone, noon); err == nil || !strings.Contains(refusal(err), away.Code) {
		t.Errorf("settled into a duplicate: %v", err)
	}
	if made, found := SplitCase(rest, fresh.Code); !found || !cmp.Equal(made, fresh) {
		t.Errorf("the split off is made again as %+v", made)
	}
	if _, found := SplitCase(w.c, fresh.Code); found {
		t.Error("what was never split off is made")
	}
}
