package request

import (
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// HandOver is a person who waits for an officer in the chat. ID is the key of the effect
// that entered it.
type HandOver struct {
	ID        string               `bson:"_id"`
	Version   int64                `bson:"version"`
	Requester string               `bson:"requester"`
	Kind      people.RequesterKind `bson:"kind"`
	Newsroom  string               `bson:"newsroom,omitempty"`
	Context   []effect.Line        `bson:"context,omitempty"`
	Open      bool                 `bson:"open"`
	ClosedBy  string               `bson:"closed_by,omitempty"` // officer id
	CreatedAt time.Time            `bson:"created_at"`
	ClosedAt  time.Time            `bson:"closed_at"`
}
