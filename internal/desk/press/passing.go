package press

import (
	"time"

	"phatngon/internal/desk/policy"
)

// Pass is what time does with a registration: what was held is told, the person is reminded
// before their verification ends, it ends, and pictures are removed when they were kept long enough.
// Without anything to do it is r as it was, without effects.
func Pass(r Registration, terms policy.PressTerms, at time.Time) (Registration, error) {
	switch {
	case r.State == Verified && !at.Before(r.Until):
		return r.step(deed{action: ActExpire, at: at}, nothing)
	case r.State == Verified && len(r.Held) > 0 && !at.Before(r.DigestAt()):
		return Digest(r, at)
	case r.State == Verified && !r.Reminded && !at.Before(r.Until.AddDate(0, 0, -terms.RemindDays)):
		return r.step(deed{action: ActRemind, at: at}, func(r *Registration) error {
			r.Reminded = true
			return nil
		})
	case CleanAt(r, terms) != (time.Time{}) && !at.Before(CleanAt(r, terms)):
		return Clean(r, at)
	}
	return r, nil
}

// CleanAt is when the pictures of r are to be removed; zero of one that has none, or is not
// decided. What was taken back by the person is removed at once.
func CleanAt(r Registration, terms policy.PressTerms) time.Time {
	switch {
	case len(r.Pictures) == 0 || !r.Cleaned.IsZero() || r.Decided.IsZero() || r.Open() || r.State == Erased:
		return time.Time{}
	case r.State == Withdrawn:
		return r.Decided
	}
	return r.firstDecided().AddDate(0, 0, terms.PictureDays)
}

// firstDecided is when the desk decided: what comes later keeps no picture longer.
func (r Registration) firstDecided() time.Time {
	for _, s := range r.Steps {
		if decides(s.Action) {
			return s.At
		}
	}
	return r.Decided
}

// Clean notes that the pictures go; their hashes stay as proof of what was seen.
func Clean(r Registration, at time.Time) (Registration, error) {
	return r.step(deed{action: ActClean, at: at}, func(r *Registration) error {
		r.Cleaned = at
		return nil
	})
}

// Replace ends a verification because a newer one of the same person holds.
func Replace(r Registration, at time.Time) (Registration, error) {
	return r.step(deed{action: ActReplace, at: at}, nothing)
}

// Erase leaves of a registration that there was one, and what was done with it when.
func Erase(r Registration, at time.Time) (Registration, error) {
	return r.step(deed{action: ActErase, at: at}, func(r *Registration) error {
		r.Requester, r.Newsroom, r.Holder, r.Pictures, r.Follows, r.Held, r.Known = "", "", "", nil, Follows{}, nil, nil
		steps := make([]Step, len(r.Steps))
		for i, s := range r.Steps {
			s.Note = ""
			steps[i] = s
		}
		r.Steps, r.Cleaned = steps, at
		return nil
	})
}
