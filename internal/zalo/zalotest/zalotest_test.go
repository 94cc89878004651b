package zalotest_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/zalo"
	"phatngon/internal/zalo/webhook"
	"phatngon/internal/zalo/zalotest"
)

const hoa = "6180339887498948401"

// hook is a webhook that keeps what it is sent, in order of arrival.
type hook struct {
	*httptest.Server
	sim    *zalotest.Server
	mu     sync.Mutex
	bodies []string
	heads  []http.Header
	events []webhook.Event
	refuse int           // answer 503 to so many
	more   chan struct{} // one element per request, when there is room
}

func newHook(t *testing.T, o zalotest.Options) (*zalotest.Server, *hook) {
	t.Helper()
	h := &hook{more: make(chan struct{}, 10_000)}
	h.Server = httptest.NewServer(h)
	o.Webhook = h.URL
	h.sim = zalotest.New(o)
	t.Cleanup(func() { h.sim.Close(); h.Close() })
	return h.sim, h
}

func (h *hook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if h.sim.Secrets().Verify(body, r.Header.Get(webhook.SignatureHeader)) != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	defer func() { h.more <- struct{}{} }()
	e, err := webhook.ParseEvent(body)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	h.bodies, h.heads, h.events = append(h.bodies, string(body)), append(h.heads, r.Header), append(h.events, e)
	if h.refuse > 0 {
		h.refuse--
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

// names waits until n signed events have come in all and returns their names.
func (h *hook) names(t *testing.T, n int) []string {
	t.Helper()
	for {
		h.mu.Lock()
		var names []string
		for _, e := range h.events {
			names = append(names, e.Name)
		}
		h.mu.Unlock()
		if len(names) >= n {
			return names
		}
		select {
		case <-h.more:
		case <-t.Context().Done():
			t.Fatalf("only %q came", names)
		case <-time.After(10 * time.Second):
			t.Fatalf("only %q came", names)
		}
	}
}

func settle(t *testing.T, s *zalotest.Server) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if err := s.Settle(ctx); err != nil {
		t.Fatal(err)
	}
}

// call makes a raw request to the simulator and returns the decoded answer.
func call(t *testing.T, s *zalotest.Server, method, path, body string, header map[string]string) (int, map[string]any) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, "http://zalo.invalid"+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range header {
		req.Header.Set(name, value)
	}
	resp, err := s.HTTPClient().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	answer := map[string]any{}
	if len(data) > 0 {
		if err := json.Unmarshal(data, &answer); err != nil {
			t.Fatalf("%s %s: %v in %q", method, path, err, data)
		}
	}
	return resp.StatusCode, answer
}

func code(t *testing.T, answer map[string]any) int {
	t.Helper()
	n, ok := answer["error"].(float64)
	if !ok {
		t.Fatalf("no error field in %v", answer)
	}
	return int(n)
}

func send(t *testing.T, s *zalotest.Server, body string) int {
	t.Helper()
	status, answer := call(t, s, "POST", "/v3.0/oa/message/cs", body, map[string]string{"access_token": s.Token().AccessToken})
	if status != 200 {
		t.Errorf("status %d, want 200 always", status)
	}
	return code(t, answer)
}

func message(user, rest string) string {
	return `{"recipient":{"user_id":"` + user + `"},"message":{` + rest + `}}`
}

func withButtons(list string) string {
	return message(hoa, `"text":"a","attachment":{"type":"template","payload":{"buttons":[`+list+`]}}`)
}

