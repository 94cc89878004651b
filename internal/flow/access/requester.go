package access

import (
	"context"
	"errors"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/rights"
	"phatngon/internal/store"
	"phatngon/internal/zalo/webhook"
)

// RequesterID is the id of the requester behind an OA user id.
func RequesterID(oaUserID string) string { return "oa:" + oaUserID }

// appUserKnown is the store's name for a Mini App user who is somebody else.
const appUserKnown = "requester_app_user_known"

// update applies change to the requester, creating it first when it
// is new; a lost race is tried again with fresh data.
func (a *Access) update(ctx context.Context, fresh people.Requester, change func(*people.Requester)) (people.Requester, error) {
	for {
		who, err := a.Store.Requester(ctx, fresh.ID)
		if who.Version == 0 { // new, or new again: sessions from before an erasure stay over
			fresh.Erased, fresh.ErasedAt, fresh.ErasedBy = who.Erased, who.ErasedAt, who.ErasedBy
			who = fresh
		}
		if err == nil || errors.Is(err, desk.ErrNotFound) {
			before, known := who, err == nil
			if change(&who); known && (who == before || who.Version == 0 && who.Erased) {
				return who, nil // nothing new, or nothing by which they would be known again
			}
			err = a.Store.SaveRequester(ctx, &who)
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

// Meet returns the requester behind an event of a person, with the time of
// their last interaction, which opens the sending windows of 48 hours and 7
// days (Zalo platform, "Interaction windows"). Somebody who used the Mini App first is
// the same requester from now on, and what could not reach them is sent: looked for at
// each event, since a process may have died before it had done so. The event by which
// somebody was erased, when it comes again, finds them Erased.
func (a *Access) Meet(ctx context.Context, e webhook.Event) (people.Requester, error) {
	fresh := a.newRequester(RequesterID(e.UserID), e.At)
	if err := a.join(ctx, e.AppUserID, fresh); err != nil {
		return fresh, err
	}
	who, err := a.update(ctx, fresh, func(who *people.Requester) {
		if a.Store.ErasedBy(*who, e.Key) {
			return // not news of them
		}
		who.OAUserID, who.Erased = e.UserID, false // who writes again is known again
		if e.AppUserID != "" {
			who.AppUserID = e.AppUserID
		}
		if e.At.After(who.LastInteraction) {
			who.LastInteraction = e.At
		}
		switch e.Kind {
		case webhook.KindFollow:
			who.Follows = true
		case webhook.KindUnfollow:
			who.Follows = false
		}
	})
	if err != nil || who.Erased || e.Kind == webhook.KindUnfollow {
		return who, err
	}
	return who, a.Approach(ctx, who)
}

// join moves what belongs to a Mini App user met as somebody else to the requester of the
// chat, who is fresh when not known. As whom they ask goes first: once they are joined
// nothing tells of it.
func (a *Access) join(ctx context.Context, appUserID string, fresh people.Requester) error {
	if appUserID == "" {
		return nil
	}
	other, err := a.Store.RequesterByApp(ctx, appUserID)
	if errors.Is(err, desk.ErrNotFound) || err == nil && other.ID == fresh.ID {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load requester of the app: %w", err)
	}
	_, err = a.update(ctx, fresh, func(who *people.Requester) {
		who.UsesApp = who.UsesApp || other.UsesApp
		if other.QuietSince.After(who.QuietSince) {
			who.QuietSince = other.QuietSince
		}
		if who.Kind == people.Citizen {
			who.Kind, who.Newsroom, who.Foreign, who.VerifiedUntil = other.Kind, other.Newsroom, other.Foreign, other.VerifiedUntil
		}
	})
	if err != nil {
		return err
	}
	if err := a.Store.JoinRequesters(ctx, other.ID, fresh.ID); err != nil {
		return fmt.Errorf("join requesters: %w", err)
	}
	if err := a.Store.JoinMisses(ctx, a.Asker("", other.ID), a.Asker("", fresh.ID)); err != nil {
		return fmt.Errorf("join what was not answered: %w", err)
	}
	return nil
}

// newRequester is a person met for the first time.
func (a *Access) newRequester(id string, at time.Time) people.Requester {
	return people.Requester{ID: id, Kind: people.Citizen, CreatedAt: at}
}

// Forget removes what is known of a person and leaves a proof of it in the
// audit chain, once per cause, the event that wished it (Law 91/2025/QH15; requests keep the question without the
// person).
func (a *Access) Forget(ctx context.Context, id, cause string) error {
	if err := a.unlinkAll(ctx, id, ""); err != nil {
		return err
	}
	asker := func(statement string) string { return a.Asker(statement, id) }
	if err := a.Store.EraseRequester(ctx, id, cause, a.Now(), asker); err != nil {
		return fmt.Errorf("erase requester: %w", err)
	}
	proof := desk.AuditRecord{ID: rights.ErasureProof(cause), At: a.Now(), Action: "requester.erase", Subject: "requester"}
	if _, err := a.Store.AppendAudit(ctx, proof); err != nil {
		return fmt.Errorf("audit erasure: %w", err)
	}
	return nil
}

// Mute keeps the bot silent for a person until then: an officer talks with them.
func (a *Access) Mute(ctx context.Context, id string, until time.Time) error {
	_, err := a.update(ctx, a.newRequester(id, a.Now()), func(who *people.Requester) {
		who.MutedUntil = until
	})
	return err
}

// HearConclusions notes whether a person wants to hear the conclusions on what they have
// reported or asked about until now; it is the person as they are known then.
func (a *Access) HearConclusions(ctx context.Context, id string, wanted bool) (people.Requester, error) {
	return a.update(ctx, a.newRequester(id, a.Now()), func(who *people.Requester) {
		switch {
		case wanted:
			who.QuietSince = time.Time{}
		case who.QuietSince.IsZero():
			who.QuietSince = a.Now()
		}
	})
}

// KnowReporter enters a person as a verified reporter of a newsroom, known or
// not yet.
func (a *Access) KnowReporter(ctx context.Context, oaUserID, newsroom string) error {
	fresh := a.newRequester(RequesterID(oaUserID), a.Now())
	fresh.OAUserID = oaUserID
	_, err := a.update(ctx, fresh, func(who *people.Requester) {
		who.Kind, who.Newsroom, who.VerifiedUntil, who.Erased = people.ReporterVerified, newsroom, time.Time{}, false
	})
	return err
}

// Become changes as whom a person is known; of somebody who is not known, or no more,
// nothing.
func (a *Access) Become(ctx context.Context, id string, change func(people.Requester) people.Requester) error {
	if who, err := a.Store.Requester(ctx, id); errors.Is(err, desk.ErrNotFound) || err == nil && (who.Erased || who.Version == 0) {
		return nil
	}
	_, err := a.update(ctx, a.newRequester(id, a.Now()), func(who *people.Requester) {
		if who.Version > 0 {
			*who = change(*who)
		}
	})
	return err
}
