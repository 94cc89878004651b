package main

import (
	"maps"
	"slices"

	"phatngon/knowledge/search"
)

// An example is the first result of one question, whether it was right, and
// whether the texts asked hold an answer at all.
type example struct {
	view         search.View
	right, known bool
	weight       float64
	set          string // whose question it is
	of           string // whose texts were asked
	kind         string
	file         string
	n            int
}

// The kinds of examples and what each weighs.
const (
	asked     = "asked"          // of the whole set
	near      = "near"           // with the texts that answer taken away
	far       = "far"            // of another set's texts
	small     = "small"          // of a small base that has the answer
	smallNone = "small none"     // and of one that does not
	inOther   = "in other words" // of a small base
	own       = "own"            // a statement's own question, typed by a person
	ownNear   = "own near"       // with that statement taken away

	everyday     = "everyday"      // in people's own words
	everydayNear = "everyday near" // what no text answers, but one comes near to
)

var kindWeight = map[string]float64{asked: 1, near: 0.8, far: 0.9, small: 1, smallNone: 1, inOther: 0.5, own: 0.4, ownNear: 0.3,
	everyday: 8, everydayNear: 8}

// Few questions are of the kind the product is asked; they count so much more
// than the many of the public sets.
const (
	goldenRank = 12 // in the ranking
	goldenSure = 8  // in the confidence
)

// rankers are weights by the remainder of a question's number: they did not
// learn from it.
type rankers [5]*search.Weights

func (r rankers) of(q question) *search.Weights { return r[q.n%len(r)] }

// examples asks every question in every way. Who ranks did not learn from the
// question.
func examples(sets []set, golden, daily set) []example {
	var by rankers
	for k := range by {
		by[k] = learnRank(part(append(slices.Clone(sets), golden, daily), func(n int) bool { return n%len(by) != k }))
	}
	all := slices.Concat(goldenExamples(golden, by), everydayExamples(daily, by))
	for _, s := range sets {
		for _, q := range s.questions {
			x := asker{s.index, by.of(q), &all, s.name, s.name}
			x.ask(q, asked, q.relevant, nil)
			x.ask(q, near, nil, func(doc int) bool { return !q.relevant[doc] })
			for _, other := range sets {
				if strangers(s.name, other.name) {
					asker{other.index, by.of(q), &all, s.name, other.name}.ask(q, far, nil, nil)
				}
			}
		}
		for _, base := range smallBases(s) {
			for _, q := range base.questions {
				kind := small
				if len(q.relevant) == 0 {
					kind = smallNone
				}
				asker{base.index, by.of(q), &all, s.name, s.name}.ask(q, kind, q.relevant, nil)
			}
		}
	}
	return all
}

// strangers reports whether no question of one set can be answered by the
// other: the law sets answer each other's.
func strangers(a, b string) bool { return (a == "news_title") != (b == "news_title") }

type asker struct {
	index   *search.Index
	weights *search.Weights
	into    *[]example
	set, of string
}

func (a asker) ask(q question, kind string, relevant map[int]bool, allow func(int) bool) {
	read := a.index.Read(q.text)
	matches := a.weights.Sort(a.index.Candidates(read, allow))
	if len(matches) == 0 {
		return
	}
	e := example{
		view: a.index.Views(read, matches, 1)[0], right: relevant[matches[0].Doc],
		known: len(relevant) > 0, weight: kindWeight[kind], set: a.set, of: a.of, kind: kind, file: q.file, n: q.n,
	}
	*a.into = append(*a.into, e)
}

// smallBases cuts bases of about 80 texts out of s, asked what they answer and
// as much that they do not.
func smallBases(s set) []set {
	const texts, answered = 80, 55
	var all []set
	for from := 0; from+2*answered <= len(s.questions)/spellings; from += 2 * answered {
		base := set{name: s.name}
		at := map[int]int{}
		take := func(doc int) {
			if _, ok := at[doc]; !ok {
				at[doc] = len(base.docs)
				base.docs = append(base.docs, s.docs[doc])
			}
		}
		for _, q := range s.questions {
			if q.n >= from && q.n < from+answered {
				for _, doc := range slices.Sorted(maps.Keys(q.relevant)) {
					take(doc)
				}
			}
		}
		for doc := from * 7; len(base.docs) < texts; doc++ {
			take(doc % len(s.docs))
		}
		for _, q := range s.questions {
			if q.n < from || q.n >= from+2*answered {
				continue
			}
			base.questions = append(base.questions, q.within(at))
		}
		base.index = search.Build(base.docs)
		all = append(all, base)
	}
	return all
}

// within is q asked of a base that has some documents, by their new numbers.
func (q question) within(at map[int]int) question {
	relevant := map[int]bool{}
	for doc := range q.relevant {
		if to, ok := at[doc]; ok {
			relevant[to] = true
		}
	}
	q.relevant = relevant
	return q
}

const (
	spellings = 3        // of a question of a public set
	casual    = "casual" // the spelling of the golden questions that uses quite other words
)
