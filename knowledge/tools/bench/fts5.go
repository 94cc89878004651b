package main

import (
	"database/sql"
	"fmt"
	"strings"
	"time"
	"unicode"

	_ "modernc.org/sqlite"

	"phatngon/knowledge/golden"
	"phatngon/knowledge/lang"
)

// fts5 is SQLite's full-text table in memory, ranked by its BM25. It folds all
// diacritics but that of đ, so texts and questions come to it folded.
type fts5 struct {
	pairs bool // a second column with two syllables each as one word
	db    *sql.DB
	find  *sql.Stmt
}

const (
	createSyllables = `CREATE VIRTUAL TABLE texts USING fts5(words, content='', tokenize="unicode61 remove_diacritics 2")`
	createPairs     = `CREATE VIRTUAL TABLE texts USING fts5(words, pairs, content='', tokenize="unicode61 remove_diacritics 2 tokenchars '_'")`
	findTexts       = `SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?`
)

func (e *fts5) build(texts []golden.LabelledText, deadline time.Time) error {
	var err error
	if e.db, err = sql.Open("sqlite", ":memory:"); err != nil {
		return fmt.Errorf("open SQLite: %w", err)
	}
	e.db.SetMaxOpenConns(1)
	create := createSyllables
	if e.pairs {
		create = createPairs
	}
	if _, err := e.db.Exec(create); err != nil {
		return fmt.Errorf("create the table: %w", err)
	}
	if err := inBatches(texts, deadline, e.add); err != nil {
		return err
	}
	e.find, err = e.db.Prepare(findTexts)
	return err
}

func (e *fts5) add(from int, texts []golden.LabelledText) error {
	tx, err := e.db.Begin()
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer tx.Rollback()
	for i, t := range texts {
		words := foldedWords(whole(t))
		if e.pairs {
			_, err = tx.Exec(`INSERT INTO texts(rowid, words, pairs) VALUES (?, ?, ?)`, from+i, strings.Join(words, " "), strings.Join(pairsOf(words), " "))
		} else {
			_, err = tx.Exec(`INSERT INTO texts(rowid, words) VALUES (?, ?)`, from+i, strings.Join(words, " "))
		}
		if err != nil {
			return fmt.Errorf("insert text %d: %w", from+i, err)
		}
	}
	return tx.Commit()
}

func (e *fts5) search(question string) ([]int, error) {
	words := foldedWords(question)
	if len(words) == 0 {
		return nil, nil
	}
	if e.pairs {
		words = append(words, pairsOf(words)...)
	}
	rows, err := e.find.Query(`"`+strings.Join(words, `" OR "`)+`"`, results)
	if err != nil {
		return nil, fmt.Errorf("search SQLite: %w", err)
	}
	defer rows.Close()
	var places []int
	for rows.Next() {
		var place int
		if err := rows.Scan(&place); err != nil {
			return nil, fmt.Errorf("read a result of SQLite: %w", err)
		}
		places = append(places, place)
	}
	return places, rows.Err()
}

// outside is the size of the database, all of which is in memory.
func (e *fts5) outside() (bytes int, err error) {
	err = e.db.QueryRow(`SELECT page_count * page_size FROM pragma_page_count, pragma_page_size`).Scan(&bytes)
	return bytes, err
}

func (e *fts5) close() error {
	if e.db == nil {
		return nil
	}
	err := e.db.Close()
	e.db, e.find = nil, nil
	return err
}

func foldedWords(s string) []string {
	return strings.FieldsFunc(lang.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func pairsOf(words []string) []string {
	var pairs []string
	for i := 1; i < len(words); i++ {
		pairs = append(pairs, words[i-1]+"_"+words[i])
	}
	return pairs
}
