package press

import (
	"context"
	"errors"
	"fmt"
	"time"

	botpress "phatngon/bot/press"
	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/press"
	"phatngon/internal/zalo/photo"
)

// Take is the handler of what a reporter wants done in the chat. The words that it was done
// are said by what did it.
func (q *Press) Take(ctx context.Context, owner string, e effect.Effect) error {
	who, err := q.Store.Requester(ctx, owner)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	if who.Erased {
		return nil // came late: nobody asks any more
	}
	m, err := q.take(ctx, who, e)
	var refused *desk.RuleError
	var invalid *desk.InvalidError
	switch {
	case errors.As(err, &refused):
		m = effect.Message{Text: refused.Text}
	case errors.As(err, &invalid):
		m = effect.Message{Text: invalid.Text}
	case errors.Is(err, desk.ErrForbidden), errors.Is(err, desk.ErrNotFound):
		return nil // theirs no more
	case err != nil:
		return err
	}
	return q.Send(ctx, who, e.Key, m)
}

func (q *Press) take(ctx context.Context, who people.Requester, e effect.Effect) (effect.Message, error) {
	p := *e.Press
	switch p.Action {
	case press.ActWithdraw:
		r, err := q.Withdraw(ctx, who, p.Registration, e.At)
		return botpress.Quit(r), err
	case press.ActFollow:
		r, err := q.Follow(ctx, who, p.Registration, press.Follows{All: p.All, Units: p.Units, Topics: p.Topics}, e.Key, e.At)
		return botpress.Followed(r, q.UnitName), err
	}
	return q.takeCard(ctx, who, p, e)
}

// patience is how long Zalo is asked again for a picture before the person is told.
const patience = 2 * time.Minute

// takeCard registers with the pictures that were sent: all, or none.
func (q *Press) takeCard(ctx context.Context, who people.Requester, p effect.Press, e effect.Effect) (effect.Message, error) {
	in := Filing{Source: e.Key, Newsroom: p.Newsroom, Kind: p.Kind, At: e.At}
	if r, ok, err := q.known(ctx, who, e.Key); ok || err != nil {
		return botpress.Receipt(r, p.Buttons), err
	}
	for _, address := range p.Pictures {
		data, err := q.Fetch(ctx, address)
		gone := errors.Is(err, photo.ErrHost) || errors.Is(err, photo.ErrPrivate) || errors.Is(err, photo.ErrLarge) || errors.Is(err, photo.ErrGone)
		if err != nil && !gone && q.Now().Sub(e.At) < patience {
			return effect.Message{}, fmt.Errorf("fetch a picture: %w", err)
		}
		if err == nil {
			err = readable(data)
			gone = err != nil
		}
		if err != nil {
			return botpress.NotSent(p, gone), nil
		}
		in.Pictures = append(in.Pictures, data)
	}
	r, err := q.Register(ctx, who, in)
	return botpress.Receipt(r, p.Buttons), err
}

// known is the registration that a cause has changed already: its pictures are kept, or were
// removed since. One whose bytes a crash kept from being written is taken again.
func (q *Press) known(ctx context.Context, who people.Requester, source string) (press.Registration, bool, error) {
	all, err := q.Store.RegistrationsOf(ctx, who.ID)
	for _, r := range all {
		if !r.Knows(q.hash(source)) {
			continue
		}
		for _, p := range r.Pictures {
			if _, err := q.Store.PressPicture(ctx, p); err != nil && r.Cleaned.IsZero() {
				return r, false, nil
			}
		}
		return r, true, nil
	}
	return press.Registration{}, false, err
}

// Withdraw takes a person's own registration back.
func (q *Press) Withdraw(ctx context.Context, who people.Requester, id string, at time.Time) (press.Registration, error) {
	return q.change(ctx, id, func(r press.Registration) (press.Registration, error) {
		if r.State == press.Withdrawn && r.Requester == who.ID {
			return r, nil // before a crash
		}
		return press.Withdraw(r, who.ID, at)
	})
}

// Follow notes of which new statements a reporter wants to hear. The same cause counts once; "" is
// none that could come again.
func (q *Press) Follow(ctx context.Context, who people.Requester, id string, f press.Follows, cause string, at time.Time) (press.Registration, error) {
	key := q.hash(cause)
	return q.change(ctx, id, func(r press.Registration) (press.Registration, error) {
		if cause != "" && r.Knows(key) && r.Requester == who.ID {
			return r, nil
		}
		if cause != "" {
			f.Daily = r.Follows.Daily // the chat does not ask how
		}
		next, err := press.Follow(r, who.ID, f, at)
		if err == nil && cause != "" {
			next = next.Know(key)
		}
		return next, err
	})
}
