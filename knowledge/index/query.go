package index

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"phatngon/knowledge/data"
	"phatngon/knowledge/text"
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
}

// A pair is two words of a question that stand side by side.
type pair struct {
	first, second uint8 // terms
	bucket        uint32
	next          uint8 // 1 + the pair that begins with the second word, 0 for none
	weight        float64
}

// Query is a question as the index reads it.
type Query struct {
	terms   []term
	path    []uint8 // the term at each place
	pairs   []pair
	total   float64 // weight of all terms
	pairSum float64 // weight of all pairs
	rarest  []uint8 // the three weightiest terms
}

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
	tokens := text.Tokens(question)
	if len(tokens) > 4*maxTerms {
		tokens = tokens[:4*maxTerms]
	}
	choices := x.decode(x.readings(tokens))
	q := &Query{}
	var keys []string
	for _, c := range choices {
		for i, key := range c.keys {
			q.add(x, key, c.ids[i], c.others)
			keys = append(keys, key)
		}
	}
	q.weigh(x, keys)
	q.join(x)
	return q
}

func (q *Query) add(x *Index, key string, id uint32, others []alternative) {
	for i, t := range q.terms {
		if t.key == key {
			q.path = append(q.path, uint8(i))
			return
		}
	}
	if len(q.terms) == maxTerms {
		return
	}
	t := term{key: key, id: id, plain: none, others: others, asking: 1}
	if id != none {
		t.plain = x.words.plain[id]
	} else if plain, ok := x.words.plainIDs[text.FoldKey(key)]; ok {
		t.plain = plain
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
		docs := uint32(0)
		if t.id != none {
			docs = x.words.docs[t.id]
		}
		t.weight = t.asking * x.wordRarity(t.key, docs)
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
		return cmpFloat(q.terms[b].weight, q.terms[a].weight)
	})
	q.rarest = q.rarest[:min(rarestTerms, len(q.rarest))]
}

// join finds the pairs.
func (q *Query) join(x *Index) {
	seen := map[[2]uint8]bool{}
	for i := 1; i < len(q.path); i++ {
		a, b := q.path[i-1], q.path[i]
		first, second := q.terms[a], q.terms[b]
		if seen[[2]uint8{a, b}] || len(q.pairs) == maxTerms {
			continue
		}
		seen[[2]uint8{a, b}] = true
		p := pair{first: a, second: b, bucket: none}
		docs := uint32(0)
		if first.plain != none && second.plain != none {
			p.bucket = x.plainBucket(first.plain, second.plain)
			docs = x.pairOff[p.bucket+1] - x.pairOff[p.bucket]
		}
		p.weight = math.Sqrt(first.asking*second.asking) * x.pairRarity(docs)
		if n := len(q.pairs); n > 0 && q.pairs[n-1].second == a {
			q.pairs[n-1].next = uint8(n + 1)
		}
		q.pairs = append(q.pairs, p)
		q.pairSum += p.weight
	}
}

// phrases are the words of asking by their keys joined with spaces.
var (
	phrases     = readPhrases(data.QuestionWords)
	phraseOrder = slices.Sorted(maps.Keys(phrases))
)

const (
	longestPhrase = 4
	rarestTerms   = 3
	// an asking word is no rarity, however seldom documents ask
	maxAskingRarity = 3.0
)

func readPhrases(list string) map[string]float64 {
	all := map[string]float64{}
	for line := range strings.Lines(list) {
		phrase, number, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if weight, err := strconv.ParseFloat(number, 64); err == nil {
			all[strings.Join(text.Keys(phrase), " ")] = weight
		}
	}
	return all
}

// askingPhrase is the longest phrase of asking that keys begin with.
func askingPhrase(keys []string) (n int, weight float64) {
	for n := min(longestPhrase, len(keys)); n > 0; n-- {
		if weight, ok := phrases[strings.Join(keys[:n], " ")]; ok {
			return n, weight
		}
	}
	return 0, 1
}
