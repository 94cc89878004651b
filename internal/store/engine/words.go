package engine

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

// Words asks for the documents of a collection that have all of All in its field Words,
// the highest id first; those below Below go on after it.
type Words struct {
	All   []string // at least one
	Below string   // "" = from the highest
	Limit int
}

// wordsIndex is the declared index of MongoDB by which words are found.
const wordsIndex = "words"

// mongoIndexes are the indexes as MongoDB has them: SQLite keeps words in a table instead.
func (c *Collection) mongoIndexes() []Index {
	if c.Words == "" {
		return c.Indexes
	}
	return append(slices.Clip(c.Indexes), Index{Name: wordsIndex, Fields: []string{c.Words}})
}

// Search reads along the words' index; that the first word leads is the caller's choice.
func (m *mongodb) Search(ctx context.Context, c *Collection, w Words) ([]bson.Raw, error) {
	filter := bson.D{{Key: c.Words, Value: bson.D{{Key: "$all", Value: w.All}}}}
	if w.Below != "" {
		filter = append(filter, bson.E{Key: "_id", Value: bson.D{{Key: "$lt", Value: w.Below}}})
	}
	cursor, err := m.db.Collection(c.Name).Find(ctx, filter,
		options.Find().SetSort(bson.D{{Key: "_id", Value: -1}}).SetLimit(int64(w.Limit)).SetHint(wordsIndex))
	if err != nil {
		return nil, err
	}
	docs := []bson.Raw{}
	err = cursor.All(ctx, &docs)
	return docs, err
}

// wordsTable is the name of the table that says which documents have which word.
func (t *sqlTable) wordsTable() string { return t.Name + ".words" }

// makeWords makes the table of words, from the documents that are there already.
func (t *sqlTable) makeWords(ctx context.Context, tx *sql.Tx) error {
	there, err := rows[string](ctx, tx, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?", t.wordsTable())
	if err != nil || len(there) > 0 {
		return err
	}
	if _, err := tx.ExecContext(ctx, `CREATE TABLE "`+t.wordsTable()+`" ("word" TEXT, "_id" TEXT, PRIMARY KEY ("word", "_id")) WITHOUT ROWID`); err != nil {
		return err
	}
	return eachDocument(ctx, tx, t.Name, func(doc bson.Raw) error { return t.addWords(ctx, tx, doc) })
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

func (t *sqlTable) addWords(ctx context.Context, tx *sql.Tx, doc bson.Raw) error {
	return t.eachWord(ctx, tx, `INSERT OR IGNORE INTO "%s" ("word", "_id") VALUES (?, ?)`, doc)
}

func (t *sqlTable) dropWords(ctx context.Context, tx *sql.Tx, doc bson.Raw) error {
	return t.eachWord(ctx, tx, `DELETE FROM "%s" WHERE "word" = ? AND "_id" = ?`, doc)
}

func (t *sqlTable) eachWord(ctx context.Context, tx *sql.Tx, text string, doc bson.Raw) error {
	for _, word := range t.wordsOf(doc) {
		if _, err := tx.ExecContext(ctx, fmt.Sprintf(text, t.wordsTable()), word, doc.Lookup("_id").StringValue()); err != nil {
			return err
		}
	}
	return nil
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

// reword gives a document its words in place of those it had.
func (t *sqlTable) reword(ctx context.Context, tx *sql.Tx, before, doc bson.Raw) error {
	if t.Words == "" || slices.Equal(t.wordsOf(before), t.wordsOf(doc)) {
		return nil
	}
	if err := t.dropWords(ctx, tx, before); err != nil {
		return err
	}
	return t.addWords(ctx, tx, doc)
}

// manyHave is where counting how many documents have a word ends: such a word leads nowhere.
const manyHave = 5000

// Search walks the documents of the rarest word and asks of each whether it has the others.
func (s *sqlite) Search(ctx context.Context, c *Collection, w Words) ([]bson.Raw, error) {
	t := s.tables[c.Name]
	words, err := s.rarestFirst(ctx, t, w.All)
	if err != nil {
		return nil, s.note(err)
	}
	text, args := t.search(words, w)
	docs, err := rows[bson.Raw](ctx, s.readers, text, args...)
	return docs, s.note(err)
}

func (t *sqlTable) search(words []string, w Words) (text string, args []any) {
	conditions, args := []string{`w."word" = ?`}, []any{words[0]}
	if w.Below != "" {
		conditions, args = append(conditions, `w."_id" < ?`), append(args, w.Below)
	}
	for _, word := range words[1:] {
		conditions = append(conditions, fmt.Sprintf(`EXISTS (SELECT 1 FROM "%s" o WHERE o."word" = ? AND o."_id" = w."_id")`, t.wordsTable()))
		args = append(args, word)
	}
	return fmt.Sprintf(`SELECT d.doc FROM (SELECT w."_id" AS id FROM "%s" w WHERE %s ORDER BY w."_id" DESC LIMIT %d) f
		CROSS JOIN "%s" d ON d."_id" = f.id ORDER BY f.id DESC`, t.wordsTable(), strings.Join(conditions, " AND "), w.Limit, t.Name), args
}

func (s *sqlite) rarestFirst(ctx context.Context, t *sqlTable, all []string) ([]string, error) {
	have := map[string]int{}
	for _, word := range all {
		text := fmt.Sprintf(`SELECT count(*) FROM (SELECT 1 FROM "%s" WHERE "word" = ? LIMIT %d)`, t.wordsTable(), manyHave)
		var n int
		if err := s.readers.QueryRowContext(ctx, text, word).Scan(&n); err != nil {
			return nil, err
		}
		have[word] = n
	}
	words := slices.Clone(all)
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(have[a], have[b]) })
	return words, nil
}
