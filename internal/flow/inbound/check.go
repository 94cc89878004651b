package inbound

import (
	"context"
	"strings"
	"time"

	"phatngon/bot/check"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
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
	f := check.Of(i.checks(who, known), text)
	return f, i.read(ctx, who, f)
}

// CheckPicture says whether a picture is known from a case. It is compared and not kept; a
// *desk.InvalidError says what to send instead.
func (i *Inbound) CheckPicture(ctx context.Context, who people.Requester, data []byte) (check.Finding, error) {
	known, err := i.Cases.Shown(ctx, data)
	if err != nil {
		return check.Finding{}, err
	}
	f := check.OfPicture(i.checks(who, known))
	return f, i.read(ctx, who, f)
}

func (i *Inbound) checks(who people.Requester, known *cases.Case) check.World {
	now := i.Now()
	return check.World{Base: i.Base, Channels: i.Channels, Known: known, Audience: publication.AudienceOf(who, now), Now: now, PublicURL: i.PublicURL}
}

// read enters into the ledger what the person is about to read.
func (i *Inbound) read(ctx context.Context, who people.Requester, f check.Finding) error {
	now := i.Now()
	told := effect.Effect{Kind: effect.DoTell, At: now}
	for _, q := range f.Quotes() {
		told.Told = append(told.Told, effect.Told{Statement: q.Statement, Version: q.Version})
	}
	if who.ID == "" || len(told.Told) == 0 {
		return nil
	}
	event := strings.Join([]string{"app", who.ID, "check", f.Quotes()[0].Statement, now.In(calendar.Zone).Format(time.DateOnly)}, "/")
	return i.Statements.EnterLedger(ctx, who.ID, event, told)
}
