package search

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/search/spelling"
)

// maxTerms bounds the different words of a question that are looked at; what a
// person types beyond is almost always a repetition.
const maxTerms = 63

// A term is one word of a question.
type term struct {
	key    string
	id     uint32 // none when no document holds it
	plain  uint32
	weight float64 // how much it says: rare words more, words of asking less
	asking float64 // its weight as a word of asking, 1 for an ordinary word
	others []spelling.Alternative
	held   bool // some document holds it, in whatever diacritics
}

// A pair is two words of a question that stand side by side.
type pair struct {
	first, second uint8  // terms
	hash          uint64 // of the plain pair
	known         bool   // both words stand in documents
	next          uint8  // 1 + the pair that begins with the second word, 0 for none
	weight        float64
	firmness      float64 // how much more often than by chance the words stand together, 0 to 1
}

// Query is a question as the index reads it.
type Query struct {
	terms   []term
	path    []uint8 // the term at each place
	pairs   []pair
	written []uint64 // hashes of the pairs that offices write for words of the question
	total   float64  // weight of all terms
	pairSum float64  // weight of all pairs
	rarest  []uint8  // the three weightiest terms
}

const (
	rarestTerms = 3
	// an asking word is no rarity, however seldom documents ask
	maxAskingRarity = 3.0
)

// Words is the question as it was understood, as keys.
func (q *Query) Words() string {
	keys := make([]string, len(q.path))
	for i, t := range q.path {
		keys[i] = q.terms[t].key
	}
	return strings.Join(keys, " ")
}

// Read understands a question.
func (x *Index) Read(question string) *Query {
	understood := x.speller.Understand(question)
	q := &Query{}
	if len(understood) == 0 {
		return q
	}
	keys := make([]string, 0, len(understood)+8)
	q.terms = make([]term, 0, min(len(understood)+8, maxTerms))
	for _, u := range understood {
		for _, key := range u.Keys {
			keys = append(keys, key)
			q.add(x, key, u.Others)
		}
	}
	q.weigh(x, keys)
	q.join(x)
	q.reword(x, keys)
	return q
}

func (q *Query) add(x *Index, key string, others []spelling.Alternative) {
	for i := range q.terms {
		if q.terms[i].key == key {
			q.path = append(q.path, uint8(i))
			return
		}
	}
	if len(q.terms) == maxTerms {
		return
	}
	t := term{key: key, id: x.words.Find(key), plain: spelling.None, others: slices.Clip(others), asking: 1}
	if t.id != spelling.None {
		t.plain = x.words.Plain[t.id]
	} else {
		t.plain = x.words.PlainOf(lang.FoldKey(key))
	}
	q.path = append(q.path, uint8(len(q.terms)))
	q.terms = append(q.terms, t)
}

// weigh gives every term its weight.
func (q *Query) weigh(x *Index, keys []string) {
	for i := 0; i < len(q.path); {
		n, weight := spelling.AskingPhrase(keys[i:])
		for j := i; j < min(i+n, len(q.path)); j++ {
			t := &q.terms[q.path[j]]
			t.asking = min(t.asking, weight)
		}
		i += max(n, 1)
	}
	for i := range q.terms {
		t := &q.terms[i]
		t.weight, t.held = t.asking*x.rarityOf(t), x.holds(t.plain)
		if t.asking < 1 {
			t.weight = min(t.weight, t.asking*maxAskingRarity)
		}
		q.total += t.weight
	}
	q.rarest = make([]uint8, len(q.terms))
	for i := range q.rarest {
		q.rarest[i] = uint8(i)
	}
	slices.SortStableFunc(q.rarest, func(a, b uint8) int {
		return cmp.Compare(q.terms[b].weight, q.terms[a].weight)
	})
	q.rarest = q.rarest[:min(rarestTerms, len(q.rarest))]
}

// rarityOf is how rare the word is.
func (x *Index) rarityOf(t *term) float64 {
	if t.id != spelling.None {
		return float64(x.rarities[t.id])
	}
	return x.wordRarity(t.key, 0)
}

// join finds the pairs.
func (q *Query) join(x *Index) {
	q.pairs = make([]pair, 0, min(len(q.path), maxTerms))
	for i := 1; i < len(q.path) && len(q.pairs) < maxTerms; i++ {
		a, b := q.path[i-1], q.path[i]
		if slices.ContainsFunc(q.pairs, func(p pair) bool { return p.first == a && p.second == b }) {
			continue
		}
		first, second := &q.terms[a], &q.terms[b]
		p := pair{first: a, second: b, known: first.plain != spelling.None && second.plain != spelling.None}
		docs := uint32(0)
		if p.known {
			p.hash = spelling.Mix(first.plain, second.plain)
			docs = x.pairDocs(p.hash)
		}
		p.weight = math.Sqrt(first.asking*second.asking) * x.pairRarity(docs)
		p.firmness = x.speller.Firmness(first.id, second.id)
		if n := len(q.pairs); n > 0 && q.pairs[n-1].second == a {
			q.pairs[n-1].next = uint8(n + 1)
		}
		q.pairs = append(q.pairs, p)
		q.pairSum += p.weight
	}
}
