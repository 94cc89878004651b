// Package flow is the path of the work by use case: inbound, requests, statements,
// access, delivery, each over small dependencies, and the relay that finishes what must
// follow a change. Here they are wired together and run; every change of data passes
// through one of them, while web and admin read from the store.
package flow

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"phatngon/internal/desk/channels"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	deskrights "phatngon/internal/desk/rights"
	"phatngon/internal/desk/routing"
	"phatngon/internal/desk/same/picture"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/askings"
	"phatngon/internal/flow/attachments"
	"phatngon/internal/flow/cases"
	"phatngon/internal/flow/delivery"
	"phatngon/internal/flow/effects"
	"phatngon/internal/flow/handovers"
	"phatngon/internal/flow/inbound"
	"phatngon/internal/flow/index"
	"phatngon/internal/flow/invitations"
	"phatngon/internal/flow/matching"
	"phatngon/internal/flow/notices"
	"phatngon/internal/flow/oidc"
	"phatngon/internal/flow/pointer"
	"phatngon/internal/flow/press"
	"phatngon/internal/flow/requests"
	"phatngon/internal/flow/rights"
	"phatngon/internal/flow/rules"
	"phatngon/internal/flow/second"
	"phatngon/internal/flow/statements"
	"phatngon/internal/flow/statistics"
	"phatngon/internal/flow/telling"
	"phatngon/internal/mail"
	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/store"
	"phatngon/internal/zalo"
	"phatngon/internal/zalo/photo"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// Deps is what the work rests on. A nil Store answers from knowledge alone.
type Deps struct {
	Store         *store.Store
	Base          *answer.Base
	Units         *routing.Registry
	Inbox, Outbox *queue.Queue
	Pace          *budget.Budget // nil: none
	Secrets       access.Secrets
	Mailer        *mail.Mailer   // to officers; nil: none
	Provider      *oidc.Provider // of officers' agency accounts; nil: none
	PublicURL     string         // no trailing slash
	Embeddings    *index.Embeddings
	Pointer       *pointer.Pointer                                          // nil: no model is configured
	Fetch         func(ctx context.Context, address string) ([]byte, error) // a picture that a person sent; nil: from Zalo
	Now           func() time.Time
	Log           *slog.Logger
}

// Flow is the use cases, wired.
type Flow struct {
	Deps
	Relay     *effects.Relay
	Rules     *rules.Rules
	Inbound   *inbound.Inbound
	Requests  *requests.Requests
	HandOvers *handovers.HandOvers

	Attachments *attachments.Attachments

	Statements *statements.Statements
	Cases      *cases.Cases
	Press      *press.Press
	Rights     *rights.Rights
	Notices    *notices.Notices
	Delivery   *delivery.Post
	Access     *access.Access
	Agency     *oidc.SignIn // by the account of one's agency

	Invitations *invitations.Invitations

	Askings    *askings.Askings
	Statistics *statistics.Statistics
	Index      *index.Index

	checked time.Time // the database, by Tidy
	audited time.Time // the audit, by Tidy
	expired time.Time // what cases keep, by Tidy
}

