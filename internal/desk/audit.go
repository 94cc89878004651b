package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"time"
)

// AuditRecord is one decision in the audit chain. Hash covers every other
// field and the hash before, so that a record can be neither changed, removed
// nor inserted unseen.
type AuditRecord struct {
	ID      string    `bson:"_id" json:"id"`
	Seq     int64     `bson:"seq" json:"seq"` // 1, 2, 3 …
	At      time.Time `bson:"at" json:"at"`   // whole milliseconds, UTC: what every engine keeps exactly
	Officer string    `bson:"officer" json:"officer"`
	Action  string    `bson:"action" json:"action"`
	Subject string    `bson:"subject" json:"subject"` // code of the request, statement, officer …
	Detail  string    `bson:"detail" json:"detail"`
	Prev    string    `bson:"prev" json:"prev"`
	Hash    string    `bson:"hash" json:"hash"`
}

// Chain makes next the successor of prev; the first record follows the zero
// AuditRecord.
func Chain(prev, next AuditRecord) AuditRecord {
	next.At = next.At.UTC().Truncate(time.Millisecond)
	next.Seq, next.Prev = prev.Seq+1, prev.Hash
	next.Hash = next.digest()
	return next
}

// VerifyChain says whether next is an unchanged successor of prev, and if not,
// what is wrong with it.
func VerifyChain(prev, next AuditRecord) error {
	switch {
	case next.Seq != prev.Seq+1:
		return fmt.Errorf("audit record %s: number %d does not follow %d", next.ID, next.Seq, prev.Seq)
	case next.Prev != prev.Hash:
		return fmt.Errorf("audit record %d (%s): does not name the record before it", next.Seq, next.ID)
	case next.Hash != next.digest():
		return fmt.Errorf("audit record %d (%s): content was changed", next.Seq, next.ID)
	}
	return nil
}

// digest is SHA-256 over the fields, each with its length before it, so that
// no two different records have the same bytes.
func (a AuditRecord) digest() string {
	h := sha256.New()
	for _, field := range []string{
		strconv.FormatInt(a.Seq, 10), a.ID, strconv.FormatInt(a.At.UnixMilli(), 10),
		a.Officer, a.Action, a.Subject, a.Detail, a.Prev,
	} {
		fmt.Fprintf(h, "%d:%s,", len(field), field)
	}
	return hex.EncodeToString(h.Sum(nil))
}
