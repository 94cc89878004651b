package access

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// Sessions lists an officer's logins that are not over, the latest first.
func (a *Access) Sessions(ctx context.Context, officer string) ([]people.Session, error) {
	all, err := a.Store.SessionsOf(ctx, officer, a.Now())
	if err != nil {
		return nil, fmt.Errorf("list sessions: %w", err)
	}
	return all, nil
}

// EndSession ends one of an officer's own logins, on whichever machine it is.
func (a *Access) EndSession(ctx context.Context, by people.Officer, id string) error {
	s, err := a.Store.Session(ctx, id)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load session: %w", err)
	}
	if s.Officer != by.ID {
		return desk.ErrNotFound
	}
	return a.Store.DeleteSession(ctx, id)
}

// EndOtherSessions ends all of an officer's logins but the one of a token.
func (a *Access) EndOtherSessions(ctx context.Context, by people.Officer, token string) error {
	all, err := a.Sessions(ctx, by.ID)
	if err != nil {
		return err
	}
	for _, s := range all {
		if s.ID == Hash(token) {
			continue
		}
		if err := a.Store.DeleteSession(ctx, s.ID); err != nil {
			return fmt.Errorf("end a session: %w", err)
		}
	}
	return a.audit(ctx, by.ID, "officer.logout_others", by.ID, "")
}

// browsers and systems are told by what a program says of itself, the most telling first.
var (
	browsers = [...][2]string{{"Edg/", "Edge"}, {"OPR/", "Opera"}, {"coc_coc", "Cốc Cốc"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}}
	systems  = [...][2]string{{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"}, {"Mac OS", "Mac"}, {"Linux", "Linux"}}
)

// browserName is a browser as its owner would call it; "" when it is none that is known.
func browserName(agent string) string {
	name := first(browsers[:], agent)
	if system := first(systems[:], agent); name != "" && system != "" {
		name += " trên " + system
	}
	return name
}

func first(known [][2]string, agent string) string {
	for _, k := range known {
		if strings.Contains(agent, k[0]) {
			return k[1]
		}
	}
	return ""
}
