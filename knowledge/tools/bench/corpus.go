package main

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"phatngon/knowledge/golden"
)

// A corpus is the texts searched and the questions asked of them.
type corpus struct {
	name      string
	texts     []golden.LabelledText
	passages  int        // of the texts, about
	files     []string   // of questions
	questions []question // in the order asked: one of each file in turn
	loose     []loose    // of texts that answer no question
	random    *rand.Rand
}

// A question asks for relevant texts, by their place in the corpus.
type question struct {
	file     int
	text     string
	relevant map[int]bool
}

// A loose text is one that distractors may be made of.
type loose struct {
	title     string
	sentences []string
}

// newCorpus orders the questions by a hash of their ids, so that any first
// part of them is a fair sample, the same in all files.
func newCorpus(name string, set golden.LabelledSet) *corpus {
	c := &corpus{name: name, texts: slices.Clone(set.Corpus), random: newRandom("distractors")}
	c.files = slices.Sorted(maps.Keys(set.Queries))
	place := make(map[string]int, len(c.texts))
	for i, t := range c.texts {
		place[t.ID] = i
		c.passages += passages(t)
	}
	perFile := make([][]question, len(c.files))
	for i, file := range c.files {
		asked := slices.SortedFunc(slices.Values(set.Queries[file]), func(a, b golden.LabelledText) int {
			return cmp.Or(cmp.Compare(hash(a.ID), hash(b.ID)), cmp.Compare(a.ID, b.ID))
		})
		for _, q := range asked {
			if relevant := places(set.Relevant[q.ID], place); len(relevant) > 0 {
				perFile[i] = append(perFile[i], question{i, q.Text, relevant})
			}
		}
	}
	c.questions = inTurn(perFile)
	c.loosen()
	return c
}

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

func newRandom(purpose string) *rand.Rand { return rand.New(rand.NewPCG(hash(purpose), 2026)) }

func places(ids map[string]bool, place map[string]int) map[int]bool {
	all := map[int]bool{}
	for id, relevant := range ids {
		if i, ok := place[id]; ok && relevant {
			all[i] = true
		}
	}
	return all
}

func inTurn(lists [][]question) []question {
	var all []question
	for i := 0; ; i++ {
		before := len(all)
		for _, list := range lists {
			if i < len(list) {
				all = append(all, list[i])
			}
		}
		if len(all) == before {
			return all
		}
	}
}

// loosen finds what distractors are made of: texts that answer no question,
// all texts when there are none such.
func (c *corpus) loosen() {
	answers := map[int]bool{}
	for _, q := range c.questions {
		maps.Copy(answers, q.relevant)
	}
	for i, t := range c.texts {
		if answers[i] && len(answers) < len(c.texts) {
			continue
		}
		if s := sentences(t.Text); len(s) > 0 {
			c.loose = append(c.loose, loose{t.Title, s})
		}
	}
}

// passageWords is how long a passage is that the index speaks of.
const passageWords = 100

func passages(t golden.LabelledText) int {
	return (len(strings.Fields(whole(t))) + passageWords - 1) / passageWords
}

// grow adds distractors until there are n passages: sentences that answer
// nothing, put together anew, a passage or two long.
func (c *corpus) grow(n int) {
	for i := len(c.texts); c.passages < n && len(c.loose) > 0; i++ {
		t := golden.LabelledText{ID: fmt.Sprintf("distractor-%d", i), Title: pick(c.random, c.loose).title}
		var body strings.Builder
		for words, want := 0, 50+c.random.IntN(40); words < want; {
			s := pick(c.random, pick(c.random, c.loose).sentences)
			words += 1 + strings.Count(s, " ")
			body.WriteString(s)
			body.WriteByte(' ')
		}
		t.Text = body.String()
		c.texts = append(c.texts, t)
		c.passages += passages(t)
	}
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }
