package zalo_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"phatngon/internal/zalo"
	"phatngon/internal/zalo/zalotest"
)

// shelf is a token store in memory; copies of it act as several instances.
type shelf struct {
	mu       sync.Mutex
	token    zalo.Token
	failSave error
	saves    int
	lease    chan struct{}
}

func newShelf(t zalo.Token) *shelf { return &shelf{token: t, lease: make(chan struct{}, 1)} }

func (s *shelf) Load(context.Context) (zalo.Token, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.token, nil
}

func (s *shelf) Save(_ context.Context, t zalo.Token) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failSave != nil {
		return s.failSave
	}
	s.token = t
	s.saves++
	return nil
}

func (s *shelf) Lock(ctx context.Context) (func(), error) {
	select {
	case s.lease <- struct{}{}:
		return func() { <-s.lease }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (s *shelf) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.failSave = err
}

const (
	hoa  = "6180339887498948401"
	text = "Theo phát ngôn của Sở Y tế"
)

// meet makes a Zalo where Bà Hoa has just written, and a client with its token.
func meet(t *testing.T, o zalotest.Options) (*zalotest.Server, *shelf, *zalo.Client) {
	t.Helper()
	o.Retries = []time.Duration{}
	s := zalotest.New(o)
	t.Cleanup(s.Close)
	s.Say("hoa", "chào")
	store := newShelf(s.Token())
	return s, store, zalo.NewClient(s.Config(), store)
}

func wantAPIError(t *testing.T, err error, code int, retry zalo.Retry, unknown bool) {
	t.Helper()
	var e *zalo.APIError
	if !errors.As(err, &e) {
		t.Fatalf("error %v (%T), want an APIError", err, err)
	}
	if e.Code != code || e.Retry != retry || e.OutcomeUnknown != unknown {
		t.Errorf("got %+v, want code %d, retry %s, outcome unknown %v", e, code, retry, unknown)
	}
}

func TestSendText(t *testing.T) {
	s, _, c := meet(t, zalotest.Options{RequireProof: true})
	buttons := []zalo.Button{
		{Title: "Gửi yêu cầu", Payload: "#gui"},
		{Title: "Xem nguồn", URL: "https://thanhhoa.gov.vn/a"},
		{Title: "Bỏ qua", Payload: "#bo", Hide: true},
	}
	id, err := c.SendText(t.Context(), hoa, "e\u0302\u0301", buttons)
	if err != nil {
		t.Fatal(err)
	}
	m, err := s.WaitMessage(t.Context(), "hoa", zalotest.BotSays("", 0))
	if err != nil {
		t.Fatal(err)
	}
	if m.ID != id || m.Text != "ế" || len(m.Buttons) != 3 || m.Buttons[0] != buttons[0] || m.Buttons[1] != buttons[1] || m.Buttons[2] != buttons[2] {
		t.Errorf("Bà Hoa sees %+v, want message %s", m, id)
	}
}

func TestSendTextRefusesWhatZaloWould(t *testing.T) {
	s, _, c := meet(t, zalotest.Options{})
	button := func(title, payload, url string) []zalo.Button {
		return []zalo.Button{{Title: title, Payload: payload, URL: url}}
	}
	for name, tc := range map[string]struct {
		user, text string
		buttons    []zalo.Button
		code       int
	}{
		"not a user id":      {"oa:1", text, nil, -201},
		"empty":              {hoa, " ", nil, -201},
		"2001 units":         {hoa, strings.Repeat("😀", 1000) + "a", nil, -210},
		"six buttons":        {hoa, text, make([]zalo.Button, 6), -210},
		"button, no title":   {hoa, text, button("", "x", ""), -210},
		"button, long title": {hoa, text, button(strings.Repeat("đ", 101), "x", ""), -210},
		"button, no payload": {hoa, text, button("a", "", ""), -210},
		"button, long":       {hoa, text, button("a", strings.Repeat("đ", 1001), ""), -210},
		"button, script":     {hoa, text, button("a", "", "javascript:alert(1)"), -201},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := c.SendText(t.Context(), tc.user, tc.text, tc.buttons)
			wantAPIError(t, err, tc.code, zalo.Never, false)
			var e *zalo.APIError
			if errors.As(err, &e) && e.Status != 0 {
				t.Error("Zalo was asked")
			}
		})
	}
	if n := len(s.Messages("hoa")); n != 1 {
		t.Errorf("%d messages, want only Bà Hoa's own", n)
	}
}

