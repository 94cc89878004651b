package rights

import (
	"context"
	"errors"
	"fmt"

	"phatngon/bot/words"
	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/rights"
)

// Wish is why somebody is erased: what they claim, and where they said so.
type Wish struct{ Right, Channel string }

// Begin enters the wish of somebody who is about to be erased. It names nobody: when the
// erasure is done, nothing leads from it to them.
func (q *Rights) Begin(ctx context.Context, cause string, w Wish) error {
	_, err := q.File(ctx, people.Requester{}, rights.Filing{Source: cause, Right: w.Right, Channel: w.Channel, Proof: q.Proof(cause), At: q.Now()})
	return err
}

// End says that the erasure is done, by its proof in the audit chain.
func (q *Rights) End(ctx context.Context, cause string) error {
	c, err := q.Store.ClaimBySource(ctx, q.Hash("claim:"+cause))
	if err != nil {
		return fmt.Errorf("load the claim of an erasure: %w", err)
	}
	return q.fulfil(ctx, c.ID, q.Proof(cause))
}

func (q *Rights) fulfil(ctx context.Context, id, proof string) error {
	return q.change(ctx, id, func(c rights.Claim) (rights.Claim, error) {
		if !c.Open {
			return c, nil
		}
		return rights.Fulfil(c, proof, q.Now())
	})
}

// Forget leaves of a person's claims that there were some. It may be repeated after a crash.
func (q *Rights) Forget(ctx context.Context, requester string) error {
	all, err := q.Store.ClaimsOf(ctx, requester)
	if err != nil {
		return fmt.Errorf("list claims: %w", err)
	}
	for _, c := range all {
		if err := q.change(ctx, c.ID, func(c rights.Claim) (rights.Claim, error) { return rights.Forget(c, q.Now()) }); err != nil {
			return err
		}
	}
	return nil
}

// Take is the handler of what a person claims in the chat: it is entered, done where the
// program can do it, and said.
func (q *Rights) Take(ctx context.Context, owner string, e effect.Effect) error {
	who, err := q.Store.Requester(ctx, owner)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	if who.Erased {
		return nil // came late: nobody asks any more
	}
	in := rights.Filing{Source: e.Key, Right: e.Claim.Right, Channel: rights.FromChat, Text: e.Claim.Text, At: e.At}
	c, kept, err := q.Claim(ctx, who, in)
	if err != nil {
		return err
	}
	m := words.Claimed(c, q.Rules.At(e.At).Right(c.Right).Name, e.Claim.Buttons)
	if c.Right == rights.View {
		m = words.KeptOf(c, kept, q.PublicURL+words.PrivacyPath, e.Claim.Buttons)
	}
	return q.Send(ctx, who, e.Key, m)
}

// Claim enters what a person wants. Seeing is done at once: kept is what is kept of them.
func (q *Rights) Claim(ctx context.Context, who people.Requester, in rights.Filing) (c rights.Claim, kept []words.Kept, err error) {
	if in.Right != rights.View && in.Right != rights.Correct {
		return c, nil, &desk.InvalidError{Field: "right", Text: "Xin chọn xem dữ liệu hoặc sửa dữ liệu; xóa và rút lại đồng ý có nút riêng."}
	}
	if c, err = q.File(ctx, who, in); err != nil || in.Right == rights.Correct {
		return c, nil, err
	}
	if err = q.fulfil(ctx, c.ID, "claim:"+c.ID+"/2/audit"); err != nil {
		return c, nil, err
	}
	if kept, err = q.kept(ctx, who); err != nil { // asked again, it is said again
		return c, nil, err
	}
	c, err = q.Store.Claim(ctx, c.ID)
	return c, kept, err
}

// News is the handler by which a person hears of a step of their claim.
func (q *Rights) News(ctx context.Context, owner string, e effect.Effect) error {
	c, err := q.Store.Claim(ctx, owner)
	if errors.Is(err, desk.ErrNotFound) || err == nil && c.Requester == "" {
		return nil // kept long enough, or erased
	}
	if err != nil {
		return fmt.Errorf("load claim %s: %w", owner, err)
	}
	who, err := q.Store.Requester(ctx, c.Requester)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	set := q.Rules.At(e.At)
	return q.Send(ctx, who, e.Key, words.ClaimNews(c, e.Claim.Step-1, set.Right(c.Right).Name, set.RightGrounds()))
}

// Settle ends what was done before a crash could be noted: the proof is in the audit chain.
func (q *Rights) Settle(ctx context.Context) error {
	return q.eachOpen(ctx, func(c rights.Claim) error {
		if c.Proof == "" {
			return nil
		}
		done, err := q.Store.Audited(ctx, c.Proof)
		if err != nil || !done {
			return err
		}
		return q.fulfil(ctx, c.ID, c.Proof)
	})
}
