package engine

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"

	"phatngon/internal/desk"
)

// block is a run of documents of consecutive ids, and which of them have a word.
type block struct {
	name string
	has  postings
}

// blocksAtOnce is how many blocks a search reads at a time.
const blocksAtOnce = 16

// Search goes through the blocks of the word that stands in fewest, the last first, keeps of
// each what has the other words too, and stops at a page's worth.
func (s *sqlite) Search(ctx context.Context, c *Collection, w Words) (docs []bson.Raw, err error) {
	t := s.tables[c.Name]
	words, err := s.rarestFirst(ctx, t, w.All)
	if err != nil {
		return nil, s.note(err)
	}
	for from, more := w.Below, true; more && len(docs) < w.Limit; {
		some, err := s.blocksWith(ctx, t, words, from)
		if err != nil {
			return nil, s.note(err)
		}
		for _, b := range some {
			if docs, err = s.collect(ctx, t, b, w, docs); err != nil {
				return nil, err
			}
		}
		if more = len(some) > 0; more {
			from = idOf(some[len(some)-1].name, 0)
		}
	}
	return docs, nil
}

// collect adds the documents of a block. What was changed or removed since is not what was
// sought.
func (s *sqlite) collect(ctx context.Context, t *sqlTable, b block, w Words, docs []bson.Raw) ([]bson.Raw, error) {
	for _, i := range b.has.descending() {
		if len(docs) == w.Limit {
			return docs, nil
		}
		doc, err := s.Get(ctx, t.Collection, idOf(b.name, i))
		if err != nil && !errors.Is(err, desk.ErrNotFound) {
			return nil, err
		}
		if err == nil && t.hasAll(doc, w.All) {
			docs = append(docs, doc)
		}
	}
	return docs, nil
}

func (t *sqlTable) hasAll(doc bson.Raw, words []string) bool {
	has := t.wordsOf(doc)
	return !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(has, word) })
}

// blocksWith are the next blocks in which the first of words stands, with what has all of
// words, below an id or "" for the last ones.
func (s *sqlite) blocksWith(ctx context.Context, t *sqlTable, words []string, below string) ([]block, error) {
	condition, args := "", []any{words[0]}
	name, place := numberOf(below)
	if below != "" {
		condition, args = ` AND "block" <= ?`, append(args, name)
	}
	if place == 0 && below != "" { // nothing of that block itself
		condition = ` AND "block" < ?`
	}
	some, err := s.blocks(ctx, t, fmt.Sprintf(`"word" = ?%s ORDER BY "block" DESC LIMIT %d`, condition, blocksAtOnce), args...)
	if err != nil || len(some) == 0 {
		return nil, err
	}
	if below != "" && some[0].name == name {
		some[0].has.below(place)
	}
	for _, word := range words[1:] {
		if err := s.keep(ctx, t, some, word); err != nil {
			return nil, err
		}
	}
	return some, nil
}

// keep leaves in blocks only what has a word.
func (s *sqlite) keep(ctx context.Context, t *sqlTable, some []block, word string) error {
	args := []any{word}
	for _, b := range some {
		args = append(args, b.name)
	}
	found, err := s.blocks(ctx, t, `"word" = ? AND "block" IN (`+marks(len(some))+")", args...)
	if err != nil {
		return err
	}
	have := make(map[string]postings, len(found))
	for _, b := range found {
		have[b.name] = b.has
	}
	for i := range some {
		some[i].has.and(have[some[i].name])
	}
	return nil
}

func (s *sqlite) blocks(ctx context.Context, t *sqlTable, where string, args ...any) (some []block, err error) {
	found, err := s.readers.QueryContext(ctx, fmt.Sprintf(`SELECT "block", "has" FROM "%s" WHERE %s`, t.wordsTable(), where), args...)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	for found.Next() {
		var name string
		var data []byte
		if err := found.Scan(&name, &data); err != nil {
			return nil, err
		}
		has, err := decodePostings(data)
		if err != nil {
			return nil, err
		}
		some = append(some, block{name, has})
	}
	return some, found.Err()
}

// manyHave is where counting in how many blocks a word stands ends: such a word leads
// nowhere.
const manyHave = 500

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
