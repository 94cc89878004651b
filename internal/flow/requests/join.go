package requests

import (
	"context"
	"errors"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/same/question"
	"phatngon/internal/store"
)

// mostCompared is how many open requests of a unit, the most urgent first, a new question is
// compared with.
const mostCompared = 500

// Alike is the open request of somebody else that asks the same of the same unit, if there
// is one. What it says is for officers: who asks now is shown its unit and Topic only.
func (q *Requests) Alike(ctx context.Context, who people.Requester, unit, asked string) (request.Request, bool, error) {
	found, _, err := q.Store.Requests(ctx, store.RequestFilter{Unit: unit, Open: true, Limit: mostCompared})
	if err != nil {
		return request.Request{}, false, fmt.Errorf("list open requests of %s: %w", unit, err)
	}
	best, likest, this := request.Request{}, 0.0, question.Of(asked)
	for _, r := range found {
		if r.Requester == who.ID || !request.MayLead(r, who.KindAt(q.Now())) {
			continue
		}
		if l := this.Likeness(question.Of(r.Question)); l > likest {
			best, likest = r, l
		}
	}
	return best, likest > 0, nil
}

// lead is the request that a filing wants to follow; "" when there is none any more, and the
// filing is one like any other. One who follows it already has that request: again.
func (q *Requests) lead(ctx context.Context, who people.Requester, in Filing) (lead request.Request, again request.Request, err error) {
	if !in.Follow {
		return lead, again, nil
	}
	lead, _, err = q.Alike(ctx, who, in.Unit, in.Question)
	if err != nil || lead.Code == "" {
		return lead, again, err
	}
	own, err := q.Store.RequestsOf(ctx, who.ID, 50)
	if err != nil {
		return lead, again, fmt.Errorf("list a person's requests: %w", err)
	}
	for _, r := range own {
		if r.Joined == lead.Code && r.State.Open() {
			return lead, r, nil
		}
	}
	return lead, again, nil
}

// FollowLead is the handler that gives the requests that joined another what that has come to.
func (q *Requests) FollowLead(ctx context.Context, _ string, e effect.Effect) error {
	for after, more := "", true; more; more = after != "" {
		found, next, err := q.Store.RequestsJoined(ctx, e.News.Request, after)
		if err != nil {
			return fmt.Errorf("list the requests that joined %s: %w", e.News.Request, err)
		}
		for _, r := range found {
			if err := q.followOne(ctx, r.Code, e.News.Request, e.At); err != nil {
				return err
			}
		}
		after = next
	}
	return nil
}

// followOne reads both anew, so that what holds by now is what is given; a lost race is
// tried again.
func (q *Requests) followOne(ctx context.Context, code, leadCode string, at time.Time) error {
	for {
		lead, err := q.Store.Request(ctx, leadCode)
		if err != nil {
			return fmt.Errorf("load request %s: %w", leadCode, err)
		}
		r, err := q.Store.Request(ctx, code)
		if err != nil {
			return fmt.Errorf("load request %s: %w", code, err)
		}
		next, err := request.Follow(r, lead, at)
		if err != nil || len(next.Effects) == 0 {
			return err
		}
		err = q.Store.ReplaceRequest(ctx, &next)
		if err == nil {
			q.Relay.Finish(ctx, store.Requests, code)
			published := effect.Statement{Code: lead.Parts[0].Statement, Version: 1} // by now, if at all: no earlier words were signed
			if published.Code != "" {
				err = q.Store.AddLedger(ctx, followersTold([]request.Request{next}, published, at)...)
			}
		}
		if !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// enterFollowers enters into the ledger who has the answer that became a statement because
// they followed its request: they hear of what becomes of it like who asked.
func (q *Requests) enterFollowers(ctx context.Context, lead string, e effect.Effect) error {
	if err := q.FollowLead(ctx, "", effect.Effect{News: &effect.News{Request: lead}, At: e.At}); err != nil {
		return err
	}
	for after, more := "", true; more; more = after != "" {
		found, next, err := q.Store.RequestsJoined(ctx, lead, after)
		if err != nil {
			return fmt.Errorf("list the requests that joined %s: %w", lead, err)
		}
		if err := q.Store.AddLedger(ctx, followersTold(found, *e.Statement, e.At)...); err != nil {
			return fmt.Errorf("enter ledger: %w", err)
		}
		after = next
	}
	return nil
}

func followersTold(found []request.Request, s effect.Statement, at time.Time) (entries []store.LedgerEntry) {
	for _, r := range found {
		if r.Requester != "" && r.Parts[0].Copied {
			entries = append(entries, store.LedgerEntry{ID: "joined:" + r.Code + "/" + s.Code, Requester: r.Requester,
				Statement: s.Code, StatementVersion: s.Version, Event: r.Code, At: at})
		}
	}
	return entries
}

// Cluster is a request and those that ask the same: already joined to it, or alike and not
// joined yet.
type Cluster struct {
	Lead          request.Request
	Joined, Alike []request.Request
}

// Clusters are the open requests of a unit, "" for all, that ask what another of their unit
// asks too.
func (q *Requests) Clusters(ctx context.Context, unit string) ([]Cluster, error) {
	open, _, err := q.Store.Requests(ctx, store.RequestFilter{Unit: unit, Open: true, Limit: mostCompared})
	if err != nil {
		return nil, fmt.Errorf("list open requests: %w", err)
	}
	return clustersOf(open), nil
}

func clustersOf(open []request.Request) (all []Cluster) {
	asked := make([]question.Asked, len(open))
	taken := map[string]bool{}
	for i, r := range open {
		asked[i] = question.Of(r.Question)
	}
	for i, lead := range open {
		if taken[lead.Code] || lead.Joined != "" || len(lead.Parts) != 1 {
			continue
		}
		c := Cluster{Lead: lead}
		for j, r := range open {
			switch {
			case r.Joined == lead.Code:
				c.Joined = append(c.Joined, r)
			case j <= i || taken[r.Code] || r.Joined != "" || r.Unit != lead.Unit || !request.MayLead(lead, r.RequesterKind) || len(r.Parts) != 1:
			case asked[i].Likeness(asked[j]) > 0:
				c.Alike, taken[r.Code] = append(c.Alike, r), true
			}
		}
		if len(c.Joined)+len(c.Alike) > 0 {
			all = append(all, c)
		}
	}
	return all
}

// JoinAll has requests answered with another, which gets a neutral title if one is given.
func (q *Requests) JoinAll(ctx context.Context, by people.Officer, lead Ref, topic string, others []Ref) error {
	if topic != "" {
		err := q.change(ctx, by, lead, func(r request.Request) (request.Request, error) { return request.SetTopic(r, topic, by, q.Now()) })
		if err != nil {
			return err
		}
	}
	for _, at := range others {
		to, err := q.Store.Request(ctx, lead.Code)
		if err != nil {
			return fmt.Errorf("load request %s: %w", lead.Code, err)
		}
		if !request.MaySee(by, to) {
			return desk.ErrForbidden
		}
		err = q.change(ctx, by, at, func(r request.Request) (request.Request, error) { return request.Join(r, to, by, q.Now()) })
		if err != nil {
			return err
		}
	}
	return nil
}

// Leave has a joined request go on alone.
func (q *Requests) Leave(ctx context.Context, by people.Officer, at Ref) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) { return request.Leave(r, by, q.Now()) })
}
