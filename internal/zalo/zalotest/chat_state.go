package zalotest

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"phatngon/internal/zalo"
	"phatngon/internal/zalo/webhook"
)

// Wire format of the page, chat.js reads it.
type (
	chatState struct {
		Rev      int64         `json:"rev"`
		Webhook  string        `json:"webhook"` // "", "off", "on"
		People   []chatPerson  `json:"people"`
		Messages []chatMessage `json:"messages"` // of the persona, changed since the rev asked for
	}
	chatPerson struct {
		ID       string `json:"id"`
		Name     string `json:"name"`
		Role     string `json:"role"`
		Initials string `json:"initials"`
		Follows  bool   `json:"follows"`
		Unread   int    `json:"unread"`
		Last     string `json:"last"`
	}
	chatMessage struct {
		Seq     int64         `json:"seq"`
		ID      string        `json:"id"`
		From    string        `json:"from"`
		Kind    webhook.Kind  `json:"kind"`
		Text    string        `json:"text"`
		URL     string        `json:"url,omitempty"`
		Buttons []zalo.Button `json:"buttons,omitempty"`
		At      int64         `json:"at"`
		State   string        `json:"state,omitempty"`
		Status  int           `json:"status,omitempty"`
	}
)

// getPoll answers what changed since ?rev for ?persona, waiting for a change.
func (s *Server) getPoll(w http.ResponseWriter, r *http.Request) {
	persona := r.URL.Query().Get("persona")
	rev, err := strconv.ParseInt(r.URL.Query().Get("rev"), 10, 64)
	if err != nil {
		rev = 0
	}
	ctx, cancel := context.WithTimeout(r.Context(), pollWait)
	defer cancel()
	err = s.await(ctx, func() bool { return s.rev != rev })
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	writeJSON(w, s.chatState(persona, rev))
}

func (s *Server) chatState(persona string, since int64) chatState {
	s.mu.Lock()
	defer s.mu.Unlock()
	if since > s.rev { // of an earlier life of the simulator
		since = 0
	}
	state := chatState{Rev: s.rev, Webhook: "on", Messages: []chatMessage{}}
	switch {
	case s.webhook == "":
		state.Webhook = ""
	case s.disabled:
		state.Webhook = "off"
	}
	for _, p := range s.people[:min(len(s.people), 50)] {
		state.People = append(state.People, summary(p))
	}
	p, ok := s.byID[persona]
	if !ok {
		return state
	}
	for _, m := range p.messages {
		if m.rev > since && (!m.Hidden || m.failed) {
			state.Messages = append(state.Messages, shownMessage(m))
		}
	}
	return state
}

// shownMessage is a message as the page shows it: of a hidden payload that
// could not be delivered, the title of its button.
func shownMessage(m *Message) chatMessage {
	c := chatMessage{Seq: m.Seq, ID: m.ID, From: m.From, Kind: m.Kind, Text: m.Text,
		URL: m.URL, Buttons: m.Buttons, At: m.At.UnixMilli(), State: m.State, Status: m.Status}
	if m.Hidden {
		c.Text = m.Tapped
	}
	return c
}

func summary(p *person) chatPerson {
	c := chatPerson{ID: p.ID, Name: p.Name, Role: p.Role, Initials: initials(p.Name), Follows: p.Follows}
	for _, m := range p.messages {
		if m.From != FromUser && !m.Seen {
			c.Unread++
		}
		if !m.Hidden {
			c.Last = shown(m)
		}
	}
	return c
}

// shown is a message in the list of personas.
func shown(m *Message) string {
	switch {
	case m.Kind == webhook.KindSticker:
		return "[Nhãn dán]"
	case m.Kind == webhook.KindImage && m.Text == "":
		return "[Hình ảnh]"
	}
	text := []rune(strings.Join(strings.Fields(m.Text), " "))
	return string(text[:min(len(text), 60)])
}