// New wires the use cases. It panics when a kind of effect has no handler: such a program
// would promise what nobody does.
func New(d Deps) *Flow {
	f := &Flow{Deps: d, Relay: &effects.Relay{Store: d.Store, Now: d.Now, Log: d.Log}}
	f.Rules = &rules.Rules{Store: d.Store, Relay: f.Relay, Now: d.Now, Log: d.Log}
	f.Index = &index.Index{Store: d.Store, Base: d.Base, Embeddings: d.Embeddings, Now: d.Now, Log: d.Log}
	f.Delivery = &delivery.Post{Store: d.Store, Relay: f.Relay, Units: d.Units, Rules: f.Rules, Outbox: d.Outbox, Inbox: d.Inbox, Pace: d.Pace, PublicURL: d.PublicURL, Now: d.Now, Log: d.Log}
	f.Requests = &requests.Requests{Store: d.Store, Relay: f.Relay, Units: d.Units, Rules: f.Rules, Now: d.Now, Key: d.Secrets.Derive("request"), PublicURL: d.PublicURL}
	f.HandOvers = &handovers.HandOvers{Store: d.Store, Relay: f.Relay, Units: d.Units, Rules: f.Rules, Now: d.Now, Log: d.Log}
	f.Attachments = &attachments.Attachments{Store: d.Store, Inbox: d.Inbox, Requests: f.Requests, Key: d.Secrets.Derive("attachment"), PublicURL: d.PublicURL, Now: d.Now, Fetch: d.Fetch}
	f.Statements = &statements.Statements{Store: d.Store, Relay: f.Relay, Base: d.Base, Units: d.Units, Inbox: d.Inbox, PublicURL: d.PublicURL, Now: d.Now}
	known := &matching.Matching{Store: d.Store, Key: d.Secrets.Derive("report"), Now: d.Now, Fetch: d.Fetch}
	f.Cases = &cases.Cases{Telling: &telling.Telling{Matching: known, Units: d.Units, Inbox: d.Inbox, PublicURL: d.PublicURL, Rules: f.Rules}, Relay: f.Relay}
	f.Notices = &notices.Notices{Store: d.Store, Relay: f.Relay, Rules: f.Rules, Inbox: d.Inbox, Mailer: d.Mailer, PublicURL: d.PublicURL, Now: d.Now, Log: d.Log}
	f.Press = &press.Press{Store: d.Store, Relay: f.Relay, Rules: f.Rules, Inbox: d.Inbox, UnitName: f.unitName, Key: d.Secrets.Derive("press"), Now: d.Now}
	f.Rights = &rights.Rights{Store: d.Store, Relay: f.Relay, Rules: f.Rules, PublicURL: d.PublicURL, Now: d.Now}
	f.Statistics = &statistics.Statistics{Store: d.Store, Relay: f.Relay, Rules: f.Rules, Now: d.Now, Log: d.Log}
	f.Askings = &askings.Askings{Store: d.Store, Relay: f.Relay, Base: d.Base, Key: d.Secrets.Derive("asking"), Now: d.Now, Log: d.Log}
	factors := &second.Factors{Store: d.Store, Relay: f.Relay, Seal: d.Secrets.Seal, Open: d.Secrets.Open, Key: d.Secrets.Derive("recovery"), Now: d.Now}
	f.Access = &access.Access{Store: d.Store, Relay: f.Relay, Units: d.Units, Secrets: d.Secrets, Second: factors, Now: d.Now, Log: d.Log}
	f.Agency = &oidc.SignIn{Provider: d.Provider, Store: d.Store, Access: f.Access, Now: d.Now, Log: d.Log}
	f.Invitations = &invitations.Invitations{Store: d.Store, Access: f.Access, Rules: f.Rules, Inbox: d.Inbox, Mailer: d.Mailer, PublicURL: d.PublicURL, Now: d.Now}
	f.Inbound = &inbound.Inbound{
		Store: d.Store, Relay: f.Relay, Inbox: d.Inbox, Access: f.Access, Post: f.Delivery, Statements: f.Statements, Cases: f.Cases, Press: f.Press, Notices: f.Notices, Invitations: f.Invitations, Attachments: f.Attachments, Askings: f.Askings, Index: f.Index, Pointer: d.Pointer,
		Base: d.Base, Units: d.Units, Channels: d.channels(), Rules: f.Rules, PublicURL: d.PublicURL, Now: d.Now, Log: d.Log,
	}
	if d.Store != nil {
		d.Store.EraseUnder(d.Secrets.Derive("erasure"))
	}
	f.join()
	f.handle()
	if missing := f.Relay.Missing(); len(missing) > 0 {
		panic(fmt.Sprintf("flow: nothing handles the effects %v", missing))
	}
	return f
}

// channels are the official channels of the units, if there are any.
func (d Deps) channels() *channels.Directory {
	if d.Units == nil {
		return channels.Of(nil)
	}
	return channels.Of(d.Units.Units())
}

// join gives each use case what it needs of another.
func (f *Flow) join() {
	f.Delivery.Reached = f.Requests.Reached
	f.Delivery.Forget = f.forget
	f.Rights.Send, f.Rights.Hash, f.Rights.Proof = f.Delivery.Send, access.Hash, deskrights.ErasureProof
	f.Notices.Notice = f.Delivery.Notice
	f.Delivery.Seal, f.Delivery.Open = f.Secrets.Seal, f.Secrets.Open
	f.Requests.Send, f.Requests.NotMeant, f.Requests.CountFiled = f.Delivery.Send, f.Inbound.NotMeant, f.Askings.CountFiled
	f.Inbound.Alike = f.Requests.Alike
	f.Delivery.FileURL, f.Requests.FileID, f.Attachments.Send = f.Attachments.Address, f.Attachments.SentID, f.Delivery.Send
	f.Requests.Uploaded = f.Attachments.Uploaded
	f.Statements.Notice, f.HandOvers.Send = f.Delivery.Notice, f.Delivery.Send
	f.Rules.Recompute = func(ctx context.Context) error {
		return errors.Join(f.Requests.Recompute(ctx), f.Cases.Recompute(ctx), f.Rights.Recompute(ctx))
	}
	if f.Cases.Fetch == nil {
		f.Cases.Fetch = photo.New(picture.MaxBytes).Fetch
		f.Attachments.Fetch = f.Cases.Fetch
	}
	f.Press.Fetch, f.Press.Upload, f.Press.Drop = f.Cases.Fetch, f.Cases.TakeUpload, f.Cases.DropUpload
	f.Press.Become, f.Press.Send, f.Press.Notice, f.Press.Told = f.Access.Become, f.Delivery.Send, f.Delivery.Notice, f.Statements.EnterLedger
	f.Cases.Send, f.Cases.Notice, f.Cases.Import, f.Cases.Retract = f.Delivery.Send, f.Delivery.Notice, f.Statements.Import, f.Statements.Retract
	f.Cases.Find = func(words string, most int) (codes []string) {
		for _, hit := range f.Base.Search(words, statement.AudiencePublic, f.Now(), most) {
			codes = append(codes, hit.Statement)
		}
		return codes
	}
	f.Cases.InForce = func(code string) (statement.Statement, bool) {
		return f.Base.InForce(code, statement.AudiencePublic, f.Now())
	}
	f.Askings.Save, f.Askings.Counted = f.Statements.Save, f.Cases.WatchQuestions
	f.Askings.Model = f.Pointer.Propose
	f.Access.DemandsSecond = func(role people.Role) bool { return f.Rules.At(f.Now()).SignIn().Demands(role) }
	f.Access.Approach, f.Access.Opened, f.Access.Asker, f.Access.Send = f.Delivery.Approach, f.Delivery.ShowInApp, f.Askings.Asker, f.Delivery.Send
}

