package cases

import "time"

// Evidence is a picture that came with a report, kept as it was received. Of one that
// could not be had, or is no picture to keep, Problem says why.
type Evidence struct {
	ID         string    `bson:"_id"`
	Version    int64     `bson:"version"`
	Report     string    `bson:"report"`
	SHA256     string    `bson:"sha256"` // of the bytes as received, hex; "" of none
	Size       int       `bson:"size,omitempty"`
	Type       string    `bson:"type,omitempty"` // by its first bytes
	ReceivedAt time.Time `bson:"received_at"`
	Hash       []byte    `bson:"hash,omitempty"` // what it looks like: package same/picture
	Problem    string    `bson:"problem,omitempty"`
}

// TraceKind is what a report can be recognised by.
type TraceKind string

// The kinds of traces.
const (
	TraceLink    TraceKind = "link"
	TraceText    TraceKind = "text"
	TracePicture TraceKind = "picture"
)

// Trace is what other reports of the same matter have too: the key of a link, the
// fingerprint of a text, the hash of a picture. The first report that has it names the case.
type Trace struct {
	ID      string    `bson:"_id"` // kind, and the key or a digest of the print
	Version int64     `bson:"version"`
	Kind    TraceKind `bson:"kind"`
	Case    string    `bson:"case"` // code; the case may have gone into another since
	Print   []byte    `bson:"print,omitempty"`
	At      time.Time `bson:"at"`
}