func TestSendTextAtTheLimits(t *testing.T) {
	_, _, c := meet(t, zalotest.Options{})
	b := zalo.Button{Title: strings.Repeat("đ", 100), Payload: strings.Repeat("đ", 1000)}
	if _, err := c.SendText(t.Context(), hoa, strings.Repeat("😀", 1000), []zalo.Button{b, b, b, b, b}); err != nil {
		t.Error(err)
	}
}

func TestRefusalsSayWhetherToTryAgain(t *testing.T) {
	for code, retry := range map[int]zalo.Retry{
		-32: zalo.Backoff, -200: zalo.Backoff, -201: zalo.Never, -211: zalo.Later, -213: zalo.Never, -224: zalo.OperatorFix,
		-230: zalo.UseTemplate, -232: zalo.UseTemplate, -240: zalo.Never, -242: zalo.OperatorFix, -99999: zalo.Backoff,
	} {
		s, _, c := meet(t, zalotest.Options{})
		s.FailSends(1, zalotest.Refuse(code))
		_, err := c.SendText(t.Context(), hoa, text, nil)
		wantAPIError(t, err, code, retry, false)
	}
}

func TestLostAnswers(t *testing.T) {
	for name, fault := range map[string]zalotest.Fault{
		"502 with a page":     zalotest.BadGateway(true),
		"502, not delivered":  zalotest.BadGateway(false),
		"empty answer":        zalotest.EmptyAnswer(true),
		"timeout, delivered":  zalotest.Silence(true),
		"timeout, not at all": zalotest.Silence(false),
	} {
		t.Run(name, func(t *testing.T) {
			s, _, _ := meet(t, zalotest.Options{})
			host := httptest.NewServer(s)
			t.Cleanup(host.Close)
			config := s.ConfigAt(host.URL)
			config.HTTP = &http.Client{Timeout: 200 * time.Millisecond}
			c := zalo.NewClient(config, newShelf(s.Token()))
			s.FailSends(1, fault)
			_, err := c.SendText(t.Context(), hoa, text, nil)
			wantAPIError(t, err, 0, zalo.Backoff, true)
			if _, err := c.SendText(t.Context(), hoa, text, nil); err != nil {
				t.Errorf("afterwards: %v", err)
			}
		})
	}
}

func TestNothingSentIsKnown(t *testing.T) {
	s, store, _ := meet(t, zalotest.Options{})
	config := s.ConfigAt("http://127.0.0.1:1")
	_, err := zalo.NewClient(config, store).SendText(t.Context(), hoa, text, nil)
	wantAPIError(t, err, 0, zalo.Backoff, false)
	for _, status := range []int{http.StatusTooManyRequests, http.StatusForbidden} {
		host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }))
		t.Cleanup(host.Close)
		_, err := zalo.NewClient(s.ConfigAt(host.URL), store).SendText(t.Context(), hoa, text, nil)
		wantAPIError(t, err, 0, zalo.Backoff, false)
	}
}

func TestStrangeAnswers(t *testing.T) {
	s, store, _ := meet(t, zalotest.Options{})
	for name, body := range map[string]string{
		"not JSON": "OK", "no error field": `{"data":{"message_id":"x"}}`, "a list": "[]", "huge": `{"error":0,"data":{"message_id":"x"}}` + strings.Repeat(" ", 1<<20),
	} {
		t.Run(name, func(t *testing.T) {
			host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, body) }))
			t.Cleanup(host.Close)
			_, err := zalo.NewClient(s.ConfigAt(host.URL), store).SendText(t.Context(), hoa, text, nil)
			wantAPIError(t, err, 0, zalo.Backoff, true)
		})
	}
}

func TestRedirectsDoNotCarryTheToken(t *testing.T) {
	s, store, _ := meet(t, zalotest.Options{})
	leaked := make(chan string, 1)
	thief := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { leaked <- r.Header.Get("access_token") }))
	t.Cleanup(thief.Close)
	host := httptest.NewServer(http.RedirectHandler(thief.URL, http.StatusTemporaryRedirect))
	t.Cleanup(host.Close)
	config := s.ConfigAt(host.URL)
	config.HTTP = &http.Client{}
	_, err := zalo.NewClient(config, store).OA(t.Context())
	wantAPIError(t, err, 0, zalo.Backoff, false)
	if len(leaked) != 0 {
		t.Error("the token went to another host")
	}
}

