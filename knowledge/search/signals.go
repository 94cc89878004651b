package search

import "slices"

// Signals are what the confidence in a result is judged from: its features and
// how it stands among the others.
type Signals [signalCount]float64

// The signals after the features.
const (
	rankScore         = int(featureCount) + iota // of the re-ranker
	rankShare                                    // softmax of it over the candidates
	rankLead                                     // how far before the next
	leadThird                                    // how far before the third
	leadFifth                                    // and so on
	leadTenth                                    //
	missingMost                                  // weight of the weightiest ordinary word that is missing
	missingNext                                  // and of the next
	missingShare                                 // share of ordinary words missing, by weight
	missingNumber                                // a number of the question is missing
	unknownShare                                 // share of words no document holds
	questionSize                                 // how many ordinary words
	matchedWeight                                // weight of all words found
	pairsHit                                     // how many pairs of the question it holds
	pairsHitWeight                               // their weight
	pairsHitFirm                                 // their weight, each by its firmness
	pairHitMost                                  // the weightiest of them
	pairHitNext                                  // the next
	pairHitThird                                 // the third
	pairsMissed                                  // how many it lacks, and so on
	pairsMissedWeight                            //
	pairsMissedFirm                              //
	pairMissedMost                               //
	pairMissedNext                               //
	firmMissedMost                               // the weightiest it lacks, each by its firmness
	firmMissedNext                               // the next
	wordsElsewhere                               // weight of missing words that other results have
	pairsElsewhere                               // of missing pairs
	pairsAlone                                   // of pairs that no other result has
	pairAloneMost                                // the weightiest of them
	asksNumber                                   // a number or time is asked for
	givesNumber                                  // and the passage has one it was not asked with
	size                                         // of the document
	signalCount
)

var signalNames = slices.Concat(featureNames[:], []string{
	"rank_score", "rank_share", "rank_lead", "lead_third", "lead_fifth", "lead_tenth",
	"missing_most", "missing_next", "missing_share", "missing_number", "unknown_share", "question_size", "matched_weight",
	"pairs_hit", "pairs_hit_weight", "pairs_hit_firm", "pair_hit_most", "pair_hit_next", "pair_hit_third",
	"pairs_missed", "pairs_missed_weight", "pairs_missed_firm", "pair_missed_most", "pair_missed_next",
	"firm_missed_most", "firm_missed_next", "words_elsewhere", "pairs_elsewhere", "pairs_alone", "pair_alone_most",
	"asks_number", "gives_number", "size",
})
