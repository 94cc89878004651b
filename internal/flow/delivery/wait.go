package delivery

import (
	"context"
	"encoding/json"
	"errors"

	"phatngon/bot/words"
	"phatngon/internal/desk/people"
	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/zalo"
)

// beforeLongWait is the item that tells of the long wait of a reply, to be put before it;
// none when nobody may be told now. Every such message costs a call that all others wait
// for, so the budget gives few; who gets none reads of the wait below the reply.
func (p *Post) beforeLongWait(who people.Requester, cause string) []queue.Item {
	if p.Pace == nil || !p.Pace.MayTell() {
		return nil
	}
	body, err := json.Marshal(outgoing{UserID: who.OAUserID})
	if err != nil {
		return nil // never: a string can be encoded
	}
	return []queue.Item{{ID: cause + "/wait/0", Lane: who.ID, Kind: waitKind, Body: body}}
}

// tellWait tells a person how long their reply waits: at once or not at all. It is said
// at most once: a send that nobody can find is not repeated.
func (p *Post) tellWait(ctx context.Context, j *queue.Job) error {
	var out outgoing
	if err := json.Unmarshal(j.Body, &out); err != nil {
		return nil
	}
	tried := j.Item
	if began, ok := sendBegan(j.Mark); ok {
		found, err := p.settle(ctx, j, out, began)
		if err != nil {
			return p.unlessOutage(tried, err)
		}
		if !found {
			return unpack(j)
		}
		return nil
	}
	helps, err := p.helps(ctx, j)
	if !helps || err != nil {
		return err
	}
	wait, ok := p.Pace.Tell(j.Lane)
	if !ok {
		return nil
	}
	out.Parcel = &parcel{Text: words.Wait(wait, p.MiniAppLink), Told: p.Now().Add(wait)}
	return p.sendWait(ctx, j, tried, out)
}

func (p *Post) sendWait(ctx context.Context, j *queue.Job, tried queue.Item, out outgoing) error {
	if err := p.begins(ctx, j, out); err != nil {
		return err
	}
	id, err := p.Zalo.SendText(ctx, out.UserID, out.Parcel.Text, nil)
	var api *zalo.APIError
	switch {
	case err == nil:
		j.Ref = id
		return nil
	case errors.As(err, &api) && !api.OutcomeUnknown:
		return unpack(j)
	}
	return p.unlessOutage(tried, err)
}

// helps reports whether it is early enough to tell of a wait: it has just begun, the
// reply is still to come, and the person was not told.
func (p *Post) helps(ctx context.Context, j *queue.Job) (bool, error) {
	if p.Pace == nil || p.Now().Sub(j.CreatedAt) > budget.LongWait {
		return false, nil
	}
	behind, err := j.Behind(ctx, 1)
	if err != nil || len(behind) == 0 || behind[0].Kind != messageKind {
		return false, err
	}
	told, err := p.told(ctx, j.Item)
	return !told, err
}
