package engine

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

func (s *sqlite) Get(ctx context.Context, c *Collection, id string) (bson.Raw, error) {
	var doc []byte
	err := s.tables[c.Name].get.QueryRowContext(ctx, id).Scan(&doc)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, desk.ErrNotFound
	}
	return doc, s.note(err)
}

func (s *sqlite) Find(ctx context.Context, c *Collection, q Query) ([]bson.Raw, error) {
	text, args := q.SQL(c)
	docs, err := rows[bson.Raw](ctx, s.readers, text, args...)
	return docs, s.note(err)
}

// SQL is the statement that SQLite reads q by, and its arguments.
func (q Query) SQL(c *Collection) (text string, args []any) {
	where, args := q.where(c)
	direction := ""
	if q.Desc {
		direction = " DESC"
	}
	limit := -1
	if q.Limit > 0 {
		limit = q.Limit
	}
	order := `"` + strings.Join(c.Index(q.Index).sort(len(q.Equal)), `"`+direction+`, "`) + `"` + direction
	// INDEXED BY makes a query that could not use its index an error.
	return fmt.Sprintf(`SELECT doc FROM "%s" INDEXED BY "%s.%s" WHERE %s ORDER BY %s LIMIT %d`,
		c.Name, c.Name, q.Index, where, order, limit), args
}

// where is the condition of q and its arguments.
func (q Query) where(c *Collection) (string, []any) {
	x := c.Index(q.Index)
	conditions, args := equals(x, q.Equal)
	add := func(condition string, values ...any) {
		conditions = append(conditions, condition)
		for _, v := range values {
			args = append(args, sqlValue(v))
		}
	}
	order := `"` + x.Order(len(q.Equal)) + `"`
	if q.From != nil {
		add(order+" >= ?", q.From)
	}
	if q.To != nil {
		add(order+" < ?", q.To)
	}
	if q.After != nil {
		beyond := ">"
		if q.Desc {
			beyond = "<"
		}
		add(fmt.Sprintf(`(%s, "_id") %s (?, ?)`, order, beyond), q.After.Value, q.After.ID)
	}
	return strings.Join(conditions, " AND "), args
}

// equals binds the leading fields of x.
func equals(x Index, values []any) (conditions []string, args []any) {
	conditions = []string{"1"}
	for i, v := range values {
		conditions = append(conditions, `"`+x.Fields[i]+`" = ?`)
		args = append(args, sqlValue(v))
	}
	return conditions, args
}

func (s *sqlite) Count(ctx context.Context, c *Collection, g Grouping) (map[string]int, error) {
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

func (g Grouping) sql(c *Collection) (text string, args []any) {
	x := c.Index(g.Index)
	conditions, args := equals(x, g.Equal)
	group := "''"
	if len(g.Values) > 0 {
		group = `"` + x.Fields[len(g.Equal)] + `"`
		conditions = append(conditions, group+" IN ("+marks(len(g.Values))+")")
	}
	for _, v := range g.Values {
		args = append(args, v)
	}
	return fmt.Sprintf(`SELECT %s, count(*) FROM "%s" INDEXED BY "%s.%s" WHERE %s GROUP BY 1`,
		group, c.Name, c.Name, g.Index, strings.Join(conditions, " AND ")), args
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
