package engine

import (
	"context"
	"fmt"

	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

// Tally says how many documents q finds, and no more than q.Limit: a number beside a list
// must not wait for a long count.
func (s *sqlite) Tally(ctx context.Context, c *Collection, q Query) (n int, err error) {
	where, args := q.where(c)
	text := fmt.Sprintf(`SELECT count(*) FROM (SELECT 1 FROM "%s" INDEXED BY "%s.%s" WHERE %s LIMIT %d)`, c.Name, c.Name, q.Index, where, q.Limit)
	err = s.readers.QueryRowContext(ctx, text, args...).Scan(&n)
	return n, s.note(err)
}

func (m *mongodb) Tally(ctx context.Context, c *Collection, q Query) (int, error) {
	n, err := m.db.Collection(c.Name).CountDocuments(ctx, q.filter(c), options.Count().SetLimit(int64(q.Limit)).SetHint(q.Index))
	return int(n), err
}
