package access

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"phatngon/bot/words"
	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// NewLinkCode makes the code that by sends to the Official Account from the Zalo account that
// notices are to go to. It works once and until then; a newer one ends it.
func (a *Access) NewLinkCode(ctx context.Context, by people.Officer, within time.Duration) (code string, until time.Time, err error) {
	o, err := a.Store.Officer(ctx, by.ID)
	if err != nil {
		return "", until, fmt.Errorf("load officer: %w", err)
	}
	random := make([]byte, 10)
	_, _ = rand.Read(random) // never fails since Go 1.24
	code, until = people.LinkCode(random), a.Now().Add(within)
	o.LinkHash, o.LinkUntil = a.linkHash(code), until
	return code, until, a.changeOfficer(ctx, by, &o, "officer.link_code", "")
}

// linkHash is by what a code is recognised: the code itself is in no document of the officer.
func (a *Access) linkHash(code string) string {
	h := hmac.New(sha256.New, a.Secrets.Derive("link"))
	h.Write([]byte(code))
	return hex.EncodeToString(h.Sum(nil))
}

// Link is the handler by which the person who sent an officer's code gets that officer's
// notices, and hears so. A wrong, used or old code links nobody, and says no more than that.
func (a *Access) Link(ctx context.Context, owner string, e effect.Effect) error {
	who, err := a.Store.Requester(ctx, owner)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	if who.Erased {
		return nil // came late: nobody is there any more
	}
	o, linked, err := a.link(ctx, who, e)
	if err != nil {
		return err
	}
	return a.Send(ctx, who, e.Key, words.Linked(o.Name, linked))
}

func (a *Access) link(ctx context.Context, who people.Requester, e effect.Effect) (people.Officer, bool, error) {
	all, err := a.Store.Officers(ctx)
	if err != nil {
		return people.Officer{}, false, fmt.Errorf("list officers: %w", err)
	}
	hash := a.linkHash(e.Link.Code)
	for _, o := range all {
		switch {
		case o.LinkedBy == e.Key:
			return o, true, nil
		case o.Disabled || o.LinkHash == "" || !hmac.Equal([]byte(o.LinkHash), []byte(hash)) || !e.At.Before(o.LinkUntil):
			continue
		}
		if err := a.unlinkAll(ctx, who.ID, o.ID); err != nil { // one account is one officer's
			return o, false, err
		}
		o.Zalo, o.LinkedBy, o.LinkHash, o.LinkUntil = who.ID, e.Key, "", time.Time{}
		err := a.changeOfficer(ctx, o, &o, "officer.link", "")
		if errors.Is(err, desk.ErrConflict) {
			return a.link(ctx, who, e) // changed meanwhile: look again
		}
		return o, err == nil, err
	}
	return people.Officer{}, false, nil
}

// Unlink ends that the officer's notices go to a Zalo account; a code that is under way too.
func (a *Access) Unlink(ctx context.Context, by people.Officer) error {
	o, err := a.Store.Officer(ctx, by.ID)
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	o.Zalo, o.LinkedBy, o.LinkHash, o.LinkUntil = "", "", "", time.Time{}
	return a.changeOfficer(ctx, by, &o, "officer.unlink", "")
}

// unlinkAll ends that notices of officers, but for one, go to this account.
func (a *Access) unlinkAll(ctx context.Context, requester, but string) error {
	all, err := a.Store.Officers(ctx)
	if err != nil {
		return fmt.Errorf("list officers: %w", err)
	}
	for _, o := range all {
		if o.Zalo != requester || o.ID == but {
			continue
		}
		o.Zalo, o.LinkedBy = "", ""
		err := a.changeOfficer(ctx, o, &o, "officer.unlink", "")
		if errors.Is(err, desk.ErrConflict) {
			return a.unlinkAll(ctx, requester, but)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
