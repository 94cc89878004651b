package engine

import (
	"cmp"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"phatngon/internal/desk"
)

type worded struct {
	ID      string   `bson:"_id"`
	Version int64    `bson:"version"`
	Words   []string `bson:"words"`
}

var wordedThings = Collection{Name: "things", Words: "words"}

func (w worded) raw(t *testing.T) bson.Raw {
	t.Helper()
	raw, err := Encode(w)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// shelf is a store of worded things, and what is in it.
type shelf struct {
	t  *testing.T
	e  *sqlite
	is map[string]worded
}

func newShelf(t *testing.T) *shelf {
	t.Helper()
	s := &shelf{t: t, e: openTestSQLite(t), is: map[string]worded{}}
	if err := s.e.Make(t.Context(), &wordedThings); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *shelf) puts(id string, words ...string) {
	s.t.Helper()
	w := worded{ID: id, Version: 1, Words: words}
	if taken, err := s.e.Insert(s.t.Context(), &wordedThings, []bson.Raw{w.raw(s.t)}); err != nil || taken[0] {
		s.t.Fatal(id, taken, err)
	}
	s.is[id] = w
}

func (s *shelf) rewords(id string, words ...string) {
	s.t.Helper()
	w := s.is[id]
	w.Version, w.Words = w.Version+1, words
	if swapped, err := s.e.Replace(s.t.Context(), &wordedThings, id, w.Version-1, w.raw(s.t)); err != nil || !swapped {
		s.t.Fatal(id, swapped, err)
	}
	s.is[id] = w
}

func (s *shelf) removes(id string) {
	s.t.Helper()
	if err := s.e.Remove(s.t.Context(), &wordedThings, []string{id}); err != nil {
		s.t.Fatal(err)
	}
	delete(s.is, id)
}

// walked is what has all of words by going through everything, the last block first.
func (s *shelf) walked(words []string) (ids []string) {
	for id, w := range s.is {
		if !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(w.Words, word) }) {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		blockA, placeA := numberOf(a)
		blockB, placeB := numberOf(b)
		return cmp.Or(cmp.Compare(blockB, blockA), cmp.Compare(placeB, placeA))
	})
	return ids
}

// paged is what a search finds, so many at a time.
func (s *shelf) paged(words []string, limit int) (ids []string) {
	s.t.Helper()
	for w := (Words{All: words, Limit: limit}); ; {
		docs, err := s.e.Search(s.t.Context(), &wordedThings, w)
		if err != nil {
			s.t.Fatal(err)
		}
		for _, doc := range docs {
			w.Below = doc.Lookup("_id").StringValue()
			ids = append(ids, w.Below)
		}
		if len(docs) < limit {
			return ids
		}
	}
}

func TestASearchFindsByPagesWhatAWalkThroughAllFinds(t *testing.T) {
	s, r := newShelf(t), rand.New(rand.NewPCG(1, 2))
	some := func() (words []string) {
		for i := range 12 { // the first is everywhere, the last is rare
			if r.IntN(i+1) == 0 {
				words = append(words, fmt.Sprint("w", i))
			}
		}
		return words
	}
	ids := []string{"a", "b", "r1", "r10", "x-999", "000", "TH-2026-99999", "TH-2026-100000"}
	for i := range 400 { // of 27 blocks, more than are read at a time
		ids = append(ids, fmt.Sprintf("TH-2026-%05d", i*67))
	}
	r.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	for _, id := range ids {
		s.puts(id, some()...)
	}
	for i, id := range ids[:120] {
		if i%3 == 0 {
			s.removes(id)
		} else {
			s.rewords(id, some()...)
		}
	}
	for range 40 {
		words := some()
		if len(words) == 0 || len(words) > 5 {
			continue
		}
		for _, limit := range []int{1, 7, 1000} {
			if got, want := s.paged(words, limit), s.walked(words); !slices.Equal(got, want) {
				t.Errorf("%v, %d at a time:\n%v\nwant\n%v", words, limit, got, want)
			}
		}
	}
}

