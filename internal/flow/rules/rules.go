// Package rules holds the data that decisions rest on (holidays, deadlines, grounds,
// units) as this instance knows it: what is shipped, and the versions an administrator
// saved. A change counts on every instance within seconds, and open clocks with it.
package rules

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/flow/effects"
	"phatngon/internal/store"
)

// Rules is the book of rules. Recompute is set before use.
type Rules struct {
	Store *store.Store
	Relay *effects.Relay
	Now   func() time.Time
	Log   *slog.Logger

	Recompute func(context.Context) error // open clocks, under the rules as they now are

	book     atomic.Pointer[policy.Book]
	revision atomic.Int64
}

// policyRevision is raised behind each new version; every instance polls it.
const policyRevision = "policies"

const pollEvery = 2 * time.Second

// Book is every version known.
func (u *Rules) Book() *policy.Book {
	if b := u.book.Load(); b != nil {
		return b
	}
	return policy.Seed()
}

// At is the rules in force at an instant.
func (u *Rules) At(t time.Time) policy.Set { return u.Book().At(t) }

// Load reads the versions that were saved. One that this program cannot read is left out,
// and said so in the log: what is shipped then goes on.
func (u *Rules) Load(ctx context.Context) error {
	revision, err := u.Store.Revision(ctx, policyRevision)
	if err != nil {
		return fmt.Errorf("read revision of rules: %w", err)
	}
	book := policy.Seed()
	for _, kind := range policy.Kinds() {
		saved, err := u.Store.Policies(ctx, string(kind))
		if err != nil {
			return fmt.Errorf("load rules: %w", err)
		}
		for number := int64(book.Next(kind)); len(saved) > 0; number++ {
			v, ok := numbered(saved, number)
			if !ok {
				break
			}
			next, err := book.With(policy.Version{Name: kind, Number: int(v.Number), From: v.From, Author: v.Author, Data: v.Data})
			if err != nil {
				u.Log.Error("a version of rules is not understood", "name", kind, "number", v.Number, "error", err)
				break
			}
			book = next
		}
	}
	u.book.Store(book)
	u.revision.Store(revision)
	return nil
}

func numbered(saved []store.PolicyVersion, number int64) (store.PolicyVersion, bool) {
	for _, v := range saved {
		if v.Number == number {
			return v, true
		}
	}
	return store.PolicyVersion{}, false
}

// Watch learns of versions that other instances saved, until ctx ends.
func (u *Rules) Watch(ctx context.Context) {
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		revision, err := u.Store.Revision(ctx, policyRevision)
		if err == nil && revision != u.revision.Load() {
			err = u.Load(ctx)
		}
		if err != nil && ctx.Err() == nil {
			u.Log.Error("refresh rules", "error", err)
		}
	}
}

// Save adds a version that holds from an instant on. The error names the entry that is
// wrong (*desk.InvalidError); desk.ErrConflict: somebody saved one meanwhile.
func (u *Rules) Save(ctx context.Context, by people.Officer, name string, from time.Time, data []byte) error {
	if err := people.CanAdminister(by); err != nil {
		return err
	}
	if err := u.Load(ctx); err != nil {
		return err
	}
	kind := policy.Kind(name)
	v := policy.Version{Name: kind, Number: u.Book().Next(kind), From: from, Author: by.ID, Data: data}
	if _, err := u.Book().With(v); err != nil {
		return err
	}
	doc := store.PolicyVersion{ID: fmt.Sprintf("%s/%d", name, v.Number), Name: name, From: from, Number: int64(v.Number), Author: by.ID, Data: data, CreatedAt: u.Now()}
	err := u.Store.InsertPolicy(ctx, &doc,
		effect.Effect{Key: "policy:" + doc.ID + "/audit", Kind: effect.DoAudit, At: doc.CreatedAt, Audit: &effect.AuditLine{Officer: by.ID, Action: "policy.save", Subject: doc.ID}},
		effect.Effect{Key: "policy:" + doc.ID + "/apply", Kind: effect.DoApply, At: doc.CreatedAt})
	if errors.Is(err, desk.ErrConflict) {
		return desk.ErrConflict
	}
	if err != nil {
		return fmt.Errorf("save rules: %w", err)
	}
	u.Relay.Finish(ctx, store.Policies, doc.ID)
	return nil
}

// Apply is the handler that has new rules count: here, on every instance, and for the
// clocks that run.
func (u *Rules) Apply(ctx context.Context, _ string, _ effect.Effect) error {
	if _, err := u.Store.BumpRevision(ctx, policyRevision); err != nil {
		return fmt.Errorf("announce rules: %w", err)
	}
	if err := u.Load(ctx); err != nil {
		return err
	}
	return u.Recompute(ctx)
}

// Versions lists the versions of a table, the shipped one first.
func (u *Rules) Versions(ctx context.Context, name string) ([]store.PolicyVersion, error) {
	if err := u.Load(ctx); err != nil {
		return nil, err
	}
	var all []store.PolicyVersion
	for _, v := range u.Book().Versions(policy.Kind(name)) {
		all = append(all, store.PolicyVersion{ID: fmt.Sprintf("%s/%d", name, v.Number), Name: name, From: v.From, Number: int64(v.Number), Author: v.Author, Data: v.Data})
	}
	return all, nil
}
