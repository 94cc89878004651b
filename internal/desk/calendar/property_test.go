package calendar_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk/calendar"
)

const cases = 4000

// life is a random clock with its random pauses and perhaps an extension.
func life(r *rand.Rand, c *calendar.Calendar) calendar.Clock {
	k := c.Start(anyRule(r), anyInstant(r))
	for range r.IntN(4) {
		k = stopped(r, c, k)
		if r.IntN(3) == 0 {
			k, _ = c.Extend(k, 1+r.IntN(k.Extendable), k.Start.Add(time.Minute), "cần thêm thời gian")
		}
	}
	return k
}

func anyRule(r *rand.Rand) calendar.Rule {
	measures := []string{calendar.Hours, calendar.Days, calendar.WorkingDays, calendar.WorkingHours}
	return calendar.Rule{Code: "R", Basis: "B", Amount: 1 + r.IntN(30), Measure: measures[r.IntN(len(measures))], Extension: 1 + r.IntN(20)}
}

func anyInstant(r *rand.Rand) time.Time {
	return at("2026-01-01 00:00").Add(time.Duration(r.Int64N(int64(2 * 365 * 24 * time.Hour)))).Truncate(time.Millisecond)
}

// stopped pauses at a random time before the end and resumes at most ten days later.
func stopped(r *rand.Rand, c *calendar.Calendar, k calendar.Clock) calendar.Clock {
	since := k.Start
	if n := len(k.Pauses); n > 0 {
		since = k.Pauses[n-1].To
	}
	if !since.Before(k.Due) {
		return k
	}
	from := since.Add(time.Duration(r.Int64N(int64(k.Due.Sub(since)))))
	return must(c.Resume(must(c.Pause(k, from, "chờ")), from.Add(time.Duration(r.Int64N(int64(240*time.Hour))))))
}

func forAll(t *testing.T, check func(*rand.Rand, *calendar.Calendar)) {
	t.Helper()
	r, c := rand.New(rand.NewPCG(20, 26)), calendar.DefaultCalendar()
	for range cases {
		check(r, c)
	}
}

func TestNoTermEndsOnADayOff(t *testing.T) {
	forAll(t, func(r *rand.Rand, c *calendar.Calendar) {
		k := life(r, c)
		if works, why := c.WorkingDay(k.Due); !works && k.Measure != calendar.Hours {
			t.Fatalf("%+v\nis due on %s: %s", k, k.Due, why)
		}
	})
}

func TestRecomputingTwiceIsRecomputingOnceAndSameDataChangesNothing(t *testing.T) {
	other := must(calendar.ParseCalendar([]byte(`{"weekly_days_off":["Sun"],"office_hours":[["08:00","12:00"]]}`)))
	forAll(t, func(r *rand.Rand, c *calendar.Calendar) {
		k := life(r, c)
		if diff := cmp.Diff(k, c.Recompute(k)); diff != "" {
			t.Fatalf("same data\n%s", diff)
		}
		once := other.Recompute(k)
		if diff := cmp.Diff(once, other.Recompute(once)); diff != "" {
			t.Fatalf("twice\n%s", diff)
		}
	})
}

func TestPausingAndResumingAtOnceChangesNothing(t *testing.T) {
	forAll(t, func(r *rand.Rand, c *calendar.Calendar) {
		k := c.Start(anyRule(r), anyInstant(r))
		if r.IntN(2) == 0 {
			k = stopped(r, c, k)
		}
		when := k.Due.Add(-time.Second)
		still, err := c.Pause(k, when, "chờ")
		if err != nil {
			return // less than a second is left
		}
		if diff := cmp.Diff(k, must(c.Resume(still, when))); diff != "" {
			t.Fatalf("changed\n%s", diff)
		}
	})
}

func TestAnOpenPauseChangesNothingYet(t *testing.T) {
	forAll(t, func(r *rand.Rand, c *calendar.Calendar) {
		k := c.Start(anyRule(r), anyInstant(r))
		still := must(c.Pause(k, k.Start.Add(k.Due.Sub(k.Start)/2), "chờ"))
		still.Pauses = nil
		if diff := cmp.Diff(k, still); diff != "" {
			t.Fatalf("changed\n%s", diff)
		}
	})
}

// What is left is: the days to count after the day of the pause, for hours the time itself.
func TestPausingNeitherGainsNorLosesTime(t *testing.T) {
	forAll(t, func(r *rand.Rand, c *calendar.Calendar) {
		k := life(r, c)
		after := stopped(r, c, k)
		if len(after.Pauses) == len(k.Pauses) {
			return
		}
		p := after.Pauses[len(after.Pauses)-1]
		before, left := remains(c, k, p.From), remains(c, after, p.To)
		if before != left || after.Due.Before(p.To) {
			t.Fatalf("%d left when paused at %s, %d when resumed at %s\n%+v", before, p.From, left, p.To, after)
		}
		if len(after.Counted) != len(k.Counted) && k.Measure != calendar.WorkingHours {
			t.Fatalf("%d days counted, then %d", len(k.Counted), len(after.Counted))
		}
	})
}

// remains is measured minute by minute or day by day, not as the package does it.
func remains(c *calendar.Calendar, k calendar.Clock, from time.Time) int {
	switch k.Measure {
	case calendar.Hours:
		return int(k.Due.Sub(from).Milliseconds())
	case calendar.WorkingHours:
		return officeTime(c, from, k.Due)
	}
	n := 0
	for _, day := range k.Counted {
		if day > from.Format(time.DateOnly) {
			n++
		}
	}
	return n
}

// officeTime is how many milliseconds the office is open between two instants.
func officeTime(c *calendar.Calendar, from, to time.Time) int {
	open := time.Duration(0)
	for day := midnight(from); day.Before(to); day = day.AddDate(0, 0, 1) {
		if works, _ := c.WorkingDay(day); !works {
			continue
		}
		for _, h := range [][2]time.Duration{{450 * time.Minute, 690 * time.Minute}, {780 * time.Minute, 1020 * time.Minute}} {
			begin, end := day.Add(h[0]), day.Add(h[1])
			if begin.Before(from) {
				begin = from
			}
			if end.After(to) {
				end = to
			}
			open += max(0, end.Sub(begin))
		}
	}
	return int(open.Milliseconds())
}

func TestEveryDayOfATermIsExplained(t *testing.T) {
	forAll(t, func(r *rand.Rand, c *calendar.Calendar) {
		k := life(r, c)
		if k.Measure != calendar.Days && k.Measure != calendar.WorkingDays {
			return
		}
		told := map[string]bool{}
		for _, line := range k.Explain() {
			for day := line.From; day != "" && day <= line.To; day = nextDate(day) {
				told[day] = true
			}
		}
		for day := k.Start.Format(time.DateOnly); day <= k.Due.Format(time.DateOnly); day = nextDate(day) {
			if !told[day] {
				t.Fatalf("%s is not explained in\n%v", day, k.Explain())
			}
		}
	})
}

func nextDate(day string) string {
	return must(time.Parse(time.DateOnly, day)).AddDate(0, 0, 1).Format(time.DateOnly)
}
