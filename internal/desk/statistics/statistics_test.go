package statistics

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, calendar.Zone)

// part is a part that came at noon and is due in two days.
func part(state request.State, change func(*request.Part)) request.Part {
	p := request.Part{Unit: "TH-YT", State: state, Clock: calendar.Clock{Start: noon, Due: noon.AddDate(0, 0, 2)}}
	if change != nil {
		change(&p)
	}
	return p
}

func approved(outcome request.Outcome, after time.Duration) func(*request.Part) {
	return func(p *request.Part) {
		p.Approval = &request.Approval{Outcome: outcome, Ground: "BM", At: noon.Add(after)}
	}
}

func TestEachPartIsCountedOnceByWhatBecameOfIt(t *testing.T) {
	day := 24 * time.Hour
	for name, c := range map[string]struct {
		part request.Part
		want Counts
	}{
		"just come is open":                  {part(request.Received, nil), Counts{Received: 1, Open: 1, Overdue: 1}},
		"waiting for the person is not late": {part(request.Clarifying, nil), Counts{Received: 1, Open: 1}},
		"answered at the very deadline is on time": {part(request.Sent, approved(request.Fully, 2*day)),
			Counts{Received: 1, Answered: 1, OnTime: 1, Took: [Spans]int{0, 1}}},
		"an answer of an older release is a full one": {part(request.Sent, approved("", time.Hour)),
			Counts{Received: 1, Answered: 1, OnTime: 1, Took: [Spans]int{1}}},
		"signed and on its way is decided": {part(request.Approved, approved(request.NoInfo, 3*day)),
			Counts{Received: 1, NoInfo: 1, Late: 1, Took: [Spans]int{0, 1}}},
		"partly given counts its ground": {part(request.Sent, approved(request.Partly, 4*day)),
			Counts{Received: 1, Partly: 1, Late: 1, Took: [Spans]int{0, 0, 1}, Grounds: map[string]int{"BM": 1}}},
		"refused counts its ground": {part(request.Refused, func(p *request.Part) {
			p.Refusal = &request.Refusal{Ground: "TT", At: noon.Add(40 * day)}
		}), Counts{Received: 1, Refused: 1, Late: 1, Took: [Spans]int{5: 1}, Grounds: map[string]int{"TT": 1}}},
		"what the person said of it": {part(request.Sent, func(p *request.Part) { p.Approval, p.Rating = &request.Approval{At: p.Clock.Start}, 4 }),
			Counts{Received: 1, Answered: 1, OnTime: 1, Took: [Spans]int{1}, Rated: 1, Stars: 4}},
		"withdrawn is neither open nor late": {part(request.Withdrawn, nil), Counts{Received: 1, Withdrawn: 1}},
		"a voided approval is open again":    {part(request.Drafted, nil), Counts{Received: 1, Open: 1, Overdue: 1}},
	} {
		counter := NewCounter(noon.AddDate(0, 0, 30))
		counter.Add(request.Request{RequesterKind: people.Citizen, Parts: []request.Part{c.part}})
		got := Sum([]Month{counter.Month("2026-11")}, Only{})
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
		if sum := got.Decided() + got.Withdrawn + got.Open; sum != got.Received {
			t.Errorf("%s: the states sum up to %d of %d", name, sum, got.Received)
		}
	}
}

func TestFiguresAreNarrowedAndAddUp(t *testing.T) {
	counter := NewCounter(noon)
	yt, xd := part(request.Received, nil), part(request.Sent, approved(request.Partly, time.Hour))
	xd.Unit = "TH-XD"
	counter.Add(request.Request{RequesterKind: people.Citizen, Parts: []request.Part{yt, xd}})
	counter.Add(request.Request{RequesterKind: people.ReporterVerified, Parts: []request.Part{xd}})
	months := []Month{counter.Month("2026-11"), counter.Month("2026-12")}
	for name, c := range map[string]struct {
		only Only
		want int
	}{
		"all": {Only{}, 6}, "a unit": {Only{Unit: "TH-XD"}, 4}, "a kind": {Only{Kind: people.ReporterVerified}, 2},
		"both": {Only{Unit: "TH-YT", Kind: people.ReporterVerified}, 0},
	} {
		if got := Sum(months, c.only); got.Received != c.want {
			t.Errorf("%s: %d, want %d", name, got.Received, c.want)
		}
	}
	var units []string
	for _, row := range ByUnit(months, Only{}) {
		units = append(units, row.Unit)
	}
	if diff := cmp.Diff([]string{"TH-XD", "TH-YT"}, units); diff != "" {
		t.Errorf("by unit: -want +got\n%s", diff)
	}
	if months[0].Rows[0].Grounds["BM"] != 1 {
		t.Errorf("adding up changed what was added: %v", months[0].Rows[0].Grounds)
	}
}

func TestMonthsAreThoseOfVietnam(t *testing.T) {
	if got := MonthID(time.Date(2026, 11, 30, 17, 0, 0, 0, time.UTC)); got != "2026-12" {
		t.Errorf("midnight of Vietnam's first of December is in %s", got)
	}
	if diff := cmp.Diff([]string{"2026-12", "2027-01", "2027-02"}, Months("2026-12", "2027-02")); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for _, wrong := range [][2]string{{"2026-12", "2026-11"}, {"x", "2026-11"}, {"2026-11", ""}, {"2026-13", "2027-01"}} {
		if got := Months(wrong[0], wrong[1]); got != nil {
			t.Errorf("%v: %v", wrong, got)
		}
	}
	if n := len(Months("0001-01", "9999-12")); n > 100 {
		t.Errorf("%d months at once", n)
	}
}

