package index

// Features are what the re-ranker looks at, each about 0 to 1.
type Features [featureCount]float64

// The features, in the order of the weights file.
const (
	docWords         = iota // BM25 of the document, against the best possible
	docPlain                // the same without diacritics
	docPairs                // share of the question's pairs the document holds, by weight
	docCover                // share of its words
	passageWords            // share of its words in the best passage
	passagePlain            // the same without diacritics
	passagePairs            // share of its pairs in the best passage
	passageTimes            // BM25 of the best passage
	rareWords               // share of its three rarest words in the best passage
	headWords               // share of its words in the best title or known question
	headPairs               // share of its pairs there
	headPrecision           // share of that title or question that is in the question
	longestRun              // the longest run of its words, by weight
	nearPairs               // share of its pairs in the document, within four words, either order
	leadWords               // share of its words in the first passage
	leadPairs               // share of its pairs there
	shortness               // how short the document is
	numbers                 // share of its numbers in the best passage
	topWords                // docWords against the best candidate's
	topPairs                // docPairs against the best candidate's
	topPassage              // passageWords + passagePairs against the best candidate's
	docShort                // BM25 of the document that minds its length more
	pairTimes               // BM25 of the question's pairs in the document
	passagePairTimes        // BM25 of the pairs in the best passage
	triples                 // share of its three words in a row the document holds
	density                 // share of the best passage that is the question's words
	segmentWords            // share of its words in the best segment
	segmentPairs            // share of its pairs in the best segment
	featureCount
)

var featureNames = [featureCount]string{
	"doc_words", "doc_plain", "doc_pairs", "doc_cover", "passage_words", "passage_plain", "passage_pairs",
	"passage_times", "rare_words", "head_words", "head_pairs", "head_precision", "longest_run", "near_pairs",
	"lead_words", "lead_pairs", "shortness", "numbers", "top_words", "top_pairs", "top_passage",
	"doc_short", "pair_times", "passage_pair_times", "triples", "density", "segment_words",
	"segment_pairs",
}

// mark tells the scratch which words are terms of q.
func (x *Index) mark(q *Query, s *scratch) {
	for i, t := range q.terms {
		if t.plain != none {
			for _, id := range x.words.spelt(t.plain) {
				s.slot[id] = uint8(i + 1)
			}
		}
	}
	for i, t := range q.terms {
		for _, o := range t.others {
			s.slot[o.id], s.exact[o.id] = uint8(i+1), float32(o.weight)
		}
	}
	for i, t := range q.terms {
		if t.id != none {
			s.slot[t.id], s.exact[t.id] = uint8(i+1), 1
		}
	}
	for i, p := range q.pairs {
		s.pairAt[int(p.first)<<6|int(p.second)] = uint8(i + 1)
	}
}

func (x *Index) unmark(q *Query, s *scratch) {
	for _, t := range q.terms {
		if t.plain != none {
			for _, id := range x.words.spelt(t.plain) {
				s.slot[id], s.exact[id] = 0, 0
			}
		}
		for _, o := range t.others {
			s.slot[o.id], s.exact[o.id] = 0, 0
		}
	}
	for _, p := range q.pairs {
		s.pairAt[int(p.first)<<6|int(p.second)] = 0
	}
}