func TestSendIsRefusedAsZaloWould(t *testing.T) {
	s, _ := newHook(t, zalotest.Options{})
	s.Say("hoa", "chào")
	button := `{"title":"A","type":"oa.query.show","payload":"x"}`
	for name, tc := range map[string]struct {
		body string
		want int
	}{
		"text":                    {message(hoa, `"text":"a"`), 0},
		"2000 characters":         {message(hoa, `"text":"`+strings.Repeat("đ", 2000)+`"`), 0},
		"2001 characters":         {message(hoa, `"text":"`+strings.Repeat("đ", 2001)+`"`), -210},
		"no text":                 {message(hoa, `"text":" "`), -201},
		"no message":              {`{"recipient":{"user_id":"` + hoa + `"}}`, -201},
		"not JSON":                {`text`, -201},
		"user id as number":       {`{"recipient":{"user_id":` + hoa + `},"message":{"text":"a"}}`, -201},
		"unknown user":            {message("1", `"text":"a"`), -201},
		"app user id":             {message("1414213562373095001", `"text":"a"`), -201},
		"never interacted":        {message("6180339887498948402", `"text":"a"`), -213},
		"five buttons":            {withButtons(strings.Repeat(button+",", 4) + button), 0},
		"six buttons":             {withButtons(strings.Repeat(button+",", 5) + button), -210},
		"no buttons":              {withButtons(""), -210},
		"title of 101 characters": {withButtons(`{"title":"` + strings.Repeat("đ", 101) + `","type":"oa.query.show","payload":"x"}`), -210},
		"query payload an object": {withButtons(`{"title":"A","type":"oa.query.show","payload":{"url":"https://a.vn"}}`), -201},
		"url payload a string":    {withButtons(`{"title":"A","type":"oa.open.url","payload":"https://a.vn"}`), -201},
		"url":                     {withButtons(`{"title":"A","type":"oa.open.url","payload":{"url":"https://a.vn"}}`), 0},
		"phone":                   {withButtons(`{"title":"A","type":"oa.open.phone","payload":{"phone_code":"842371"}}`), 0},
		"invented button":         {withButtons(`{"title":"A","type":"oa.postback","payload":"x"}`), -201},
		"bare image":              {message(hoa, `"attachment":{"type":"image","payload":{"attachment_id":"a"}}`), -201},
		"list":                    {message(hoa, `"attachment":{"type":"template","payload":{"template_type":"list"}}`), -233},
		"image by address":        {message(hoa, `"attachment":{"type":"template","payload":{"template_type":"media","elements":[{"media_type":"image","url":"https://a.vn/a.png"}]}}`), 0},
	} {
		t.Run(name, func(t *testing.T) {
			if got := send(t, s, tc.body); got != tc.want {
				t.Errorf("error %d, want %d", got, tc.want)
			}
		})
	}
}

func TestOnlyTheTokenHeaderCounts(t *testing.T) {
	s, _ := newHook(t, zalotest.Options{})
	token := s.Token().AccessToken
	for name, tc := range map[string]struct {
		path   string
		header map[string]string
		want   int
	}{
		"access_token":      {"/v2.0/oa/getoa", map[string]string{"access_token": token}, 0},
		"none":              {"/v2.0/oa/getoa", nil, -216},
		"bearer":            {"/v2.0/oa/getoa", map[string]string{"Authorization": "Bearer " + token}, -216},
		"query":             {"/v2.0/oa/getoa?access_token=" + token, nil, -216},
		"wrong proof":       {"/v2.0/oa/getoa", map[string]string{"access_token": token, "appsecret_proof": "x"}, -242},
		"unknown path":      {"/v3.0/oa/typing", map[string]string{"access_token": token}, 404},
		"stopped endpoint":  {"/v3.0/oa/message/promotion", map[string]string{"access_token": token}, 404}, // GET
		"history too long":  {"/v2.0/oa/listrecentchat?data=" + url.QueryEscape(`{"offset":0,"count":11}`), map[string]string{"access_token": token}, -210},
		"history, no count": {"/v2.0/oa/listrecentchat", map[string]string{"access_token": token}, -201},
	} {
		t.Run(name, func(t *testing.T) {
			status, answer := call(t, s, "GET", tc.path, "", tc.header)
			if got := code(t, answer); got != tc.want || status != 200 {
				t.Errorf("status %d, error %d, want 200 and %d", status, got, tc.want)
			}
		})
	}
	for path, want := range map[string]int{"/v3.0/oa/message/promotion": -233, "/v3.0/oa/message/transaction": -233, "/v2.0/oa/message": -240} {
		_, answer := call(t, s, "POST", path, message(hoa, `"text":"a"`), map[string]string{"access_token": token})
		if got := code(t, answer); got != want {
			t.Errorf("%s: error %d, want %d", path, got, want)
		}
	}
}

