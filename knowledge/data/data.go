// Package data holds the tables and learned weights of the search, as files a
// person can read and edit.
package data

import _ "embed"

// Abbreviations lists what people type for short: chat spelling, offices and
// papers, dialect. Tab-separated; see its first line.
//
//go:embed abbreviations.tsv
var Abbreviations string

// QuestionWords lists the words of asking, one phrase a line: they say what
// kind of answer is wanted, not what it is about.
//
//go:embed question_words.txt
var QuestionWords string

// Sayings lists what citizens say for what offices write. Tab-separated; see
// its first lines.
//
//go:embed sayings.tsv
var Sayings string

// Weights are the learned weights of the search; knowledge/tools/train writes them.
//
//go:embed weights.json
var Weights []byte

// HintWeights say how likely a statement with hints answers; knowledge/tools/train writes them.
//
//go:embed hint_weights.json
var HintWeights []byte

// Background says how common words and pairs are in Vietnamese texts of law,
// offices and news: a word with the share of texts that hold it, in
// ten-thousandths; a pair with its share of all pairs, in millionths.
//
//go:embed background.tsv
var Background string
