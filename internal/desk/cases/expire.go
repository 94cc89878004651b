package cases

import (
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/policy"
)

// Expired is up to when the reports came of which something was removed; zero while all is
// kept. Who reports an ended case later is kept as long as those before.
type Expired struct {
	Identities time.Time `bson:"identities,omitempty"`
	Reports    time.Time `bson:"reports,omitempty"`
	Evidence   time.Time `bson:"evidence,omitempty"`
}

// termOf is how long what was reported is kept once c has ended as it has.
func termOf(c Case, r policy.Retention) policy.Term {
	switch {
	case c.Access == Closed:
		return r.Closed
	case c.State == Rejected:
		return r.Rejected
	case c.State == OtherBody:
		return r.Referred
	}
	return r.Concluded
}

// ended is when c came to its end, and whether it did: nothing of a case under way goes.
func (c Case) ended() (time.Time, bool) {
	if c.State.Column() != ColumnDone || c.State == Duplicate {
		return time.Time{}, false
	}
	for i := len(c.Steps) - 1; i >= 0; i-- {
		switch c.Steps[i].Action {
		case ActFinish, ActUnlabel, ActReject, ActRefer, ActConfirm:
			return c.Steps[i].At, true
		}
	}
	return c.UpdatedAt, true
}

// arrived reports whether reports came into c after one time and not after another.
func (c Case) arrived(after, upTo time.Time) bool {
	return slices.ContainsFunc(c.Steps, func(s Step) bool {
		came := s.Action == ActReceive || s.Action == ActJoin || s.Action == ActAbsorb || s.Action == ActSettle
		last := s.At
		if s.Until.After(last) {
			last = s.Until
		}
		return came && last.After(after) && !s.At.After(upTo)
	})
}

// Expire removes what of an ended case was kept long enough: the removal follows, and has
// its line in the history and in the audit chain. Where nothing is
// due, c stays as it is.
func Expire(c Case, retention policy.Retention, at time.Time) (Case, error) {
	end, over := c.ended()
	if !over {
		return c, nil
	}
	next, term := c.Expired, termOf(c, retention)
	var gone string
	for _, part := range []struct {
		name string
		days int
		upTo *time.Time
	}{{"identities", term.Identities, &next.Identities}, {"reports", term.Reports, &next.Reports}, {"evidence", term.Evidence, &next.Evidence}} {
		oldest := at.AddDate(0, 0, -part.days)
		if part.days > 0 && !end.After(oldest) && c.arrived(*part.upTo, oldest) {
			*part.upTo, gone = oldest, gone+" "+part.name
		}
	}
	if gone == "" {
		return c, nil
	}
	c, err := c.step(deed{action: ActExpire, at: at, detail: fmt.Sprintf("%d báo tin:%s", len(c.Reports), gone)}, func(c *Case) error {
		c.Expired = next
		return nil
	})
	if err != nil {
		return c, err
	}
	c.Effects = append(c.Effects, effect.Effect{Key: fmt.Sprintf("case:%s/%d/expire", c.Code, len(c.Steps)), Kind: effect.DoExpire, At: at, Case: &effect.Case{Code: c.Code}})
	return c, nil
}
