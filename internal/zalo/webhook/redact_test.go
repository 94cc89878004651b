package webhook

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	sentLocation = `{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"user_id_by_app":"552177279717587730","recipient":{"id":"388613280878808645"},"event_name":"user_send_location","message":{"msg_id":"96d3cdf3af150460909","attachments":[{"payload":{"coordinates":{"latitude":"19.8067","longitude":105.7852}},"type":"location"}]},"timestamp":"1764000000000"}`
	sentCard     = `{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"user_id_by_app":"552177279717587730","recipient":{"id":"388613280878808645"},"event_name":"user_send_business_card","message":{"text":"Lê Văn Tám","msg_id":"96d3cdf3af150460910","attachments":[{"payload":{"thumbnail":"https://s120.example/tam.jpg","description":"{\"phone\":\"84987654321\",\"caption\":\"Lê Văn Tám\"}","title":"Lê Văn Tám","url":"https://qr.example/tam"},"type":"link"}]},"timestamp":"1764000000001"}`
)

func TestALocationAndACardAreStoredWithoutWhatTheySay(t *testing.T) {
	for name, c := range map[string]struct {
		body    string
		private []string
	}{
		"location": {sentLocation, []string{"19.8067", "105.7852"}},
		"card":     {sentCard, []string{"Tám", "84987654321", "tam.jpg", "qr.example"}},
	} {
		t.Run(name, func(t *testing.T) {
			kept := Redact([]byte(c.body))
			for _, p := range c.private {
				if strings.Contains(string(kept), p) {
					t.Errorf("%q is kept: %s", p, kept)
				}
			}
			want, err := ParseEvent([]byte(c.body))
			got, err2 := ParseEvent(kept)
			want.Text = ""
			for i := range want.Attachments {
				want.Attachments[i] = Attachment{Type: want.Attachments[i].Type}
			}
			if diff := cmp.Diff(want, got); diff != "" || err != nil || err2 != nil {
				t.Errorf("%v, %v\n%s", err, err2, diff)
			}
			if !strings.Contains(string(kept), `"app_id":"360846524940903967"`) {
				t.Errorf("another field is gone: %s", kept)
			}
		})
	}
}

func TestAnyOtherEventIsStoredAsItCame(t *testing.T) {
	for _, body := range []string{`{"event_name":"user_send_text", "message":{"text":"a < b & 1.50"}}`, `{`, `null`, `[1]`, ``} {
		if got := string(Redact([]byte(body))); got != body {
			t.Errorf("%q became %q", body, got)
		}
	}
}

func FuzzRedact(f *testing.F) {
	for _, s := range []string{sentLocation, sentCard, `{"event_name":"user_send_location","message":[{"coordinates":1}]}`,
		`{"event_name":"user_send_business_card","message":{"attachments":[null,{"payload":"0987"}]}}`, `{"event_name":"user_send_location","message":null}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		kept := Redact(body)
		if json.Valid(body) && !json.Valid(kept) {
			t.Fatalf("%q became %q", body, kept)
		}
		if string(Redact(kept)) != string(kept) {
			t.Fatalf("%q is redacted further", kept)
		}
		var before, after map[string]any
		if json.Unmarshal(body, &before) != nil || before == nil {
			return
		}
		if err := json.Unmarshal(kept, &after); err != nil {
			t.Fatal(err)
		}
		delete(before, "message")
		delete(after, "message")
		if diff := cmp.Diff(before, after); diff != "" {
			t.Fatalf("another field changed: %s", diff)
		}
	})
}
