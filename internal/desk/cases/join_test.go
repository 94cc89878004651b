package cases

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk/people"
)

func TestJoinsInARowAreOneLineAndEachIsTakenBackAlone(t *testing.T) {
	const why = "Cùng đường dẫn."
	c := received(1, "r1")
	for i := range 5 {
		c = ok(Join(c, fmt.Sprint("s", i), why, people.Officer{}, noon.Add(time.Duration(i)*time.Minute)))
	}
	if len(c.Steps) != 2 || len(c.Moves) != 1 || c.Steps[1].Joined != 5 || !c.Steps[1].Until.Equal(noon.Add(4*time.Minute)) || len(c.Reports) != 6 {
		t.Fatalf("%d steps, %d moves, %+v", len(c.Steps), len(c.Moves), c.Steps[1])
	}
	keys := map[string]bool{}
	for _, e := range c.Effects {
		keys[e.Key] = true
	}
	if len(keys) != 6 {
		t.Errorf("%d lines in the audit chain; want 6", len(keys))
	}
	if _, err := Join(c, "s3", why, people.Officer{}, noon); err == nil {
		t.Error("a report joined twice")
	}
	for name, next := range map[string]Case{
		"for another reason": ok(Join(c, "x", "Khác.", people.Officer{}, noon.Add(5*time.Minute))),
		"an hour later":      ok(Join(c, "x", why, people.Officer{}, noon.Add(time.Hour))),
		"by an officer":      ok(Join(c, "x", why, pressDesk, noon.Add(5*time.Minute))),
	} {
		if len(next.Steps) != 3 || len(next.Moves) != 2 || len(c.Moves[0].Reports) != 5 {
			t.Errorf("%s: %d steps, %d moves", name, len(next.Steps), len(next.Moves))
		}
	}
	rest, fresh := two(Unjoin(c, "TG-2026-00012", "s2", "Bài khác.", pressDesk, noon.Add(time.Hour)))
	if diff := cmp.Diff([]string{"r1", "s0", "s1", "s3", "s4"}, rest.Reports); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"s2"}, fresh.Reports); diff != "" {
		t.Error(diff)
	}
	if len(rest.Moves) != 2 || rest.Moves[0].Undone != nil || len(rest.Moves[0].Reports) != 4 {
		t.Errorf("the others were taken back too: %+v", rest.Moves)
	}
}
