package bot

import (
	"fmt"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
)

// media answers what is not text. Attachments are never opened; they stay in
// the Zalo chat, where an officer can see them.
func (t *turn) media() {
	switch {
	case t.event.Kind == hear.KindImage && len(t.event.URLs) > 0:
		t.picture()
		return
	case t.event.Kind == hear.KindLocation:
		t.say(words.TextLocation, menu()...)
	case t.event.Kind == hear.KindContact:
		t.say(words.TextContact, menu()...)
	case t.event.Kind == hear.KindSticker && t.waited != chat.WaitNothing && len(t.current) > 0:
		t.again(words.TextEmptyList)
	case t.conv.Pending != nil && t.waited != chat.WaitNothing && len(t.current) > 0:
		t.again(fmt.Sprintf(words.TextMediaLead, hear.KindName(t.event.Kind)) + words.TextMediaKept)
	case t.event.Kind == hear.KindSticker:
		t.say(words.TextSticker, menu()...)
	default:
		t.say(fmt.Sprintf(words.TextMediaLead, hear.KindName(t.event.Kind))+words.TextMediaNext, menu()...)
	}
	if t.waited == chat.WaitReport || t.waited == chat.WaitRequestText {
		t.conv.Waiting = t.waited // the words may still come
	}
}
