package request_test

import (
	"errors"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
)

func TestTheUnitChangesTheKindAndTheClockFollowsFromItsStart(t *testing.T) {
	at := time.Date(2026, 11, 25, 9, 0, 0, 0, calendar.Zone)
	set := policy.Seed().At(at)
	who := people.Requester{ID: "oa:1", Kind: people.ReporterVerified}
	r := request.NewRequest(request.NewRequestInput{Code: "TH-2026-00001", Source: "s", Requester: who, Question: "Bãi rác?", Unit: "TH-NNMT",
		Clock: set.Start(set.RuleFor(who.Kind), at), Kind: set.Recognise(who.Kind, "Bãi rác?"), At: at})
	unit := people.Officer{ID: "o", Role: people.RoleOperator, Unit: "TH-NNMT"}
	later := at.AddDate(0, 0, 1)
	next, err := request.ChangeKind(r, 0, unit, set, "bao-neu-15", "Báo chuyển ý kiến bạn đọc.", later)
	if err != nil {
		t.Fatal(err)
	}
	rule, _ := set.Rule("BC-YK15")
	want := set.Start(rule, at)
	if k := next.Parts[0].Clock; next.Kind != "bao-neu-15" || k.Rule != "BC-YK15" || !k.Due.Equal(want.Due) || !next.Due.Equal(want.Due) {
		t.Errorf("%s under %s, due %s, want %s", next.Kind, k.Rule, k.Due, want.Due)
	}
	told := false
	for _, e := range next.Effects {
		told = told || e.News != nil && e.News.Step == len(next.Parts[0].Steps)
	}
	if !told {
		t.Error("the person is not told")
	}
	var invalid *desk.InvalidError
	for name, c := range map[string]struct {
		kind, why string
		by        people.Officer
	}{
		"no reason":           {"phong-van", "", unit},
		"a citizen's kind":    {"cong-dan", "Không phải báo chí.", unit},
		"the kind that it is": {"cau-hoi-pv", "Như cũ.", unit},
	} {
		if _, err := request.ChangeKind(r, 0, c.by, set, c.kind, c.why, later); !errors.As(err, &invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := request.ChangeKind(r, 0, people.Officer{ID: "x", Role: people.RoleOperator, Unit: "TH-YT"}, set, "phong-van", "Sai loại.", later); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("another unit: %v", err)
	}
}
