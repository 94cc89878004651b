package telling

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"phatngon/bot/report"
	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/queue"
)

// InformKind is the inbox item that tells everybody who reported a case what became of it.
const InformKind = "case"

// Inform is the handler that makes sure that everybody who reported a case hears of a step
// of it, once.
func (q *Telling) Inform(ctx context.Context, _ string, e effect.Effect) error {
	return q.QueueNews(ctx, e.Key, *e.Case)
}

func (q *Telling) QueueNews(ctx context.Context, key string, in effect.Case) error {
	body, err := json.Marshal(in)
	if err != nil {
		return fmt.Errorf("encode news: %w", err)
	}
	if _, err := q.Inbox.Put(ctx, queue.Item{ID: key, Lane: InformKind + ":" + in.Code, Kind: InformKind, Body: body}); err != nil {
		return fmt.Errorf("queue news: %w", err)
	}
	return nil
}

// TellReporters walks the reports of a case, and the wishes of who asked about it, and
// tells each person once. A second run goes on where the first one died.
func (q *Telling) TellReporters(ctx context.Context, j *queue.Job) error {
	var in effect.Case
	if err := json.Unmarshal(j.Body, &in); err != nil {
		return queue.Aside("Nội dung không đọc được.")
	}
	c, err := q.Store.Case(ctx, in.Code)
	if err != nil {
		return fmt.Errorf("load case %s: %w", in.Code, err)
	}
	p := &progress{job: j}
	for _, id := range p.reportsLeft(c.Reports) {
		if err := q.tell(ctx, c, in.Step-1, id); err != nil {
			return err
		}
		if err := p.reportDone(ctx, id); err != nil {
			return err
		}
	}
	return q.tellAskers(ctx, c, in.Step-1, p)
}

// TellLate tells the sender of a report that just came into c, and whoever asked about the
// same, of what the others were told before.
func (q *Telling) TellLate(ctx context.Context, c cases.Case, report string) error {
	for i := range c.Steps {
		if cases.Tells(c, i) {
			if err := q.tell(ctx, c, i, report); err != nil {
				return err
			}
			traces, sender, err := q.reported(ctx, c, i, report)
			if err != nil {
				return err
			}
			if err := q.tellWishes(ctx, c, i, traces, map[string]bool{sender: true}, &progress{}); err != nil {
				return err
			}
		}
	}
	return nil
}

// tell sends the news of a step to the sender of a report, under the key of the step and
// the person. Who reported after it, to this very case, heard it in the receipt.
func (q *Telling) tell(ctx context.Context, c cases.Case, i int, id string) error {
	r, err := q.Store.Report(ctx, id)
	if err != nil {
		return fmt.Errorf("load report: %w", err)
	}
	if !r.Consent || r.Case == c.Code && !c.Steps[i].At.After(r.CreatedAt) {
		return nil
	}
	sender, err := q.Store.Sender(ctx, id)
	if errors.Is(err, desk.ErrNotFound) {
		return nil // erased
	}
	if err != nil {
		return fmt.Errorf("look for who sent a report: %w", err)
	}
	who, err := q.Store.Requester(ctx, sender)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	m, ok := report.News(c, i, q.UnitOf(c), q.PublicURL)
	if !ok || !who.HearsOf(r.CreatedAt) {
		return nil
	}
	return q.Notice(ctx, who, q.toldKey(c, i, sender), m)
}
