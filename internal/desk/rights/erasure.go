package rights

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
)

// erasureMark stands before the rest of a proof of an erasure.
const erasureMark = "erase:"

// ErasureProof is the id of the audit record that proves an erasure for a cause, the event
// that wished it. It names nobody, and is known before the erasure is done.
func ErasureProof(cause string) string {
	sum := sha256.Sum256([]byte(cause))
	return erasureMark + hex.EncodeToString(sum[:])
}

// ErasurePath is the public page on which a proof of an erasure is looked up.
const ErasurePath = "/xoa"

// ErasureURL is where a proof is looked up; publicURL has no trailing slash.
func ErasureURL(publicURL, proof string) string {
	return publicURL + ErasurePath + "?ma=" + url.QueryEscape(proof)
}

// ReadErasureProof reads a proof of an erasure as somebody typed or pasted it.
func ReadErasureProof(typed string) (proof string, ok bool) {
	sum := strings.TrimPrefix(strings.ToLower(strings.TrimSpace(typed)), erasureMark)
	if _, err := hex.DecodeString(sum); err != nil || len(sum) != 2*sha256.Size {
		return "", false
	}
	return erasureMark + sum, true
}
