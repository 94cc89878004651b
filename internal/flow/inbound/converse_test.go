package inbound

import (
	"testing"
	"time"

	"phatngon/bot/hear"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

func TestWhatIsNoQuestionIsSentToNoServer(t *testing.T) {
	noon := time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)
	asked := "bệnh viện tỉnh bao giờ có khoa xạ trị?"
	for name, c := range map[string]struct {
		text  string
		talk  chat.Conversation
		muted time.Time
		may   bool
	}{
		"a question":                      {text: asked, may: true},
		"a button":                        {text: "#gui.1"},
		"what is added to a request":      {text: asked, talk: chat.Conversation{Waiting: chat.WaitSupply}},
		"what is added to a report":       {text: asked, talk: chat.Conversation{Waiting: chat.WaitConfirm, Pending: &chat.Pending{Report: &effect.Report{}}}},
		"what is written to an officer":   {text: asked, muted: noon.Add(time.Hour)},
		"after the officer has gone":      {text: asked, muted: noon.Add(-time.Hour), may: true},
		"a denunciation":                  {text: "tôi muốn tố cáo ông A nhận hối lộ"},
		"a wish to be forgotten":          {text: "xóa hết thông tin của tôi"},
		"a wish to be heard by a person":  {text: "cho tôi gặp cán bộ"},
		"a report of a page is asked too": {text: "có trang facebook đăng tin sai về vắc xin", may: true},
	} {
		e := hear.Event{Kind: hear.KindText, Text: c.text, At: noon}
		if got := mayAsk(e, c.talk, people.Requester{MutedUntil: c.muted}); got != c.may {
			t.Errorf("%s: %v, want %v", name, got, c.may)
		}
	}
}
