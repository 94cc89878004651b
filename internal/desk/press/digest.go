package press

import (
	"slices"
	"time"

	"phatngon/internal/desk/calendar"
)

// Held is a new statement that waits for the message of the day.
type Held struct {
	Statement string    `bson:"statement"` // code
	At        time.Time `bson:"at"`        // since when
}

// DigestHour is the hour of the day from which on what was held is told, in the office's zone.
const DigestHour = 8

// mostHeld bounds what waits; the message tells the newest.
const mostHeld = 200

// Hold has a new statement wait for the message of the day.
func Hold(r Registration, statement string, at time.Time) Registration {
	if !r.Holds(statement) {
		r.Held = append(slices.Clip(r.Held[max(0, len(r.Held)-mostHeld+1):]), Held{statement, at})
	}
	return r
}

// Holds reports that a statement waits already.
func (r Registration) Holds(statement string) bool {
	return slices.ContainsFunc(r.Held, func(h Held) bool { return h.Statement == statement })
}

// DigestAt is when what waits is told: at the first DigestHour after the oldest came; zero
// when nothing waits.
func (r Registration) DigestAt() time.Time {
	if len(r.Held) == 0 {
		return time.Time{}
	}
	since := r.Held[0].At.In(calendar.Zone)
	y, m, d := since.Date()
	if due := time.Date(y, m, d, DigestHour, 0, 0, 0, calendar.Zone); due.After(since) {
		return due
	}
	return time.Date(y, m, d+1, DigestHour, 0, 0, 0, calendar.Zone)
}

// Digest ends the waiting; what is told goes with the effect.
func Digest(r Registration, at time.Time) (Registration, error) {
	told := r.Held
	next, err := r.step(deed{action: ActDigest, at: at}, func(r *Registration) error {
		r.Held = nil
		return nil
	})
	if err != nil {
		return next, err
	}
	last := &next.Effects[len(next.Effects)-1]
	for _, h := range told {
		last.Press.Statements = append(last.Press.Statements, h.Statement)
	}
	return next, nil
}
