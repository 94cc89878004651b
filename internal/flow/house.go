package flow

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
)

const (
	houseEvery = time.Hour
	checkEvery = 24 * time.Hour // reading all of the database
)

// KeepHouse forgets handled items, ended sessions, old askings and verdicts, words that nobody submitted
// and pictures that no report came for, and refreshes
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
		f.checkAudit(ctx),
		f.Delivery.Zalo.EnsureToken(ctx),
		f.Delivery.ReleaseUnpaid(ctx),
		f.Store.DeleteSessionsExpired(ctx, now),
		f.Store.DeleteScratchesBefore(ctx, now.Add(-request.ScratchLife)),
		f.sweep(ctx),
		f.Rights.Settle(ctx),
		f.Press.Round(ctx),
		f.expireCases(ctx),
		f.Store.Scrub(ctx), // last: of what the others removed
	)
}

// sweeps is how each class of data is removed that the policy "retention" has a term for.
func (f *Flow) sweeps() map[string][]func(context.Context, time.Time) error {
	return map[string][]func(context.Context, time.Time) error{
		policy.KeptChat:          {f.Store.DeleteConversationsBefore},
		policy.KeptMessages:      {f.Inbox.Prune, f.Outbox.Prune},
		policy.KeptAskings:       {f.Store.DeleteAskingsBefore, f.Store.DeleteVerdictsBefore, f.Store.DeleteMissesBefore},
		policy.KeptWishes:        {f.Store.DeleteWishesBefore},
		policy.KeptTalks:         {f.Store.DeleteHandOversEndedBefore},
		policy.KeptDenunciations: {f.Store.SilenceGraveEndedBefore},
		policy.KeptUploads:       {f.Store.DeleteUndecidedBefore, f.Store.DeleteUploadsBefore},
		policy.KeptClaims:        {f.Store.DeleteClaimsEndedBefore},
		policy.KeptReminders:     {f.Store.DeleteRemindersBefore},
	}
}

// sweep removes what was kept as long as the policy in force says.
func (f *Flow) sweep(ctx context.Context) error {
	now := f.Now()
	set := f.Rules.At(now)
	var errs []error
	for class, removals := range f.sweeps() {
		for _, remove := range removals {
			errs = append(errs, remove(ctx, set.KeptSince(class, now)))
		}
	}
	return errors.Join(errs...)
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
