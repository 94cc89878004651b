package cases

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"phatngon/bot/report"
	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/queue"
)

// InformKind is the inbox item that tells everybody who reported a case what became of it.
const InformKind = "case"

// Inform is the handler that makes sure that everybody who reported a case hears of a step
// of it, once. A case that only went into another one hands its reports over first.
func (q *Cases) Inform(ctx context.Context, _ string, e effect.Effect) error {
	if e.Case.Report != "" { // a merge: the reports of Code are those of Report
		return q.settle(ctx, *e.Case, e.At)
	}
	return q.queueNews(ctx, e.Key, *e.Case)
}

func (q *Cases) queueNews(ctx context.Context, key string, in effect.Case) error {
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
// tells each person once.
func (q *Cases) TellReporters(ctx context.Context, j *queue.Job) error {
	var in effect.Case
	if err := json.Unmarshal(j.Body, &in); err != nil {
		return queue.Aside("Nội dung không đọc được.")
	}
	c, err := q.Store.Case(ctx, in.Code)
	if err != nil {
		return fmt.Errorf("load case %s: %w", in.Code, err)
	}
	for _, id := range c.Reports {
		if err := q.tell(ctx, c, in.Step-1, id); err != nil {
			return err
		}
	}
	return q.tellAskers(ctx, c, in.Step-1)
}

// tellLate tells the sender of a report that just came into c, and whoever asked about the
// same, of what the others were told before.
func (q *Cases) tellLate(ctx context.Context, c cases.Case, report string) error {
	for i := range c.Steps {
		if cases.Tells(c, i) {
			if err := q.tell(ctx, c, i, report); err != nil {
				return err
			}
			traces, sender, err := q.reported(ctx, c, i, report)
			if err != nil {
				return err
			}
			if err := q.tellWishes(ctx, c, i, traces, map[string]bool{sender: true}); err != nil {
				return err
			}
		}
	}
	return nil
}

// tell sends the news of a step to the sender of a report, under the key of the step and
// the person. Who reported after it, to this very case, heard it in the receipt.
func (q *Cases) tell(ctx context.Context, c cases.Case, i int, id string) error {
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
	m, ok := report.News(c, i, q.unit(c), q.PublicURL)
	if !ok {
		return nil
	}
	return q.Notice(ctx, who, toldKey(c, i, sender), m)
}

// settles adds to a case that just went into another the effect that gives it its reports.
func settles(gone cases.Case) cases.Case {
	at := gone.Steps[len(gone.Steps)-1].At
	e := effect.Effect{Key: fmt.Sprintf("case:%s/%d/settle", gone.Code, len(gone.Steps)), Kind: effect.DoInform, At: at,
		Case: &effect.Case{Code: gone.Code, Report: gone.Into}}
	gone.Effects = append(gone.Effects, e)
	return gone
}

// settle gives a case the reports of one that went into it, and tells their senders what
// the others were told.
func (q *Cases) settle(ctx context.Context, in effect.Case, at time.Time) error {
	gone, err := q.Store.Case(ctx, in.Code)
	if err != nil {
		return fmt.Errorf("load case %s: %w", in.Code, err)
	}
	err = q.system(ctx, in.Report, func(c cases.Case) (cases.Case, error) { return cases.Settle(c, gone, at) })
	if err != nil {
		return err
	}
	whole, err := q.Store.Case(ctx, in.Report)
	if err != nil {
		return fmt.Errorf("load case %s: %w", in.Report, err)
	}
	for i := range whole.Steps {
		if cases.Tells(whole, i) {
			key := fmt.Sprintf("case:%s/%d/inform/%s", whole.Code, i+1, gone.Code)
			if err := q.queueNews(ctx, key, effect.Case{Code: whole.Code, Step: i + 1}); err != nil {
				return err
			}
		}
	}
	return nil
}
