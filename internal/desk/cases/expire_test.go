package cases

import (
	"testing"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

func kinds(c Case, kind effect.Kind) (n int) {
	for _, e := range c.Effects {
		if e.Kind == kind {
			n++
		}
	}
	return n
}

func TestASurgeAlertsOnceUntilItIsOver(t *testing.T) {
	bound := policy.Surge{Reports: 3, Minutes: 60, QuietHours: 12}
	c := received(1, "r1")
	for _, step := range []struct {
		reports, hour int
		alerts        int
	}{{2, 0, 0}, {3, 1, 1}, {9, 2, 1}, {50, 12, 1}, {2, 13, 1}, {3, 13, 2}} {
		c = ok(Surge(c, step.reports, bound, noon.Add(time.Duration(step.hour)*time.Hour)))
		if n := kinds(c, effect.DoAlert); n != step.alerts {
			t.Errorf("%d reports at hour %d: %d alerts, want %d", step.reports, step.hour, n, step.alerts)
		}
	}
	last := c.Effects[len(c.Effects)-1]
	if a := last.Alert; a == nil || a.Case != c.Code || a.Count != 3 || a.Minutes != 60 {
		t.Errorf("the alert says %+v", a)
	}
	if quiet := ok(Surge(in(Duplicate).c, 99, bound, noon)); kinds(quiet, effect.DoAlert) != 0 {
		t.Error("a duplicate alerts")
	}
}

func TestNothingOfACaseUnderWayExpires(t *testing.T) {
	retention := policy.Retention{Concluded: policy.Term{Identities: 1, Reports: 2, Evidence: 3}, Rejected: policy.Term{Identities: 1}, Referred: policy.Term{}, Closed: policy.Term{Evidence: 9}}
	late := noon.AddDate(20, 0, 0)
	want := map[State]bool{Done: true, Unlabelled: true, Rejected: true}
	for _, state := range States() {
		c := ok(Expire(in(state).c, retention, late))
		if got := kinds(c, effect.DoExpire) > 0; got != want[state] {
			t.Errorf("%s: expires %t", state, got)
		}
	}
	reopened := ok(Reopen(in(Rejected).c, "Sai.", pressDesk, noon))
	if c := ok(Expire(reopened, retention, late)); kinds(c, effect.DoExpire) > 0 {
		t.Error("a case that was reopened expires")
	}
}

func TestEachPartExpiresAfterItsTermByHowTheCaseEnded(t *testing.T) {
	retention := policy.Retention{Concluded: policy.Term{Identities: 1, Reports: 2, Evidence: 0}, Closed: policy.Term{Evidence: 9}}
	c := in(Done).c
	for day, want := range map[int][3]bool{0: {}, 1: {true, false, false}, 2: {true, true, false}, 900: {true, true, false}} {
		e := ok(Expire(c, retention, noon.AddDate(0, 0, day))).Expired
		if got := [3]bool{!e.Identities.IsZero(), !e.Reports.IsZero(), !e.Evidence.IsZero()}; got != want {
			t.Errorf("after %d days: %v, want %v", day, got, want)
		}
	}
	first := ok(Expire(c, retention, noon.AddDate(0, 0, 1)))
	second := ok(Expire(first, retention, noon.AddDate(0, 0, 2)))
	third := ok(Expire(second, retention, noon.AddDate(0, 0, 3)))
	if len(second.Steps) != len(first.Steps)+1 || len(third.Steps) != len(second.Steps) {
		t.Errorf("steps %d, %d, %d", len(first.Steps), len(second.Steps), len(third.Steps))
	}
	if last := second.Effects[len(second.Effects)-2].Audit; last.Action != "case.expire" || last.Detail != "3 báo tin: reports" {
		t.Errorf("the audit line %+v", last)
	}
	closed := ok(Finish(to(received(1, "r1"), Concluded, Class{Severity: Grave, Access: Closed, Readers: []string{"officer", "author", "signer"}}, IsFalse), "Xong.", staff, noon))
	if e := ok(Expire(closed, retention, noon.AddDate(0, 0, 3))).Expired; !e.Identities.IsZero() || !e.Evidence.IsZero() {
		t.Errorf("closed content went by the term of others: %+v", e)
	}
	again := ok(Join(second, "r9", "Cùng tin.", people.Officer{}, noon.AddDate(0, 0, 5))) // the matter comes up again
	if soon := ok(Expire(again, retention, noon.AddDate(0, 0, 5))); len(soon.Steps) != len(again.Steps) {
		t.Error("what was just reported expires")
	}
	if later := ok(Expire(again, retention, noon.AddDate(0, 0, 7))); !later.Expired.Identities.Equal(noon.AddDate(0, 0, 6)) || !later.Expired.Reports.Equal(noon.AddDate(0, 0, 5)) {
		t.Errorf("what was reported later is kept for good: %+v", later.Expired)
	}
}
