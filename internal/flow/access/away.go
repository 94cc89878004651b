package access

import (
	"context"
	"errors"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// longestAway bounds an absence, so that a slip of the year loses nobody's notices for good.
const longestAway = 366 * 24 * time.Hour

// SetAway notes until when an officer is away, and who of their unit gets their notices
// meanwhile; of another's an administrator does. The zero time: they are back. No right goes
// over to the other.
func (a *Access) SetAway(ctx context.Context, by people.Officer, id string, until time.Time, substitute string) error {
	if err := people.CanAdminister(by); id != by.ID && err != nil {
		return err
	}
	o, err := a.Store.Officer(ctx, id)
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	if until.IsZero() {
		substitute = ""
	} else if err := a.checkAway(ctx, o, until, substitute); err != nil {
		return err
	}
	o.AwayUntil, o.Substitute = until, substitute
	return a.changeOfficer(ctx, by, &o, "officer.away", substitute)
}

func (a *Access) checkAway(ctx context.Context, o people.Officer, until time.Time, substitute string) error {
	if now := a.Now(); !until.After(now) || until.Sub(now) > longestAway {
		return &desk.InvalidError{Field: "until", Text: "Vui lòng chọn một ngày từ hôm nay, trong vòng một năm."}
	}
	other, err := a.Store.Officer(ctx, substitute)
	if errors.Is(err, desk.ErrNotFound) || err == nil && !people.MaySubstitute(o, other) {
		return &desk.InvalidError{Field: "substitute", Text: "Vui lòng chọn người làm thay cùng đơn vị."}
	}
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	return nil
}
