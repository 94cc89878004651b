package cases

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"phatngon/internal/desk/people"
)

// same compares all but what tells of the moves themselves.
func same(t *testing.T, before, after Case) {
	t.Helper()
	if diff := cmp.Diff(before, after, cmpopts.IgnoreFields(Case{}, "Steps", "Effects", "Moves", "UpdatedAt"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the case (-before +undone)\n%s", diff)
	}
	if len(after.Steps) != len(before.Steps)+2 || len(after.Moves) != len(before.Moves)+1 {
		t.Fatalf("history: %d steps before, %d after, moves %+v", len(before.Steps), len(after.Steps), after.Moves)
	}
	last := after.Moves[len(before.Moves)]
	if last.Why != "Cùng tin." || last.Undone == nil || last.Undone.Why != "Nhầm." || last.Undone.By != "desk" {
		t.Errorf("the move tells %+v", last)
	}
}

func TestWhatIsUndoneGivesBackTheSameCase(t *testing.T) {
	const why, wrong = "Cùng tin.", "Nhầm."
	for _, state := range States()[:len(States())-1] {
		t.Run(string(state), func(t *testing.T) {
			w := in(state)
			back, own := two(Unjoin(ok(Join(w.c, "r0", why, people.Officer{}, noon)), "TG-2026-00012", "r0", wrong, pressDesk, noon))
			same(t, w.c, back)
			if own.State != Received || strings.Join(own.Reports, " ") != "r0" || own.Access != w.c.Access || strings.Join(Parted(back, own.Code), " ") != "r0" {
				t.Errorf("the report has the case %+v", own)
			}

			rest, fresh := two(Split(w.c, "TG-2026-00010", []string{"r2", "r1"}, why, pressDesk, noon))
			if fresh.State != Received || strings.Join(fresh.Reports, " ") != "r1 r2" || strings.Join(rest.Reports, " ") != "r8" || fresh.Access != rest.Access {
				t.Errorf("split into %+v and %+v", rest, fresh)
			}
			whole, gone := two(Unsplit(rest, fresh, wrong, pressDesk, noon))
			same(t, w.c, whole)
			if gone.State != Duplicate || gone.Into != w.c.Code || len(gone.Reports) > 0 {
				t.Errorf("what was split off is %+v", gone)
			}

			merged, into := two(Merge(w.other, w.c, why, pressDesk, noon))
			from, back := two(Unmerge(merged, into, wrong, pressDesk, noon))
			same(t, w.other, from)
			same(t, w.c, back)
		})
	}
}

func TestAMergeIsUndoneIntoTheStateItLeft(t *testing.T) {
	for _, state := range []State{Received, Classified, Verifying} {
		before, into := in(state).c, received(7, "r7")
		merged, whole := two(Merge(before, into, "Cùng tin.", pressDesk, noon))
		if merged.State != Duplicate || merged.Into != into.Code || !merged.Due.IsZero() || strings.Join(whole.Reports, " ") != "r1 r2 r7 r8" {
			t.Errorf("merged %+v into %+v", merged, whole)
		}
		from, _ := two(Unmerge(merged, whole, "Nhầm.", pressDesk, noon))
		same(t, before, from)
	}
}

func TestOfSeveralMovesTheRightOneIsUndone(t *testing.T) {
	const why = "Cùng tin."
	w := in(Verifying)
	rest, one := two(Split(w.c, "TG-2026-00010", []string{"r1"}, why, pressDesk, noon))
	rest, _ = two(Split(rest, "TG-2026-00011", []string{"r2"}, why, pressDesk, noon))
	merged, whole := two(Merge(w.other, rest, why, pressDesk, noon))
	_, whole = two(Merge(received(5, "r5"), whole, why, pressDesk, noon))
	whole, _ = two(Unsplit(whole, one, "Nhầm.", pressDesk, noon))
	_, whole = two(Unmerge(merged, whole, "Nhầm.", pressDesk, noon))
	if got := strings.Join(whole.Reports, " "); got != "r1 r5 r8" {
		t.Errorf("the case has %s", got)
	}
	for _, m := range whole.Moves {
		if undone := m.Other == one.Code || m.Other == merged.Code; undone != (m.Undone != nil) {
			t.Errorf("%s of %v, %s: undone %+v", m.Kind, m.Reports, m.Other, m.Undone)
		}
	}
}

func TestAMoveIsRefused(t *testing.T) {
	w := in(Verifying)
	closed := func(readers ...string) Case {
		return to(received(6, "r6"), Verifying, Class{Severity: Harmful, Access: Closed, Readers: readers}, IsFalse)
	}
	rest, fresh := two(Split(w.c, "TG-2026-00010", []string{"r2"}, "Khác.", pressDesk, noon))
	more := ok(Join(fresh, "r5", "Cùng tin.", pressDesk, noon))
	taken, _ := two(Split(w.c, "TG-2026-00010", []string{"r8"}, "Khác.", pressDesk, noon))
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"no reason to join":                 {refused(Join(w.c, "r5", " ", pressDesk, noon)), "why"},
		"it is in already":                  {refused(Join(w.c, "r1", "Cùng tin.", pressDesk, noon)), "report"},
		"no reason to undo":                 {refused(first(Unjoin(w.c, "TG-2026-00012", "r2", "", pressDesk, noon))), "why"},
		"it never joined":                   {refused(first(Unjoin(w.c, "TG-2026-00012", "r1", "Nhầm.", pressDesk, noon))), "Không có lần thêm"},
		"the joined was split off since":    {refused(first(Unjoin(rest, "TG-2026-00012", "r2", "Nhầm.", pressDesk, noon))), "không còn trong vụ việc"},
		"undone twice":                      {refused(first(Unjoin(ok(first(Unjoin(w.c, "TG-2026-00012", "r2", "Nhầm.", pressDesk, noon))), "TG-2026-00013", "r2", "Nhầm.", pressDesk, noon))), "Không có lần thêm"},
		"all is split off":                  {refused(first(Split(w.c, "TG-2026-00010", []string{"r1", "r2", "r8"}, "Khác.", pressDesk, noon))), "ít nhất một báo tin"},
		"nothing is split off":              {refused(first(Split(w.c, "TG-2026-00010", nil, "Khác.", pressDesk, noon))), "reports"},
		"one report is no two":              {refused(first(Split(received(5, "r5"), "TG-2026-00010", []string{"r5"}, "Khác.", pressDesk, noon))), "chỉ có một báo tin"},
		"no reason to split":                {refused(first(Split(w.c, "TG-2026-00010", []string{"r2"}, "", pressDesk, noon))), "why"},
		"the split off has more since":      {refused(first(Unsplit(rest, more, "Nhầm.", pressDesk, noon))), "báo tin khác"},
		"it was not split from this":        {refused(first(Unsplit(w.c, w.other, "Nhầm.", pressDesk, noon))), "Không có lần thêm"},
		"a case into itself":                {refused(first(Merge(w.c, w.c, "Cùng tin.", pressDesk, noon))), "into"},
		"a concluded case into another":     {refused(first(Merge(in(Concluded).c, w.other, "Cùng tin.", pressDesk, noon))), "Đã kết luận"},
		"into a duplicate":                  {refused(first(Merge(w.other, w.merged, "Cùng tin.", pressDesk, noon))), "Trùng"},
		"no reason to merge":                {refused(first(Merge(w.c, w.other, "", pressDesk, noon))), "why"},
		"the merged was split off since":    {refused(first(Unmerge(w.merged, taken, "Nhầm.", pressDesk, noon))), "không còn trong vụ việc"},
		"closed content into open":          {refused(first(Merge(closed("a"), w.c, "Cùng tin.", pressDesk, noon))), "2a"},
		"closed content to others":          {refused(first(Merge(closed("a"), recode(closed("a", "b")), "Cùng tin.", pressDesk, noon))), "2a"},
		"the other case is of another unit": {refused(first(Merge(w.c, received(5, "r5"), "Cùng tin.", staff, noon))), "cán bộ điều phối"},
	} {
		if c.err == nil || !strings.Contains(refusal(c.err), c.want) {
			t.Errorf("%s: %v, want %q", name, c.err, c.want)
		}
	}
	if _, _, err := Merge(received(5, "r5"), closed("a"), "Cùng tin.", pressDesk, noon); err != nil {
		t.Errorf("open content into closed: %v", err)
	}
	if strings.Join(w.c.Reports, " ") != "r1 r2 r8" {
		t.Errorf("the case before its moves has now %v", w.c.Reports)
	}
}

func recode(c Case) Case {
	c.Code = "TG-2026-00004"
	return c
}
