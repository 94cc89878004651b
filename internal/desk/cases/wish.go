package cases

import "time"

// Wish is that a person who asked about a matter wants to hear what becomes of it. They are
// told as those who reported it are.
type Wish struct {
	ID        string    `bson:"_id"` // a keyed hash of person and matter: one wish each
	Version   int64     `bson:"version"`
	Requester string    `bson:"requester"`
	Matter    string    `bson:"matter"` // see OfCase, or the id of a trace
	Kind      TraceKind `bson:"kind"`   // of the trace; "" of a case
	Print     []byte    `bson:"print,omitempty"`
	At        time.Time `bson:"at"`
}

// OfCase names the matter of a case, for wishes about it.
func OfCase(code string) string { return "case:" + code }
