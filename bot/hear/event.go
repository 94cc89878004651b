package hear

import "time"

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
