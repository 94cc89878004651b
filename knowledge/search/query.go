package search

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"phatngon/knowledge/lang"
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
	others []alternative
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
	q := &Query{}
	tokens := x.tokens(question)
	if len(tokens) == 0 {
		return q
	}
	choices := x.decode(x.lattice(tokens))
	keys := make([]string, 0, len(choices)+8)
	q.terms = make([]term, 0, min(len(choices)+8, maxTerms))
	for i := range choices {
		for _, key := range x.keys(choices[i], tokens[i]) {
			keys = append(keys, key)
			q.add(x, key, choices[i].others)
		}
	}
	q.weigh(x, keys)
	q.join(x)
	q.reword(x, keys)
	return q
}

// tokens reads the tokens of a question and looks each up.
func (x *Index) tokens(question string) []token {
	tokens := make([]token, 0, min(len(question)/4+1, 4*maxTerms))
	var r lang.Reader
	for r.Reset(question); len(tokens) < 4*maxTerms && r.Next(); {
		if id, ok := x.words.ids[string(r.Key())]; ok {
			tokens = append(tokens, token{x.words.keys[id], id, x.words.form[id]})
		} else {
			key := string(r.Key())
			tokens = append(tokens, token{key, none, formOf(key)})
		}
	}
	return tokens
}

func (q *Query) add(x *Index, key string, others []alternative) {
	for i := range q.terms {
		if q.terms[i].key == key {
			q.path = append(q.path, uint8(i))
			return
		}
	}
	if len(q.terms) == maxTerms {
		return
	}
	t := term{key: key, id: x.words.find(key), plain: none, others: slices.Clip(others), asking: 1}
	if t.id != none {
		t.plain = x.words.plain[t.id]
	} else {
		t.plain = x.words.plainOf(lang.FoldKey(key))
	}
	q.path = append(q.path, uint8(len(q.terms)))
	q.terms = append(q.terms, t)
}

// weigh gives every term its weight.
func (q *Query) weigh(x *Index, keys []string) {
	for i := 0; i < len(q.path); {
		n, weight := askingPhrase(keys[i:])
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
	if t.id != none {
		return float64(x.words.rarity[t.id])
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
		p := pair{first: a, second: b, known: first.plain != none && second.plain != none}
		docs := uint32(0)
		if p.known {
			p.hash = mix(first.plain, second.plain)
			docs = x.pairDocs(p.hash)
		}
		p.weight = math.Sqrt(first.asking*second.asking) * x.pairRarity(docs)
		p.firmness = x.model.firmness(first.id, second.id)
		if n := len(q.pairs); n > 0 && q.pairs[n-1].second == a {
			q.pairs[n-1].next = uint8(n + 1)
		}
		q.pairs = append(q.pairs, p)
		q.pairSum += p.weight
	}
}
