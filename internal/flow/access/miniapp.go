package access

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// AppSessionLife is how long a Mini App session lasts; the app logs in again
// without asking the person.
const AppSessionLife = 12 * time.Hour

// MiniAppLogin verifies a Zalo user token with graph.zalo.me and opens a
// session. The Zalo token is used once and never kept.
func (a *Access) MiniAppLogin(ctx context.Context, zaloToken string) (string, people.Requester, error) {
	user, err := a.Zalo.Me(ctx, zaloToken)
	if err != nil {
		return "", people.Requester{}, fmt.Errorf("verify mini app user: %w", err)
	}
	return a.openApp(ctx, user.ID, user.OAUserID)
}

// DemoLogin opens a session for a made-up person; desk.ErrNotFound outside the
// demo.
func (a *Access) DemoLogin(ctx context.Context, persona string) (string, people.Requester, error) {
	if a.DemoPersona == nil {
		return "", people.Requester{}, desk.ErrNotFound
	}
	p, ok := a.DemoPersona(persona)
	if !ok {
		return "", people.Requester{}, desk.ErrNotFound
	}
	return a.openApp(ctx, p.AppUserID, p.OAUserID)
}

// openApp finds the requester behind an app-scoped id: the one met in the chat
// when the two are known to be one person, else one of the Mini App's own. Somebody who
// was erased and comes back begins anew.
func (a *Access) openApp(ctx context.Context, appUserID, oaUserID string) (string, people.Requester, error) {
	id := people.AppID(appUserID)
	switch known, err := a.Store.RequesterByApp(ctx, appUserID); {
	case err == nil:
		id = known.ID
	case !errors.Is(err, desk.ErrNotFound):
		return "", known, err
	}
	if oaUserID != "" {
		id = RequesterID(oaUserID)
		if err := a.join(ctx, appUserID, a.newRequester(id, a.Now())); err != nil {
			return "", people.Requester{}, err
		}
	}
	who, err := a.update(ctx, a.newRequester(id, a.Now()), func(who *people.Requester) {
		who.AppUserID, who.UsesApp, who.Erased = appUserID, true, false
	})
	if err == nil {
		err = a.Opened(ctx, who)
	}
	if err == nil && who.OAUserID != "" {
		err = a.Approach(ctx, who)
	}
	if err != nil {
		return "", who, err
	}
	return a.signSession(who.ID, a.Now().Add(AppSessionLife)), who, nil
}

// MiniAppUser returns the requester behind a session token; desk.ErrForbidden
// when it is not ours, over, or older than an erasure. The session of somebody who was
// joined with the requester of the chat goes on as that one's.
func (a *Access) MiniAppUser(ctx context.Context, token string) (people.Requester, error) {
	id, until, ok := a.openSession(token)
	if !ok {
		return people.Requester{}, desk.ErrForbidden
	}
	who, err := a.Store.Requester(ctx, id)
	if err == nil && who.JoinedTo != "" {
		who, err = a.Store.Requester(ctx, who.JoinedTo)
	}
	begun := until.Add(-AppSessionLife)
	if errors.Is(err, desk.ErrNotFound) || err == nil && (who.Erased || begun.Before(who.ErasedAt)) {
		return who, desk.ErrForbidden
	}
	return who, err
}

// signSession makes a token that says who until when. It is signed, not
// stored: instances need share nothing but the key.
func (a *Access) signSession(id string, until time.Time) string {
	claim := base64.RawURLEncoding.EncodeToString([]byte(id)) + "." + strconv.FormatInt(until.UnixMilli(), 10)
	return claim + "." + base64.RawURLEncoding.EncodeToString(a.mac(claim))
}

func (a *Access) openSession(token string) (id string, until time.Time, ok bool) {
	claim, sig, found := cutLast(token, ".")
	got, err := base64.RawURLEncoding.DecodeString(sig)
	if !found || err != nil || !hmac.Equal(got, a.mac(claim)) {
		return "", until, false
	}
	who, end, _ := strings.Cut(claim, ".")
	millis, err := strconv.ParseInt(end, 10, 64)
	name, err2 := base64.RawURLEncoding.DecodeString(who)
	until = time.UnixMilli(millis)
	if err != nil || err2 != nil || !a.Now().Before(until) {
		return "", until, false
	}
	return string(name), until, true
}

func (a *Access) mac(claim string) []byte {
	h := hmac.New(sha256.New, a.Secrets.Derive("miniapp-session"))
	h.Write([]byte(claim))
	return h.Sum(nil)
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
