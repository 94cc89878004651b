package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"time"
)

// AuditRecord is one decision in an audit chain. Hash covers every other field and the
// hash before, so that a record can be neither changed, removed nor inserted unseen.
// Each opening of the store has a chain of its own; its first record names the heads of
// the chains known then, so that none of them can vanish as a whole.
type AuditRecord struct {
	ID      string      `bson:"_id" json:"id"`
	Chain   string      `bson:"chain" json:"chain"` // "" for the one chain there was before chains had names
	Seq     int64       `bson:"seq" json:"seq"`     // 1, 2, 3 … of the chain
	At      time.Time   `bson:"at" json:"at"`       // whole milliseconds, UTC: what every engine keeps exactly
	Officer string      `bson:"officer" json:"officer"`
	Action  string      `bson:"action" json:"action"`
	Subject string      `bson:"subject" json:"subject"` // code of the request, statement, officer …
	Detail  string      `bson:"detail" json:"detail"`
	Heads   []AuditHead `bson:"heads,omitempty" json:"heads,omitempty"`   // of other chains; in a first record only
	Sealed  bool        `bson:"sealed,omitempty" json:"sealed,omitempty"` // a first record: heads are sealed since
	Prev    string      `bson:"prev" json:"prev"`
	Hash    string      `bson:"hash" json:"hash"`
}

// Chain makes next the successor of prev. The first record of a chain follows the zero
// AuditRecord, and brings its Chain, Heads and Sealed with it.
func Chain(prev, next AuditRecord) AuditRecord {
	if prev.Seq > 0 {
		next.Chain, next.Heads, next.Sealed = prev.Chain, nil, false
	}
	next.At = next.At.UTC().Truncate(time.Millisecond)
	next.Seq, next.Prev = prev.Seq+1, before(prev, next)
	next.Hash = next.digest()
	return next
}

// VerifyChain says whether next is an unchanged successor of prev, and if not,
// what is wrong with it.
func VerifyChain(prev, next AuditRecord) error {
	switch {
	case next.Seq != prev.Seq+1 || prev.Seq > 0 && next.Chain != prev.Chain:
		return fmt.Errorf("%s: number %d does not follow %d", next.name(), next.Seq, prev.Seq)
	case next.Prev != before(prev, next):
		return fmt.Errorf("%s: does not name the record before it", next.name())
	case next.Hash != next.digest():
		return fmt.Errorf("%s: content was changed", next.name())
	}
	return nil
}

// Intact reports whether a record's hash is that of its content.
func (a AuditRecord) Intact() bool { return a.Hash == a.digest() }

func (a AuditRecord) name() string {
	return fmt.Sprintf("audit record %d of chain %q (%s)", a.Seq, a.Chain, a.ID)
}

// before is what next names as the hash before it.
func before(prev, next AuditRecord) string {
	if prev.Seq > 0 {
		return prev.Hash
	}
	return digestHeads(next.Heads)
}

// digest is SHA-256 over the fields. Records from before chains had names keep the
// digest they had.
func (a AuditRecord) digest() string {
	fields := []string{
		strconv.FormatInt(a.Seq, 10), a.ID, strconv.FormatInt(a.At.UnixMilli(), 10),
		a.Officer, a.Action, a.Subject, a.Detail, a.Prev,
	}
	if a.Chain != "" || len(a.Heads) > 0 || a.Sealed {
		fields = append(fields, a.Chain, digestHeads(a.Heads), strconv.FormatBool(a.Sealed))
	}
	return digest(fields)
}

// digest is SHA-256 over fields, each with its length before it, so that no two
// different lists have the same bytes.
func digest(fields []string) string {
	h := sha256.New()
	for _, field := range fields {
		fmt.Fprintf(h, "%d:%s,", len(field), field)
	}
	return hex.EncodeToString(h.Sum(nil))
}