func TestErrorsHoldNoSecrets(t *testing.T) {
	s, store, _ := meet(t, zalotest.Options{})
	// A host that throws back whatever it was sent.
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		said := r.Header.Get("access_token") + " " + r.Header.Get("secret_key") + " " + r.Header.Get("code")
		if r.URL.Path == "/v4/oa/access_token" {
			_ = json.NewEncoder(w).Encode(map[string]any{"error": -14004, "error_name": said + string(body)})
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"error": -201, "message": said})
	}))
	t.Cleanup(host.Close)
	config := s.ConfigAt(host.URL)
	c := zalo.NewClient(config, store)
	_, sent := c.SendText(t.Context(), hoa, text, nil)
	_, me := c.Me(t.Context(), "user-token")
	_, phone := c.DecodePhone(t.Context(), "user-token", "phone-code")
	store.token.ExpiresAt = time.Time{}
	ensure := zalo.NewClient(config, store).EnsureToken(t.Context())
	config.GraphURL, config.OpenAPIURL = "http://127.0.0.1:1", "http://127.0.0.1:1"
	_, down := zalo.NewClient(config, newShelf(s.Token())).UserDetail(t.Context(), hoa)
	for _, err := range []error{sent, me, phone, ensure, down} {
		if err == nil {
			t.Fatal("no error")
		}
		for _, secret := range []string{store.token.AccessToken, store.token.RefreshToken, config.AppSecret, "user-token", "phone-code", hoa, text} {
			if strings.Contains(err.Error(), secret) {
				t.Errorf("error %q holds %q", err, secret)
			}
		}
	}
}

func TestReading(t *testing.T) {
	s, _, c := meet(t, zalotest.Options{})
	ctx := t.Context()
	s.Follow("hoa")
	id, err := c.SendText(ctx, hoa, text, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := c.Conversation(ctx, hoa, 0, 10)
	if err != nil || len(rows) != 2 || rows[0].MessageID != id || !rows[0].FromOA || rows[1].FromOA || rows[1].Text != "chào" || rows[0].At.IsZero() {
		t.Errorf("conversation %+v, %v", rows, err)
	}
	if rows, err = c.Conversation(ctx, hoa, 1, 10); err != nil || len(rows) != 1 || rows[0].Text != "chào" {
		t.Errorf("from the second row: %+v, %v", rows, err)
	}
	if rows, err = c.RecentChat(ctx, 5, 10); err != nil || len(rows) != 0 {
		t.Errorf("past the end: %+v, %v", rows, err)
	}
	_, err = c.RecentChat(ctx, 0, 11)
	wantAPIError(t, err, -210, zalo.Never, false)
	user, err := c.UserDetail(ctx, hoa)
	if err != nil || user.DisplayName != "Bà Hoa" || user.AppUserID != "1414213562373095001" || !user.Follows {
		t.Errorf("user %+v, %v", user, err)
	}
	oa, err := c.OA(ctx)
	if err != nil || oa.ID != "2718281828459045235" || !oa.Verified || oa.Followers != 1 {
		t.Errorf("OA %+v, %v", oa, err)
	}
	quota, err := c.Quota(ctx, hoa)
	if err != nil || quota.LastInteraction.IsZero() || quota.ReplyAll == 0 {
		t.Errorf("quota %+v, %v", quota, err)
	}
	_, err = c.UserDetail(ctx, "1")
	wantAPIError(t, err, -201, zalo.Never, false)
}

func TestMiniAppUser(t *testing.T) {
	s, _, c := meet(t, zalotest.Options{})
	ctx := t.Context()
	token := s.MiniAppToken("hoa")
	me, err := c.Me(ctx, token)
	if err != nil || me.ID != "1414213562373095001" || me.Name != "Bà Hoa" || me.OAUserID != "" {
		t.Errorf("before following: %+v, %v", me, err)
	}
	s.Follow("hoa")
	if me, err = c.Me(ctx, token); err != nil || me.OAUserID != hoa {
		t.Errorf("following: %+v, %v", me, err)
	}
	_, err = c.Me(ctx, "made up")
	wantAPIError(t, err, zalo.CodeSession, zalo.Never, false)

	code := s.PhoneCode("hoa")
	if _, err = c.DecodePhone(ctx, s.MiniAppToken("nam"), code); err == nil {
		t.Error("another person's session decoded the phone")
	}
	if phone, err := c.DecodePhone(ctx, token, code); err != nil || phone != "84912345601" {
		t.Errorf("phone %q, %v", phone, err)
	}
	if _, err = c.DecodePhone(ctx, token, code); err == nil {
		t.Error("a phone code worked twice")
	}
	s.SetFaults(zalotest.Faults{OutsideVietnam: true})
	_, err = c.Me(ctx, token)
	wantAPIError(t, err, zalo.CodeLocation, zalo.OperatorFix, false)
}
