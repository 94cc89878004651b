package inbound

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/bot"
	"phatngon/bot/hear"
	"phatngon/bot/talk"
	"phatngon/internal/desk"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/rights"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/attachments"
	"phatngon/internal/flow/invitations"
	"phatngon/internal/flow/notices"
	"phatngon/internal/flow/press"
	"phatngon/internal/flow/statements"
	"phatngon/internal/flow/telling"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/zalo/webhook"
	"phatngon/knowledge/answer"
)

// takeover is how long the bot stays silent after an officer wrote to a person
// by hand in the OA chat tool.
const takeover = 30 * time.Minute

// requestsShown is how many of a person's newest requests the bot can tell about.
const requestsShown = 20

// deliveriesShown is how many of a person's deliveries are looked at for them.
const deliveriesShown = 100

// Handle works on one stored event. It may run again after a crash: every
// write below is keyed by the event, so a second run adds nothing.
func (i *Inbound) Handle(ctx context.Context, j *queue.Job) error {
	switch j.Kind {
	case miniAppKind:
		return i.miniAppEvent(ctx, j)
	case statements.FateKind:
		return i.Statements.TellFate(ctx, j)
	case notices.MailKind:
		return i.Notices.Send(ctx, j)
	case invitations.MailKind:
		return i.Invitations.Send(ctx, j)
	case notices.ZaloKind:
		return i.Notices.SendZalo(ctx, j)
	case attachments.FetchKind:
		return i.Attachments.FetchSent(ctx, j)
	case press.AnnounceKind:
		return i.Press.Tell(ctx, j)
	case telling.InformKind:
		return i.Cases.TellReporters(ctx, j)
	}
	e, err := webhook.ParseEvent(j.Body)
	if err != nil {
		return nil // kept as it came; nothing to do
	}
	switch {
	case e.Kind == webhook.KindEcho:
		return i.heardEcho(ctx, e)
	case e.Kind == webhook.KindReceived || e.Kind == webhook.KindSeen:
		return i.Post.Receipt(ctx, e)
	case e.Kind == webhook.KindWithdraw && e.UserID != "":
		return i.Post.EraseNow(ctx, access.RequesterID(e.UserID), j.ID, rights.Withdraw, rights.FromZalo)
	case e.Kind == webhook.KindUnfollow && e.UserID != "":
		_, err := i.Access.Meet(ctx, e)
		return err
	}
	if kind, ok := conversational[e.Kind]; ok && e.UserID != "" {
		return i.converse(ctx, j, e, kind)
	}
	return nil
}

// conversational are the events that the bot answers.
var conversational = map[webhook.Kind]hear.Kind{
	webhook.KindText: hear.KindText, webhook.KindImage: hear.KindImage, webhook.KindGIF: hear.KindSticker,
	webhook.KindLink: hear.KindLink, webhook.KindAudio: hear.KindAudio, webhook.KindVideo: hear.KindVideo,
	webhook.KindSticker: hear.KindSticker, webhook.KindLocation: hear.KindLocation,
	webhook.KindContact: hear.KindContact, webhook.KindFile: hear.KindFile,
	webhook.KindFollow: hear.KindFollow, webhook.KindChatNow: hear.KindChatNow,
}

// converse lets the bot decide on one event. The conversation is stored with what the
// event leads to, in one write; then that is finished, before the event counts as
// handled. A run after a crash finds the decision and finishes it: it decides nothing anew.
func (i *Inbound) converse(ctx context.Context, j *queue.Job, e webhook.Event, kind hear.Kind) error {
	if e.At.IsZero() {
		e.At = j.CreatedAt // without a time of its own it would not open the sending window
	}
	who, err := i.Access.Meet(ctx, e)
	if err != nil || who.Erased { // by this very event, before a crash
		return err
	}
	if err := i.Post.Release(ctx, who.ID); err != nil {
		return err
	}
	talk, err := i.conversation(ctx, who.ID)
	if err != nil {
		return err
	}
	if talk.Version == 0 {
		if erasing, err := i.Store.Erasing(ctx, who.ID, j.ID); erasing || err != nil {
			return err
		}
	}
	if talk.LastEvent == j.ID {
		return i.finish(ctx, j, talk)
	}
	if err := i.finishBefore(ctx, talk); err != nil {
		return err
	}
	d, err := i.decide(ctx, j, who, talk, hear.Event{ID: j.ID, At: e.At, Kind: kind, Text: e.Text, URLs: urls(e)})
	if err != nil {
		return err
	}
	if err := i.Store.SaveConversation(ctx, &d.Conversation); err != nil {
		return fmt.Errorf("save conversation: %w", err)
	}
	return i.finish(ctx, j, d.Conversation)
}

