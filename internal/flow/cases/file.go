package cases

import (
	"context"
	"errors"
	"fmt"
	"time"

	"phatngon/bot/report"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/same/link"
	"phatngon/internal/flow/matching"
	"phatngon/internal/store"
)

// Filing is what a person reports. Source is the id of what caused it (an effect, an
// idempotency key): the same source files once. At is when they reported. Uploads are
// pictures that they sent before (Upload), by SHA-256; Adds is their report that this one
// adds to, and goes to the case of.
type Filing struct {
	effect.Report
	Source, Channel            string
	At, SeenAt                 time.Time
	Place, Spread, Harm, Right string
	Uploads                    []string
	Adds                       string
}

// Channels a report comes by.
const (
	ChannelChat    = "zalo"
	ChannelMiniApp = "miniapp"
)

// Take is the handler that files what a person reported in the chat, and sends the
// receipt: the words that it was taken are said by what took it.
func (q *Cases) Take(ctx context.Context, owner string, e effect.Effect) error {
	who, err := q.Store.Requester(ctx, owner)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	if who.Erased {
		return nil // came late: nobody reports any more
	}
	r, err := q.take(ctx, who, Filing{Report: *e.Report, Source: e.Key, Channel: ChannelChat, At: e.At})
	if err != nil {
		return err
	}
	c, err := q.Store.CaseNow(ctx, r.Case)
	if err != nil {
		return fmt.Errorf("load the case of a report: %w", err)
	}
	proof := ""
	if !r.Anonymous { // the message stays in the queue for days: it must not lead from the person to the report
		proof = q.Proof(r)
	}
	return q.Send(ctx, who, e.Key, report.Receipt(c, r, q.UnitOf(c), q.PublicURL, proof, e.Report.Buttons))
}

// take files a report, or adds it to the person's own in the case that it names. Where that
// one left the case meanwhile it is a report of its own.
func (q *Cases) take(ctx context.Context, who people.Requester, in Filing) (cases.Report, error) {
	if in.To == "" {
		return q.File(ctx, who, in)
	}
	own, err := q.OwnIn(ctx, who.ID, in.To)
	if err != nil {
		return cases.Report{}, err
	}
	if own == "" {
		in.Category = string(cases.Other)
		return q.File(ctx, who, in)
	}
	return q.Add(ctx, who, own, in)
}

// File keeps a report with its pictures, and brings it to the case of its matter: one that
// is known, or a new one.
func (q *Cases) File(ctx context.Context, who people.Requester, in Filing) (cases.Report, error) {
	source := q.Hash(in.Source)
	if r, err := q.Store.ReportBySource(ctx, source); !errors.Is(err, desk.ErrNotFound) {
		q.Relay.Finish(ctx, store.Reports, r.ID) // what kept it may have died before it was joined to its case
		return r, err
	}
	r, err := cases.NewReport(q.reportOf(who, in, source))
	if err != nil {
		return r, err
	}
	missing, err := q.KeepPictures(ctx, r, in.Pictures)
	if err != nil {
		return r, err
	}
	if err := q.TakeUploads(ctx, who, r, in.Uploads); err != nil {
		return r, err
	}
	if r.Case, err = q.caseFor(ctx, r); err != nil {
		return r, err
	}
	join := effect.Effect{Key: "report:" + r.ID + "/join", Kind: effect.DoJoin, At: r.CreatedAt, Case: &effect.Case{Code: r.Case, Report: r.ID}}
	err = q.Store.InsertReport(ctx, &r, append([]effect.Effect{join}, missing...)...)
	if errors.Is(err, desk.ErrConflict) {
		r, err = q.Store.ReportBySource(ctx, source) // filed by a concurrent run of the same cause
	}
	if err != nil {
		return r, fmt.Errorf("keep report: %w", err)
	}
	q.Relay.Finish(ctx, store.Reports, r.ID)
	return r, nil
}

// reportOf is a report as it came. Its source is hashed, so that an anonymous one leads
// to nobody by the event that brought it.
func (q *Cases) reportOf(who people.Requester, in Filing, source string) cases.Report {
	r := cases.Report{ID: "BT-" + source[:16], Source: source, Requester: who.ID, Anonymous: in.Anonymous, Consent: in.Consent, Channel: in.Channel,
		Text: in.Text, Category: cases.Category(in.Category), CreatedAt: in.At.Truncate(time.Millisecond), SeenAt: in.SeenAt,
		Place: in.Place, Spread: in.Spread, Harm: in.Harm, Right: in.Right, Adds: in.Adds}
	for _, l := range link.Find(in.Text) {
		r.Links = append(r.Links, cases.Link{Given: in.Text[l.Start:l.End], Key: l.Text, Opaque: l.Opaque})
	}
	for i := range len(in.Pictures) + len(in.Uploads) {
		r.Pictures = append(r.Pictures, matching.PictureID(r.ID, i))
	}
	return r
}

// Join is the handler that brings a report to its case, which it begins when it is the
// first. Who comes when the case has ended and could not be told with the others is told.
func (q *Cases) Join(ctx context.Context, _ string, e effect.Effect) error {
	for {
		err := q.join(ctx, *e.Case, e.At)
		if !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

func (q *Cases) join(ctx context.Context, in effect.Case, at time.Time) error {
	c, err := q.Store.CaseNow(ctx, in.Code)
	if errors.Is(err, desk.ErrNotFound) {
		c = cases.New(in.Code, in.Report, q.Rules.At(at), at)
		if err = q.Store.InsertCase(ctx, &c); err == nil {
			q.Relay.Finish(ctx, store.Cases, c.Code)
		}
		return err
	}
	if err != nil {
		return fmt.Errorf("load case %s: %w", in.Code, err)
	}
	if knows(c, in.Report) { // what joined it may have died before what follows
		if err := q.watch(ctx, c.Code, at); err != nil {
			return err
		}
		return q.TellLate(ctx, c, in.Report)
	}
	r, err := q.Store.Report(ctx, in.Report)
	if err != nil {
		return fmt.Errorf("load report: %w", err)
	}
	next, err := cases.Join(c, in.Report, whyJoined(r), people.Officer{}, at)
	if err != nil {
		return err
	}
	if err := q.replace(ctx, next); err != nil {
		return err
	}
	if err := q.watch(ctx, next.Code, at); err != nil {
		return err
	}
	return q.TellLate(ctx, next, in.Report)
}

func whyJoined(r cases.Report) string {
	if r.Adds != "" {
		return "Người đã báo gửi thêm."
	}
	return "Cùng đường dẫn, văn bản hoặc ảnh."
}

// knows reports whether a report came into c, though it may have left it since.
func knows(c cases.Case, report string) bool {
	for _, r := range c.Reports {
		if r == report {
			return true
		}
	}
	for _, m := range c.Moves {
		for _, r := range m.Reports {
			if r == report {
				return true
			}
		}
	}
	return false
}

func yearOf(at time.Time) int { return at.In(calendar.Zone).Year() }
