package routing

import "slices"

// Seed is the shipped data as it is edited: the list of units and the table of
// former communes. The slices are the caller's own.
func Seed() (units, formerCommunes []byte) {
	return slices.Clone(unitsJSON), slices.Clone(oldToNewTSV)
}
