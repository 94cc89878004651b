package bot

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/internal/desk/chat"
)

// media answers what is not text. Attachments are never opened; they stay in
// the Zalo chat, where an officer can see them.
func (t *turn) media() {
	switch {
	case t.event.Kind == KindLocation:
		t.say(textLocation, menu()...)
	case t.event.Kind == KindContact:
		t.say(textContact, menu()...)
	case t.event.Kind == KindSticker && t.waited != chat.WaitNothing && len(t.current) > 0:
		t.again(textEmptyList)
	case t.conv.Pending != nil && t.waited != chat.WaitNothing && len(t.current) > 0:
		t.again(fmt.Sprintf(textMediaLead, kindName(t.event.Kind)) + textMediaKept)
	case t.event.Kind == KindSticker:
		t.say(textSticker, menu()...)
	default:
		t.say(fmt.Sprintf(textMediaLead, kindName(t.event.Kind))+textMediaNext, menu()...)
	}
	if t.waited == chat.WaitReport || t.waited == chat.WaitRequestText {
		t.conv.Waiting = t.waited // the words may still come
	}
}

// missingURLs are links of the event that its text does not show.
func (t *turn) missingURLs() []string {
	return slices.DeleteFunc(slices.Clone(t.event.URLs), func(u string) bool { return strings.Contains(t.heard.raw, u) })
}

// onlyLink reports a link without a word about it.
func (t *turn) onlyLink() bool {
	words := t.heard.raw
	for _, u := range t.event.URLs {
		words = strings.ReplaceAll(words, u, "")
	}
	fields := strings.Fields(words)
	return len(t.event.URLs)+len(fields) > 0 && !slices.ContainsFunc(fields, func(f string) bool { return !isURL(f) })
}

func isURL(s string) bool {
	s = strings.ToLower(s)
	for _, p := range []string{"http://", "https://", "www.", "fb.watch/", "vt.tiktok.com/", "vm.tiktok.com/", "youtu.be/", "zalo.me/"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// link asks what a link is sent for, unless the bot was waiting for it.
func (t *turn) link() {
	if t.waited == chat.WaitReport || t.waited == chat.WaitConfirm && t.reporting() {
		t.reportMore()
		return
	}
	t.conv.Pending = &chat.Pending{Question: t.heardLine()}
	t.say(textLink, choice{title: titleReport, verb: doReportIt}, choice{title: titleAsk, verb: doAsk})
}

// kindName names what is not text.
func kindName(k Kind) string {
	switch k {
	case KindImage:
		return "ảnh"
	case KindFile:
		return "tệp"
	case KindAudio:
		return "tin nhắn thoại"
	case KindVideo:
		return "video"
	}
	return "tin nhắn"
}
