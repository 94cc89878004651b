package flow

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"phatngon/bot"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/zalo"
	"phatngon/knowledge"
)

// takeover is how long the bot stays silent after an officer wrote to a person
// by hand in the OA chat tool.
const takeover = 30 * time.Minute

// requestsShown is how many of a person's requests the bot can tell about.
const requestsShown = 20

// HandleInbox works on one stored event. It may run again after a crash: every
// write below is keyed by the event, so a second run adds nothing.
func (f *Flow) HandleInbox(ctx context.Context, j *queue.Job) error {
	switch j.Kind {
	case miniAppKind:
		return f.miniAppEvent(ctx, j.Body)
	case fateKind:
		return f.tellFate(ctx, j)
	}
	e, err := zalo.ParseEvent(j.Body)
	if err != nil {
		return nil // kept as it came; nothing to do
	}
	switch {
	case e.Kind == zalo.KindEcho:
		return f.heardEcho(ctx, e)
	case e.Kind == zalo.KindWithdraw && e.UserID != "":
		return f.erase(ctx, requesterID(e.UserID))
	case e.Kind == zalo.KindUnfollow && e.UserID != "":
		_, err := f.meet(ctx, e)
		return err
	}
	if kind, ok := conversational[e.Kind]; ok && e.UserID != "" {
		return f.converse(ctx, j, e, kind)
	}
	return nil
}

// conversational are the events that the bot answers.
var conversational = map[zalo.Kind]bot.Kind{
	zalo.KindText: bot.KindText, zalo.KindImage: bot.KindImage, zalo.KindGIF: bot.KindSticker,
	zalo.KindLink: bot.KindLink, zalo.KindAudio: bot.KindAudio, zalo.KindVideo: bot.KindVideo,
	zalo.KindSticker: bot.KindSticker, zalo.KindLocation: bot.KindLocation,
	zalo.KindContact: bot.KindContact, zalo.KindFile: bot.KindFile,
	zalo.KindFollow: bot.KindFollow, zalo.KindChatNow: bot.KindChatNow,
}

// converse lets the bot decide on one event and carries the decision out:
// request, outbox, asking, ledger, then the conversation, which seals the event.
func (f *Flow) converse(ctx context.Context, j *queue.Job, e zalo.Event, kind bot.Kind) error {
	if e.At.IsZero() {
		e.At = j.CreatedAt // without a time of its own it would not open the sending window
	}
	who, err := f.meet(ctx, e)
	if err != nil {
		return err
	}
	if err := f.releaseWaiting(ctx, who.ID); err != nil {
		return err
	}
	if who.MutedUntil.After(j.CreatedAt) {
		return nil // an officer is talking with this person
	}
	talk, err := f.Store.Conversation(ctx, who.ID)
	if errors.Is(err, desk.ErrNotFound) {
		talk, err = bot.Conversation{ID: who.ID}, nil
	}
	if err != nil || talk.LastEvent == j.ID {
		return err
	}
	requests, err := f.Store.RequestsOf(ctx, who.ID, requestsShown)
	if err != nil {
		return err
	}
	event := bot.Event{ID: j.ID, At: e.At, Kind: kind, Text: e.Text, URLs: urls(e)}
	world := f.world(who, requests, j.CreatedAt)
	if mayAsk(event, talk.Waiting) {
		world.Vector = f.questionVector(ctx, event.Text)
	}
	d := bot.Step(world, talk, event)
	return f.carryOut(ctx, who, j.ID, d)
}

// urls are the addresses an event carries; they are shown, never opened.
func urls(e zalo.Event) []string {
	var out []string
	for _, a := range e.Attachments {
		if a.URL != "" {
			out = append(out, a.URL)
		}
	}
	return out
}

// carryOut writes a decision down.
func (f *Flow) carryOut(ctx context.Context, who people.Requester, event string, d bot.Decision) error {
	if d.Filing != nil {
		r, err := f.File(ctx, who, Filing{
			Source: event, Channel: "zalo", Question: d.Filing.Question,
			Unit: d.Filing.Unit, Context: d.Filing.Context,
		})
		if err != nil {
			return err
		}
		for i := range d.Replies {
			d.Replies[i].Text = strings.ReplaceAll(d.Replies[i].Text, bot.CodeMark, r.Code)
		}
		for i := range d.Conversation.Lines {
			d.Conversation.Lines[i].Text = strings.ReplaceAll(d.Conversation.Lines[i].Text, bot.CodeMark, r.Code)
		}
	}
	if err := f.send(ctx, who, event, d.Replies...); err != nil {
		return err
	}
	f.countDecided(ctx, who, d)
	if d.Answer != nil {
		if err := f.rememberTold(ctx, who, event, d.Conversation.UpdatedAt, d.Answer.Quotes); err != nil {
			return err
		}
	}
	if d.Erase { // behind the reply that confirms it
		if _, err := f.Outbox.Put(ctx, queue.Item{ID: event + "/erase", Lane: who.ID, Kind: eraseKind}); err != nil {
			return fmt.Errorf("queue erasure: %w", err)
		}
	}
	if err := f.Store.SaveConversation(ctx, &d.Conversation); err != nil {
		return fmt.Errorf("save conversation: %w", err)
	}
	return nil
}

// rememberTold enters into the ledger who was told which version of which
// statement.
func (f *Flow) rememberTold(ctx context.Context, who people.Requester, event string, at time.Time, quotes []knowledge.Quote) error {
	if len(quotes) == 0 {
		return nil
	}
	var entries []store.LedgerEntry
	for i, q := range quotes {
		entries = append(entries, store.LedgerEntry{
			ID: event + "/" + strconv.Itoa(i), Requester: who.ID,
			Statement: q.Statement, StatementVersion: q.Version, Event: event, At: at,
		})
	}
	if err := f.Store.AddLedger(ctx, entries...); err != nil {
		return fmt.Errorf("enter ledger: %w", err)
	}
	return nil
}

// heardEcho notes that an officer wrote by hand (sender.admin_id): the bot
// stays silent for a while. Echoes of our own sends stay in the inbox, where an
// unknown send finds them.
func (f *Flow) heardEcho(ctx context.Context, e zalo.Event) error {
	if e.AdminID == "" || e.UserID == "" {
		return nil
	}
	return f.mute(ctx, requesterID(e.UserID), f.Now().Add(takeover))
}

func (f *Flow) mute(ctx context.Context, id string, until time.Time) error {
	_, err := f.updateRequester(ctx, f.newRequester(id, f.Now()), func(who *people.Requester) {
		who.MutedUntil = until
	})
	return err
}
