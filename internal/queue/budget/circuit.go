package budget

import "time"

// Pauses after a failure: a second, doubling to a minute. A breath is the
// shortest wait of those behind a probe.
const (
	firstPause = time.Second
	mostPause  = time.Minute
	breath     = time.Second
)

// circuit stops all calls when one shows that none would succeed. After a pause
// one call tries; its success lets all others go on.
type circuit struct {
	failures int // in a row; 0: closed
	since    time.Time
	until    time.Time // end of the pause
	why      string
	probe    string // lane that tries now; "" = none
}

func (c *circuit) isOpen() bool { return c.failures > 0 }

func (c *circuit) mayProbe(now time.Time) bool { return c.probe == "" && !now.Before(c.until) }

// fail opens the circuit, or prolongs it after a probe. What was under way when
// it opened says nothing new.
func (c *circuit) fail(now time.Time, why string, jitter float64) {
	if c.isOpen() && c.probe == "" {
		return
	}
	if !c.isOpen() {
		c.since = now
	}
	c.failures++
	c.why, c.probe = why, ""
	pause := min(firstPause<<min(c.failures-1, 10), mostPause)
	c.until = now.Add(pause - time.Duration(jitter*float64(pause)/4))
}

// succeed closes it; only a probe can.
func (c *circuit) succeed() {
	if c.probe != "" {
		*c = circuit{}
	}
}

// done lets another try when the probe made no call.
func (c *circuit) done(lane string) {
	if c.probe == lane {
		c.probe = ""
	}
}
