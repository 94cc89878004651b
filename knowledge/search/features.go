package search

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
	sharedWords             // share of its words in the best passage or head, each word alike
	sharedPairs             // share of its pairs in the document, each pair alike
	rarestPair              // weight of the rarest pair in the document
	featureCount
)

var featureNames = [featureCount]string{
	"doc_words", "doc_plain", "doc_pairs", "doc_cover", "passage_words", "passage_plain", "passage_pairs",
	"passage_times", "rare_words", "head_words", "head_pairs", "head_precision", "longest_run", "near_pairs",
	"lead_words", "lead_pairs", "shortness", "numbers", "top_words", "top_pairs", "top_passage",
	"doc_short", "pair_times", "passage_pair_times", "triples", "density", "segment_words",
	"segment_pairs", "shared_words", "shared_pairs", "rarest_pair",
}

// compare fills the features that stand beside the best candidate's.
func compare(matches []Match) {
	var words, pairs, passage float64
	for i := range matches {
		f := &matches[i].Features
		words, pairs = max(words, f[docWords]), max(pairs, f[docPairs])
		passage = max(passage, f[passageWords]+f[passagePairs])
	}
	for i := range matches {
		f := &matches[i].Features
		f[topWords] = f[docWords] / max(words, 1e-9)
		f[topPairs] = f[docPairs] / max(pairs, 1e-9)
		f[topPassage] = (f[passageWords] + f[passagePairs]) / max(passage, 1e-9)
	}
}

// FirstWeights is what learning starts from, and keeps for features no set
// shows.
func FirstWeights() map[int]float64 {
	return map[int]float64{
		docWords: 4, docPlain: 1, docPairs: 3, passageWords: 3, passagePairs: 4, headWords: 1, headPrecision: 2,
		rareWords: 1, longestRun: 1,
	}
}
