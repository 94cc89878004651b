package zalotest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/zalo/webhook"
)

// delivery is one event on its way to the webhook; its bytes never change.
type delivery struct {
	person  *person
	message *Message
	body    []byte
	stamp   string
	attempt int // 0 for the first
}

// maxLane bounds the events that wait for a slow or dead webhook, per persona.
const maxLane = 2000

// enqueue puts d on its persona's lane. The caller holds the lock.
func (s *Server) enqueue(d *delivery) {
	if s.holding {
		s.held = append(s.held, d)
		return
	}
	p := d.person
	if len(p.lane) >= maxLane {
		if lost := p.lane[0].message; lost != nil {
			s.settle(lost, 0, errNoWebhook)
		}
		p.lane = slices.Delete(p.lane, 0, 1)
	}
	p.lane = append(p.lane, d)
	if !p.busy && !s.closed() {
		p.busy = true
		s.working.Add(1)
		go s.drain(p)
	}
}

func (s *Server) closed() bool { return s.life.Err() != nil }

// drain delivers a persona's events one after another until none is left.
func (s *Server) drain(p *person) {
	defer s.working.Done()
	for {
		s.mu.Lock()
		if len(p.lane) == 0 || s.closed() {
			p.busy = false
			s.notify()
			s.mu.Unlock()
			return
		}
		d := p.lane[0]
		p.lane = slices.Delete(p.lane, 0, 1)
		copies := 1 + s.faults.Duplicates
		s.mu.Unlock()
		for range copies {
			s.attempt(d)
		}
	}
}

// attempt makes one delivery and plans the next when it fails.
func (s *Server) attempt(d *delivery) {
	status, err := s.post(s.life, d)
	s.mu.Lock()
	defer s.mu.Unlock()
	if d.message != nil {
		s.settle(d.message, status, err)
	}
	if err == nil || s.disabled || s.webhook == "" || (s.o.RetryOnlyUnreached && status != 0) {
		return
	}
	switch {
	case d.attempt < len(s.o.Retries) && !s.closed() && len(s.waiting) < maxLane:
		again := &delivery{person: d.person, message: d.message, body: d.body, stamp: d.stamp, attempt: d.attempt + 1}
		s.waiting[again] = time.AfterFunc(s.o.Retries[d.attempt], func() { s.retry(again) })
	case len(s.o.Retries) > 0:
		s.disabled = true
		s.notify()
	}
}

// retry moves a waiting repetition to its lane.
func (s *Server) retry(d *delivery) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t, ok := s.waiting[d]; ok {
		t.Stop()
		delete(s.waiting, d)
		s.enqueue(d)
	}
}

// RetryNow makes all planned repetitions at once: a virtual clock for tests. It
// returns how many there were.
func (s *Server) RetryNow() int {
	s.mu.Lock()
	var due []*delivery
	for d := range s.waiting {
		due = append(due, d)
	}
	s.mu.Unlock()
	slices.SortFunc(due, func(a, b *delivery) int { return bytes.Compare([]byte(a.stamp), []byte(b.stamp)) })
	for _, d := range due {
		s.retry(d)
	}
	return len(due)
}

// Hold keeps events back until Release.
func (s *Server) Hold() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.holding = true
}

// Release sends what Hold kept back, in reverse order if asked: Zalo promises
// no order.
func (s *Server) Release(reversed bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	held := s.held
	s.held, s.holding = nil, false
	if reversed {
		slices.Reverse(held)
	}
	for _, d := range held {
		s.enqueue(d)
	}
}

// Resend delivers a message of a persona again, the same bytes, at once: what
// "Gửi lại" on the chat page does. It says what the webhook answered.
func (s *Server) Resend(ctx context.Context, persona, messageID string) error {
	s.mu.Lock()
	p := s.person(persona)
	i := slices.IndexFunc(p.messages, func(m *Message) bool { return m.ID == messageID && m.body != nil })
	if i < 0 {
		s.mu.Unlock()
		return fmt.Errorf("zalotest: persona %s has no message %s", persona, messageID)
	}
	m := p.messages[i]
	m.State, s.disabled = Sending, false
	s.touch(m)
	s.mu.Unlock()
	d, err := again(m.body)
	if err != nil {
		return err
	}
	status, err := s.post(ctx, d)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settle(m, status, err)
	return err
}

// settle notes what became of a persona's message. The caller holds the lock.
func (s *Server) settle(m *Message, status int, err error) {
	m.State, m.Status = Sent, status
	if err != nil {
		m.State, m.failed = Failed, true
	}
	s.touch(m)
}

// again is a repetition of an event by hand.
func again(body []byte) (*delivery, error) {
	var top struct {
		Timestamp json.RawMessage `json:"timestamp"`
	}
	if err := json.Unmarshal(body, &top); err != nil {
		return nil, err
	}
	return &delivery{body: body, stamp: strings.Trim(string(top.Timestamp), `"`), attempt: 1}, nil
}

var errNoWebhook = errors.New("zalotest: no webhook is set")

// post sends one event. An error says that the webhook did not take it; status
// is 0 when there was no answer.
func (s *Server) post(ctx context.Context, d *delivery) (status int, err error) {
	s.mu.Lock()
	url, disabled := s.webhook, s.disabled
	s.mu.Unlock()
	if url == "" || disabled {
		return 0, errNoWebhook
	}
	header := http.Header{}
	header.Set(webhook.SignatureHeader, "mac="+webhook.Signature(s.o.AppID, d.body, d.stamp, s.o.OASecretKey))
	if d.attempt > 0 {
		header["num_retry"] = []string{strconv.Itoa(d.attempt)}
	}
	return s.postTo(ctx, url, d.body, header)
}

func (s *Server) postTo(ctx context.Context, url string, body []byte, header http.Header) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, s.o.WebhookTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	req.Header = header
	req.Header.Set("Content-Type", "application/json")
	resp, err := s.o.HTTP.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, 1<<16)) // the body is ignored, as Zalo does
	if resp.StatusCode != http.StatusOK {
		return resp.StatusCode, fmt.Errorf("zalotest: the webhook answered %d", resp.StatusCode)
	}
	return resp.StatusCode, nil
}
