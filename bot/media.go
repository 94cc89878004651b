package bot

import (
	"fmt"

	"phatngon/bot/hear"
	"phatngon/bot/press"
	"phatngon/bot/status"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
)

// media answers what is not text. Pictures and files go with the request of the person's own
// that they are sent for, or that is put together; anything else stays in the Zalo chat.
func (t *turn) media() {
	sent := (t.Event.Kind == hear.KindImage || t.Event.Kind == hear.KindFile) && len(t.Event.URLs) > 0
	switch {
	case t.Event.Kind == hear.KindImage && len(t.Event.URLs) > 0 && press.Underway(t.Conv):
		press.Picture(t.Turn)
		return
	case sent && t.filing():
		t.attach()
		return
	case sent && status.SupplyFile(t.Turn), sent && !t.reporting() && status.FileAskedBack(t.Turn):
		return
	case t.Event.Kind == hear.KindImage && len(t.Event.URLs) > 0:
		t.picture()
		return
	case sent && !t.reporting():
		t.keepFile()
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
