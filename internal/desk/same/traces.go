// Package same says what a matter of false content can be recognised by: the links and the
// text that somebody reports or asks about. Pure.
package same

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/same/link"
	"phatngon/internal/desk/same/text"
	"phatngon/knowledge/verify"
)

// Traces are those of a message, the surest first; none of one that says too little to be
// recognised again.
func Traces(words string) []cases.Trace {
	var keys []string
	for _, l := range link.Find(words) {
		keys = append(keys, l.Text)
	}
	return append(OfLinks(keys...), OfText(words)...)
}

// OfLinks are the traces of links by their keys.
func OfLinks(keys ...string) []cases.Trace {
	var traces []cases.Trace
	for _, key := range keys {
		if host, web := strings.CutPrefix(key, "web:"); !web || strings.Contains(host, "/") { // the front page of a site is no matter
			traces = append(traces, cases.Trace{ID: "link:" + key, Kind: cases.TraceLink})
		}
	}
	return traces
}

// OfText is the fingerprint of a text that says enough to be recognised.
func OfText(words string) []cases.Trace {
	print := text.Of(link.Without(verify.Clean(words)))
	if text.Judge(print, print) != text.Joined {
		return nil
	}
	return []cases.Trace{Print(cases.TraceText, print)}
}

// Print is the trace of a fingerprint or the hash of a picture.
func Print(kind cases.TraceKind, print []byte) cases.Trace {
	sum := sha256.Sum256(print)
	return cases.Trace{ID: string(kind) + ":" + hex.EncodeToString(sum[:]), Kind: kind, Print: print}
}
