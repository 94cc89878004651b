package policy_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/routing"
)

func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, calendar.Zone)
	if err != nil {
		panic(err)
	}
	return t
}

func seedData(kind policy.Kind) string {
	return string(policy.Seed().Versions(kind)[0].Data)
}

// with is the seed with one more version, in which from is replaced.
func with(t *testing.T, b *policy.Book, kind policy.Kind, validFrom, from, to string) *policy.Book {
	t.Helper()
	last := b.Versions(kind)
	data := string(last[len(last)-1].Data)
	if !strings.Contains(data, from) {
		t.Fatalf("%q is not in the %s", from, kind)
	}
	next, err := b.With(policy.Version{Name: kind, Number: b.Next(kind), From: at(validFrom + " 00:00"), Author: "admin-1", Data: []byte(strings.Replace(data, from, to, 1))})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

const threeDays, sevenDays = `"amount": 3, "measure": "working_days"`, `"amount": 7, "measure": "working_days"`

func TestTheVersionInForceDecides(t *testing.T) {
	seed := policy.Seed()
	b := with(t, seed, policy.KindRules, "2026-12-01", threeDays, sevenDays)
	for when, want := range map[string]int{"2020-01-01 00:00": 3, "2026-11-30 23:59": 3, "2026-12-01 00:00": 7, "2030-01-01 00:00": 7} {
		s := b.At(at(when))
		if got := s.RuleFor(people.ReporterVerified).Amount; got != want {
			t.Errorf("at %s a reporter waits %d days, want %d", when, got, want)
		}
		k := s.Start(s.RuleFor(people.ReporterVerified), at(when))
		if wantNumbers := (calendar.Numbers{Rules: 1 + want/7, Calendar: 1}); k.Policy != wantNumbers {
			t.Errorf("at %s the clock is of %+v, want %+v", when, k.Policy, wantNumbers)
		}
	}
	if got := seed.At(at("2030-01-01 00:00")).RuleFor(people.ReporterVerified).Amount; got != 3 {
		t.Errorf("With changed the book it was called on: %d", got)
	}
}

func TestALaterNumberCorrectsTheSameDayAndALaterDayWins(t *testing.T) {
	b := with(t, policy.Seed(), policy.KindRules, "2026-12-01", threeDays, sevenDays)
	b = with(t, b, policy.KindRules, "2026-12-01", sevenDays, `"amount": 4, "measure": "working_days"`)
	b = with(t, b, policy.KindRules, "2026-11-01", `"amount": 4, "measure": "working_days"`, `"amount": 2, "measure": "working_days"`)
	for when, want := range map[string]int{"2026-10-31 12:00": 3, "2026-11-15 12:00": 2, "2026-12-15 12:00": 4} {
		if got := b.At(at(when)).RuleFor(people.ReporterVerified).Amount; got != want {
			t.Errorf("at %s: %d days, want %d", when, got, want)
		}
	}
}

func TestAnOpenClockKeepsItsTermAndLearnsOfNewHolidays(t *testing.T) {
	b := policy.Seed()
	s := b.At(at("2026-11-25 09:00"))
	k := s.Start(s.RuleFor(people.ReporterVerified), at("2026-11-25 09:00"))
	b = with(t, b, policy.KindRules, "2026-11-26", threeDays, sevenDays)
	b = with(t, b, policy.KindHolidays, "2026-11-26", `"days": [`,
		`"days": [{"date": "2026-11-27", "name": "Nghỉ tránh bão", "type": "public_holiday", "is_day_off": true},`)
	now := at("2026-11-26 12:00")
	got := b.For(k, now).Recompute(k)
	if due := got.Due.Format("2006-01-02 15:04"); due != "2026-12-01 17:00" || got.Amount != 3 {
		t.Errorf("due %s, %d days; want 3 days, a day later for the storm", due, got.Amount)
	}
	if want := (calendar.Numbers{Rules: 1, Calendar: 2}); got.Policy != want {
		t.Errorf("computed under %+v, want %+v", got.Policy, want)
	}
	if diff := cmp.Diff(got, b.For(got, now).Recompute(got)); diff != "" {
		t.Errorf("recomputed twice\n%s", diff)
	}
	still, err := b.At(now).Pause(k, now, "chờ bổ sung")
	if want := (calendar.Numbers{Rules: 1, Calendar: 2}); err != nil || still.Policy != want {
		t.Errorf("paused: %v, %+v, want %+v: the term is still that of version 1", err, still.Policy, want)
	}
	if diff := cmp.Diff(k, s.Recompute(k)); diff != "" {
		t.Errorf("recomputed under the same data\n%s", diff)
	}
}

func TestAClockStoredWithoutItsTermCanPauseExtendAndBeRecomputed(t *testing.T) {
	s := policy.Seed().At(at("2026-11-23 09:00"))
	rule, _ := s.Rule("TT-12")
	whole := s.Start(rule, at("2026-11-23 09:00"))
	old := calendar.Clock{Rule: "TT-12", Basis: whole.Basis, Start: whole.Start, Due: at("2026-12-05 23:59"), Counted: whole.Counted, Skipped: whole.Skipped}
	if diff := cmp.Diff(whole, s.Recompute(old)); diff != "" {
		t.Errorf("recomputed\n%s", diff)
	}
	still, err := s.Pause(old, at("2026-11-24 09:00"), "chờ bổ sung")
	if err != nil {
		t.Fatal(err)
	}
	resumed, err := s.Resume(still, at("2026-11-26 09:00"))
	if err != nil || resumed.Policy != whole.Policy || resumed.Due.Format(time.DateOnly) != "2026-12-07" {
		t.Errorf("resumed: %v, due %s, %+v", err, resumed.Due, resumed.Policy)
	}
	longer, err := s.Extend(old, 12, at("2026-11-24 09:00"), "nhiều đơn vị")
	if err != nil || longer.Due.Format(time.DateOnly) != "2026-12-17" {
		t.Errorf("extended: %v, due %s", err, longer.Due)
	}
	var refused *desk.RuleError
	kept, err := s.Extend(longer, 12, at("2026-11-24 09:00"), "nữa")
	if diff := cmp.Diff(longer, kept); !errors.As(err, &refused) || diff != "" {
		t.Errorf("extended twice: %v\n%s", err, diff)
	}
}

func TestARuleThatIsNoMoreLeavesTheTermAsItWas(t *testing.T) {
	s := policy.Seed().At(at("2026-11-23 09:00"))
	k := calendar.DefaultCalendar().Start(calendar.Rule{Code: "OLD", Amount: 5, Measure: calendar.WorkingDays}, at("2026-11-23 09:00"))
	k.Policy.Rules = 7
	got := s.Recompute(k)
	if !got.Due.Equal(k.Due) || got.Amount != 5 || got.Policy != (calendar.Numbers{Rules: 7, Calendar: 1}) {
		t.Errorf("recomputed: due %s, %d days, %+v", got.Due, got.Amount, got.Policy)
	}
	unknown := calendar.Clock{Rule: "OLDER", Due: at("2026-12-05 23:59")}
	if diff := cmp.Diff(unknown, s.Recompute(unknown)); diff != "" {
		t.Errorf("a clock without term or rule\n%s", diff)
	}
}

func TestUnitsAndTheirAliasesAreVersions(t *testing.T) {
	b := with(t, policy.Seed(), policy.KindUnits, "2027-01-01", `"name": "Văn phòng Ủy ban nhân dân tỉnh"`, `"name": "Văn phòng tỉnh"`)
	before, _ := b.At(at("2026-12-31 23:59")).Units.Unit(routing.ProvinceOffice)
	after, _ := b.At(at("2027-01-01 00:00")).Units.Unit(routing.ProvinceOffice)
	if before.Name == "Văn phòng tỉnh" || after.Name != "Văn phòng tỉnh" {
		t.Errorf("before %q, after %q", before.Name, after.Name)
	}
	if a, z := b.At(at("2026-01-01 00:00")), b.At(at("2027-06-01 00:00")); a.Calendar != z.Calendar {
		t.Error("a new list of units read the calendar anew")
	}
}

func TestAVersionMustBeTheNext(t *testing.T) {
	b := policy.Seed()
	for _, number := range []int{0, 1, 3} {
		var invalid *desk.InvalidError
		_, err := b.With(policy.Version{Name: policy.KindRules, Number: number, Data: []byte(seedData(policy.KindRules))})
		if !errors.As(err, &invalid) || !strings.Contains(invalid.Text, "bản 1") {
			t.Errorf("number %d: %v", number, err)
		}
	}
	if _, err := b.With(policy.Version{Name: "prices", Number: 1}); err == nil {
		t.Error("a table nobody knows was taken")
	}
}

func TestTheBookSharesNoBytesWithItsCallers(t *testing.T) {
	b := policy.Seed()
	data := []byte(seedData(policy.KindRules))
	next, err := b.With(policy.Version{Name: policy.KindRules, Number: 2, Data: data})
	if err != nil {
		t.Fatal(err)
	}
	clear(data)
	clear(next.Versions(policy.KindRules)[0].Data)
	for _, v := range next.Versions(policy.KindRules) {
		if bytes.IndexByte(v.Data, 0) >= 0 {
			t.Errorf("version %d was changed from outside", v.Number)
		}
	}
}
