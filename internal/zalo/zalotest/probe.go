package zalotest

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"slices"

	"phatngon/internal/zalo/webhook"
)

// SaveURL does what the console does when a webhook address is saved: an
// unsigned "{}" that must get 200. On success events go there.
func (s *Server) SaveURL(ctx context.Context, url string) error {
	if _, err := s.postTo(ctx, url, []byte("{}"), http.Header{}); err != nil {
		return fmt.Errorf("save webhook URL: %w", err)
	}
	s.SetWebhook(url)
	return nil
}

// ConsoleTest does what the console's Test button does: a signed event with
// placeholder ids, which must get 200 and mean nothing.
func (s *Server) ConsoleTest(ctx context.Context) error {
	s.mu.Lock()
	d := s.newDelivery(nil, nil, fields{"event_name": "user_send_text", "user_id_by_app": "333333333333333333",
		"sender": party("111111111111111111"), "recipient": party("222222222222222222"),
		"message": map[string]any{"msg_id": "This is message id", "text": "This is testing message"}})
	s.mu.Unlock()
	_, err := s.post(ctx, d)
	return err
}

// Replay delivers a persona's message n times at once, the same bytes, and
// waits for all answers. It returns the first failure.
func (s *Server) Replay(ctx context.Context, persona, messageID string, n int) error {
	s.mu.Lock()
	messages := slices.Clone(s.person(persona).messages)
	s.mu.Unlock()
	i := slices.IndexFunc(messages, func(m *Message) bool { return m.ID == messageID })
	if i < 0 || messages[i].body == nil {
		return fmt.Errorf("zalotest: persona %s has no message %s", persona, messageID)
	}
	d, err := again(messages[i].body)
	if err != nil {
		return err
	}
	failures := make(chan error, n)
	for range n {
		go func() {
			_, err := s.post(ctx, d)
			failures <- err
		}()
	}
	var first error
	for range n {
		if err := <-failures; err != nil && first == nil {
			first = err
		}
	}
	return first
}

// RevokeConsent sends the Mini App's webhook for a persona who takes back
// their consent. It is signed by the Mini App's own formula.
func (s *Server) RevokeConsent(ctx context.Context, persona, url string) error {
	s.mu.Lock()
	s.stamp = max(s.stamp+1, s.o.Now().UnixMilli())
	body := fmt.Appendf(nil, `{"event":"user.revoke.consent","appId":%q,"userId":%q,"timestamp":%d}`,
		s.o.MiniAppID, s.person(persona).AppUserID, s.stamp)
	s.mu.Unlock()
	mac, err := webhook.MiniAppSignature(body, s.o.MiniAppKey)
	if err != nil {
		return err
	}
	_, err = s.postTo(ctx, url, bytes.Clone(body), http.Header{http.CanonicalHeaderKey(webhook.SignatureHeader): {mac}})
	return err
}
