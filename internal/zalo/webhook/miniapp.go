package webhook

import (
	"encoding/json"
	"phatngon/internal/zalo/wire"
	"time"
)

// Names of Mini App events.
const (
	RevokeConsent = "user.revoke.consent"  // erase the person's data and sessions
	ReviewDone    = "versions.review.done" // a version was approved or rejected
)

// MiniAppEvent is one webhook event of the Mini App. UserID is scoped to the
// Zalo App.
type MiniAppEvent struct {
	Key         string
	Name        string
	AppID       string // Mini App ID
	UserID      string
	VersionID   string
	Approved    bool // of ReviewDone
	Description string
	At          time.Time
	Known       bool
}

// ParseMiniAppEvent reads a body whose signature has been verified
// (VerifyMiniApp). The only error is ErrMalformed.
func ParseMiniAppEvent(body []byte) (MiniAppEvent, error) {
	var top map[string]json.RawMessage
	if json.Unmarshal(body, &top) != nil || top == nil {
		return MiniAppEvent{}, ErrMalformed
	}
	e := MiniAppEvent{
		Name: wire.Text(top["event"]), AppID: wire.Text(top["appId"]), UserID: wire.Text(top["userId"]),
		VersionID: wire.Text(top["versionId"]), Approved: wire.Text(top["status"]) == "0",
		Description: wire.Text(top["description"]), At: wire.Literal(wire.Text(top["timestamp"])).At(),
	}
	stamp := wire.Text(top["timestamp"])
	switch {
	case e.Name == RevokeConsent && e.UserID != "":
		e.Known, e.Key = true, joinKey(e.AppID, e.Name, shortHash(e.UserID+":"+stamp))
	case e.Name == ReviewDone && e.VersionID != "":
		e.Known, e.Key = true, joinKey(e.AppID, e.Name, e.VersionID, stamp)
	default:
		e.Key = bodyKey(body)
	}
	return e, nil
}
