// Package mail sends plain letters over SMTP, for officers' notices. What a letter says is
// the caller's; here it goes out, or an error says why not.
package mail

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"time"

	smtp "github.com/wneessen/go-mail"
)

// Letter is one letter. ID becomes its Message-ID, so that a mail program that gets it
// twice shows it once.
type Letter struct{ ID, To, Subject, Text string }

// Mailer sends letters through one server. It is safe for concurrent use.
type Mailer struct {
	host, from string
	options    []smtp.Option
}

// sendWithin is how long one letter may take.
const sendWithin = 30 * time.Second

// New reads the address of a server, smtp://user:password@host:587 (STARTTLS, where the
// server has it; with a password it must) or smtps://… (TLS from the first byte).
func New(address, from string) (*Mailer, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" {
		return nil, fmt.Errorf("SMTP_URL must be smtp://user:password@host:port or smtps://…")
	}
	m := &Mailer{host: u.Hostname(), from: from, options: []smtp.Option{smtp.WithTimeout(sendWithin)}}
	if port, err := strconv.Atoi(u.Port()); err == nil {
		m.options = append(m.options, smtp.WithPort(port))
	}
	m.options = append(m.options, security(u)...)
	if err := smtp.NewMsg().From(from); err != nil {
		return nil, fmt.Errorf("MAIL_FROM must be an e-mail address")
	}
	return m, nil
}

func security(u *url.URL) []smtp.Option {
	password, signsIn := u.User.Password()
	policy := smtp.TLSOpportunistic
	if signsIn {
		policy = smtp.TLSMandatory // a password never travels in the open
	}
	options := []smtp.Option{smtp.WithTLSPolicy(policy)}
	if u.Scheme == "smtps" {
		options = []smtp.Option{smtp.WithSSL()}
	}
	if signsIn {
		options = append(options, smtp.WithSMTPAuth(smtp.SMTPAuthAutoDiscover), smtp.WithUsername(u.User.Username()), smtp.WithPassword(password))
	}
	return options
}

// Send hands one letter to the server. nil: the server took it. The error names no person.
func (m *Mailer) Send(ctx context.Context, l Letter) error {
	msg := smtp.NewMsg()
	if err := msg.From(m.from); err != nil {
		return fmt.Errorf("mail: the sender's address is not understood")
	}
	if err := msg.To(l.To); err != nil {
		return fmt.Errorf("mail: the address of an officer is not understood")
	}
	msg.Subject(l.Subject)
	msg.SetMessageIDWithValue(l.ID)
	msg.SetDate()
	msg.SetBodyString(smtp.TypeTextPlain, l.Text)
	client, err := smtp.NewClient(m.host, m.options...)
	if err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	if err := client.DialAndSendWithContext(ctx, msg); err != nil {
		return refusedBy(err)
	}
	return nil
}

// refusedBy is what a server answered, without the address that it may name.
func refusedBy(err error) error {
	var refused *smtp.SendError
	if errors.As(err, &refused) {
		return fmt.Errorf("mail server: %s (%d)", refused.Reason, refused.ErrorCode())
	}
	return fmt.Errorf("mail server: %w", err)
}
