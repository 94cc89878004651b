package flow

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/flow/askings"
	"phatngon/internal/flow/attachments"
	"phatngon/internal/flow/handovers"
	"phatngon/internal/flow/matching"
	"phatngon/internal/flow/telling"
)

// Housekeeping: handled items keep their keys long enough to know a repetition
// (Zalo repeats within hours; its sheet advises 48 hours at least).
const (
	keepHandled   = 7 * 24 * time.Hour
	keepReminders = 400 * 24 * time.Hour // longer than any request stays open and late
	houseEvery    = time.Hour
	checkEvery    = 24 * time.Hour // reading all of the database
)

// KeepHouse forgets handled items, ended sessions, old askings and
// pictures that no report came for, and refreshes
// the OA's token ahead of time, until ctx ends.
func (f *Flow) KeepHouse(ctx context.Context) {
	tick := time.NewTicker(houseEvery)
	defer tick.Stop()
	for {
		if err := f.Tidy(ctx); err != nil && ctx.Err() == nil {
			f.Log.Error("keep house", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Tidy is one round of KeepHouse.
func (f *Flow) Tidy(ctx context.Context) error {
	now := f.Now()
	return errors.Join(
		f.checkDatabase(ctx),
		f.Delivery.Zalo.EnsureToken(ctx),
		f.Delivery.ReleaseUnpaid(ctx),
		f.Inbox.Prune(ctx, now.Add(-keepHandled)),
		f.Outbox.Prune(ctx, now.Add(-keepHandled)),
		f.Store.DeleteSessionsExpired(ctx, now),
		f.Store.DeleteRemindersBefore(ctx, now.Add(-keepReminders)),
		f.Store.DeleteAskingsBefore(ctx, now.Add(-askings.Life)),
		f.Store.DeleteWishesBefore(ctx, now.Add(-telling.WishLife)),
		f.Store.DeleteHandOversEndedBefore(ctx, now.Add(-handovers.Life)),
		f.Store.DeleteUndecidedBefore(ctx, now.Add(-attachments.UndecidedLife)),
		f.Store.DeleteUploadsBefore(ctx, now.Add(-matching.UploadLife)),
		f.Press.Round(ctx),
		f.expireCases(ctx),
		f.Store.Scrub(ctx), // last: of what the others removed
	)
}

// expireCases removes once a day what ended cases have kept long enough.
func (f *Flow) expireCases(ctx context.Context) error {
	now := f.Now()
	if now.Sub(f.expired) < checkEvery {
		return nil
	}
	f.expired = now
	return f.Cases.ExpireOld(ctx)
}