// finish does what the last event led to. The words of one that is not kept go with the
// write that says it is handled, and with what it led to, once that is done.
func (i *Inbound) finish(ctx context.Context, j *queue.Job, talk chat.Conversation) error {
	if err := i.Relay.Do(ctx, talk.ID, talk.Effects); err != nil {
		return err
	}
	if !talk.Unkept {
		return nil
	}
	j.Body = nil
	if len(talk.Effects) == 0 {
		return nil
	}
	talk.Effects = nil
	if err := i.Store.SaveConversation(ctx, &talk); err != nil {
		return fmt.Errorf("forget what is not kept: %w", err)
	}
	return nil
}

func (i *Inbound) conversation(ctx context.Context, id string) (chat.Conversation, error) {
	talk, err := i.Store.Conversation(ctx, id)
	if errors.Is(err, desk.ErrNotFound) {
		return chat.Conversation{ID: id}, nil
	}
	return talk, err
}

// finishBefore finishes what an earlier event led to, when that event was set aside in
// the middle of it: the conversation, which holds it, is about to go on.
func (i *Inbound) finishBefore(ctx context.Context, talk chat.Conversation) error {
	if len(talk.Effects) == 0 {
		return nil
	}
	before, err := i.Inbox.Item(ctx, talk.LastEvent)
	if errors.Is(err, desk.ErrNotFound) || err == nil && before.State == store.ItemDone {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load the event before: %w", err)
	}
	return i.Relay.Do(ctx, talk.ID, talk.Effects)
}

// decide asks the bot.
func (i *Inbound) decide(ctx context.Context, j *queue.Job, who people.Requester, talk chat.Conversation, event hear.Event) (bot.Decision, error) {
	requests, err := i.own(ctx, who.ID, event.Text)
	if err != nil {
		return bot.Decision{}, err
	}
	world := i.world(who, requests, j.CreatedAt)
	if world.Sent, err = i.answersSent(ctx, who.ID, requests); err != nil {
		return bot.Decision{}, err
	}
	if world.HandOver, err = i.handOver(ctx, who.ID); err != nil {
		return bot.Decision{}, err
	}
	if world.Claim, err = i.claim(ctx, who.ID, event.Text); err != nil {
		return bot.Decision{}, err
	}
	if err := i.casesFor(ctx, &world, talk, event); err != nil {
		return bot.Decision{}, err
	}
	if world.Press, err = i.Press.Latest(ctx, who.ID); err != nil {
		return bot.Decision{}, err
	}
	if world.Alike, err = i.alike(ctx, who, talk); err != nil {
		return bot.Decision{}, err
	}
	if mayAsk(event, talk, who) && (world.HandOver == nil || world.HandOver.State != handover.Talking) {
		world.Vector = i.Index.QuestionVector(ctx, event.Text)
		i.point(ctx, &world, talk.Topic, event)
	}
	return bot.Step(world, talk, event), nil
}

// point lets the model, if there is one, point at what answers the event.
func (i *Inbound) point(ctx context.Context, w *bot.World, topic *chat.Topic, e hear.Event) {
	heard := hear.Hear(e.Text)
	if hear.Detect(heard) == hear.WantEnglish {
		w.Vietnamese = i.Pointer.Vietnamese(ctx, heard.Raw)
		return
	}
	q := answer.Question{Text: heard.Raw, Audience: publication.AudienceOf(w.Requester, w.Now), Now: w.Now, Vector: w.Vector}
	var before []string
	if topic != nil && talk.Lasts(topic, e.At) {
		before = topic.Asked
	}
	found := i.Pointer.Message(ctx, q, before)
	w.Pointed, w.Worded = found.At, found.Worded
}

