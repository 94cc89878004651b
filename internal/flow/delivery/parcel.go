package delivery

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"phatngon/bot/words"
	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/store"
	"phatngon/internal/zalo"
)

// parcel is what goes out as one message when that is more than an item's own words. It
// is stored with the mark of the send, so that whoever settles it knows what was sent.
type parcel struct {
	Text    string        `json:"text"`
	Buttons []zalo.Button `json:"buttons,omitempty"`
	With    []string      `json:"with,omitempty"` // notices behind the item whose words are taken along
	Told    time.Time     `json:"told,omitzero"`  // it tells of the wait of all that was put before then
}

// said is the text and the buttons that go out.
func (out outgoing) said() (string, []zalo.Button) {
	if out.Parcel != nil {
		return out.Parcel.Text, out.Parcel.Buttons
	}
	return out.Text, out.Buttons
}

// mayBe reports whether a text that arrived is this message, by this attempt or by an
// earlier one that said less, or another time, below the same words.
func (out outgoing) mayBe(text string) bool {
	own, arrived := norm.NFC.String(out.Text), norm.NFC.String(text)
	sent, _ := out.said()
	return arrived == norm.NFC.String(sent) || out.Text != "" && (arrived == own || strings.HasPrefix(arrived, own+"\n\n"))
}

// into stores out with the next write of j.
func (out outgoing) into(j *queue.Job) (err error) {
	if j.Body, err = json.Marshal(out); err != nil {
		return fmt.Errorf("encode message: %w", err)
	}
	return nil
}

// pack decides what goes out with an item's own words: with a reply that had to wait, how
// long; with a notice, those behind it. An earlier attempt's parcel is out of date.
func (p *Post) pack(ctx context.Context, j *queue.Job, out *outgoing) (err error) {
	out.Parcel = nil
	switch priority := budget.Priority(j.Priority); {
	case j.Subject != "": // an answer goes by itself: it has a life of its own
	case priority == budget.Reply:
		out.Parcel, err = p.withWait(ctx, j, *out)
	case priority >= budget.Notice:
		out.Parcel, err = p.withNotices(ctx, j, *out)
	}
	return err
}

// unpack takes an item back to its own words: the parcel did not go out.
func unpack(j *queue.Job) error {
	var out outgoing
	if err := json.Unmarshal(j.Body, &out); err != nil || out.Parcel == nil {
		return err
	}
	out.Parcel = nil
	return out.into(j)
}

// mostNotices is how many items behind a notice are looked at; Zalo's length of a text
// and number of buttons end a parcel sooner.
const mostNotices = 10

// withNotices takes along the notices behind j, in order, as far as one message holds.
func (p *Post) withNotices(ctx context.Context, j *queue.Job, out outgoing) (*parcel, error) {
	behind, err := j.Behind(ctx, mostNotices)
	if err != nil || torn(append([]queue.Item{j.Item}, behind...), 0) {
		return nil, err
	}
	all, with := []outgoing{out}, []string(nil)
	for i, item := range behind {
		var next outgoing
		fits := item.Kind == messageKind && item.Priority == j.Priority && item.Subject == "" && item.Mark == "" &&
			!item.NotBefore.After(p.Now()) && !torn(behind, i) && json.Unmarshal(item.Body, &next) == nil && next.UserID == out.UserID
		text, buttons := joined(append(all, next))
		if !fits || !zalo.Fits(text) || len(buttons) > zalo.MaxButtons {
			break
		}
		all, with = append(all, next), append(with, item.ID)
	}
	if len(with) == 0 {
		return nil, nil
	}
	text, buttons := joined(all)
	return &parcel{Text: text, Buttons: buttons, With: with}, nil
}

// torn reports whether an item is one of several pieces of a long message.
func torn(items []queue.Item, i int) bool {
	return items[i].Piece > 0 || i+1 < len(items) && items[i+1].Piece > 0 && causeOf(items[i+1].ID) == causeOf(items[i].ID)
}

// joined is several notices as one message: every word of each under a heading, and every
// button, but one that only repeats what another does.
func joined(all []outgoing) (string, []zalo.Button) {
	var texts []string
	var links, replies []zalo.Button
	for i, out := range all {
		texts = append(texts, words.NoticeOf(i+1, len(all))+"\n"+out.Text)
		for _, b := range out.Buttons {
			if b.URL == "" {
				replies = append(slices.DeleteFunc(replies, func(o zalo.Button) bool { return o.Title == b.Title }), b)
				continue
			}
			b.Title = fmt.Sprintf("%s (%s)", b.Title, words.NoticeOf(i+1, len(all)))
			links = append(links, b)
		}
	}
	return strings.Join(texts, "\n\n"), append(links, replies...)
}

// withWait says below a reply how long it had to wait, unless the person was told.
func (p *Post) withWait(ctx context.Context, j *queue.Job, out outgoing) (*parcel, error) {
	now := p.Now()
	waited := now.Sub(j.CreatedAt)
	if waited <= budget.LongWait {
		return nil, nil
	}
	told, err := p.told(ctx, j.Item)
	text := out.Text + "\n\n" + words.Waited(waited, p.MiniAppLink)
	if told || err != nil || !zalo.Fits(text) {
		return nil, err
	}
	return &parcel{Text: text, Buttons: out.Buttons, Told: now}, nil
}

// room is the longest that withWait adds.
func (p *Post) room() string { return "\n\n" + words.Waited(99*24*time.Hour, p.MiniAppLink) }

// told reports whether the person was told of a wait that item shares.
func (p *Post) told(ctx context.Context, item queue.Item) (bool, error) {
	recent, err := p.Outbox.Recent(ctx, item.Lane, 20)
	if err != nil {
		return false, fmt.Errorf("look for what was told: %w", err)
	}
	return slices.ContainsFunc(recent, func(other queue.Item) bool {
		var out outgoing
		return other.State == store.ItemDone && json.Unmarshal(other.Body, &out) == nil && out.Parcel != nil && out.Parcel.Told.After(item.CreatedAt)
	}), nil
}
