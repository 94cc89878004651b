package webhook

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestParseEventSamples reads every sample of the platform and compares what
// we understand of each with testdata/events.golden.
func TestParseEventSamples(t *testing.T) {
	files, err := filepath.Glob("testdata/events/*.json")
	if err != nil || len(files) < 50 {
		t.Fatalf("%d samples, err %v", len(files), err)
	}
	var got strings.Builder
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "== %s\n", strings.TrimSuffix(filepath.Base(file), ".json"))
		if bytes.Contains(body, []byte(`"event_name"`)) {
			e, err := ParseEvent(body)
			describe(t, &got, e, err)
			continue
		}
		e, err := ParseMiniAppEvent(body)
		describe(t, &got, e, err)
	}
	compareGolden(t, "testdata/events.golden", got.String())
}

func describe(t *testing.T, b *strings.Builder, e any, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.MarshalIndent(e, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		empty := strings.TrimRight(line, ",\n")
		if !strings.HasSuffix(empty, `: ""`) && !strings.HasSuffix(empty, ": null") && !strings.HasSuffix(empty, ": false") && !strings.HasSuffix(empty, ": 0") {
			b.WriteString(line)
		}
	}
	b.WriteString("\n")
}

func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got); -update rewrites it\n%s", file, diff)
	}
}

func TestParseEventSampleKeysDiffer(t *testing.T) {
	files, err := filepath.Glob("testdata/events/*.json")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		e, err := ParseEvent(body)
		if err != nil {
			t.Fatal(err)
		}
		if other, ok := seen[e.Key]; ok || e.Key == "" {
			t.Errorf("%s has key %q, as %s", file, e.Key, other)
		}
		seen[e.Key] = file
	}
}

func parse(t *testing.T, body string) Event {
	t.Helper()
	e, err := ParseEvent([]byte(body))
	if err != nil {
		t.Fatalf("ParseEvent(%s): %v", body, err)
	}
	return e
}

func TestParseEventRules(t *testing.T) {
	const text = `{"app_id":"1","event_name":"user_send_text","sender":{"id":"6180339887498948482"},"recipient":{"id":"2718281828459045235"},"message":{"msg_id":"m1","text":"chào"},"timestamp":"1795053601012"}`
	t.Run("a retry in another key order has the same key", func(t *testing.T) {
		other := `{"timestamp":1795053601012,"message":{"text":"chào","msg_id":"m1"},"event_name":"user_send_text","recipient":{"id":2718281828459045235},"sender":{"id":6180339887498948482},"app_id":"1"}`
		if diff := cmp.Diff(parse(t, text), parse(t, other)); diff != "" {
			t.Errorf("events differ:\n%s", diff)
		}
	})
	t.Run("numeric ids keep every digit", func(t *testing.T) {
		e := parse(t, `{"event_name":"follow","oa_id":2718281828459045235,"follower":{"id":6180339887498948483},"timestamp":1}`)
		if e.UserID != "6180339887498948483" || e.OAID != "2718281828459045235" {
			t.Errorf("user %s of OA %s", e.UserID, e.OAID)
		}
	})
	t.Run("echo, receipt and reaction of one message have different keys", func(t *testing.T) {
		keys := map[string]bool{}
		for _, name := range []string{"oa_send_text", "user_received_message", "user_reacted_message"} {
			keys[parse(t, strings.Replace(text, "user_send_text", name, 1)).Key] = true
		}
		if len(keys) != 3 {
			t.Errorf("keys: %v", keys)
		}
	})
	t.Run("a text without its person is kept as unknown", func(t *testing.T) {
		e := parse(t, strings.Replace(text, `"sender":{"id":"6180339887498948482"},`, "", 1))
		if e.Known || e.Kind != KindUnknown || !strings.HasPrefix(e.Key, "sha256:") {
			t.Errorf("got %+v", e)
		}
	})
	t.Run("fields of unexpected types lose only themselves", func(t *testing.T) {
		e := parse(t, `{"event_name":"user_send_text","sender":{"id":"618"},"recipient":[],"message":{"msg_id":"m","text":["x"],"attachments":"none"},"timestamp":{}}`)
		if !e.Known || e.UserID != "618" || e.MsgID != "m" || e.Text != "" || !e.At.IsZero() {
			t.Errorf("got %+v", e)
		}
	})
	t.Run("a person may write the words of the console's sample", func(t *testing.T) {
		if parse(t, strings.Replace(text, "chào", "This is testing message", 1)).ConsoleTest {
			t.Error("taken for the console's sample")
		}
	})
	t.Run("an invented event is acknowledged", func(t *testing.T) {
		e := parse(t, `{"event_name":"user_teleported","timestamp":"1"}`)
		if e.Known || e.Kind != KindUnknown || e.Key == "" {
			t.Errorf("got %+v", e)
		}
	})
	t.Run("long and strange ids give short distinct keys", func(t *testing.T) {
		long := parse(t, strings.Replace(text, `"m1"`, `"`+strings.Repeat("m", 500)+`"`, 1)).Key
		colon := parse(t, strings.Replace(text, `"m1"`, `"m:1"`, 1)).Key
		if len(long) > MaxKey || len(colon) > MaxKey || long == colon {
			t.Errorf("keys %q and %q", long, colon)
		}
	})
	for _, body := range []string{"", "null", "[]", `"x"`, "{", "<html>"} {
		if _, err := ParseEvent([]byte(body)); !errors.Is(err, ErrMalformed) {
			t.Errorf("ParseEvent(%q) = %v, want ErrMalformed", body, err)
		}
	}
}

func TestMine(t *testing.T) {
	s := Secrets{OAID: "2718281828459045235"}
	if !s.Mine(Event{OAID: "2718281828459045235"}) || !s.Mine(Event{}) || s.Mine(Event{OAID: "1"}) {
		t.Error("Mine must hold for our OA and for events of none, only")
	}
}

func FuzzParseEvent(f *testing.F) {
	files, err := filepath.Glob("testdata/events/*.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		e, err := ParseEvent(body)
		if err != nil {
			if !errors.Is(err, ErrMalformed) {
				t.Errorf("error %v, want ErrMalformed", err)
			}
			return
		}
		if e.Key == "" || len(e.Key) > MaxKey || !Printable(e.Key) || e.Kind == "" || e.Known == (e.Kind == KindUnknown) {
			t.Errorf("key %q, kind %q, known %v", e.Key, e.Kind, e.Known)
		}
		if again, err := ParseEvent(body); err != nil || again.Key != e.Key {
			t.Errorf("a second reading gives key %q and %v", again.Key, err)
		}
	})
}
