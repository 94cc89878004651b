// Package cases will be the life of a false-content case (NĐ 328/2026, Art. 8). Its table
// stands here empty, so that the walk over all lives already holds it.
package cases

import "phatngon/internal/desk/life"

// State is where a case stands.
type State string

// Who says who may take a step.
type Who string

// Life is the table.
func Life() life.Table[State, Who] {
	return life.Table[State, Who]{Label: func(s State) string { return string(s) }}
}
