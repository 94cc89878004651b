package calendar

import "time"

// How a rule's amount is measured. Calendar days and working days are not
// interchangeable (Luật 01/2026/QH16 counts days, NĐ 237/2026 working days).
const (
	Hours        = "hours"         // clock hours, weekends included (24-hour duties)
	Days         = "days"          // calendar days
	WorkingDays  = "working_days"  // days the office works
	WorkingHours = "working_hours" // hours the office is open
)

// Rule is a deadline: how much time, measured how, on what basis.
type Rule struct {
	Code, Name, Basis string
	Certainty         string // C certain, L likely, U unverified
	Amount            int
	Measure           string // Hours, Days, WorkingDays or WorkingHours
	Extension         int    // the most it may be prolonged by, once, in the same measure; 0 = never
	Counting
}

// Counting is how terms of days are counted; the zero value is what Điều 147 and
// 148 of Bộ luật Dân sự 2015 say. Hours run through in any case.
type Counting struct {
	EventDayCounts bool `bson:"event_day_counts,omitempty"`   // the day of the event is day 1
	MayEndOnDayOff bool `bson:"may_end_on_day_off,omitempty"` // plain days do not wait for a working day
}

// Clock is a deadline that can be explained. What it began with and what happened
// to it (start, term, pauses, extension) is kept; due and the days follow from that
// and a calendar. The Mini App reads the first six fields; Explain has the rest for
// people. Clocks stored before this was so lack the term: policy.Set fills
// it in from the rule.
type Clock struct {
	Rule    string    `bson:"rule" json:"rule"`   // "BC-TTN", "TT-12", …
	Basis   string    `bson:"basis" json:"basis"` // Vietnamese, names the law or the policy
	Start   time.Time `bson:"start" json:"start"`
	Due     time.Time `bson:"due" json:"due"`         // while paused: when it would be due if it resumed at once
	Counted []string  `bson:"counted" json:"counted"` // "2026-11-25"
	Skipped []Skip    `bson:"skipped" json:"skipped"`
	Moved   []Skip    `bson:"moved,omitempty" json:"-"` // days off on which it would have ended

	Unlisted []int `bson:"unlisted,omitempty" json:"-"` // years it runs in whose holidays are not in the table

	Amount     int    `bson:"amount,omitempty" json:"-"`
	Measure    string `bson:"measure,omitempty" json:"-"`
	Extendable int    `bson:"extendable,omitempty" json:"-"`
	Counting   `bson:",inline" json:"-"`
	Pauses     []Pause    `bson:"pauses,omitempty" json:"-"` // in order, none overlapping
	Extension  *Extension `bson:"extension,omitempty" json:"-"`
	Policy     Numbers    `bson:"policy,omitempty" json:"-"`
}

// Skip is a day that did not count, and why. Days off in a row that share an
// occasion are told as one.
type Skip struct {
	Date     string `bson:"date" json:"date"`
	Reason   string `bson:"reason" json:"reason"` // Vietnamese: "Chủ nhật", "Ngày Văn hóa Việt Nam"
	Occasion string `bson:"occasion,omitempty" json:"-"`
}

// Pause is a time in which the clock stood still; it still does while To is zero.
type Pause struct {
	From   time.Time `bson:"from" json:"from"`
	To     time.Time `bson:"to,omitempty" json:"to,omitzero"`
	Reason string    `bson:"reason" json:"reason"`
}

// Extension is the one prolongation of a term, with the time of its notice.
type Extension struct {
	Amount int       `bson:"amount" json:"amount"`
	At     time.Time `bson:"at" json:"at"`
	Reason string    `bson:"reason" json:"reason"`
}

// Numbers are the versions of the data that a clock was computed under; zero is
// unknown (see policy.Book).
type Numbers struct {
	Rules    int `bson:"rules,omitempty"`
	Calendar int `bson:"calendar,omitempty"`
}

// Start computes when something received at the given instant is due, and
// explains every day (see count.go for how).
func (c *Calendar) Start(rule Rule, at time.Time) Clock {
	return c.compute(Clock{Start: at}.Under(rule))
}

// Under is the clock with the term of a rule; what it is due at is not computed yet.
func (k Clock) Under(r Rule) Clock {
	k.Rule, k.Basis, k.Amount, k.Measure, k.Extendable, k.Counting = r.Code, r.Basis, r.Amount, r.Measure, r.Extension, r.Counting
	return k
}

// Paused says whether the clock stands still.
func (k Clock) Paused() bool {
	return len(k.Pauses) > 0 && k.Pauses[len(k.Pauses)-1].To.IsZero()
}

// Late says whether the term is over. A paused clock is never late.
func (k Clock) Late(now time.Time) bool { return !k.Paused() && now.After(k.Due) }
