package people

import "time"

// RequesterKind says as whom a person asks.
type RequesterKind string

// A reporter is Citizen until the press role is claimed, and sees press
// statements only when verified.
const (
	Citizen            RequesterKind = "citizen"
	ReporterUnverified RequesterKind = "reporter_unverified"
	ReporterVerified   RequesterKind = "reporter_verified"
)

// AppID is the id of a Mini App user not yet met in chat.
func AppID(appUserID string) string { return "app:" + appUserID }

// Requester is a person who asks. ID is "oa:<user id>" (Zalo OA chat) or
// "app:<user id>" (Mini App user not yet met in chat).
type Requester struct {
	ID              string        `bson:"_id" json:"id"`
	Version         int64         `bson:"version" json:"version"`
	Kind            RequesterKind `bson:"kind" json:"kind"`
	OAUserID        string        `bson:"oa_user_id" json:"-"`
	AppUserID       string        `bson:"app_user_id" json:"-"`        // always present; "" is stored as the ID itself
	UsesApp         bool          `bson:"uses_app,omitempty" json:"-"` // has opened the Mini App, so that an answer can be read there; events of the chat tell the id of everyone
	Newsroom        string        `bson:"newsroom,omitempty" json:"newsroom,omitempty"`
	VerifiedUntil   time.Time     `bson:"verified_until,omitempty" json:"-"` // of ReporterVerified: not so from then on; zero is for good
	Foreign         bool          `bson:"foreign,omitempty" json:"-"`        // of foreign press
	DisplayName     string        `bson:"display_name,omitempty" json:"-"`
	Follows         bool          `bson:"follows" json:"follows"`
	LastInteraction time.Time     `bson:"last_interaction" json:"last_interaction"`
	MutedUntil      time.Time     `bson:"muted_until" json:"muted_until"` // a human has taken over
	QuietSince      time.Time     `bson:"quiet_since,omitempty" json:"-"` // hears no conclusion on what they reported or asked until then; zero: of all
	Erased          bool          `bson:"erased,omitempty" json:"erased,omitempty"`
	ErasedAt        time.Time     `bson:"erased_at" json:"-"`           // sessions of the Mini App begun before are over
	ErasedBy        string        `bson:"-" json:"-"`                   // hash of the event that wished it, see Store.ErasedBy
	JoinedTo        string        `bson:"joined_to,omitempty" json:"-"` // met in the chat since: that requester has everything
	CreatedAt       time.Time     `bson:"created_at" json:"created_at"`
}

// KindAt is as whom they ask at a moment: whose verification has ended is unverified, from
// that second on.
func (r Requester) KindAt(t time.Time) RequesterKind {
	if r.Kind == ReporterVerified && !r.VerifiedUntil.IsZero() && !t.Before(r.VerifiedUntil) {
		return ReporterUnverified
	}
	return r.Kind
}

// HearsOf reports whether they want to hear the conclusion on what they reported, or asked
// to hear of, at a moment. What they ask for after they have switched it off counts anew.
func (r Requester) HearsOf(asked time.Time) bool {
	return r.QuietSince.IsZero() || asked.After(r.QuietSince)
}
