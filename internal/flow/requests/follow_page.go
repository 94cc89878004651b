package requests

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"

	"phatngon/internal/desk/request"
)

// FollowPath is where a request is followed in any browser by who has its key.
const FollowPath = "/yc/"

// FollowURL is the address by which a person follows a request of theirs without logging in.
// Its key is computed, not kept, and made of who asked: of who was erased no address opens.
func (q *Requests) FollowURL(r request.Request) string {
	return q.PublicURL + FollowPath + r.Code + "?k=" + q.followKey(r)
}

// Follows reports whether key opens the page of a request.
func (q *Requests) Follows(r request.Request, key string) bool {
	return r.Requester != "" && hmac.Equal([]byte(q.followKey(r)), []byte(key))
}

func (q *Requests) followKey(r request.Request) string {
	h := hmac.New(sha256.New, q.Key)
	h.Write([]byte("follow\x00" + r.Code + "\x00" + r.Requester))
	return hex.EncodeToString(h.Sum(nil))[:32]
}
