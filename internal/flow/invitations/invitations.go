// Package invitations lets an officer set their own password by a link: a new one, or one who
// forgot it. It guarantees that a link works once, until its end, and for the address that it
// was made for only; that no password travels; and that nothing stored opens a door: the link
// is made of the keys of the program when it is written or shown, and is in no document.
package invitations

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"sync"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/rules"
	"phatngon/internal/limits"
	"phatngon/internal/mail"
	"phatngon/internal/queue"
	"phatngon/internal/store"
)

// MailKind is the kind of inbox items that are letters with such a link.
const MailKind = "signin_mail"

// Why a link is made.
const (
	Invited   = "invited"   // an administrator opened the account
	Forgotten = "forgotten" // somebody asked at the sign-in page
	Renewed   = "renewed"   // an administrator has the password set anew
)

// Invitations makes the links and takes them.
type Invitations struct {
	Store     *store.Store
	Access    *access.Access
	Rules     *rules.Rules
	Inbox     *queue.Queue
	Mailer    *mail.Mailer // nil: an administrator hands links over
	PublicURL string
	Now       func() time.Time

	makeLimiter sync.Once
	limiter     *limits.Limiter
}

// Way is how a link gets to its officer: by a letter that is queued, or, where no mail server
// is configured, by the hand of the administrator who is shown it this once.
type Way struct {
	Mailed bool
	Link   string
	Until  time.Time
}

// Invite opens an account without a password, and a way for its officer to set one.
func (i *Invitations) Invite(ctx context.Context, by people.Officer, o people.Officer) (Way, error) {
	made, err := i.Access.InviteOfficer(ctx, by, o)
	if err != nil {
		return Way{}, err
	}
	return i.way(ctx, made, Invited)
}

// Renew opens a way for an officer to set their password anew. The one they have holds until
// then.
func (i *Invitations) Renew(ctx context.Context, by people.Officer, id string) (Way, error) {
	if err := people.CanAdminister(by); err != nil {
		return Way{}, err
	}
	o, err := i.Store.Officer(ctx, id)
	if err != nil {
		return Way{}, fmt.Errorf("load officer: %w", err)
	}
	if o.Disabled {
		return Way{}, &desk.RuleError{Text: "Tài khoản đang bị khóa. Vui lòng mở lại trước khi gửi liên kết."}
	}
	why := Renewed
	if o.PasswordHash == "" {
		why = Invited
	}
	if err := i.Access.Note(ctx, by.ID, "officer.password_link", o.ID); err != nil {
		return Way{}, err
	}
	return i.way(ctx, o, why)
}

func (i *Invitations) way(ctx context.Context, o people.Officer, why string) (Way, error) {
	until := i.until(why)
	if i.Mailer == nil {
		return Way{Link: i.link(o, until), Until: until}, nil
	}
	return Way{Mailed: true, Until: until}, i.post(ctx, o.ID, why, until)
}

// until is the end of a link made now.
func (i *Invitations) until(why string) time.Time {
	now := i.Now()
	terms := i.Rules.At(now).SignIn()
	if why == Invited {
		return now.Add(terms.Invite())
	}
	return now.Add(terms.Reset())
}

// Terms are how long links hold, and whether they go by mail.
func (i *Invitations) Terms() (invite, reset time.Duration, mailed bool) {
	t := i.Rules.At(i.Now()).SignIn()
	return t.Invite(), t.Reset(), i.Mailer != nil
}

// letter is the body of an item: whom the link is for. The link itself is made when it goes out.
type letter struct {
	Officer, Why string
	Until        time.Time
}

// post queues a letter. It does not wait for office hours: somebody stands before a door.
func (i *Invitations) post(ctx context.Context, officer, why string, until time.Time) error {
	body, err := json.Marshal(letter{officer, why, until})
	if err != nil {
		return fmt.Errorf("encode a letter: %w", err)
	}
	id := fmt.Sprintf("%s:%s", MailKind, newID())
	if _, err := i.Inbox.Put(ctx, queue.Item{ID: id, Lane: MailKind + ":" + officer, Kind: MailKind, Body: body}); err != nil {
		return fmt.Errorf("queue a letter: %w", err)
	}
	return nil
}

// link is the address at which a password is set.
func (i *Invitations) link(o people.Officer, until time.Time) string {
	return i.PublicURL + "/admin/login/password?" + url.Values{"k": {i.Access.SignPass(access.ForPassword, o, until)}}.Encode()
}
