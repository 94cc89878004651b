package delivery

import (
	"testing"

	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/store"
)

func TestWhatIsListedOfAPersonsMessages(t *testing.T) {
	notice, reply := int(budget.Notice), int(budget.Reply)
	body := []byte(`{"user_id":"u","text":"Đã gia hạn."}`)
	for name, c := range map[string]struct {
		item queue.Item
		want Fate
	}{
		"a notice that went out":          {queue.Item{Kind: messageKind, Priority: notice, State: store.ItemDone, Ref: "m1", Body: body}, FateSent},
		"a notice that waits":             {queue.Item{Kind: messageKind, Priority: notice, State: store.ItemPending, Body: body}, FateWaiting},
		"a notice that Zalo did not take": {queue.Item{Kind: messageKind, Priority: notice, State: store.ItemAside, Body: body}, FateKept},
		"a reply that Zalo did not take":  {queue.Item{Kind: messageKind, Priority: reply, State: store.ItemAside, Body: body}, FateKept},
		"a reply stands in the chat":      {queue.Item{Kind: messageKind, Priority: reply, State: store.ItemDone, Ref: "m1", Body: body}, ""},
		"an answer has a screen":          {queue.Item{Kind: messageKind, Priority: notice, State: store.ItemAside, Subject: "d1", Body: body}, ""},
		"what was dropped was not told":   {queue.Item{Kind: messageKind, Priority: notice, State: store.ItemDone}, ""},
		"an erasure is no message":        {queue.Item{Kind: eraseKind, Priority: notice, State: store.ItemAside, Body: body}, ""},
	} {
		told, listed := toldBy(c.item)
		if listed != (c.want != "") || listed && (told.Fate != c.want || told.Text != "Đã gia hạn.") {
			t.Errorf("%s: %q %q, want %q", name, told.Fate, told.Text, c.want)
		}
	}
}