func TestWindows(t *testing.T) {
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	var mu sync.Mutex
	s, _ := newHook(t, zalotest.Options{Now: func() time.Time { mu.Lock(); defer mu.Unlock(); return now }})
	move := func(d time.Duration) { mu.Lock(); now = now.Add(d); mu.Unlock(); s.Consent() }
	s.Say("hoa", "chào")
	body := message(hoa, `"text":"a"`)
	move(7 * 24 * time.Hour)
	if got := send(t, s, body); got != 0 {
		t.Errorf("at 7 days: error %d", got)
	}
	move(time.Second)
	if got := send(t, s, body); got != -230 {
		t.Errorf("after 7 days: error %d, want -230", got)
	}
	s.Follow("hoa")
	if got := send(t, s, body); got != 0 {
		t.Errorf("after following: error %d", got)
	}
	move(49 * time.Hour)
	for range 499 {
		send(t, s, body)
	}
	if got := send(t, s, body); got != -211 {
		t.Errorf("after 500 paid replies: error %d, want -211", got)
	}
}

func TestRateLimit(t *testing.T) {
	s, _ := newHook(t, zalotest.Options{RequestsPerMinute: 3})
	s.Say("hoa", "chào")
	body := message(hoa, `"text":"a"`)
	got := []int{send(t, s, body), send(t, s, body), send(t, s, body), send(t, s, body)}
	if diff := cmp.Diff([]int{0, 0, 0, -32}, got); diff != "" {
		t.Error(diff)
	}
}

func TestRefreshTokenWorksOnce(t *testing.T) {
	s, _ := newHook(t, zalotest.Options{})
	config, first := s.Config(), s.Token()
	refresh := func(token, secret, grant string) map[string]any {
		form := url.Values{"refresh_token": {token}, "app_id": {config.AppID}, "grant_type": {grant}}.Encode()
		status, answer := call(t, s, "POST", "/v4/oa/access_token", form,
			map[string]string{"Content-Type": "application/x-www-form-urlencoded", "secret_key": secret})
		if status != 200 {
			t.Errorf("status %d", status)
		}
		return answer
	}
	if got := code(t, refresh(first.RefreshToken, "wrong", "refresh_token")); got != -14004 {
		t.Errorf("wrong secret: %d", got)
	}
	if got := code(t, refresh(first.RefreshToken, config.AppSecret, "password")); got != -14018 {
		t.Errorf("wrong grant: %d", got)
	}
	if got := code(t, refresh("made up", config.AppSecret, "refresh_token")); got != -14014 {
		t.Errorf("unknown token: %d", got)
	}
	answer := refresh(first.RefreshToken, config.AppSecret, "refresh_token")
	if answer["expires_in"] != "90000" || answer["access_token"] != s.Token().AccessToken || answer["refresh_token"] != s.Token().RefreshToken {
		t.Errorf("answer %v", answer)
	}
	if again := refresh(first.RefreshToken, config.AppSecret, "refresh_token"); len(again) != 0 {
		t.Errorf("used token: %v, want an empty body", again)
	}
	_, old := call(t, s, "GET", "/v2.0/oa/getoa", "", map[string]string{"access_token": first.AccessToken})
	if got := code(t, old); got != -216 {
		t.Errorf("old access token: error %d, want -216", got)
	}
}

func TestEventsOfEveryAction(t *testing.T) {
	s, h := newHook(t, zalotest.Options{})
	s.OpenChat("hoa")
	s.Follow("hoa")
	id := s.Say("hoa", "Chào \"OA\" / 😀\n")
	s.Say("hoa", "https://baochi.example.vn/tin")
	s.SendImage("hoa", "http://f6.photo.talk.zdn.vn/1", "Ảnh đây ạ")
	s.SendSticker("hoa", "20871")
	s.SendFile("hoa", "don.pdf", 184320)
	s.React("hoa", id, "/-heart")
	if got := send(t, s, withButtons(`{"title":"Gửi yêu cầu","type":"oa.query.hide","payload":"#gui"}`)); got != 0 {
		t.Fatalf("send: %d", got)
	}
	s.See("hoa")
	if err := s.Tap("hoa", "Gửi yêu cầu"); err != nil {
		t.Fatal(err)
	}
	s.AdminSay("hoa", "Em là Lan")
	s.Unfollow("hoa")
	s.Withdraw("hoa")
	want := []string{"user_click_chatnow", "follow", "user_send_text", "user_send_link", "user_send_image", "user_send_sticker",
		"user_send_file", "user_reacted_message", "oa_send_text", "user_received_message", "user_seen_message", "user_send_text",
		"oa_send_text", "unfollow", "user_withdraw"}
	if diff := cmp.Diff(want, h.names(t, len(want))); diff != "" {
		t.Fatal(diff)
	}
	keys := map[string]bool{}
	for i, e := range h.events {
		keys[e.Key] = true
		if e.UserID != hoa || e.OAID != s.Config().OAID || !e.Known || e.ConsoleTest {
			t.Errorf("%s: %+v", want[i], e)
		}
	}
	if len(keys) != len(want) {
		t.Errorf("%d keys of %d events", len(keys), len(want))
	}
	if e := h.events[2]; e.Text != "Chào \"OA\" / 😀\n" || e.MsgID != id || e.AppUserID != "1414213562373095001" {
		t.Errorf("text event %+v", e)
	}
	if e := h.events[11]; e.Text != "#gui" {
		t.Errorf("tap came as %+v", e)
	}
	if e := h.events[12]; e.AdminID != zalotest.AdminID || h.events[8].AdminID != "" {
		t.Errorf("admin id %q by hand, %q by API", e.AdminID, h.events[8].AdminID)
	}
	s.TapButton("hoa", zalo.Button{Title: "Nguồn", URL: "https://a.vn"})
	settle(t, s)
	if n := len(h.names(t, len(want))); n != len(want) {
		t.Errorf("opening a web address made an event: %d events", n)
	}
	if err := s.Tap("hoa", "Không có nút này"); err == nil {
		t.Error("a button that does not exist was tapped")
	}
}

