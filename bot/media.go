package bot

import (
	"fmt"

	"phatngon/bot/hear"
	"phatngon/bot/press"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
)

// media answers what is not text. Attachments are never opened; they stay in
// the Zalo chat, where an officer can see them.
func (t *turn) media() {
	switch {
	case t.Event.Kind == hear.KindImage && len(t.Event.URLs) > 0 && press.Underway(t.Conv):
		press.Picture(t.Turn)
		return
	case t.Event.Kind == hear.KindImage && len(t.Event.URLs) > 0:
		t.picture()
		return
	case t.Event.Kind == hear.KindLocation:
		t.Say(words.TextLocation, step.Menu()...)
	case t.Event.Kind == hear.KindContact:
		t.Say(words.TextContact, step.Menu()...)
	case t.Event.Kind == hear.KindSticker && t.Waited != chat.WaitNothing && len(t.Current) > 0:
		t.Again(words.TextEmptyList)
	case t.Conv.Pending != nil && t.Waited != chat.WaitNothing && len(t.Current) > 0:
		t.Again(fmt.Sprintf(words.TextMediaLead, hear.KindName(t.Event.Kind)) + words.TextMediaKept)
	case t.Event.Kind == hear.KindSticker:
		t.Say(words.TextSticker, step.Menu()...)
	default:
		t.Say(fmt.Sprintf(words.TextMediaLead, hear.KindName(t.Event.Kind))+words.TextMediaNext, step.Menu()...)
	}
	if t.Waited == chat.WaitReport || t.Waited == chat.WaitRequestText {
		t.Conv.Waiting = t.Waited // the words may still come
	}
}
