package answer

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// Vectors of an embedding model, where the caller has them, help to find what
// is asked in other words. They have a say in which statements are listed and
// offered; whether one is quoted stays with the calibrated confidence alone.

const (
	fuseRank  = 60 // k of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)
	fuseDepth = 10 // statements near the question by vector that take part

	meaningDepth = 6 // first results in whose order vectors have a say
	meaningWorth = 1 // in scores of the search, of a cosine one deviation over the base's mean
)

// SetVectors gives the Base the vectors of its passages, all of dim numbers
// and by one model; what has another size or no direction is left out. No
// vectors is none. The map and its vectors must not change afterwards.
func (b *known) SetVectors(dim int, vectors map[Hash][]float32) {
	b.writing.Lock()
	defer b.writing.Unlock()
	b.vectors = vectorSet{dim, vectors}
	snap := *b.current.Load()
	b.publish(&snap)
}

// VectorSize is how many numbers a question's vector must have to be of use, 0
// when none is of use.
func (b *known) VectorSize() int { return b.current.Load().vectors.dim }

// publish makes snap, with the vectors of its passages and the communes its
// statements name, what questions see.
func (b *known) publish(snap *snapshot) {
	snap.places = b.placesOf(snap, b.current.Load())
	snap.vectors = b.vectors.of(snap)
	b.current.Store(snap)
}

// A vectorSet is vectors by what they are of.
type vectorSet struct {
	dim  int
	hash map[Hash][]float32
}

// docVectors is the vectors of each document of an index.
type docVectors struct {
	dim int // 0 when there are none
	doc [][]vector
}

func (set vectorSet) of(snap *snapshot) docVectors {
	if set.dim <= 0 || len(set.hash) == 0 {
		return docVectors{}
	}
	all := docVectors{doc: make([][]vector, len(snap.docs))}
	for doc, code := range snap.docs {
		for _, text := range passageTexts(snap.all[code]) {
			v, ok := newVector(set.hash[hashOf(text)], set.dim)
			if ok {
				all.dim, all.doc[doc] = set.dim, append(all.doc[doc], v)
			}
		}
	}
	return all
}

// A vector knows its length, so that cosines need no division by it twice.
type vector struct {
	values []float32
	length float64
}

// newVector is false for what has another size or no direction.
func newVector(values []float32, dim int) (vector, bool) {
	if len(values) != dim {
		return vector{}, false
	}
	v := vector{values: values}
	v.length = math.Sqrt(v.dot(values))
	return v, v.length > 0 && !math.IsInf(v.length, 0) // NaN is not > 0
}

func (v vector) cosine(other vector) float64 { return v.dot(other.values) / (v.length * other.length) }

func (v vector) dot(other []float32) float64 { return float64(search.Dot(v.values, other)) }

// fuse lists found and the statements nearest to q's vector by both ranks. It
// is found itself when there is no vector of use.
func (snap *snapshot) fuse(q Question, found []finding) []finding {
	near := snap.nearest(q)
	if len(near) == 0 {
		return found
	}
	worth := map[string]float64{}
	fused := slices.Clone(found)
	for i, f := range found {
		worth[f.Code] = 1 / float64(fuseRank+1+i)
	}
	for i, f := range near {
		if worth[f.Code] == 0 {
			fused = append(fused, f)
		}
		worth[f.Code] += 1 / float64(fuseRank+1+i)
	}
	slices.SortStableFunc(fused, func(a, b finding) int { return cmp.Compare(worth[b.Code], worth[a.Code]) })
	return fused
}

// byMeaning adds nearness to q's vector to the score of the first of found and puts them in
// that order; each keeps its confidence, and what is sure enough to answer its place.
func (snap *snapshot) byMeaning(q Question, found []finding) {
	asked, ok := newVector(q.Vector, snap.vectors.dim)
	if !ok || len(found) == 0 || found[0].confidence >= AnswerAt {
		return
	}
	near := snap.nearness(asked)
	first := found[:min(meaningDepth, len(found))]
	for i := range first {
		first[i].score += meaningWorth * near[first[i].Code]
	}
	slices.SortStableFunc(first, func(a, b finding) int { return cmp.Compare(b.score, a.score) })
}

// nearness is how near each statement with vectors is to one asked: the cosine, as how many
// standard deviations it lies over the mean, for models differ in how wide theirs spread.
func (snap *snapshot) nearness(asked vector) map[string]float64 {
	near := map[string]float64{}
	sum, squares := 0.0, 0.0
	for doc, vectors := range snap.vectors.doc {
		if len(vectors) > 0 {
			c := asked.nearest(vectors)
			near[snap.docs[doc]] = c
			sum, squares = sum+c, squares+c*c
		}
	}
	n := max(float64(len(near)), 1)
	deviation := math.Sqrt(max(squares/n-sum*sum/n/n, 0))
	for code, c := range near {
		near[code] = (c - sum/n) / max(deviation, 1e-6)
	}
	return near
}

// nearest is the cosine of the nearest of some vectors.
func (v vector) nearest(others []vector) float64 {
	best := -1.0
	for _, o := range others {
		best = max(best, v.cosine(o))
	}
	return best
}

// nearest lists the statements with a passage nearest to q's vector that may be
// said to q, best first. Their confidence is 0: a vector proves nothing.
func (snap *snapshot) nearest(q Question) []finding {
	asked, ok := newVector(q.Vector, snap.vectors.dim)
	if !ok {
		return nil
	}
	about := periodOf(q.Text, q.Now)
	type neighbour struct {
		finding
		cosine float64
	}
	var all []neighbour
	for doc, vectors := range snap.vectors.doc {
		s := snap.at(doc)
		if len(vectors) == 0 || !snap.sayable(s, q, about) {
			continue
		}
		all = append(all, neighbour{finding{Statement: s, standing: snap.standing(s, q.Audience, q.Now)}, asked.nearest(vectors)})
	}
	slices.SortFunc(all, func(a, b neighbour) int {
		return cmp.Or(cmp.Compare(b.cosine, a.cosine), newestFirst(a.Statement, b.Statement))
	})
	var found []finding
	for _, n := range all[:min(fuseDepth, len(all))] {
		found = append(found, n.finding)
	}
	return found
}

// sayable reports whether s may be said to q, which is about a period: what
// holds now, or what held then.
func (snap *snapshot) sayable(s statement.Statement, q Question, about period) bool {
	if q.Unit != "" && s.Unit != q.Unit {
		return false
	}
	switch snap.standing(s, q.Audience, q.Now) {
	case current:
		return true
	case historical:
		return about.concerns(s)
	}
	return false
}

// Spelt is a question with the diacritics it was typed without, as the search understands
// it; unchanged where it has any, or is too long to be understood word by word. A model
// of sentences hears next to nothing in Vietnamese without them.
func (b *known) Spelt(question string) string {
	if lang.Fold(question) != strings.ToLower(question) {
		return question
	}
	heard, _ := b.current.Load().index.Hear(question)
	var spelt strings.Builder
	end := 0
	for _, h := range heard {
		spelt.WriteString(question[end:h.Start])
		for i, key := range h.Keys {
			if i > 0 {
				spelt.WriteByte(' ')
			}
			spelt.WriteString(lang.Spell(key))
		}
		end = h.End
	}
	return spelt.String() + question[end:]
}