func TestOpeningTheChatIsToldOnce(t *testing.T) {
	s, h := newHook(t, zalotest.Options{})
	s.OpenChat("lan")
	s.OpenChat("lan")
	s.Say("lan", "hết")
	if diff := cmp.Diff([]string{"user_click_chatnow", "user_send_text"}, h.names(t, 2)); diff != "" {
		t.Error(diff)
	}
}

func TestAnAcquaintedPersonOpensTheChatToo(t *testing.T) {
	s, h := newHook(t, zalotest.Options{Acquainted: true})
	s.OpenChat("lan")
	s.OpenChat("lan")
	s.Say("hoa", "chào")
	s.OpenChat("hoa")
	s.Say("hoa", "hết")
	names := h.names(t, 3)
	slices.Sort(names)
	if diff := cmp.Diff([]string{"user_click_chatnow", "user_send_text", "user_send_text"}, names); diff != "" {
		t.Error(diff)
	}
}

func TestOddBytesAreSignedAsSent(t *testing.T) {
	s, h := newHook(t, zalotest.Options{})
	s.SetFaults(zalotest.Faults{OddJSON: true, NumericTimestamp: true, Duplicates: 2})
	s.Say("hoa", "Đường ven biển / 😀")
	h.names(t, 3)
	if h.events[0].Text != "Đường ven biển / 😀" || h.bodies[0] != h.bodies[1] || h.bodies[1] != h.bodies[2] {
		t.Errorf("events %+v", h.events)
	}
	if !strings.Contains(h.bodies[0], `\u`) || !strings.Contains(h.bodies[0], `\/`) || strings.Contains(h.bodies[0], `"timestamp": "`) {
		t.Errorf("body %s", h.bodies[0])
	}
}

func TestRetries(t *testing.T) {
	s, h := newHook(t, zalotest.Options{})
	h.refuse = 2
	id := s.Say("hoa", "chào")
	h.names(t, 1)
	settle(t, s)
	if m := s.Messages("hoa")[0]; m.State != zalotest.Failed || m.Status != 503 {
		t.Errorf("after a 503 the message is %s with status %d", m.State, m.Status)
	}
	for range 2 {
		if n := s.RetryNow(); n != 1 {
			t.Errorf("%d repetitions were planned, want 1", n)
		}
		settle(t, s)
	}
	h.names(t, 3)
	if m := s.Messages("hoa")[0]; m.State != zalotest.Sent || m.ID != id {
		t.Errorf("message %+v, want sent", m)
	}
	var retries []string
	for i, head := range h.heads {
		retries = append(retries, head.Get("num_retry"))
		if h.bodies[i] != h.bodies[0] {
			t.Errorf("repetition %d has other bytes", i)
		}
	}
	if diff := cmp.Diff([]string{"", "1", "2"}, retries); diff != "" {
		t.Error(diff)
	}
	if n := s.RetryNow(); n != 0 {
		t.Errorf("%d repetitions after a success", n)
	}
}

