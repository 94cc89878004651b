package flow

import (
	"context"
	"errors"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/store"
	"phatngon/internal/zalo"
)

// appUserKnown is the store's name for a Mini App user who is somebody else.
const appUserKnown = "requester_app_user_known"

// updateRequester applies change to the requester, creating it first when it
// is new; a lost race is tried again with fresh data.
func (f *Flow) updateRequester(ctx context.Context, fresh people.Requester, change func(*people.Requester)) (people.Requester, error) {
	for {
		who, err := f.Store.Requester(ctx, fresh.ID)
		switch {
		case errors.Is(err, desk.ErrNotFound):
			who = fresh
			change(&who)
			err = f.Store.InsertRequester(ctx, &who)
		case err == nil:
			before := who
			if change(&who); who == before {
				return who, nil
			}
			err = f.Store.ReplaceRequester(ctx, &who)
		}
		var taken *store.TakenError
		if !errors.Is(err, desk.ErrConflict) || errors.As(err, &taken) && taken.Key == appUserKnown {
			if err != nil {
				err = fmt.Errorf("update requester: %w", err)
			}
			return who, err
		}
		if ctx.Err() != nil {
			return who, ctx.Err()
		}
	}
}

// meet returns the requester behind an event of a person, with the time of
// their last interaction, which opens the sending windows of 48 hours and 7
// days (Zalo platform, "Interaction windows").
func (f *Flow) meet(ctx context.Context, e zalo.Event) (people.Requester, error) {
	fresh := f.newRequester(requesterID(e.UserID), e.At)
	linked := e.AppUserID
	if other, err := f.Store.RequesterByApp(ctx, linked); err == nil && other.ID != fresh.ID {
		linked = "" // used the Mini App first, as somebody the chat did not know
	}
	return f.updateRequester(ctx, fresh, func(who *people.Requester) {
		who.OAUserID, who.Erased = e.UserID, false // who writes again is known again
		if linked != "" {
			who.AppUserID = linked
		}
		if e.At.After(who.LastInteraction) {
			who.LastInteraction = e.At
		}
		switch e.Kind {
		case zalo.KindFollow:
			who.Follows = true
		case zalo.KindUnfollow:
			who.Follows = false
		}
	})
}

// newRequester is a person met for the first time.
func (f *Flow) newRequester(id string, at time.Time) people.Requester {
	return people.Requester{ID: id, Kind: people.Citizen, CreatedAt: at}
}

// erase removes what is known of a person and leaves a proof of it in the
// audit chain (Law 91/2025/QH15; requests keep the question without the person).
func (f *Flow) erase(ctx context.Context, id string) error {
	asker := func(statement string) string { return f.asker(statement, id) }
	if err := f.Store.EraseRequester(ctx, id, asker); err != nil {
		return fmt.Errorf("erase requester: %w", err)
	}
	return f.audit(ctx, "", "requester.erase", "requester", "")
}

// KnowReporter enters a person as a verified reporter of a newsroom, known or
// not yet.
func (f *Flow) KnowReporter(ctx context.Context, oaUserID, newsroom string) error {
	fresh := f.newRequester(requesterID(oaUserID), f.Now())
	fresh.OAUserID = oaUserID
	_, err := f.updateRequester(ctx, fresh, func(who *people.Requester) {
		who.Kind, who.Newsroom = people.ReporterVerified, newsroom
	})
	return err
}
