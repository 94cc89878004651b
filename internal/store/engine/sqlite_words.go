package engine

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// wordsTable is the name of the table that says which documents have which word: a row for
// each word and block of documents (see postings). So a word that half of them have takes a
// bit of each, and several such words are found together a block at a time.
func (t *sqlTable) wordsTable() string { return t.Name + ".postings" }

// makeWords makes the table of words, from the documents that are there already.
func (t *sqlTable) makeWords(ctx context.Context, tx *sql.Tx) error {
	there, err := rows[string](ctx, tx, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?", t.wordsTable())
	if err != nil || len(there) > 0 {
		return err
	}
	for _, text := range []string{
		`DROP TABLE IF EXISTS "` + t.Name + `.words"`, // of releases before: a row for each word of each document
		`CREATE TABLE "` + t.wordsTable() + `" ("word" TEXT, "block" TEXT, "has" BLOB NOT NULL, PRIMARY KEY ("word", "block")) WITHOUT ROWID`,
	} {
		if _, err := tx.ExecContext(ctx, text); err != nil {
			return err
		}
	}
	if err := t.prepareWords(ctx, tx); err != nil {
		return err
	}
	return t.fillWords(ctx, tx)
}

// posting is a row of the table of words.
type posting struct{ word, block string }

// heldPostings is how many rows are gathered at most before they are written.
const heldPostings = 200_000

// fillWords writes the words of all documents, a row once for many of them.
func (t *sqlTable) fillWords(ctx context.Context, tx *sql.Tx) error {
	err := eachDocument(ctx, tx, t.Name, func(doc bson.Raw) error {
		if err := t.reword(ctx, tx, nil, doc); err != nil || len(t.held) < heldPostings {
			return err
		}
		return t.flushWords(ctx, tx)
	})
	if err != nil {
		return err
	}
	return t.flushWords(ctx, tx)
}

// wordsOf are the words of a document.
func (t *sqlTable) wordsOf(doc bson.Raw) (words []string) {
	if t.Words == "" || doc == nil {
		return nil
	}
	array, ok := doc.Lookup(t.Words).ArrayOK()
	if !ok {
		return nil
	}
	values, _ := array.Values()
	for _, v := range values {
		if word, ok := v.StringValueOK(); ok {
			words = append(words, word)
		}
	}
	return words
}

// before is the document as it is until the write that runs, nil when there is none or its
// words are of no interest.
func (t *sqlTable) before(ctx context.Context, tx *sql.Tx, id string) (bson.Raw, error) {
	if t.Words == "" {
		return nil, nil
	}
	docs, err := rows[bson.Raw](ctx, tx, `SELECT doc FROM "`+t.Name+`" WHERE _id = ?`, id)
	if err != nil || len(docs) == 0 {
		return nil, err
	}
	return docs[0], nil
}

// reword gives a document its words in place of those it had; before or doc is nil when
// there is none.
func (t *sqlTable) reword(ctx context.Context, tx *sql.Tx, before, doc bson.Raw) error {
	had, has := t.wordsOf(before), t.wordsOf(doc)
	for _, word := range had {
		if !slices.Contains(has, word) {
			if err := t.post(ctx, tx, word, before, (*postings).unset); err != nil {
				return err
			}
		}
	}
	for _, word := range has {
		if !slices.Contains(had, word) {
			if err := t.post(ctx, tx, word, doc, (*postings).set); err != nil {
				return err
			}
		}
	}
	return nil
}

// post notes of a document that it has a word, or has it no more. What is noted stands in
// the table when the transaction ends: many documents of one are written as one row.
func (t *sqlTable) post(ctx context.Context, tx *sql.Tx, word string, doc bson.Raw, note func(*postings, int)) error {
	block, place := numberOf(doc.Lookup("_id").StringValue())
	at := posting{word, block}
	has := t.held[at]
	if has == nil {
		var data []byte
		err := tx.StmtContext(ctx, t.words.read).QueryRowContext(ctx, word, block).Scan(&data)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		stored, err := decodePostings(data)
		if err != nil {
			return err
		}
		has = &stored
		t.held[at] = has
	}
	note(has, place)
	return nil
}

// flushWords writes what was noted in this transaction.
func (t *sqlTable) flushWords(ctx context.Context, tx *sql.Tx) error {
	defer clear(t.held)
	order := slices.SortedFunc(maps.Keys(t.held), func(a, b posting) int {
		return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.block, b.block))
	})
	for _, at := range order {
		var err error
		if data := t.held[at].encode(); data == nil {
			_, err = tx.StmtContext(ctx, t.words.remove).ExecContext(ctx, at.word, at.block)
		} else {
			_, err = tx.StmtContext(ctx, t.words.write).ExecContext(ctx, at.word, at.block, data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// wordStatements are prepared for the table of words.
type wordStatements struct{ read, write, remove *sql.Stmt }

func (t *sqlTable) prepareWords(ctx context.Context, writer querySource) (err error) {
	for stmt, text := range map[**sql.Stmt]string{
		&t.words.read:   `SELECT "has" FROM "%s" WHERE "word" = ? AND "block" = ?`,
		&t.words.write:  `INSERT OR REPLACE INTO "%s" ("word", "block", "has") VALUES (?, ?, ?)`,
		&t.words.remove: `DELETE FROM "%s" WHERE "word" = ? AND "block" = ?`,
	} {
		if *stmt, err = writer.PrepareContext(ctx, fmt.Sprintf(text, t.wordsTable())); err != nil {
			return err
		}
	}
	return nil
}

// querySource is a pool or a transaction.
type querySource interface {
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
}
