package search

// Finds is a set of the places and ways in which a document holds a word of a
// question.
type Finds uint16

// What a word finds, in the order of the weights file.
const (
	inPassage  = iota // it stands in the best passage
	inHead            // in the best title or known question
	inPlain           // in the document, in whatever diacritics
	inDocument        // in the document as it is spelt
	twice             // there at least twice
	often             // or oftenTimes
	inLead            // in the first passage
	inSegment         // in the best segment
	pairBefore        // the pair with the word before stands in the passage, a title or a known question
	docBefore         // in the document
	nearBefore        // or nearly so, either order
	pairAfter         // and the pair with the word after
	docAfter          //
	nearAfter         //
	inNext            // the best other result has it in its passage or title
	FindCount
)

var findNames = [FindCount]string{
	"in_passage", "in_head", "in_plain", "in_document", "twice", "often", "in_lead", "in_segment",
	"pair_before", "doc_before", "near_before", "pair_after", "doc_after", "near_after", "in_next",
}

// find notes in finds what each word of q finds; next is what the best other
// result has.
func (e *evidence) find(q *Query, next uint64, finds []Finds) {
	sets := [...]struct {
		find  int
		terms uint64
	}{
		{inPassage, e.terms}, {inHead, e.heads}, {inPlain, e.plain}, {inDocument, e.held}, {twice, e.twice},
		{often, e.often}, {inLead, e.lead}, {inSegment, e.segment}, {inNext, next},
	}
	for i := range finds {
		for _, s := range sets {
			finds[i] |= Finds(s.terms>>i&1) << s.find
		}
	}
	for i := range q.pairs {
		p := &q.pairs[i]
		how := Finds(e.pairs>>i&1) | Finds(e.docPairs>>i&1)<<1 | Finds(e.near>>i&1)<<2
		if int(p.first) < len(finds) {
			finds[p.first] |= how << pairAfter
		}
		if int(p.second) < len(finds) {
			finds[p.second] |= how << pairBefore
		}
	}
}
