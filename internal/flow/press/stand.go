package press

import (
	"context"
	"errors"
	"fmt"

	botpress "phatngon/bot/press"
	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/press"
)

// Stand is the handler that follows a step of a registration: the person is known as what
// their registrations make them, and only then hears of it. What was taken back is removed.
func (q *Press) Stand(ctx context.Context, _ string, e effect.Effect) error {
	r, err := q.Store.Registration(ctx, e.Press.Registration)
	if err != nil {
		return fmt.Errorf("load registration: %w", err)
	}
	if r.Requester == "" {
		return nil // erased
	}
	who, err := q.Store.Requester(ctx, r.Requester)
	if errors.Is(err, desk.ErrNotFound) || err == nil && who.Erased {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	if err := q.makeKnown(ctx, r.Requester); err != nil {
		return err
	}
	if _, err := q.pass(ctx, r.ID); err != nil {
		return err
	}
	m, ok := botpress.News(r, e.Press.Step-1)
	if !ok {
		return nil
	}
	return q.Notice(ctx, who, e.Key, m)
}

// makeKnown makes a person known as their registrations say, as often as these change
// meanwhile, and ends what a newer one replaces.
func (q *Press) makeKnown(ctx context.Context, requester string) error {
	for {
		all, err := q.Store.RegistrationsOf(ctx, requester)
		if err != nil {
			return fmt.Errorf("list registrations: %w", err)
		}
		if err := q.Become(ctx, requester, func(who people.Requester) people.Requester { return press.Standing(who, all) }); err != nil {
			return err
		}
		if err := q.replaceOlder(ctx, all); err != nil {
			return err
		}
		again, err := q.Store.RegistrationsOf(ctx, requester)
		if err != nil || same(all, again) {
			return err
		}
	}
}

func same(a, b []press.Registration) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].ID != b[i].ID || a[i].State != b[i].State || !a[i].Until.Equal(b[i].Until) {
			return false
		}
	}
	return true
}

// replaceOlder ends all but the newest verification.
func (q *Press) replaceOlder(ctx context.Context, all []press.Registration) error {
	held := false
	for _, r := range all {
		if r.State != press.Verified {
			continue
		}
		if held {
			_, err := q.change(ctx, r.ID, func(r press.Registration) (press.Registration, error) {
				if r.State != press.Verified {
					return r, nil
				}
				return press.Replace(r, q.Now())
			})
			if err != nil {
				return err
			}
		}
		held = true
	}
	return nil
}

// Discard is the handler that removes the pictures of a registration; twice is once.
func (q *Press) Discard(ctx context.Context, _ string, e effect.Effect) error {
	r, err := q.Store.Registration(ctx, e.Press.Registration)
	if err != nil {
		return fmt.Errorf("load registration: %w", err)
	}
	return q.discard(ctx, r.Pictures)
}

func (q *Press) discard(ctx context.Context, pictures []press.Picture) error {
	for _, p := range pictures {
		if err := q.Store.RemovePressPicture(ctx, p); err != nil {
			return fmt.Errorf("remove a picture: %w", err)
		}
	}
	return nil
}

// pass does what time does with a registration.
func (q *Press) pass(ctx context.Context, id string) (press.Registration, error) {
	now := q.Now()
	terms := q.Rules.At(now).Press()
	return q.change(ctx, id, func(r press.Registration) (press.Registration, error) { return press.Pass(r, terms, now) })
}

func (q *Press) passAll(ctx context.Context, found []press.Registration) error {
	terms := q.Rules.At(q.Now()).Press()
	for _, r := range found {
		if next, err := press.Pass(r, terms, q.Now()); err == nil && len(next.Effects) == 0 {
			continue
		}
		if _, err := q.pass(ctx, r.ID); err != nil {
			return err
		}
	}
	return nil
}

// Round does what time does with all registrations.
func (q *Press) Round(ctx context.Context) error {
	for _, state := range []press.State{press.Verified, press.Refused, press.Withdrawn, press.Revoked, press.Expired, press.Replaced} {
		for after, more := "", true; more; more = after != "" {
			found, next, err := q.Store.RegistrationsIn(ctx, state, after, 200)
			if err != nil {
				return fmt.Errorf("list registrations: %w", err)
			}
			if err := q.passAll(ctx, found); err != nil {
				return err
			}
			after = next
		}
	}
	return nil
}

// Forget removes what a person has shown and leaves of their registrations that there were
// some. It may be repeated after a crash.
func (q *Press) Forget(ctx context.Context, requester string) error {
	all, err := q.Store.RegistrationsOf(ctx, requester)
	if err != nil {
		return fmt.Errorf("list registrations: %w", err)
	}
	for _, r := range all {
		if err := q.discard(ctx, r.Pictures); err != nil {
			return err
		}
		_, err := q.change(ctx, r.ID, func(r press.Registration) (press.Registration, error) {
			if r.State == press.Erased {
				return r, nil
			}
			return press.Erase(r, q.Now())
		})
		if err != nil {
			return err
		}
	}
	return nil
}
