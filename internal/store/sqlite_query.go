package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"phatngon/internal/desk"
)

func (s *sqlite) get(ctx context.Context, c *collection, id string) (bson.Raw, error) {
	var doc []byte
	err := s.tables[c.name].get.QueryRowContext(ctx, id).Scan(&doc)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, desk.ErrNotFound
	}
	return doc, s.note(err)
}

func (s *sqlite) find(ctx context.Context, c *collection, q query) ([]bson.Raw, error) {
	text, args := q.sql(c)
	docs, err := rows[bson.Raw](ctx, s.readers, text, args...)
	return docs, s.note(err)
}

func (q query) sql(c *collection) (text string, args []any) {
	where, args := q.where(c)
	direction := ""
	if q.desc {
		direction = " DESC"
	}
	limit := -1
	if q.limit > 0 {
		limit = q.limit
	}
	order := `"` + strings.Join(c.index(q.index).sort(len(q.equal)), `"`+direction+`, "`) + `"` + direction
	// INDEXED BY makes a query that could not use its index an error.
	return fmt.Sprintf(`SELECT doc FROM "%s" INDEXED BY "%s.%s" WHERE %s ORDER BY %s LIMIT %d`,
		c.name, c.name, q.index, where, order, limit), args
}

// where is the condition of q and its arguments.
func (q query) where(c *collection) (string, []any) {
	x := c.index(q.index)
	conditions, args := equals(x, q.equal)
	add := func(condition string, values ...any) {
		conditions = append(conditions, condition)
		for _, v := range values {
			args = append(args, sqlValue(v))
		}
	}
	order := `"` + x.order(len(q.equal)) + `"`
	if q.from != nil {
		add(order+" >= ?", q.from)
	}
	if q.to != nil {
		add(order+" < ?", q.to)
	}
	if q.after != nil {
		beyond := ">"
		if q.desc {
			beyond = "<"
		}
		add(fmt.Sprintf(`(%s, "_id") %s (?, ?)`, order, beyond), q.after.Value, q.after.ID)
	}
	return strings.Join(conditions, " AND "), args
}

// equals binds the leading fields of x.
func equals(x index, values []any) (conditions []string, args []any) {
	conditions = []string{"1"}
	for i, v := range values {
		conditions = append(conditions, `"`+x.fields[i]+`" = ?`)
		args = append(args, sqlValue(v))
	}
	return conditions, args
}

func (s *sqlite) count(ctx context.Context, c *collection, g grouping) (map[string]int, error) {
	text, args := g.sql(c)
	found, err := s.readers.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, s.note(err)
	}
	defer found.Close()
	counts := map[string]int{}
	for found.Next() {
		var value string
		var n int
		if err := found.Scan(&value, &n); err != nil {
			return nil, err
		}
		counts[value] = n
	}
	return counts, s.note(found.Err())
}

func (g grouping) sql(c *collection) (text string, args []any) {
	x := c.index(g.index)
	conditions, args := equals(x, g.equal)
	group := "''"
	if len(g.values) > 0 {
		group = `"` + x.fields[len(g.equal)] + `"`
		conditions = append(conditions, group+" IN ("+marks(len(g.values))+")")
	}
	for _, v := range g.values {
		args = append(args, v)
	}
	return fmt.Sprintf(`SELECT %s, count(*) FROM "%s" INDEXED BY "%s.%s" WHERE %s GROUP BY 1`,
		group, c.name, c.name, g.index, strings.Join(conditions, " AND ")), args
}

// querier is a pool or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// rows reads a query's only column.
func rows[T ~string | ~[]byte](ctx context.Context, db querier, text string, args ...any) ([]T, error) {
	found, err := db.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	var values []T
	for found.Next() {
		var value []byte
		if err := found.Scan(&value); err != nil {
			return nil, err
		}
		values = append(values, T(value))
	}
	return values, found.Err()
}

// isTaken recognises a unique key that another document has.
func isTaken(err error) bool {
	var e *driver.Error
	return errors.As(err, &e) &&
		(e.Code() == codes.SQLITE_CONSTRAINT_UNIQUE || e.Code() == codes.SQLITE_CONSTRAINT_PRIMARYKEY)
}
