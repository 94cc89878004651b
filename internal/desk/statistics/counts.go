// Package statistics counts what became of requests, month by month, and holds the
// register of press activities from which the yearly figures of Nghị định 244/2026/NĐ-CP
// are made. It is pure: whoever has the requests gets the figures.
package statistics

import (
	"fmt"
	"maps"
	"time"

	"phatngon/internal/desk/request"
)

// Counts says what became of the parts of requests that came in a period. Each part is
// in exactly one of Answered, Partly, NoInfo, Refused, Withdrawn and Open, so these six
// sum up to Received.
type Counts struct {
	Received  int `bson:"received"`
	Answered  int `bson:"answered"`
	Partly    int `bson:"partly"`
	NoInfo    int `bson:"no_info"`
	Refused   int `bson:"refused"`
	Withdrawn int `bson:"withdrawn"`
	Open      int `bson:"open"`

	OnTime  int            `bson:"on_time"` // signed by the deadline
	Late    int            `bson:"late"`    // signed after it
	Overdue int            `bson:"overdue"` // open, and the deadline is over
	Took    [Spans]int     `bson:"took"`    // of the signed ones, by the time from their coming
	Grounds map[string]int `bson:"grounds,omitempty"`

	Rated int `bson:"rated,omitempty"` // parts of which the person said how well they were served
	Stars int `bson:"stars,omitempty"` // what they said, 1 to 5, added up
}

// Spans is how many spans of time Took has: up to one day, three, five, ten, fifteen, and more.
const Spans = 6

// spanDays are the last days of all spans but the last.
var spanDays = [Spans - 1]int{1, 3, 5, 10, 15}

// SpanNames says in Vietnamese what the spans of Took are, in calendar days.
func SpanNames() [Spans]string {
	return [Spans]string{"trong 1 ngày", "1–3 ngày", "3–5 ngày", "5–10 ngày", "10–15 ngày", "hơn 15 ngày"}
}

// Decided is how many were signed: answered in whole or part, without such information, or refused.
func (c Counts) Decided() int { return c.Answered + c.Partly + c.NoInfo + c.Refused }

// OnTimeShare is the share of the signed ones that were signed by the deadline, for people.
func (c Counts) OnTimeShare() string { return Share(c.OnTime, c.Decided()) }

// Rating is the mean of what people said, of 5, for people.
func (c Counts) Rating() string {
	if c.Rated == 0 {
		return "–"
	}
	tenths := (10*c.Stars + c.Rated/2) / c.Rated
	return fmt.Sprintf("%d,%d/5", tenths/10, tenths%10)
}

// Add counts the figures of another period or unit in.
func (c *Counts) Add(o Counts) {
	c.Received += o.Received
	c.Answered += o.Answered
	c.Partly += o.Partly
	c.NoInfo += o.NoInfo
	c.Refused += o.Refused
	c.Withdrawn += o.Withdrawn
	c.Open += o.Open
	c.OnTime += o.OnTime
	c.Late += o.Late
	c.Overdue += o.Overdue
	c.Rated += o.Rated
	c.Stars += o.Stars
	for i, n := range o.Took {
		c.Took[i] += n
	}
	for ground, n := range o.Grounds {
		c.ground(ground, n)
	}
}

func (c *Counts) ground(code string, n int) {
	if c.Grounds == nil {
		c.Grounds = map[string]int{}
	}
	c.Grounds[code] += n
}

// count counts one part as it stands at now.
func (c *Counts) count(p request.Part, now time.Time) {
	c.Received++
	switch signed := signedAt(p); {
	case p.State == request.Withdrawn:
		c.Withdrawn++
	case signed.IsZero():
		c.Open++
		if p.State != request.Clarifying && now.After(p.Clock.Due) {
			c.Overdue++
		}
	default:
		c.decide(p)
		c.time(p, signed)
		c.rate(p)
	}
}

func (c *Counts) rate(p request.Part) {
	if p.Rating == 0 {
		return
	}
	c.Rated++
	c.Stars += p.Rating
}

// signedAt is when the decision in force was signed; zero when there is none.
func signedAt(p request.Part) time.Time {
	switch {
	case p.Refusal != nil:
		return p.Refusal.At
	case p.Approval != nil:
		return p.Approval.At
	}
	return time.Time{}
}

func (c *Counts) decide(p request.Part) {
	if p.Refusal != nil {
		c.Refused++
		c.ground(p.Refusal.Ground, 1)
		return
	}
	switch p.Approval.Outcome {
	case request.Partly:
		c.Partly++
		c.ground(p.Approval.Ground, 1)
	case request.NoInfo:
		c.NoInfo++
	default:
		c.Answered++
	}
}

func (c *Counts) time(p request.Part, signed time.Time) {
	if signed.After(p.Clock.Due) {
		c.Late++
	} else {
		c.OnTime++
	}
	took, span := signed.Sub(p.Clock.Start), 0
	for span < len(spanDays) && took > time.Duration(spanDays[span])*24*time.Hour {
		span++
	}
	c.Took[span]++
}

// clone is a copy that shares nothing.
func (c Counts) clone() Counts {
	c.Grounds = maps.Clone(c.Grounds)
	return c
}
