package handover

import (
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// Tend is the step that time asks for; false: none. duty is when somebody of the unit is
// there, terms how long who waits.
func Tend(h HandOver, duty *calendar.Calendar, terms policy.HandOvers, at time.Time) (HandOver, bool) {
	action := due(h, duty, terms, at)
	if action == "" {
		return h, false
	}
	next, err := step(h, action, people.Officer{}, may(people.Officer{}, h), at, "", func(n *HandOver) {
		switch action {
		case ActLate:
			n.ToldLate = true
		case ActLapse:
			n.Officer = ""
		}
	})
	if err != nil {
		return h, false
	}
	return next.tell(action, at), true
}

func due(h HandOver, duty *calendar.Calendar, terms policy.HandOvers, at time.Time) string {
	switch h.State {
	case Waiting:
		waited := duty.OpenBetween(h.Since, at)
		switch {
		case waited >= time.Duration(terms.GiveUpMinutes)*time.Minute:
			return ActExpire
		case !h.ToldLate && waited >= time.Duration(terms.WaitMinutes)*time.Minute:
			return ActLate
		}
	case Talking:
		switch silent := at.Sub(h.SpokenAt) >= time.Duration(terms.IdleMinutes)*time.Minute; {
		case silent && h.Unanswered():
			return ActLapse
		case silent:
			return ActIdle
		}
	}
	return ""
}
