package cases

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/policy"
)

func clockAt(text string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", text, calendar.Zone)
	if err != nil {
		panic(err)
	}
	return t
}

// The label is due in 24 hours of the clock, its publication in 12 hours of the office
// (07:30–11:30, 13:00–17:00), or at once.
func TestWhenLabelAndWarningAreDue(t *testing.T) {
	for name, c := range map[string]struct{ at, label, harmful string }{
		"on a morning":                     {"2026-11-26 07:30", "2026-11-27 07:30", "2026-11-27 11:30"},
		"in the afternoon":                 {"2026-11-25 15:00", "2026-11-26 15:00", "2026-11-27 09:30"},
		"over the noon break":              {"2026-11-26 11:00", "2026-11-27 11:00", "2026-11-27 16:30"},
		"on a Friday afternoon":            {"2026-11-27 16:00", "2026-11-28 16:00", "2026-12-01 10:30"},
		"on a Saturday":                    {"2026-11-28 09:00", "2026-11-29 09:00", "2026-12-01 11:30"},
		"on the eve of 24/11, a Monday":    {"2026-11-23 16:00", "2026-11-24 16:00", "2026-11-26 10:30"},
		"on 24/11 itself":                  {"2026-11-24 09:00", "2026-11-25 09:00", "2026-11-26 11:30"},
		"on the last day before Tết":       {"2027-02-04 14:00", "2027-02-05 14:00", "2027-02-12 08:30"},
		"in the days of Tết":               {"2027-02-08 23:00", "2027-02-09 23:00", "2027-02-12 11:30"},
		"on a Friday before a made-up one": {"2026-08-21 16:00", "2026-08-22 16:00", "2026-08-24 10:30"},
	} {
		at := clockAt(c.at)
		for severity, warn := range map[Severity]string{Harmful: c.harmful, Grave: c.at} {
			class := Class{Severity: severity, Access: Open}
			concluded := ok(Conclude(to(received(1, "r1"), Drafted, class, IsFalse), 1, rules, signer, at))
			labelled := ok(Label(concluded, rules, signer, at))
			unverifiable := ok(Conclude(to(received(1, "r1"), Drafted, class, Unverifiable), 1, rules, signer, at))
			for what, due := range map[string][2]time.Time{
				"label":                   {concluded.Due, clockAt(c.label)},
				"warning, labelled":       {labelled.Due, clockAt(warn)},
				"warning, cannot be told": {unverifiable.Due, clockAt(warn)},
			} {
				if !due[0].Equal(due[1]) {
					t.Errorf("%s, %s, %s: due %s, want %s", name, severity, what, due[0].In(calendar.Zone), due[1])
				}
			}
			for _, line := range labelled.Warn.Explain() {
				if !strings.Contains(labelled.Warn.Basis, "Điều 11") || line.Text == "" {
					t.Errorf("%s: %q is explained by %q", name, labelled.Warn.Basis, line.Text)
				}
			}
		}
	}
}

// The hours of the office are data: where it opens at 13:30, the warning is due later.
func TestTheWarningFollowsTheOfficeHours(t *testing.T) {
	half := bytes.Replace(calendar.Seed(), []byte(`"13:00"`), []byte(`"13:30"`), 1)
	book, err := policy.Seed().With(policy.Version{Name: policy.KindHolidays, Number: 2, From: noon, Data: half})
	if err != nil {
		t.Fatal(err)
	}
	c := ok(Label(to(received(1, "r1"), Concluded, open, IsFalse), book.At(noon), signer, clockAt("2026-11-26 11:00")))
	if want := clockAt("2026-11-30 08:00"); !c.Due.Equal(want) {
		t.Errorf("due %s, want %s", c.Due.In(calendar.Zone), want)
	}
}

func TestWhichClockRuns(t *testing.T) {
	for name, c := range map[string]struct {
		c    Case
		want string // the time it is due, "" when nothing is owed
	}{
		"received: the internal term":       {in(Received).c, "2026-11-30 17:00"},
		"verifying: the same":               {in(Verifying).c, "2026-11-30 17:00"},
		"drafted: the same":                 {in(Drafted).c, "2026-11-30 17:00"},
		"published: nothing":                {in(Published).c, ""},
		"sent to the police: nothing":       {in(Forwarded).c, ""},
		"taken down":                        {ok(AskTakeDown(in(Published).c, "Nền tảng", "Gỡ.", false, rules, signer, noon)), "2026-11-26 12:00"},
		"taken down, urgent":                {ok(AskTakeDown(in(Published).c, "Nền tảng", "Gỡ.", true, rules, signer, noon)), "2026-11-25 18:00"},
		"the first of two takedowns":        {ok(AskTakeDown(ok(AskTakeDown(in(Published).c, "A", "Gỡ.", true, rules, signer, noon)), "B", "Gỡ.", false, rules, signer, noon)), "2026-11-25 18:00"},
		"done: nothing":                     {in(Done).c, ""},
		"duplicate: nothing":                {in(Duplicate).c, ""},
		"rejected: nothing":                 {in(Rejected).c, ""},
		"not false owes nothing":            {to(received(1, "r1"), Concluded, open, NotFalse), ""},
		"closed content owes nothing":       {to(received(1, "r1"), Concluded, Class{Severity: Grave, Access: Closed, Readers: []string{"author", "signer"}}, IsFalse), ""},
		"conditional content owes a label":  {to(received(1, "r1"), Concluded, Class{Severity: Grave, Access: Conditional}, IsFalse), "2026-11-26 12:00"},
		"an office without internal term":   {New("TG-2026-00001", "r1", policy.Set{}, noon), ""},
		"what was split off keeps the term": {in(Received).split, "2026-11-30 17:00"},
	} {
		got := ""
		if !c.c.Due.IsZero() {
			got = c.c.Due.In(calendar.Zone).Format("2006-01-02 15:04")
		}
		if got != c.want {
			t.Errorf("%s: due %q, want %q", name, got, c.want)
		}
	}
}

func TestNewRulesMoveOnlyWhatStillRuns(t *testing.T) {
	later := func(k calendar.Clock) calendar.Clock { k.Due = k.Due.AddDate(0, 0, 1); return k }
	for _, state := range States() {
		before := in(state).c
		after, err := Reclock(before, later, noon)
		moved := len(after.Steps) - len(before.Steps)
		if want := map[bool]int{true: 0, false: 1}[before.Due.IsZero()]; err != nil || moved != want || after.State != before.State {
			t.Errorf("%s: %d steps, %v", state, moved, err)
		}
		if !before.Due.IsZero() && !after.Due.Equal(before.Due.AddDate(0, 0, 1)) {
			t.Errorf("%s: due %s, then %s", state, before.Due, after.Due)
		}
	}
	grave := to(received(1, "r1"), Labelled, Class{Severity: Grave, Access: Open}, IsFalse)
	if again, err := Reclock(grave, rules.Recompute, noon); err != nil || len(again.Steps) != len(grave.Steps) {
		t.Errorf("a table of rules lengthens what is due at once: %v, %v", again.Due, err)
	}
}
