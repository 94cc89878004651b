// Package notices tells officers by e-mail what waits for them: at once what comes to them,
// in the morning what is due, and their leaders what nobody took or answered. Who is told
// what is package remind's; here it is stored, so that nobody is told twice, and goes out
// while the office is open.
package notices

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/remind"
	"phatngon/internal/flow/effects"
	"phatngon/internal/flow/rules"
	"phatngon/internal/mail"
	"phatngon/internal/queue"
	"phatngon/internal/store"
)

// MailKind is the inbox item that is a letter to an officer.
const MailKind = "mail"

// Notices is the way to officers. Without a Mailer nothing is written and nothing sent.
type Notices struct {
	Store     *store.Store
	Relay     *effects.Relay
	Rules     *rules.Rules
	Inbox     *queue.Queue
	Mailer    *mail.Mailer
	PublicURL string
	Now       func() time.Time
	Log       *slog.Logger
}

// office is who works where now.
func (n *Notices) office(ctx context.Context) (remind.Office, error) {
	officers, err := n.Store.Officers(ctx)
	if err != nil {
		return remind.Office{}, fmt.Errorf("list officers: %w", err)
	}
	now := n.Now()
	for i, o := range officers {
		officers[i] = people.InOffice(o, now)
	}
	return remind.Office{Officers: officers, Calendar: n.Rules.At(now).Calendar, PublicURL: n.PublicURL, Now: now}, nil
}

// OfStep is the handler that tells officers of a step of a request.
func (n *Notices) OfStep(ctx context.Context, _ string, e effect.Effect) error {
	if n.Mailer == nil {
		return nil
	}
	office, err := n.office(ctx)
	if err != nil {
		return err
	}
	r, err := n.Store.Request(ctx, e.News.Request)
	if err != nil {
		return fmt.Errorf("load request %s: %w", e.News.Request, err)
	}
	for _, notice := range office.OfStep(r, e.News.Part, e.News.Step-1) {
		if err := n.put(ctx, notice.Key, letter{notice.To.ID, notice.Subject, notice.Text}); err != nil {
			return err
		}
	}
	return nil
}

// letter is the body of a mail item. The address is looked up when it goes out.
type letter struct{ Officer, Subject, Text string }

// put queues a letter for when the office is open.
func (n *Notices) put(ctx context.Context, key string, l letter) error {
	body, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("encode a letter: %w", err)
	}
	now := n.Now()
	item := queue.Item{ID: key, Lane: MailKind + ":" + l.Officer, Kind: MailKind, Body: body, NotBefore: n.Rules.At(now).Calendar.OpenAt(now)}
	if _, err := n.Inbox.Put(ctx, item); err != nil {
		return fmt.Errorf("queue a letter: %w", err)
	}
	return nil
}

// sending marks a letter that is being handed to the server.
const sending = "sending"

// Send hands a letter to the mail server. One whose attempt a crash cut off may have
// arrived: it is set aside, not sent again.
func (n *Notices) Send(ctx context.Context, j *queue.Job) error {
	var l letter
	if err := json.Unmarshal(j.Body, &l); err != nil {
		return queue.Aside("Nội dung không đọc được.")
	}
	if n.Mailer == nil {
		return queue.Aside("Chưa cấu hình máy chủ thư.")
	}
	if j.Mark == sending {
		if err := j.SetMark(ctx, ""); err != nil { // who has it sent again has decided
			return err
		}
		return queue.Aside("Chưa rõ thư đã gửi hay chưa.")
	}
	to, err := n.Store.Officer(ctx, l.Officer)
	if errors.Is(err, desk.ErrNotFound) || err == nil && to.Disabled {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	if err := j.SetMark(ctx, sending); err != nil {
		return err
	}
	if err := n.Mailer.Send(ctx, mail.Letter{ID: messageID(j.ID, n.PublicURL), To: to.Email, Subject: l.Subject, Text: l.Text}); err != nil {
		return errors.Join(err, j.SetMark(context.WithoutCancel(ctx), ""))
	}
	return nil
}
