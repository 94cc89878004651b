// Package webhook reads what Zalo posts to us: whose signature it bears, which event it
// is, and what of it may be kept.
package webhook

import (
	"encoding/json"
	"errors"
	"time"
)

// ErrMalformed says that a webhook body is not a JSON object.
var ErrMalformed = errors.New("zalo: webhook body is not a JSON object")

// Kind is what an event means to us.
type Kind string

// Kinds of events. The first ten are messages of a person.
const (
	KindText     Kind = "text"
	KindImage    Kind = "image"
	KindGIF      Kind = "gif"
	KindLink     Kind = "link"
	KindAudio    Kind = "audio"
	KindVideo    Kind = "video"
	KindSticker  Kind = "sticker"
	KindLocation Kind = "location"
	KindContact  Kind = "contact" // business card
	KindFile     Kind = "file"

	KindFollow     Kind = "follow"
	KindUnfollow   Kind = "unfollow"
	KindChatNow    Kind = "chatnow"     // opened the chat for the first time
	KindSubmitInfo Kind = "submit_info" // filled the form of personal data
	KindReceived   Kind = "received"    // receipt: our message reached the phone
	KindSeen       Kind = "seen"        // receipt: our messages were read
	KindReaction   Kind = "reaction"
	KindEcho       Kind = "echo"      // the OA itself wrote, by API or by hand (AdminID)
	KindWithdraw   Kind = "withdraw"  // the person asks that their data be deleted
	KindGroup      Kind = "group"     // anything in a group chat
	KindAnonymous  Kind = "anonymous" // a visitor of the web widget without login
	KindAccount    Kind = "account"   // tags, widget, templates, quotas: nothing a person said
	KindUnknown    Kind = "unknown"
)

// Message tells whether the kind is a message that a person wrote to the OA.
func (k Kind) Message() bool {
	switch k {
	case KindText, KindImage, KindGIF, KindLink, KindAudio, KindVideo, KindSticker, KindLocation, KindContact, KindFile:
		return true
	}
	return false
}

// Interaction tells whether the kind opens or extends the window of 48 hours
// and 7 days in which the OA may write: any message, a follow, a tap on "chat".
func (k Kind) Interaction() bool {
	return k.Message() || k == KindFollow || k == KindChatNow
}

// Event is one webhook event of the Official Account. Ids are digits, never
// numbers. UserID is scoped to the OA, AppUserID to the Zalo App: they are
// different namespaces and never comparable.
type Event struct {
	Key  string // same for every delivery of the event, different for every other event
	Name string // event_name
	Kind Kind
	OAID string

	UserID    string // the person, also where the OA is the sender; "" when the event is of none
	AppUserID string
	AdminID   string // set when a human typed in the OA's chat tool: the bot must step back
	GroupID   string
	FromOA    bool // the OA is the sender: echoes, receipts, its own reactions

	MsgID      string
	MsgIDs     []string // of a seen receipt
	QuoteMsgID string   // the message being replied to

	Text        string
	Reaction    string // Zalo's icon code, such as /-heart
	Attachments []Attachment
	Info        Info

	At          time.Time // zero when Zalo gave no usable time
	ConsoleTest bool      // sample of the console's Test button: acknowledge, do not process
	Known       bool      // false: keep and acknowledge, nothing to act on
}

// Attachment is what came with a message. URLs are the sender's or expire:
// never open them blindly.
type Attachment struct {
	Type        string // image, gif, link, audio, video, sticker, location, file, template
	URL         string
	Thumbnail   string
	Title       string
	Description string
	ID          string // of a sticker
	Name        string // of a file
	FileType    string // extension
	Checksum    string // MD5, hex
	Size        int64  // bytes
	Latitude    string // degrees, as sent
	Longitude   string
}

// Info is what a person filled into the form of personal data.
type Info struct {
	Name, Phone, Address, Ward, District, City, Birthday, Gender string
}

// ParseEvent reads a body whose signature has been verified. Unknown events,
// and known ones without what they need, come back with Known false and a Key
// of their own: they are kept and acknowledged. The only error is ErrMalformed.
func ParseEvent(body []byte) (Event, error) {
	var top map[string]json.RawMessage
	if json.Unmarshal(body, &top) != nil || top == nil {
		return Event{}, ErrMalformed
	}
	return parseEvent(top, body), nil
}
