// Package setting is a collection of values by name, for the store and what it is made of.
package setting

import (
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Setting is a value by name: a calendar, a rule, an encrypted token. Callers
// encrypt what needs it.
type Setting struct {
	ID      string `bson:"_id"`
	Version int64  `bson:"version"`
	Value   []byte `bson:"value"`
}

// Name is the name of their collection.
const Name = "settings"

// Table is the collection of them.
var Table = table.Table[Setting]{
	Collection: engine.Carrier(Name, nil),
	Key:        func(s *Setting) (string, *int64) { return s.ID, &s.Version },
}
