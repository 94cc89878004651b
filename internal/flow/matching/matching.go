// Package matching tells what reports are recognised by: whether a link, a text or a picture
// is known from a case, which cases may be of one matter; and it keeps the pictures that it
// compares. The rules are internal/desk/same's.
package matching

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"

	"phatngon/internal/store"
)

// Matching compares. All fields are set before use.
type Matching struct {
	Store *store.Store
	Key   []byte // under which causes, and who sent a picture, are hashed
	Now   func() time.Time
	Fetch func(ctx context.Context, address string) ([]byte, error) // a picture that a person sent
}

// PictureID is the id of the i-th picture of a report.
func PictureID(report string, i int) string { return report + "-" + strconv.Itoa(i+1) }

// LinkTrace is the id of the trace of a link, by its key.
func LinkTrace(key string) string { return "link:" + key }

// Hash is a keyed hash of what may lead to a person.
func (q *Matching) Hash(source string) string {
	h := hmac.New(sha256.New, q.Key)
	h.Write([]byte(source))
	return hex.EncodeToString(h.Sum(nil))
}