func TestASearchForWordsThatMostHaveReadsNoMoreThanItsPage(t *testing.T) {
	s := newShelf(t)
	for i := range 60 {
		for place := range 3 {
			s.puts(fmt.Sprintf("TH-2026-%05d", 1000*i+place), "common", "usual")
		}
	}
	// Whoever reads further than the last blocks comes upon what cannot be read.
	if _, err := s.e.writer.ExecContext(t.Context(), `UPDATE "things.postings" SET has = 'no number' WHERE block < 'TH-2026-44'`); err != nil {
		t.Fatal(err)
	}
	docs, err := s.e.Search(t.Context(), &wordedThings, Words{All: []string{"common", "usual"}, Limit: 7})
	if err != nil || len(docs) != 7 || docs[0].Lookup("_id").StringValue() != "TH-2026-59002" {
		t.Errorf("%d found, %v", len(docs), err)
	}
}

func TestWordsOfARemovedDocumentAreKeptNowhere(t *testing.T) {
	s := newShelf(t)
	s.puts("TH-2026-00001", "secret", "common")
	s.puts("TH-2026-00002", "common")
	s.rewords("TH-2026-00001", "common")
	s.removes("TH-2026-00002")
	left, err := rows[string](t.Context(), s.e.readers, `SELECT word FROM "things.postings"`)
	if err != nil || !slices.Equal(left, []string{"common"}) {
		t.Errorf("%v, %v", left, err)
	}
}

func TestWordsAreFoundAfterTheTableOfAReleaseBeforeIsMadeAnew(t *testing.T) {
	s := newShelf(t)
	for i := range 1500 {
		s.puts(fmt.Sprintf("TH-2026-%05d", i), "common", fmt.Sprint("w", i%50))
	}
	for _, text := range []string{`DROP TABLE "things.postings"`, `CREATE TABLE "things.words" ("word" TEXT, "_id" TEXT, PRIMARY KEY ("word", "_id")) WITHOUT ROWID`} {
		if _, err := s.e.writer.ExecContext(t.Context(), text); err != nil {
			t.Fatal(err)
		}
	}
	if err := newTable(&wordedThings).make(t.Context(), s.e.writer); err != nil {
		t.Fatal(err)
	}
	for _, words := range [][]string{{"common"}, {"w7"}, {"common", "w49"}} {
		if got, want := s.paged(words, 100), s.walked(words); !slices.Equal(got, want) {
			t.Errorf("%v: %d found, want %d", words, len(got), len(want))
		}
	}
	if old, err := rows[string](t.Context(), s.e.readers, `SELECT name FROM sqlite_schema WHERE name = 'things.words'`); err != nil || len(old) > 0 {
		t.Errorf("the old table is there still: %v, %v", old, err)
	}
}

func TestWordsOfManyPutAtOnceAreAllFound(t *testing.T) {
	s := newShelf(t)
	var all sync.WaitGroup
	for i := range 300 {
		w := worded{ID: fmt.Sprintf("TH-2026-%05d", i/2), Version: 1, Words: []string{"common", fmt.Sprint("w", i/2%7)}} // each twice: one is taken
		s.is[w.ID] = w
		all.Go(func() {
			if _, err := s.e.Insert(t.Context(), &wordedThings, []bson.Raw{w.raw(t)}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, words := range [][]string{{"common"}, {"common", "w3"}} {
		if got, want := s.paged(words, 40), s.walked(words); !slices.Equal(got, want) {
			t.Errorf("%v: %v\nwant\n%v", words, got, want)
		}
	}
}

func TestWordsOfABatchThatCannotBeCommittedAreForgotten(t *testing.T) {
	s := newShelf(t)
	s.puts("TH-2026-00001", "common")
	if _, err := s.e.writer.ExecContext(t.Context(), `CREATE TRIGGER full BEFORE INSERT ON "things.postings" WHEN NEW.word = 'lost' BEGIN SELECT RAISE(ABORT, 'full'); END`); err != nil {
		t.Fatal(err)
	}
	lost := worded{ID: "TH-2026-00002", Version: 1, Words: []string{"common", "lost"}}
	if _, err := s.e.Insert(t.Context(), &wordedThings, []bson.Raw{lost.raw(t)}); err == nil {
		t.Fatal("it says that it is stored")
	}
	s.puts("TH-2026-00003", "common")
	if got := s.paged([]string{"common"}, 10); !slices.Equal(got, []string{"TH-2026-00003", "TH-2026-00001"}) {
		t.Errorf("%v", got)
	}
	if _, err := s.e.Get(t.Context(), &wordedThings, lost.ID); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("what was not committed: %v", err)
	}
}
