package search

// A View is a result beside the question, as the confidence sees it.
type View struct {
	Signals Signals
	Words
}

// Words are the words of a question one by one, the first wordsSeen different
// ones: what each is, and what it finds in a result.
type Words struct {
	Traits []Traits // the same for every result
	Finds  []Finds
}

const wordsSeen = 24

// Views looks at the first n results of a search for q.
func (x *Index) Views(q *Query, matches []Match, n int) []View {
	views := make([]View, min(n, len(matches)))
	traits := x.traits(q, matches)
	finds := make([]Finds, len(traits)*len(views))
	for i := range views {
		views[i] = View{x.signals(q, matches, i), Words{traits, finds[i*len(traits) : (i+1)*len(traits)]}}
		matches[i].evidence.find(q, nextTo(matches, i), views[i].Finds)
	}
	return views
}

// nextTo is what the best result other than i has of the question in its passage
// and title.
func nextTo(matches []Match, i int) uint64 {
	for k := range matches {
		if o := &matches[k]; k != i && !matches[i].same(o) {
			return o.evidence.terms | o.evidence.heads
		}
	}
	return 0
}
