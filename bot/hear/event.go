package hear

import (
	"slices"
	"strings"
	"time"
)

// Kind is the kind of an event.
type Kind string

// What a person can do in the chat. Media carries attachments only counted,
// never opened.
const (
	KindText     Kind = "text"
	KindImage    Kind = "image"
	KindSticker  Kind = "sticker"
	KindLink     Kind = "link"
	KindFile     Kind = "file"
	KindAudio    Kind = "audio"
	KindVideo    Kind = "video"
	KindLocation Kind = "location"
	KindContact  Kind = "contact"
	KindFollow   Kind = "follow"
	KindChatNow  Kind = "chatnow"
)

// Event is one thing a person did. ID is unique and stable across retries.
type Event struct {
	ID   string
	At   time.Time
	Kind Kind
	Text string
	URLs []string
}

// kindName names what is not text.
func KindName(k Kind) string {
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

// Unshown are links of the event that its text does not show.
func (e Event) Unshown() []string {
	return slices.DeleteFunc(slices.Clone(e.URLs), func(u string) bool { return strings.Contains(e.Text, u) })
}

// OnlyLink reports a link without a word about it.
func (e Event) OnlyLink() bool {
	words := e.Text
	for _, u := range e.URLs {
		words = strings.ReplaceAll(words, u, "")
	}
	fields := strings.Fields(words)
	return len(e.URLs)+len(fields) > 0 && !slices.ContainsFunc(fields, func(f string) bool { return !IsURL(f) })
}