func TestAfterTheLastRetryTheWebhookIsDisabled(t *testing.T) {
	s, h := newHook(t, zalotest.Options{Retries: []time.Duration{time.Hour}})
	h.refuse = 2
	id := s.Say("hoa", "một")
	settle(t, s)
	s.RetryNow()
	settle(t, s)
	s.Say("hoa", "hai")
	settle(t, s)
	if n := len(h.names(t, 2)); n != 2 {
		t.Errorf("%d deliveries to a disabled webhook, want 2", n)
	}
	if err := s.Resend(t.Context(), "hoa", id); err != nil {
		t.Errorf("sent again by hand: %v", err)
	}
	s.Say("hoa", "ba")
	h.names(t, 4)
}

func TestHoldAndReleaseReversed(t *testing.T) {
	s, h := newHook(t, zalotest.Options{})
	s.Hold()
	s.Say("hoa", "một")
	s.Say("hoa", "hai")
	s.Release(true)
	h.names(t, 2)
	if h.events[0].Text != "hai" || h.events[1].Text != "một" {
		t.Errorf("order %q, %q", h.events[0].Text, h.events[1].Text)
	}
}

func TestEventsReplayedAtOnce(t *testing.T) {
	s, h := newHook(t, zalotest.Options{})
	id := s.Say("hoa", "chào")
	if err := s.Replay(t.Context(), "hoa", id, 20); err != nil {
		t.Fatal(err)
	}
	h.names(t, 21)
	for _, e := range h.events {
		if e.Key != h.events[0].Key {
			t.Errorf("key %q, want %q", e.Key, h.events[0].Key)
		}
	}
}

func TestEchoFirst(t *testing.T) {
	s, h := newHook(t, zalotest.Options{})
	s.SetFaults(zalotest.Faults{EchoFirst: true})
	s.Say("hoa", "chào")
	settle(t, s)
	if got := send(t, s, message(hoa, `"text":"a"`)); got != 0 {
		t.Fatal(got)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if !slices.ContainsFunc(h.events, func(e webhook.Event) bool { return e.Name == "oa_send_text" }) {
		t.Error("the answer came before the echo")
	}
}

func TestSendsFailAsAsked(t *testing.T) {
	for name, tc := range map[string]struct {
		fault     zalotest.Fault
		delivered int
	}{
		"refused":               {zalotest.Refuse(-200), 0},
		"502 and delivered":     {zalotest.BadGateway(true), 1},
		"502 and not delivered": {zalotest.BadGateway(false), 0},
		"empty and delivered":   {zalotest.EmptyAnswer(true), 1},
		"silent and delivered":  {zalotest.Silence(true), 1},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := newHook(t, zalotest.Options{})
			s.Say("hoa", "chào")
			s.FailSends(1, tc.fault)
			ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
			defer cancel()
			req, err := http.NewRequestWithContext(ctx, "POST", "http://zalo.invalid/v3.0/oa/message/cs", strings.NewReader(message(hoa, `"text":"a"`)))
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("access_token", s.Token().AccessToken)
			if resp, err := s.HTTPClient().Do(req); err == nil {
				resp.Body.Close()
			}
			if got := len(s.Messages("hoa")) - 1; got != tc.delivered {
				t.Errorf("%d delivered, want %d", got, tc.delivered)
			}
		})
	}
}

func TestConsoleProbes(t *testing.T) {
	var bodies []string
	var mu sync.Mutex
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		mu.Lock()
		defer mu.Unlock()
		bodies = append(bodies, string(body))
		if bytes.Equal(body, []byte("{}")) && r.Header.Get(webhook.SignatureHeader) != "" {
			w.WriteHeader(http.StatusTeapot)
		}
	}))
	t.Cleanup(host.Close)
	s := zalotest.New(zalotest.Options{})
	t.Cleanup(s.Close)
	if err := s.SaveURL(t.Context(), host.URL); err != nil {
		t.Fatal(err)
	}
	if err := s.ConsoleTest(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !webhook.IsProbe([]byte(bodies[0])) {
		t.Errorf("probe %q", bodies[0])
	}
	if e, err := webhook.ParseEvent([]byte(bodies[1])); err != nil || !e.ConsoleTest {
		t.Errorf("test sample %+v, %v", e, err)
	}
	if err := s.SaveURL(t.Context(), "http://127.0.0.1:1"); err == nil {
		t.Error("a dead address was saved")
	}
}

