package figures

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// The measures that figures are committed of.
const (
	RightFirst      = "right first"
	AnsweredAtOnce  = "answered at once"
	AnsweredRightly = "answered rightly"
	AnsweredWrongly = "answered wrongly" // the one of which less is better
	AUROC           = "AUROC"
	RefusedOrAsked  = "refused or asked back"
)

// A Comparison is a figure as committed and as measured now. The one that there
// is not has no questions.
type Comparison struct{ Committed, Measured Figure }

// Compare pairs each figure that was measured with the committed one; what was
// committed and is no longer measured comes last.
func Compare(committed, measured []Figure) []Comparison {
	var all []Comparison
	rest := slices.Clone(committed)
	for _, m := range measured {
		c := Comparison{Measured: m}
		if i := slices.IndexFunc(rest, func(f Figure) bool { return f.about() == m.about() }); i >= 0 {
			c.Committed = rest[i]
			rest = slices.Delete(rest, i, i+1)
		}
		all = append(all, c)
	}
	for _, f := range rest {
		all = append(all, Comparison{Committed: f})
	}
	return all
}

// rounding is the most that a share changes when it is written down.
const rounding = 0.0005

func (c Comparison) paired() bool        { return c.Committed.Count > 0 && c.Measured.Count > 0 }
func (c Comparison) difference() float64 { return c.Measured.Share - c.Committed.Share }

// Worse reports whether the figure is worse than the committed one by more than
// its noise.
func (c Comparison) Worse() bool {
	loss := -c.difference()
	if c.Measured.Measure == AnsweredWrongly {
		loss = -loss
	}
	return c.paired() && loss > c.Committed.Noise()+rounding
}

// Complaint says what is wrong with c: it is worse, or its two sides do not
// belong together. It is empty where nothing is.
func (c Comparison) Complaint() string {
	switch was, is := c.Committed, c.Measured; {
	case was.Count == 0:
		return fmt.Sprintf("%s is %s and is not committed", is, is.value())
	case is.Count == 0:
		return fmt.Sprintf("%s is committed but no longer measured", was)
	case was.Count != is.Count:
		return fmt.Sprintf("%s is of %d questions, of %d when it was committed", is, is.Count, was.Count)
	case c.Worse():
		return fmt.Sprintf("%s is %s, committed is %s, and that is more than the noise of %.3f", is, is.value(), was.value(), was.Noise())
	}
	return ""
}

// WriteComparisons writes all for people.
func WriteComparisons(w io.Writer, all []Comparison) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-60s %9s %9s %12s %6s\n", "figure", "committed", "measured", "difference", "noise")
	for _, c := range all {
		f := c.Committed
		if f.Count == 0 {
			f = c.Measured
		}
		fmt.Fprintf(&b, "%-60s %9s %9s %12s %6.3f\n", f, c.Committed.value(), c.Measured.value(), c.change(), f.Noise())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// change is the difference as people read it, empty where none would be seen.
func (c Comparison) change() string {
	switch {
	case !c.paired() || c.Committed.value() == c.Measured.value():
		return ""
	case c.Worse():
		return fmt.Sprintf("worse %+.3f", c.difference())
	}
	return fmt.Sprintf("%+.3f", c.difference())
}
