package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/store/engine"
)

// PolicyVersion is one version of rules that an administrator edits: from From on
// it holds, until a later one does.
type PolicyVersion struct {
	ID        string    `bson:"_id"`
	Version   int64     `bson:"version"`
	Name      string    `bson:"name"` // "holidays", "rules", "grounds", "units"
	From      time.Time `bson:"from"`
	Number    int64     `bson:"number"` // 1, 2, 3 … of a name
	Author    string    `bson:"author"` // officer id; "" for what is shipped
	Data      []byte    `bson:"data"`   // JSON
	CreatedAt time.Time `bson:"created_at"`
}

// InsertPolicy stores a new version of rules. A *TakenError with the key
// "policy_number_taken": another one has this number.
func (s *Store) InsertPolicy(ctx context.Context, p *PolicyVersion, effects ...effect.Effect) error {
	return policies.Insert(ctx, s.e, p, effects...)
}

// Policies lists the versions of name by From, of one From by Number.
func (s *Store) Policies(ctx context.Context, name string) ([]PolicyVersion, error) {
	all, err := policies.All(ctx, s.e, engine.Query{Index: "name_from", Equal: []any{name}})
	slices.SortStableFunc(all, func(a, b PolicyVersion) int {
		return cmp.Or(a.From.Compare(b.From), cmp.Compare(a.Number, b.Number))
	})
	return all, err
}
