package zalotest_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"phatngon/internal/zalo"
	"phatngon/internal/zalo/webhook"
	"phatngon/internal/zalo/zalotest"
)

// visit makes a request as the browser on the chat page would.
func visit(t *testing.T, h http.Handler, method, path, body string) *http.Response {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, path, strings.NewReader(body))
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func text(t *testing.T, r *http.Response) string {
	t.Helper()
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

type chatState struct {
	Rev     int64
	Webhook string
	People  []struct {
		ID     string
		Unread int
	}
	Messages []struct {
		ID, From, Text, State string
		Status                int
		Buttons               []zalo.Button
	}
}

func poll(t *testing.T, h http.Handler, persona string) chatState {
	t.Helper()
	var s chatState
	if err := json.Unmarshal([]byte(text(t, visit(t, h, "GET", "/dev/zalo/poll?rev=0&persona="+persona, ""))), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestChatPageServesItsFilesUnderAnyPrefix(t *testing.T) {
	s := zalotest.New(zalotest.Options{OAName: "Tỉnh <b>Thanh Hóa</b>"})
	t.Cleanup(s.Close)
	h := s.ChatPage()
	for path, want := range map[string]string{
		"/": "chat-input", "/dev/zalo/": `data-testid="chat-send"`, "/a/b/chat.js": "dataset.from", "/chat.css": ".bubble",
		"/dev/zalo/poll?rev=0&persona=hoa": `"id":"khach"`,
	} {
		r := visit(t, h, "GET", path, "")
		body := text(t, r)
		policy := r.Header.Get("Content-Security-Policy")
		if r.StatusCode != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: status %d without %q", path, r.StatusCode, want)
		}
		if !strings.Contains(policy, "script-src 'self'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", path, policy)
		}
	}
	page := text(t, visit(t, h, "GET", "/", ""))
	if strings.Contains(page, "<b>Thanh") || strings.Contains(page, "onclick") || strings.Contains(page, "style=") {
		t.Error("the page holds raw names or inline code")
	}
	if r := visit(t, h, "GET", "/dev/zalo", ""); r.StatusCode != http.StatusFound || r.Header.Get("Location") != "./zalo/" {
		t.Errorf("without slash: %d to %q", r.StatusCode, r.Header.Get("Location"))
	}
	stripped := http.StripPrefix("/dev/zalo", h)
	if r := visit(t, stripped, "GET", "/dev/zalo", ""); r.Header.Get("Location") != "./zalo/" {
		t.Errorf("stripped, without slash: to %q", r.Header.Get("Location"))
	}
}

func TestChatPageActions(t *testing.T) {
	s, h := newHook(t, zalotest.Options{})
	page := s.ChatPage()
	act := func(name, body string, want int) {
		t.Helper()
		if r := visit(t, page, "POST", "/dev/zalo/"+name, body); r.StatusCode != want {
			t.Errorf("%s %s: status %d (%s), want %d", name, body, r.StatusCode, text(t, r), want)
		}
	}
	act("say", `{"persona":"hoa","text":"chào"}`, 204)
	act("sticker", `{"persona":"hoa","text":"3"}`, 204)
	act("follow", `{"persona":"hoa"}`, 204)
	send(t, s, withButtons(`{"title":"A","type":"oa.query.show","payload":"#a"},{"title":"B","type":"oa.open.url","payload":{"url":"https://a.vn"}}`))
	bot := poll(t, page, "hoa").Messages[2]
	if bot.From != "bot" || len(bot.Buttons) != 2 {
		t.Fatalf("bot message %+v", bot)
	}
	act("tap", `{"persona":"hoa","id":"`+bot.ID+`","button":0}`, 204)
	act("tap", `{"persona":"hoa","id":"`+bot.ID+`","button":2}`, 400)
	act("tap", `{"persona":"hoa","id":"x","button":0}`, 400)
	act("say", `{"persona":"hoa","text":"  "}`, 400)
	act("say", `{"persona":"nobody","text":"a"}`, 400)
	act("say", `hoa`, 400)
	act("fly", `{"persona":"hoa"}`, 400)
	h.names(t, 6)
	if e := h.events[5]; e.Text != "#a" {
		t.Errorf("the tap came as %+v", e)
	}
	before := poll(t, page, "hoa").People[0].Unread
	act("seen", `{"persona":"hoa"}`, 204)
	if after := poll(t, page, "hoa").People[0].Unread; before != 1 || after != 0 {
		t.Errorf("unread %d, then %d", before, after)
	}
}

func TestChatPageRefusesOtherSites(t *testing.T) {
	s := zalotest.New(zalotest.Options{})
	t.Cleanup(s.Close)
	r := httptest.NewRequestWithContext(t.Context(), "POST", "/dev/zalo/say", strings.NewReader(`{"persona":"hoa","text":"a"}`))
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	w := httptest.NewRecorder()
	s.ChatPage().ServeHTTP(w, r)
	if w.Code != http.StatusForbidden || len(s.Messages("hoa")) != 0 {
		t.Errorf("status %d, %d messages", w.Code, len(s.Messages("hoa")))
	}
}

func TestChatPageKeepsWhatTheWebhookRefused(t *testing.T) {
	s, h := newHook(t, zalotest.Options{})
	page := s.ChatPage()
	h.refuse = 1
	s.Say("hoa", "máy hỏng")
	settle(t, s)
	m := poll(t, page, "hoa").Messages[0]
	if m.State != zalotest.Failed || m.Status != 503 || m.Text != "máy hỏng" {
		t.Errorf("message %+v", m)
	}
	if r := visit(t, page, "POST", "/resend", `{"persona":"hoa","id":"`+m.ID+`"}`); r.StatusCode != 204 {
		t.Errorf("sent again: %d", r.StatusCode)
	}
	if m = poll(t, page, "hoa").Messages[0]; m.State != zalotest.Sent {
		t.Errorf("sent again: %+v", m)
	}
}

func TestAHiddenTapShowsOnlyWhenItFails(t *testing.T) {
	s, h := newHook(t, zalotest.Options{})
	page := s.ChatPage()
	b := zalo.Button{Title: "Gửi yêu cầu", Payload: "#gui", Hide: true}
	s.TapButton("hoa", b)
	settle(t, s)
	if got := poll(t, page, "hoa").Messages; len(got) != 0 {
		t.Errorf("the person sees %+v", got)
	}
	h.refuse = 1
	s.TapButton("hoa", b)
	settle(t, s)
	if got := poll(t, page, "hoa").Messages; len(got) != 1 || got[0].Text != "Gửi yêu cầu" || got[0].State != zalotest.Failed {
		t.Errorf("the person sees %+v", got)
	}
}

func TestChatPageSaysThatThereIsNoWebhook(t *testing.T) {
	s := zalotest.New(zalotest.Options{})
	t.Cleanup(s.Close)
	if got := poll(t, s.ChatPage(), "hoa").Webhook; got != "" {
		t.Errorf("webhook %q, want none", got)
	}
}

func TestPictures(t *testing.T) {
	s, h := newHook(t, zalotest.Options{})
	page := s.ChatPage()
	png := "\x89PNG\r\n\x1a\n" + strings.Repeat("x", 100)
	if r := visit(t, page, "POST", "/image?persona=hoa", png); r.StatusCode != 204 {
		t.Fatalf("status %d: %s", r.StatusCode, text(t, r))
	}
	h.names(t, 1)
	address := h.events[0].Attachments[0].URL
	r := visit(t, page, "GET", "/picture?id="+address[strings.LastIndex(address, "/")+1:], "")
	if got := text(t, r); got != png || r.Header.Get("Content-Type") != "image/png" || h.events[0].Kind != webhook.KindImage {
		t.Errorf("picture of %d bytes, %s", len(got), r.Header.Get("Content-Type"))
	}
	if got, err := s.Photo(t.Context(), address); err != nil || string(got) != png {
		t.Errorf("the photo has %d bytes, %v", len(got), err)
	}
	if _, err := s.Photo(t.Context(), address+"x"); err == nil {
		t.Error("a photo nobody sent")
	}
	for name, body := range map[string]string{"a page": "<html><script>1</script>", "too big": png + string(bytes.Repeat([]byte("x"), 1<<20)), "nothing": ""} {
		if r := visit(t, page, "POST", "/image?persona=hoa", body); r.StatusCode != 400 {
			t.Errorf("%s: status %d, want 400", name, r.StatusCode)
		}
	}
}

func TestHandlerServesPageAndAPI(t *testing.T) {
	s := zalotest.New(zalotest.Options{})
	t.Cleanup(s.Close)
	h := zalotest.Handler(s)
	if body := text(t, visit(t, h, "GET", "/", "")); !strings.Contains(body, "Zalo mô phỏng") {
		t.Errorf("page %.80q", body)
	}
	if body := text(t, visit(t, h, "GET", "/v2.0/oa/getoa", "")); !strings.Contains(body, "-216") {
		t.Errorf("API %q", body)
	}
}
