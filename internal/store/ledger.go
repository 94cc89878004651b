package store

import (
	"context"
	"time"

	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// LedgerEntry says that a requester was sent something resting on one version of
// a statement. ID makes it once: event and statement, say.
type LedgerEntry struct {
	ID               string    `bson:"_id"`
	Requester        string    `bson:"requester"`
	Statement        string    `bson:"statement"`
	StatementVersion int64     `bson:"statement_version"`
	Event            string    `bson:"event"` // the event that was answered
	At               time.Time `bson:"at"`
}

// AddLedger stores entries; one whose ID is stored already is left as it was.
func (s *Store) AddLedger(ctx context.Context, entries ...LedgerEntry) error {
	pointers := make([]*LedgerEntry, len(entries))
	for i := range entries {
		pointers[i] = &entries[i]
	}
	_, err := ledger.InsertMany(ctx, s.e, pointers)
	return err
}

// LedgerOfStatement lists who was told a statement, oldest first.
func (s *Store) LedgerOfStatement(ctx context.Context, code, after string, limit int) (entries []LedgerEntry, next string, err error) {
	return ledger.Page(ctx, s.e, engine.Query{Index: "statement_at", Equal: []any{code}, Limit: limit}, after)
}

// LedgerOfRequester lists what a requester was told, newest first.
func (s *Store) LedgerOfRequester(ctx context.Context, requester string, limit int) ([]LedgerEntry, error) {
	return ledger.Find(ctx, s.e, engine.Query{Index: "requester_at", Equal: []any{requester}, Desc: true, Limit: table.PageSize(limit)})
}

// Quoted says how often a statement was told and to how many people, counting no more than
// most entries, the newest. Who was erased is not counted.
func (s *Store) Quoted(ctx context.Context, code string, most int) (times, persons int, err error) {
	entries, err := ledger.Find(ctx, s.e, engine.Query{Index: "statement_at", Equal: []any{code}, Desc: true, Limit: most})
	told := map[string]bool{}
	for _, e := range entries {
		told[e.Requester] = true
	}
	return len(entries), len(told), err
}
