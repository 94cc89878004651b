package cases

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestWhatCannotArriveStandsAgainWhereItStood(t *testing.T) {
	const why = "Cùng tin."
	w := in(Verifying)
	older, younger := w.c, w.other
	if younger.Code < older.Code {
		older, younger = younger, older
	}
	oldGone, _ := two(Merge(older, younger, why, pressDesk, noon))
	youngGone, _ := two(Merge(younger, older, why, pressDesk, noon))
	rest, fresh := two(Split(w.c, "TG-2026-00010", []string{"r1", "r2"}, why, pressDesk, noon))
	_, empty := two(Unsplit(rest, fresh, "Nhầm.", pressDesk, noon))
	restGone, _ := two(Merge(rest, w.other, why, pressDesk, noon))
	for name, c := range map[string]struct{ gone, other, was Case }{
		"a merge":    {oldGone, youngGone, older},
		"the other":  {youngGone, oldGone, younger},
		"an unsplit": {empty, restGone, fresh},
	} {
		got := ok(Lapse(c.gone, c.other, noon))
		if diff := cmp.Diff(c.was, got, cmpopts.IgnoreFields(Case{}, "Steps", "Effects", "Moves"), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-before +after)\n%s", name, diff)
		}
		if said := got.Steps[len(got.Steps)-1].Note; !strings.Contains(said, c.other.Code) {
			t.Errorf("%s: the history says %q", name, said)
		}
		if again := ok(Lapse(got, c.other, noon)); len(again.Steps) != len(got.Steps) || Stranded(again, c.other) {
			t.Errorf("%s lapses twice", name)
		}
	}
	if stays, into := Yields(youngGone, oldGone); stays.Code != older.Code || into.Code != younger.Code {
		t.Errorf("of two that go into each other %s stays", stays.Code)
	}
	if same := ok(Lapse(oldGone, younger, noon)); len(same.Steps) != len(oldGone.Steps) {
		t.Error("what can arrive lapses")
	}
	late := younger
	late = ok(Settle(late, oldGone, noon)) // it arrived all the same
	back := ok(Settle(late, ok(Lapse(oldGone, youngGone, noon)), noon))
	if diff := cmp.Diff(younger.Reports, back.Reports); diff != "" {
		t.Errorf("what arrived though it lapsed stays\n%s", diff)
	}
}
