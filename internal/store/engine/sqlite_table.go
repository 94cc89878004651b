package engine

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// sqlTable is a collection as SQLite has it, with its prepared statements.
type sqlTable struct {
	*Collection
	columns                      []string // _id, version, each indexed field, doc
	insert, replace, remove, get *sql.Stmt
	words                        wordStatements
	held                         map[posting]*postings // of the transaction that runs
}

func newTable(c *Collection) *sqlTable {
	t := &sqlTable{Collection: c, columns: []string{"_id", "version"}, held: map[posting]*postings{}}
	for _, x := range c.Indexes {
		for _, field := range x.Fields {
			if !slices.Contains(t.columns, field) {
				t.columns = append(t.columns, field)
			}
		}
	}
	t.columns = append(t.columns, "doc")
	return t
}

// make makes the table and its indexes, or makes them anew from the documents when
// the declaration has changed since.
func (t *sqlTable) make(ctx context.Context, writer *sql.DB) error {
	return transact(ctx, writer, func(tx *sql.Tx) error {
		if err := t.bringUpToDate(ctx, tx); err != nil || t.Words == "" {
			return err
		}
		return t.makeWords(ctx, tx)
	})
}

func transact(ctx context.Context, writer *sql.DB, run func(*sql.Tx) error) error {
	tx, err := writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := run(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func (t *sqlTable) bringUpToDate(ctx context.Context, tx *sql.Tx) error {
	have, err := rows[string](ctx, tx, "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL", t.Name)
	if err != nil {
		return err
	}
	want := t.schema()
	slices.Sort(have)
	if slices.Equal(have, slices.Sorted(slices.Values(want))) {
		return nil
	}
	old := t.Name + "_old"
	if len(have) > 0 {
		if err := t.moveAway(ctx, tx, old); err != nil {
			return err
		}
	}
	for _, statement := range want {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	if len(have) > 0 {
		return t.copyFrom(ctx, tx, old)
	}
	return nil
}

// schema is the statements that make the table: SQLite keeps their text, which
// shows at the next open whether the declaration has changed.
func (t *sqlTable) schema() []string {
	table := `CREATE TABLE "` + t.Name + `" ("_id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL`
	for _, field := range t.columns[2 : len(t.columns)-1] {
		table += `, "` + field + `" NOT NULL`
	}
	statements := []string{table + `, "doc" BLOB NOT NULL)`}
	for _, x := range t.Indexes {
		create, fields := "CREATE INDEX", append(slices.Clone(x.Fields), "_id")
		if x.Unique {
			create, fields = "CREATE UNIQUE INDEX", x.Fields
		}
		statements = append(statements, fmt.Sprintf(`%s "%s.%s" ON "%s" (%s)`, create, t.Name, x.Name, t.Name, quoted(fields)))
	}
	return statements
}

// moveAway frees the names of the table and its indexes.
func (t *sqlTable) moveAway(ctx context.Context, tx *sql.Tx, old string) error {
	indexes, err := rows[string](ctx, tx, "SELECT name FROM sqlite_schema WHERE tbl_name = ? AND type = 'index' AND sql IS NOT NULL", t.Name)
	if err != nil {
		return err
	}
	for _, name := range indexes {
		if _, err := tx.ExecContext(ctx, `DROP INDEX "`+name+`"`); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `ALTER TABLE "`+t.Name+`" RENAME TO "`+old+`"`)
	return err
}

// copyFrom fills the table from the documents of old, and drops old.
func (t *sqlTable) copyFrom(ctx context.Context, tx *sql.Tx, old string) error {
	insert := t.insertSQL()
	err := eachDocument(ctx, tx, old, func(doc bson.Raw) error {
		_, err := tx.ExecContext(ctx, insert, t.row(doc)...)
		return err
	})
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `DROP TABLE "`+old+`"`)
	return err
}

// eachDocument calls do with every document of a table, by id, until it fails.
func eachDocument(ctx context.Context, tx *sql.Tx, table string, do func(bson.Raw) error) error {
	for after := ""; ; {
		docs, err := rows[bson.Raw](ctx, tx, `SELECT doc FROM "`+table+`" WHERE _id > ? ORDER BY _id LIMIT 1000`, after)
		if err != nil || len(docs) == 0 {
			return err
		}
		for _, doc := range docs {
			if err := do(doc); err != nil {
				return err
			}
		}
		after = docs[len(docs)-1].Lookup("_id").StringValue()
	}
}

// Fill changes the documents only: Make, which follows, gives the field a column.
func (s *sqlite) Fill(ctx context.Context, c *Collection, field string, value any) error {
	return transact(ctx, s.writer, func(tx *sql.Tx) error { return fillTable(ctx, tx, c.Name, field, value) })
}

func fillTable(ctx context.Context, tx *sql.Tx, table, field string, value any) error {
	there, err := rows[string](ctx, tx, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?", table)
	if err != nil || len(there) == 0 {
		return err
	}
	return eachDocument(ctx, tx, table, func(doc bson.Raw) error {
		if _, err := doc.LookupErr(field); err == nil {
			return nil
		}
		filled, err := With(doc, bson.D{{Key: field, Value: value}})
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE "`+table+`" SET doc = ? WHERE _id = ?`, []byte(filled), doc.Lookup("_id").StringValue())
		return err
	})
}

// prepare compiles the statements that every request uses.
func (t *sqlTable) prepare(ctx context.Context, writer, readers *sql.DB) error {
	var errs [5]error
	t.insert, errs[0] = writer.PrepareContext(ctx, t.insertSQL())
	t.replace, errs[1] = writer.PrepareContext(ctx, fmt.Sprintf(`UPDATE "%s" SET (%s) = (%s) WHERE _id = ? AND version = ?`,
		t.Name, quoted(t.columns), marks(len(t.columns))))
	t.remove, errs[2] = writer.PrepareContext(ctx, `DELETE FROM "`+t.Name+`" WHERE _id = ?`)
	t.get, errs[3] = readers.PrepareContext(ctx, `SELECT doc FROM "`+t.Name+`" WHERE _id = ?`)
	if t.Words != "" {
		errs[4] = t.prepareWords(ctx, writer)
	}
	return errors.Join(errs[:]...)
}

func (t *sqlTable) insertSQL() string {
	return fmt.Sprintf(`INSERT INTO "%s" (%s) VALUES (%s) ON CONFLICT DO NOTHING`, t.Name, quoted(t.columns), marks(len(t.columns)))
}

// row is doc's values for the columns.
func (t *sqlTable) row(doc bson.Raw) []any {
	row := make([]any, len(t.columns))
	for i, column := range t.columns {
		row[i] = sqlValue(FieldValue(doc, column))
	}
	if row[1] == nil { // documents that never change have no version
		row[1] = 0
	}
	row[len(row)-1] = []byte(doc)
	return row
}

// sqlValue keeps the order that BSON gives a value; times are milliseconds.
func sqlValue(value any) any {
	if at, ok := value.(time.Time); ok {
		return at.UnixMilli()
	}
	return value
}

func quoted(names []string) string { return `"` + strings.Join(names, `", "`) + `"` }

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }
