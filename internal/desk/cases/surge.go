package cases

import (
	"fmt"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/policy"
)

// Surging reports whether so many reports within the window are to alert officers: they
// were not alerted of the same surge before.
func Surging(c Case, reports int, bound policy.Surge, at time.Time) bool {
	quiet := time.Duration(bound.QuietHours) * time.Hour
	return reports >= bound.Reports && c.State != Duplicate && (c.SurgeAt.IsZero() || at.Sub(c.SurgeAt) >= quiet)
}

// Surge notes that many report a case at once; that officers see it follows. A case that
// is not Surging stays as it is.
func Surge(c Case, reports int, bound policy.Surge, at time.Time) (Case, error) {
	if !Surging(c, reports, bound, at) {
		return c, nil
	}
	d := deed{action: ActSurge, at: at, note: fmt.Sprintf("%d báo tin trong %d phút.", reports, bound.Minutes), detail: fmt.Sprintf("%d/%d", reports, bound.Minutes)}
	c, err := c.step(d, func(c *Case) error {
		c.SurgeAt = at
		return nil
	})
	if err != nil {
		return c, err
	}
	c.Effects = append(c.Effects, effect.Effect{Key: fmt.Sprintf("case:%s/%d/alert", c.Code, len(c.Steps)), Kind: effect.DoAlert, At: at,
		Alert: &effect.Alert{Case: c.Code, Unit: c.Unit, Count: reports, Minutes: bound.Minutes}})
	return c, nil
}
