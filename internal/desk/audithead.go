package desk

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
)

// AuditHead is the last record of an audit chain at some time.
type AuditHead struct {
	Chain string `bson:"chain" json:"chain"`
	Seq   int64  `bson:"seq" json:"seq"`
	Hash  string `bson:"hash" json:"hash"`
}

// Head is a as the last record of its chain.
func (a AuditRecord) Head() AuditHead { return AuditHead{Chain: a.Chain, Seq: a.Seq, Hash: a.Hash} }

// AuditSeal is what is kept under a key of the heads of all chains, so that the last
// records of a chain cannot vanish either.
type AuditSeal struct {
	Heads []AuditHead `json:"heads"`
	MAC   string      `json:"mac"`
}

// SealHeads signs heads.
func SealHeads(key []byte, heads []AuditHead) AuditSeal {
	return AuditSeal{Heads: heads, MAC: sign(key, heads)}
}

// Intact reports that s was signed with key and has not changed since.
func (s AuditSeal) Intact(key []byte) bool {
	return hmac.Equal([]byte(s.MAC), []byte(sign(key, s.Heads)))
}

func sign(key []byte, heads []AuditHead) string {
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "audit heads:%s", digestHeads(heads))
	return hex.EncodeToString(mac.Sum(nil))
}

// digestHeads is "" for none: what the first record of all names as the one before.
func digestHeads(heads []AuditHead) string {
	if len(heads) == 0 {
		return ""
	}
	var fields []string
	for _, h := range heads {
		fields = append(fields, h.Chain, strconv.FormatInt(h.Seq, 10), h.Hash)
	}
	return digest(fields)
}
