// Package notices tells officers what waits for them, by e-mail and in the Zalo chat that they
// linked: at once what comes to them, in the morning what is due, and their leaders what nobody
// took or answered. Who is told what is package remind's; here it is stored, so that nobody is
// told twice, and goes out while the office is open.
package notices

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"
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

// Kinds of inbox items that tell an officer: a letter, and a message to their chat.
const (
	MailKind = "mail"
	ZaloKind = "zalo_notice"
)

// Notices is the way to officers. Who has neither a mail server nor a linked chat is told nothing.
type Notices struct {
	Store     *store.Store
	Relay     *effects.Relay
	Rules     *rules.Rules
	Inbox     *queue.Queue
	Mailer    *mail.Mailer
	PublicURL string
	Now       func() time.Time
	Log       *slog.Logger

	Notice func(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error // to a chat
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
	set := n.Rules.At(now)
	return remind.Office{Officers: officers, Calendar: set.Calendar, Terms: set.Reminders(), PublicURL: n.PublicURL, Now: now}, nil
}

// OfStep is the handler that tells officers of a step of a request.
func (n *Notices) OfStep(ctx context.Context, _ string, e effect.Effect) error {
	office, err := n.office(ctx)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(office.Officers, n.reaches) {
		return nil
	}
	r, err := n.Store.Request(ctx, e.News.Request)
	if err != nil {
		return fmt.Errorf("load request %s: %w", e.News.Request, err)
	}
	for _, notice := range office.OfStep(r, e.News.Part, e.News.Step-1) {
		if err := n.put(ctx, notice.Key, notice.To, letter{notice.To.ID, notice.Subject, notice.Text, notice.Short}); err != nil {
			return err
		}
	}
	return nil
}

// letter is the body of an item that tells an officer. The address is looked up when it goes out.
type letter struct{ Officer, Subject, Text, Short string }

// reaches reports whether there is a way to the officer.
func (n *Notices) reaches(o people.Officer) bool { return n.Mailer != nil || o.Zalo != "" }

// put queues what an officer is told, for when the office is open: a letter, and a message to
// their chat where one is linked.
func (n *Notices) put(ctx context.Context, key string, to people.Officer, l letter) error {
	body, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("encode a letter: %w", err)
	}
	now := n.Now()
	opens := n.Rules.At(now).Calendar.OpenAt(now)
	var items []queue.Item
	if n.Mailer != nil {
		items = append(items, queue.Item{ID: key, Lane: MailKind + ":" + l.Officer, Kind: MailKind, Body: body, NotBefore: opens})
	}
	if to.Zalo != "" {
		items = append(items, queue.Item{ID: ZaloKind + ":" + key, Lane: ZaloKind + ":" + l.Officer, Kind: ZaloKind, Body: body, NotBefore: opens})
	}
	if len(items) == 0 {
		return nil
	}
	if _, err := n.Inbox.Put(ctx, items...); err != nil {
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
