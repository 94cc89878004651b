package web

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"phatngon/internal/web/doors"
	"phatngon/internal/zalo/webhook"
)

// event is a signed text message of a person.
func (h *house) event(msgID string) (body, signature string) {
	c := h.sim.Config()
	body = fmt.Sprintf(`{"app_id":"%s","sender":{"id":"1000000000000000001"},"user_id_by_app":"2000000000000000001","recipient":{"id":"%s"},`+
		`"event_name":"user_send_text","message":{"text":"Xin chào ạ","msg_id":"%s"},"timestamp":"1795000000000"}`, c.AppID, c.OAID, msgID)
	return body, "mac=" + webhook.Signature(c.AppID, []byte(body), "1795000000000", h.sim.Secrets().OAKeys[0])
}

func (h *house) stored() int {
	h.t.Helper()
	counts, err := h.flow.Inbox.Counts(h.t.Context())
	if err != nil {
		h.t.Fatal(err)
	}
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

func TestWebhookStoresASignedEventOnce(t *testing.T) {
	h := newHouse(t, nil)
	body, mac := h.event("m1")
	var all sync.WaitGroup
	for range 100 {
		all.Go(func() {
			if a := h.call("POST", "/webhook/zalo", body, webhook.SignatureHeader, mac); a.status != http.StatusOK {
				t.Errorf("status %d: %s", a.status, a.body)
			}
		})
	}
	all.Wait()
	if n := h.stored(); n != 1 {
		t.Errorf("%d items in the inbox, want 1", n)
	}
}

func TestWebhookRefusesWhatIsNotZalos(t *testing.T) {
	h := newHouse(t, nil)
	body, mac := h.event("m1")
	tests := []struct {
		name, body, mac string
		status          int
	}{
		{"no signature", body, "", 401},
		{"a signature of another body", strings.Replace(body, "chào", "chao", 1), mac, 401},
		{"re-encoded JSON", strings.Replace(body, ":", ": ", 1), mac, 401},
		{"no JSON", "hello", mac, 401},
		{"the console's probe", "{}", "", 200},
		{"the empty probe", "", "", 200},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			h.call("POST", "/webhook/zalo", tt.body, webhook.SignatureHeader, tt.mac).wantStatus(t, tt.status)
			if n := h.stored(); n != 0 {
				t.Errorf("%d items in the inbox, want none", n)
			}
		})
	}
}

func TestWebhookRefusesABodyOverOneMiB(t *testing.T) {
	h := newHouse(t, nil)
	if got := h.announce(t, "/webhook/zalo", doors.BodyLimit+1); got != 413 {
		t.Errorf("status %d; want 413", got)
	}
	if n := h.stored(); n != 0 {
		t.Errorf("%d items in the inbox, want none", n)
	}
}

func TestWebhookKeepsEventsItDoesNotKnow(t *testing.T) {
	h := newHouse(t, nil)
	c := h.sim.Config()
	body := `{"app_id":"` + c.AppID + `","event_name":"user_does_something_new","oa_id":"` + c.OAID + `","timestamp":"1795000000000"}`
	mac := "mac=" + webhook.Signature(c.AppID, []byte(body), "1795000000000", h.sim.Secrets().OAKeys[0])
	h.call("POST", "/webhook/zalo", body, webhook.SignatureHeader, mac).wantStatus(t, 200)
	if n := h.stored(); n != 1 {
		t.Errorf("%d items in the inbox, want 1", n)
	}
}

func TestWebhookAsksForRepetitionWhenNothingCanBeStored(t *testing.T) {
	h := newHouse(t, nil)
	body, mac := h.event("m1")
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	a := h.call("POST", "/webhook/zalo", body, webhook.SignatureHeader, mac).wantStatus(t, 503)
	a.wantNoText(t, "sql", "database", "closed")
	if strings.Contains(h.log.String(), "Xin chào") {
		t.Error("the message text is in the log")
	}
	ready := h.get("/readyz").wantStatus(t, 503)
	ready.wantText(t, `"part":"database"`)
	ready.wantNoText(t, "sql", "closed")
	h.get("/healthz").wantStatus(t, 200)
}

func TestMiniAppWebhook(t *testing.T) {
	h := newHouse(t, nil)
	body := `{"event":"user.revoke.consent","appId":"1","userId":"2","timestamp":1795000000000}`
	sig, err := webhook.MiniAppSignature([]byte(body), h.sim.Config().MiniAppKey)
	if err != nil {
		t.Fatal(err)
	}
	h.get("/webhook/miniapp").wantStatus(t, 200)
	h.call("POST", "/webhook/miniapp", body, webhook.SignatureHeader, "0"+sig[1:]+"0").wantStatus(t, 401)
	if n := h.stored(); n != 0 {
		t.Errorf("%d items in the inbox, want none", n)
	}
	for range 2 {
		h.call("POST", "/webhook/miniapp", body, webhook.SignatureHeader, sig).wantStatus(t, 200)
	}
	if n := h.stored(); n != 1 {
		t.Errorf("%d items in the inbox, want 1", n)
	}
}
