package inbound

import (
	"context"
	"strings"
	"time"

	"phatngon/bot/check"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
)

// Check says whether what a person of the Mini App pasted is what was published, as the
// chat does, and enters into the ledger what they are about to read.
func (i *Inbound) Check(ctx context.Context, who people.Requester, text string) (check.Finding, error) {
	known, err := i.Cases.Known(ctx, text)
	if err != nil {
		return check.Finding{}, err
	}
	now := i.Now()
	w := check.World{Base: i.Base, Channels: i.Channels, Known: known, Audience: publication.AudienceOf(who, now), Now: now, PublicURL: i.PublicURL}
	f := check.Of(w, text)
	told := effect.Effect{Kind: effect.DoTell, At: now}
	for _, q := range f.Quotes() {
		told.Told = append(told.Told, effect.Told{Statement: q.Statement, Version: q.Version})
	}
	if who.ID == "" || len(told.Told) == 0 {
		return f, nil
	}
	event := strings.Join([]string{"app", who.ID, "check", f.Quotes()[0].Statement, now.In(calendar.Zone).Format(time.DateOnly)}, "/")
	return f, i.Statements.EnterLedger(ctx, who.ID, event, told)
}