func TestRevokeConsentIsSignedByTheMiniApp(t *testing.T) {
	s := zalotest.New(zalotest.Options{})
	t.Cleanup(s.Close)
	var verified error
	var event webhook.MiniAppEvent
	host := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		verified = webhook.VerifyMiniApp(body, r.Header.Get(webhook.SignatureHeader), s.Config().MiniAppKey)
		event, _ = webhook.ParseMiniAppEvent(body)
	}))
	t.Cleanup(host.Close)
	if err := s.RevokeConsent(t.Context(), "hoa", host.URL); err != nil {
		t.Fatal(err)
	}
	if verified != nil || event.Name != webhook.RevokeConsent || event.UserID != "1414213562373095001" {
		t.Errorf("verified %v, event %+v", verified, event)
	}
}

// shelf is a token store for one process.
type shelf struct {
	mu    sync.Mutex
	token zalo.Token
}

func (s *shelf) Load(context.Context) (zalo.Token, error)   { return s.token, nil }
func (s *shelf) Save(_ context.Context, t zalo.Token) error { s.token = t; return nil }
func (s *shelf) Lock(context.Context) (func(), error)       { s.mu.Lock(); return s.mu.Unlock, nil }

func TestManyPeopleAtOnceAreAnsweredEach(t *testing.T) {
	var s *zalotest.Server
	var bot *zalo.Client
	host := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		e, err := webhook.ParseEvent(body)
		if err == nil && e.Kind == webhook.KindText {
			if _, err := bot.SendText(r.Context(), e.UserID, "Trả lời "+e.Text, nil); err != nil {
				t.Error(err)
			}
		}
	}))
	t.Cleanup(host.Close)
	s = zalotest.New(zalotest.Options{Webhook: host.URL})
	t.Cleanup(s.Close)
	bot = zalo.NewClient(s.Config(), &shelf{token: s.Token()})
	var all sync.WaitGroup
	for i := range 100 {
		id := fmt.Sprintf("p%03d", i)
		s.AddPersona(zalotest.Persona{ID: id})
		all.Go(func() {
			s.Say(id, "câu của "+id)
			if _, err := s.WaitMessage(t.Context(), id, zalotest.BotSays("Trả lời câu của "+id, 0)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	settle(t, s)
	for i := range 100 {
		if n := len(s.Messages(fmt.Sprintf("p%03d", i))); n != 2 {
			t.Errorf("p%03d has %d messages, want 2", i, n)
		}
	}
}

func TestMemoryIsBounded(t *testing.T) {
	s := zalotest.New(zalotest.Options{MaxMessages: 5})
	t.Cleanup(s.Close)
	for range 20 {
		s.Say("hoa", "chào")
	}
	if n := len(s.Messages("hoa")); n != 5 {
		t.Errorf("%d messages kept, want 5", n)
	}
}

func TestPersonas(t *testing.T) {
	s := zalotest.New(zalotest.Options{})
	t.Cleanup(s.Close)
	users, apps := map[string]bool{}, map[string]bool{}
	for _, p := range append(zalotest.DefaultPersonas(), s.AddPersona(zalotest.Persona{ID: "p1"}), s.AddPersona(zalotest.Persona{ID: "p2"})) {
		users[p.UserID], apps[p.AppUserID] = true, true
		if len(p.UserID) < 18 || len(p.UserID) > 19 || len(p.AppUserID) < 18 || len(p.AppUserID) > 19 {
			t.Errorf("%s: ids %s and %s", p.ID, p.UserID, p.AppUserID)
		}
	}
	if len(users) != 7 || len(apps) != 7 {
		t.Errorf("%d user ids and %d app ids of 7 personas", len(users), len(apps))
	}
	other := zalotest.New(zalotest.Options{})
	t.Cleanup(other.Close)
	again := other.AddPersona(zalotest.Persona{ID: "p1"})
	if p, _ := s.Persona("p1"); p != again {
		t.Error("ids differ between runs")
	}
}

func TestWaitMessageEndsWithItsContext(t *testing.T) {
	s := zalotest.New(zalotest.Options{})
	t.Cleanup(s.Close)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.WaitMessage(ctx, "hoa", zalotest.BotSays("gì đó", 0)); err == nil {
		t.Error("a message came from nowhere")
	}
}