func TestSharesAreWrittenAsPeopleDo(t *testing.T) {
	for want, c := range map[string][2]int{"–": {0, 0}, "0 %": {0, 3}, "100 %": {3, 3}, "66,7 %": {2, 3}, "99,9 %": {999, 1000}, "50 %": {1, 2}} {
		if got := Share(c[0], c[1]); got != want {
			t.Errorf("%v: %s, want %s", c, got, want)
		}
	}
}

var desker = people.Officer{ID: "o1", Unit: routing.ProvinceOffice, Role: people.RoleOperator}

func record(t *testing.T, kind ActivityKind, start time.Time) Activity {
	t.Helper()
	a, err := Record(Activity{ID: string(kind), Kind: kind, Title: "Sự việc tại xã Mẫu", Unit: "TH-YT", Start: start}, policy.Seed().At(noon), desker, noon)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestTheYearlyFiguresAreThoseOfTheDecree(t *testing.T) {
	yesterday := noon.Add(-40 * time.Hour)
	finish := func(a Activity, after time.Duration) Activity {
		done, err := Finish(a, a.Start.Add(after), "12/TB-UBND", desker, noon)
		if err != nil {
			t.Fatal(err)
		}
		return done
	}
	struck, err := Strike(record(t, Conference, yesterday), "ghi hai lần", desker, noon)
	if err != nil {
		t.Fatal(err)
	}
	counter := NewCounter(noon)
	for _, kind := range []people.RequesterKind{people.Citizen, people.ReporterVerified, people.ReporterUnverified} {
		counter.Add(request.Request{RequesterKind: kind, Parts: []request.Part{part(request.Received, nil), part(request.Sent, approved(request.Fully, time.Hour))}})
	}
	got := Yearly([]Month{counter.Month("2026-11")}, []Activity{
		record(t, Conference, yesterday), struck, record(t, Briefing, yesterday),
		finish(record(t, Incident, yesterday), 24*time.Hour), finish(record(t, Opinion, yesterday), 25*time.Hour), record(t, Incident, noon),
		finish(record(t, Correction, yesterday), 30*time.Hour), record(t, Correction, noon),
	})
	var figures [][2]int
	for _, m := range got {
		figures = append(figures, [2]int{m.N, m.Of})
	}
	if diff := cmp.Diff([][2]int{{1, -1}, {1, -1}, {2, 4}, {2, 3}, {1, 3}, {1, 2}}, figures); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestTheRegisterRefusesWhatCannotBe(t *testing.T) {
	rules := policy.Seed().At(noon)
	waiting := record(t, Incident, noon.Add(-time.Hour))
	other := desker
	other.Unit = "TH-YT"
	for name, c := range map[string]struct {
		step  func() (Activity, error)
		field string // "" is no *desk.InvalidError
	}{
		"no kind": {func() (Activity, error) {
			return Record(Activity{Title: "Họp báo quý", Start: noon}, rules, desker, noon)
		}, "kind"},
		"no title": {func() (Activity, error) { return Record(Activity{Kind: Conference, Start: noon}, rules, desker, noon) }, "title"},
		"too long": {func() (Activity, error) {
			return Record(Activity{Kind: Conference, Title: strings.Repeat("ộ", 301), Start: noon}, rules, desker, noon)
		}, "title"},
		"not yet": {func() (Activity, error) {
			return Record(Activity{Kind: Conference, Title: "Họp báo quý", Start: noon.Add(time.Minute)}, rules, desker, noon)
		}, "start"},
		"an officer of a unit records": {func() (Activity, error) {
			return Record(Activity{Kind: Conference, Title: "Họp báo quý", Start: noon}, rules, other, noon)
		}, ""},
		"spoken of before it began":        {func() (Activity, error) { return Finish(waiting, noon.Add(-2*time.Hour), "x", desker, noon) }, "done"},
		"spoken of in the future":          {func() (Activity, error) { return Finish(waiting, noon.Add(time.Hour), "x", desker, noon) }, "done"},
		"without proof":                    {func() (Activity, error) { return Finish(waiting, noon, " ", desker, noon) }, "proof"},
		"an officer of a unit finishes":    {func() (Activity, error) { return Finish(waiting, noon, "x", other, noon) }, ""},
		"struck out without a reason":      {func() (Activity, error) { return Strike(waiting, "", desker, noon) }, "why"},
		"a conference is not spoken of":    {func() (Activity, error) { return Finish(record(t, Conference, noon), noon, "x", desker, noon) }, ""},
		"an officer of a unit strikes out": {func() (Activity, error) { return Strike(waiting, "nhầm", other, noon) }, ""},
	} {
		_, err := c.step()
		var invalid *desk.InvalidError
		switch {
		case err == nil:
			t.Errorf("%s: was done", name)
		case errors.As(err, &invalid) != (c.field != ""), c.field != "" && invalid.Field != c.field:
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEveryStepLeavesItsAuditLine(t *testing.T) {
	a := record(t, Incident, noon.Add(-time.Hour))
	a, err := Finish(a, noon, "12/TB", desker, noon)
	if err != nil {
		t.Fatal(err)
	}
	if a, err = Strike(a, "nhầm", desker, noon); err != nil {
		t.Fatal(err)
	}
	if _, err := Strike(a, "nhầm", desker, noon); err == nil {
		t.Error("struck out twice")
	}
	var actions []string
	for _, e := range a.Effects {
		actions = append(actions, e.Audit.Action)
	}
	if diff := cmp.Diff([]string{"activity.record", "activity.finish", "activity.strike"}, actions); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