// forget erases a person for a cause; that they wished it is on record before, and that it was
// done after. What they showed and claimed goes first: by them it is found.
func (f *Flow) forget(ctx context.Context, requester, cause, right, channel string) error {
	for _, do := range []func() error{
		func() error { return f.Rights.Begin(ctx, cause, rights.Wish{Right: right, Channel: channel}) },
		func() error { return f.Press.Forget(ctx, requester) },
		func() error { return f.Rights.Forget(ctx, requester) },
		func() error { return f.Access.Forget(ctx, requester, cause) },
		func() error { return f.Rights.End(ctx, cause) },
	} {
		if err := do(); err != nil {
			return err
		}
	}
	return nil
}

// unitName is the unit as it is written to, or its code.
func (f *Flow) unitName(code string) string {
	if f.Units == nil {
		return code
	}
	return cmp.Or(f.Units.Office(code), code)
}

// handle is the switch from each kind of effect to what does it.
func (f *Flow) handle() {
	for kind, handler := range map[effect.Kind]effects.Handler{
		effect.DoAudit:     f.Relay.Audit,
		effect.DoSay:       f.Delivery.Say,
		effect.DoErase:     f.Delivery.Erase,
		effect.DoAnswer:    f.Delivery.Answer,
		effect.DoAnnul:     f.Delivery.Annul,
		effect.DoFile:      f.Requests.FileFromChat,
		effect.DoHandOver:  f.HandOvers.Enter,
		effect.DoHear:      f.HandOvers.Hear,
		effect.DoTalk:      f.HandOvers.Tell,
		effect.DoPublished: f.Requests.Published,
		effect.DoJoined:    f.Requests.FollowLead,
		effect.DoNews:      f.Requests.News,
		effect.DoMail:      f.Notices.OfStep,
		effect.DoRemind:    f.Notices.OfReminder,
		effect.DoMention:   f.Notices.OfRemark,
		effect.DoFetchFile: f.Attachments.QueueSent,
		effect.DoOwnStep:   f.Requests.OwnStep,
		effect.DoShare:     f.Requests.Share,
		effect.DoTell:      f.Statements.Tell,
		effect.DoSupersede: f.Statements.Supersede,
		effect.DoNotify:    f.Statements.Notify,
		effect.DoReindex:   f.Index.Reindex,
		effect.DoApply:     f.Rules.Apply,
		effect.DoAsked:     f.Askings.Asked,
		effect.DoMissed:    f.Askings.Missed,
		effect.DoTakeBack:  f.Askings.TakenBack,
		effect.DoVerdict:   f.Askings.Judged,
		effect.DoReport:    f.Cases.Take,
		effect.DoFollow:    f.Cases.Follow,
		effect.DoJoin:      f.Cases.Join,
		effect.DoFetch:     f.Cases.FetchAgain,
		effect.DoMove:      f.Cases.Move,
		effect.DoAlert:     f.Cases.Alert,
		effect.DoExpire:    f.Cases.Remove,
		effect.DoAlias:     f.Cases.Alias,
		effect.DoInform:    f.Cases.Inform,
		effect.DoConclude:  f.Cases.GoPublic,
		effect.DoRegister:  f.Press.Take,
		effect.DoPress:     f.Press.Stand,
		effect.DoDiscard:   f.Press.Discard,
		effect.DoAnnounce:  f.Press.Announce,
		effect.DoDigest:    f.Press.Digest,
		effect.DoClaim:     f.Rights.Take,
		effect.DoClaimNews: f.Rights.News,
		effect.DoLink:      f.Access.Link,
	} {
		f.Relay.Handle(kind, handler)
	}
}

// Connect gives the work its Zalo: client, Official Account, and the link that opens the
// Mini App, "" when there is none.
func (f *Flow) Connect(client *zalo.Client, oaID, miniApp string) {
	f.Delivery.Zalo, f.Access.Zalo = client, client
	f.Inbound.OAID, f.Inbound.MiniAppLink, f.Delivery.MiniAppLink = oaID, miniApp, miniApp
}
