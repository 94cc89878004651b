// Package rights is the path of what people want done with the data kept of them. The rules
// are internal/desk/rights'; here claims come in, are done at once where the program can, and
// are stored, each change with what must follow it.
package rights

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/rights"
	"phatngon/internal/flow/effects"
	"phatngon/internal/flow/rules"
	"phatngon/internal/store"
)

// Rights changes claims. All fields are set before use.
type Rights struct {
	Store     *store.Store
	Relay     *effects.Relay
	Rules     *rules.Rules
	Hash      func(string) string // of what caused a claim
	PublicURL string
	Now       func() time.Time

	Send  func(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error
	Proof func(cause string) string // the id of the audit record that proves an erasure
}

// File enters a claim, once for each source. What came before by the same source is given back.
func (q *Rights) File(ctx context.Context, who people.Requester, in rights.Filing) (rights.Claim, error) {
	in.Source = q.Hash("claim:" + in.Source)
	c, err := q.Store.ClaimBySource(ctx, in.Source)
	if !errors.Is(err, desk.ErrNotFound) {
		return c, err
	}
	if c, err = rights.New("", who, in, q.Rules.At(in.At)); err != nil { // refused before it costs a number
		return c, err
	}
	year := in.At.In(calendar.Zone).Year()
	n, err := q.Store.NextNumber(ctx, rights.Series+strconv.Itoa(year))
	if err != nil {
		return c, fmt.Errorf("number a claim: %w", err)
	}
	if c, err = rights.New(rights.CodeOf(year, n), who, in, q.Rules.At(in.At)); err != nil {
		return c, err
	}
	err = q.Store.InsertClaim(ctx, &c)
	if errors.Is(err, desk.ErrConflict) {
		return q.Store.ClaimBySource(ctx, in.Source) // a run at the same time was faster
	}
	if err != nil {
		return c, fmt.Errorf("enter a claim: %w", err)
	}
	q.Relay.Finish(ctx, store.Claims, c.ID)
	return c, nil
}

// Enter enters what came on paper or by telephone; the same paper once.
func (q *Rights) Enter(ctx context.Context, by people.Officer, right, text, reference string) (rights.Claim, error) {
	return q.File(ctx, people.Requester{}, rights.Filing{Source: "panel:" + right + ":" + reference, Right: right, Channel: rights.FromPanel,
		Text: text, Reference: reference, Officer: by, At: q.Now()})
}

// Ref is a claim as a form was shown with it: a change is refused with desk.ErrConflict when
// someone changed it meanwhile.
type Ref struct {
	ID      string
	Version int64
}

// decide takes a step of an officer.
func (q *Rights) decide(ctx context.Context, at Ref, step func(rights.Claim) (rights.Claim, error)) error {
	c, err := q.Store.Claim(ctx, at.ID)
	if err != nil {
		return fmt.Errorf("load claim %s: %w", at.ID, err)
	}
	if c.Version != at.Version {
		return desk.ErrConflict
	}
	next, err := step(c)
	if err != nil {
		return err
	}
	return q.save(ctx, &next)
}

func (q *Rights) save(ctx context.Context, c *rights.Claim) error {
	if err := q.Store.ReplaceClaim(ctx, c); err != nil {
		return fmt.Errorf("change claim %s: %w", c.ID, err)
	}
	q.Relay.Finish(ctx, store.Claims, c.ID)
	return nil
}

// change takes a step of the program; a lost race is tried again, and a step that leaves the
// claim as it is stores nothing.
func (q *Rights) change(ctx context.Context, id string, step func(rights.Claim) (rights.Claim, error)) error {
	for {
		c, err := q.Store.Claim(ctx, id)
		if err != nil {
			return fmt.Errorf("load claim %s: %w", id, err)
		}
		next, err := step(c)
		if err != nil || len(next.Effects) == 0 && next.Requester == c.Requester {
			return err
		}
		if err = q.save(ctx, &next); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// Finish says that an officer has done what was wanted.
func (q *Rights) Finish(ctx context.Context, by people.Officer, at Ref, what string) error {
	return q.decide(ctx, at, func(c rights.Claim) (rights.Claim, error) { return rights.Finish(c, by, what, q.Now()) })
}

// Refuse says no on a ground, with why.
func (q *Rights) Refuse(ctx context.Context, by people.Officer, at Ref, ground, why string) error {
	now := q.Now()
	return q.decide(ctx, at, func(c rights.Claim) (rights.Claim, error) {
		return rights.Refuse(c, by, q.Rules.At(now), ground, why, now)
	})
}

// Extend prolongs the term once.
func (q *Rights) Extend(ctx context.Context, by people.Officer, at Ref, amount int, why string) error {
	now := q.Now()
	return q.decide(ctx, at, func(c rights.Claim) (rights.Claim, error) {
		return rights.Extend(c, by, q.rulesOf(c, now), amount, why, now)
	})
}

func (q *Rights) rulesOf(c rights.Claim, now time.Time) policy.Set {
	return q.Rules.Book().For(c.Clock, now)
}

// eachOpen does something with every claim that is to be done.
func (q *Rights) eachOpen(ctx context.Context, do func(rights.Claim) error) error {
	for after, more := "", true; more; more = after != "" {
		found, next, err := q.Store.OpenClaims(ctx, time.Time{}, after, 200)
		if err != nil {
			return fmt.Errorf("list open claims: %w", err)
		}
		for _, c := range found {
			if err := do(c); err != nil {
				return err
			}
		}
		after = next
	}
	return nil
}

// Recompute runs the clocks of open claims under the rules as they now are.
func (q *Rights) Recompute(ctx context.Context) error {
	return q.eachOpen(ctx, func(c rights.Claim) error {
		now := q.Now()
		return q.change(ctx, c.ID, func(c rights.Claim) (rights.Claim, error) { return rights.Reclock(c, q.rulesOf(c, now), now) })
	})
}