// casesFor adds the cases that the bot may speak of: the person's own, the one whose code
// they wrote, and the one that what they wrote or pasted is known from.
func (i *Inbound) casesFor(ctx context.Context, w *bot.World, before chat.Conversation, e hear.Event) (err error) {
	if w.Reported, err = i.Cases.Own(ctx, w.Requester.ID); err != nil || strings.HasPrefix(e.Text, "#") {
		return err
	}
	said := strings.Join(append([]string{e.Text}, e.URLs...), "\n")
	if w.Named, err = i.Cases.Named(ctx, e.Text); err == nil && (e.Kind == hear.KindText || e.Kind == hear.KindLink) {
		w.Known, err = i.Cases.Known(ctx, said)
	}
	underway := before.Pending != nil && (before.Pending.Report != nil || before.Pending.Press != nil)
	if e.Kind == hear.KindImage && len(e.URLs) > 0 && !underway && err == nil {
		w.Known, w.Looked, err = i.Cases.KnownPicture(ctx, e.URLs[0])
	}
	return err
}

// handOver is the hand-over that a person waits in or talks in; nil: none.
func (i *Inbound) handOver(ctx context.Context, id string) (*handover.HandOver, error) {
	h, err := i.Store.HandOverOpenOf(ctx, id)
	if errors.Is(err, desk.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("load hand-over: %w", err)
	}
	return &h, nil
}

// answersSent is how a person's answers fare in the chat, when there are any.
func (i *Inbound) answersSent(ctx context.Context, id string, requests []request.Request) ([]delivery.Delivery, error) {
	answered := func(r request.Request) bool {
		return slices.ContainsFunc(r.Parts, func(p request.Part) bool { return p.State == request.Sent })
	}
	if !slices.ContainsFunc(requests, answered) {
		return nil, nil
	}
	all, err := i.Store.DeliveriesTo(ctx, id, deliveriesShown)
	if err != nil {
		return nil, fmt.Errorf("list deliveries: %w", err)
	}
	return all, nil
}

// world is what the bot may know when it answers who.
func (i *Inbound) world(who people.Requester, requests []request.Request, now time.Time) bot.World {
	return bot.World{
		Base: i.Base, Units: i.Units, Channels: i.Channels, Rules: i.Rules.At(now),
		Requester: who, Requests: requests,
		PublicURL: i.PublicURL, MiniApp: i.MiniAppLink, Now: now,
	}
}

// mayAsk reports whether what came can be a question that a server is asked for. A button,
// what is reported, filed or deleted, a denunciation, and what is written to an officer who
// has taken over, go to none.
func mayAsk(e hear.Event, talk chat.Conversation, who people.Requester) bool {
	w := talk.Waiting
	waits := w == chat.WaitNothing || w == chat.WaitQuestion || w == chat.WaitWhich || w == chat.WaitConfirm
	underway := talk.Pending != nil && (talk.Pending.Report != nil || talk.Pending.Press != nil)
	if e.Kind != hear.KindText || strings.HasPrefix(e.Text, "#") || !waits || underway || e.At.Before(who.MutedUntil) {
		return false
	}
	wish := hear.Detect(hear.Hear(e.Text))
	return !slices.Contains([]hear.Intent{hear.WantDenounce, hear.WantErase, hear.WantPrivacy, hear.WantHuman, hear.WantPress}, wish)
}

// urls are the addresses an event carries; they are shown, never opened.
func urls(e webhook.Event) []string {
	var out []string
	for _, a := range e.Attachments {
		if a.URL != "" {
			out = append(out, a.URL)
		}
	}
	return out
}

// heardEcho notes that an officer wrote by hand (sender.admin_id): the bot
// stays silent for a while. Echoes of our own sends stay in the inbox, where an
// unknown send finds them.
func (i *Inbound) heardEcho(ctx context.Context, e webhook.Event) error {
	if e.AdminID == "" || e.UserID == "" {
		return nil
	}
	return i.Access.Mute(ctx, access.RequesterID(e.UserID), i.Now().Add(takeover))
}

// miniAppEvent handles the Mini App's own webhook: consent withdrawn means the
// person's data goes.
func (i *Inbound) miniAppEvent(ctx context.Context, j *queue.Job) error {
	e, err := webhook.ParseMiniAppEvent(j.Body)
	if err != nil {
		return queue.Aside("Nội dung không đọc được.")
	}
	if e.Name != webhook.RevokeConsent {
		return nil
	}
	who, err := i.Store.RequesterByApp(ctx, e.UserID)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	j.Body = nil // it names the person
	return i.Post.EraseNow(ctx, who.ID, j.ID, rights.Withdraw, rights.FromZalo)
}
