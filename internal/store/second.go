package store

import (
	"context"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// SecondFactors is the collection of officers' second factors, apart from the officers: who
// is listed brings no secret along, and a code that is used changes no account.
const SecondFactors = "secondfactors"

var secondFactors = table.Table[people.SecondFactor]{
	Collection: engine.Carrier(SecondFactors, nil),
	Key:        func(f *people.SecondFactor) (string, *int64) { return f.ID, &f.Version },
}

// SecondFactor returns an officer's; desk.ErrNotFound: they never had one.
func (s *Store) SecondFactor(ctx context.Context, officer string) (people.SecondFactor, error) {
	return secondFactors.Get(ctx, s.e, officer)
}

// SaveSecondFactor inserts f at version 0 and replaces it otherwise.
func (s *Store) SaveSecondFactor(ctx context.Context, f *people.SecondFactor, effects ...effect.Effect) error {
	return secondFactors.Save(ctx, s.e, f, effects...)
}
