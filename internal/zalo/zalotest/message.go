package zalotest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/internal/zalo"
	"phatngon/internal/zalo/webhook"
)

// Who wrote a message.
const (
	FromUser  = "user"
	FromBot   = "bot"   // the OA, by API
	FromAdmin = "admin" // the OA, by a human in its chat tool
)

// What became of a persona's message on its way to the webhook.
const (
	Sending = "sending"
	Sent    = "sent"   // the webhook answered 200
	Failed  = "failed" // it did not; repetitions follow
)

// Message is one message of a persona's chat.
type Message struct {
	Seq     int64  // order in the whole simulator
	ID      string // Zalo's message id
	Persona string
	From    string
	Kind    webhook.Kind
	Text    string
	Buttons []zalo.Button
	URL     string // of an image, sticker or link
	At      time.Time

	Hidden         bool   // a tap on a button that hides its payload
	Tapped         string // title of the button whose payload this is
	Received, Seen bool   // by the persona, of the OA's messages
	State          string
	Status         int // HTTP status of the last try; 0: no connection

	rev    int64
	body   []byte // of the event, for repetition by hand
	failed bool   // at least once: then the page shows it even when hidden
}

// Messages is what is kept of a persona's chat, oldest first.
func (s *Server) Messages(persona string) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return copies(s.person(persona).messages)
}

func copies(in []*Message) []Message {
	out := make([]Message, 0, len(in))
	for _, m := range in {
		c := *m
		c.Buttons = slices.Clone(m.Buttons)
		out = append(out, c)
	}
	return out
}

// WaitMessage waits until the persona's chat holds a message that matches, and
// returns the oldest such. match is called with the simulator locked: it must
// not call it.
func (s *Server) WaitMessage(ctx context.Context, persona string, match func(Message) bool) (Message, error) {
	var found []Message
	var seen int64
	err := s.await(ctx, func() bool {
		p := s.person(persona)
		if p.rev == seen {
			return false // another persona's news
		}
		seen = p.rev
		i := slices.IndexFunc(p.messages, func(m *Message) bool { return match(*m) })
		if i >= 0 {
			found = copies(p.messages[i : i+1])
		}
		return i >= 0
	})
	if err != nil {
		return Message{}, fmt.Errorf("zalotest: no such message for persona %s: %w", persona, err)
	}
	return found[0], nil
}

// BotSays matches a message of the OA's API that holds text and was written
// after the message with number after (0: any).
func BotSays(text string, after int64) func(Message) bool {
	return func(m Message) bool { return m.From == FromBot && m.Seq > after && strings.Contains(m.Text, text) }
}

// Settle waits until no webhook is on its way. Repetitions that wait for their
// time do not count.
func (s *Server) Settle(ctx context.Context) error {
	return s.await(ctx, func() bool {
		return !slices.ContainsFunc(s.people, func(p *person) bool { return p.busy })
	})
}

// record keeps a message, forgetting the oldest. The caller holds the lock.
func (s *Server) record(p *person, m *Message) *Message {
	s.seq++
	m.Seq, m.Persona, m.At = s.seq, p.ID, s.o.Now()
	if m.ID == "" {
		m.ID = newID()
	}
	p.messages = append(p.messages, m)
	if extra := len(p.messages) - s.o.MaxMessages; extra > 0 {
		p.messages = slices.Delete(p.messages, 0, extra)
	}
	s.touch(m)
	return m
}

// touch marks a message as changed. The caller holds the lock.
func (s *Server) touch(m *Message) {
	s.notify()
	m.rev = s.rev
	s.byID[m.Persona].rev = s.rev
}
