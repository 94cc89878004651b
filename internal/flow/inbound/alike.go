package inbound

import (
	"context"

	"phatngon/bot/step"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/people"
)

// alike looks for another's request that asks what this person is about to send; only then,
// since it reads the open requests of a unit.
func (i *Inbound) alike(ctx context.Context, who people.Requester, talk chat.Conversation) (*step.Alike, error) {
	p := talk.Pending
	if talk.Waiting != chat.WaitConfirm || p == nil || p.Report != nil || p.Unit == "" || p.Question == "" {
		return nil, nil
	}
	r, found, err := i.Alike(ctx, who, p.Unit, p.Question)
	if err != nil || !found {
		return nil, err
	}
	return &step.Alike{Question: p.Question, Unit: p.Unit, Topic: r.Topic}, nil
}
