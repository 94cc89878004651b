package cases

import (
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/authorship"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// Conclude signs the given revision for the competent unit (NĐ 328/2026, Art. 8 and 21):
// if the draft has changed since, the error wraps ErrConflict. Nobody whose words stand in
// it signs it. The clock of the label begins, or where there is none that of the warning.
func Conclude(c Case, revision int, rules policy.Set, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActConclude, by: by, at: at, detail: edition(revision)}, func(c *Case) error {
		d := c.Draft
		if d.Revision != revision {
			return fmt.Errorf("conclude revision %d, draft is at %d: %w", revision, d.Revision, desk.ErrConflict)
		}
		by := people.InOffice(by, at)
		c.Conclusion = &Conclusion{Outcome: d.Outcome, Claim: d.Claim, Text: d.Text, Quotes: slices.Clone(d.Quotes), Unit: c.Unit,
			DraftedBy: authorship.By(d.Authorship), SignedBy: by.ID, Spokesperson: by.Name, Position: by.Position, At: at, Kind: people.KindOf(by)}
		if m := by.Mandate; m != nil {
			c.Conclusion.Document, c.Conclusion.Until = m.Document, m.Until
		}
		return c.startClock(rules, at)
	})
}

// startClock begins what a conclusion owes: false content its label within 24 hours, what
// cannot be verified its warning. Closed content owes neither (NĐ 328/2026, Art. 10, 11).
func (c *Case) startClock(rules policy.Set, at time.Time) (err error) {
	switch {
	case c.Access == Closed || c.Conclusion.Outcome == NotFalse:
	case c.Conclusion.Outcome == IsFalse:
		c.Label, err = start(rules, ruleLabel, at)
	default:
		c.Warn, err = startWarning(rules, c.Severity, at)
	}
	return err
}

// Label records that the competent unit put the label on the content; the clock of its
// publication begins. The program never does so by itself.
func Label(c Case, rules policy.Set, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActLabel, by: by, at: at}, func(c *Case) (err error) {
		c.Conclusion.LabelledAt = at
		c.Warn, err = startWarning(rules, c.Severity, at)
		return err
	})
}

// Publish makes the conclusion, or the warning, public.
func Publish(c Case, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActPublish, by: by, at: at}, func(c *Case) error {
		c.Conclusion.PublishedAt = at
		return nil
	})
}

// Confirm says that a public conclusion still holds, as when the matter comes up again.
func Confirm(c Case, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActConfirm, by: by, at: at}, func(c *Case) error {
		c.Conclusion.ConfirmedAt = at
		return nil
	})
}

// LastConfirmed is when the unit last stood by its public conclusion.
func (k Conclusion) LastConfirmed() time.Time {
	if k.ConfirmedAt.After(k.PublishedAt) {
		return k.ConfirmedAt
	}
	return k.PublishedAt
}

// Unlabel takes the label back on stated grounds, which are public. The conclusion, who
// signed it and when it was labelled stay on record (NĐ 328/2026, Art. 10).
func Unlabel(c Case, grounds string, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActUnlabel, by: by, at: at, note: grounds}, func(c *Case) error {
		c.Conclusion.Unlabelled = &Unlabelling{Grounds: clean(grounds), By: by.ID, At: at}
		return need("grounds", grounds, "Vui lòng ghi căn cứ gỡ nhãn; căn cứ này được công khai.")
	})
}

// SendOn gives a concluded case to a body that handles it further, such as the police
// (NĐ 328/2026, Art. 14).
func SendOn(c Case, to, why string, by people.Officer, at time.Time) (Case, error) {
	return c.forward(deed{ActForward, by, at, why, to}, Forward{}, nil)
}

// AskTakeDown asks a platform to take the content down, within 24 hours, if urgent 6.
func AskTakeDown(c Case, to, why string, urgent bool, rules policy.Set, by people.Officer, at time.Time) (Case, error) {
	rule := ruleTakeDown
	if urgent {
		rule = ruleUrgent
	}
	return c.forward(deed{ActTakeDown, by, at, why, to}, Forward{TakeDown: true}, func() (calendar.Clock, error) {
		return start(rules, rule, at)
	})
}

// forward adds f, told by d, with the clock that begins.
func (c Case) forward(d deed, f Forward, begin func() (calendar.Clock, error)) (Case, error) {
	return c.step(d, func(c *Case) (err error) {
		f.To, f.Why, f.By, f.At = clean(d.detail), clean(d.note), d.by.ID, d.at
		if begin != nil {
			f.Clock, err = begin()
		}
		if err != nil {
			return err
		}
		c.Forwards = append(c.Forwards, f)
		if f.To == "" {
			return invalid("to", "Vui lòng ghi nơi nhận.")
		}
		return need("why", d.note, "Vui lòng ghi nội dung đề nghị.")
	})
}

// Finish ends the handling, with a note of what was done.
func Finish(c Case, note string, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActFinish, by: by, at: at, note: note}, func(*Case) error {
		return need("note", note, "Vui lòng ghi kết quả xử lý.")
	})
}
