package talk

import (
	"time"

	"phatngon/knowledge/answer"
)

// soon is how far ahead it is looked for what will be published.
const soon = 30 * 24 * time.Hour

// Release is that something on the matter will be public at a time: nothing of its words.
type Release struct {
	At   time.Time
	Unit string // its code
}

// Scheduled is the release that will answer a question once its embargo is over, for who may
// read it then.
func Scheduled(base *answer.Base, q answer.Question) (Release, bool) {
	later := answer.Question{Text: q.Text, Audience: q.Audience, Now: q.Now.Add(soon)}
	a := base.Ask(later)
	if a.Status != answer.Answered || len(a.Quotes) == 0 {
		return Release{}, false
	}
	s, ok := base.InForce(a.Quotes[0].Statement, q.Audience, later.Now)
	if !ok || s.EmbargoUntil == nil || !q.Now.Before(*s.EmbargoUntil) {
		return Release{}, false
	}
	return Release{At: *s.EmbargoUntil, Unit: s.Unit}, true
}
