package store

import "phatngon/internal/store/engine"

// Through is another opening of s, under a Boot of its own, whose verbs pass through
// around: it may do a verb, fail before it, or do it and fail all the same, as a database
// does whose answer was lost. write tells what changes the database from what only reads.
// Tests use it, by storetest.Faulty; it shares the database of s and is not closed.
func (s *Store) Through(around func(write bool, verb func() error) error) *Store {
	other := newStore(engine.Through(s.e, around))
	other.folder = s.folder
	return other
}
