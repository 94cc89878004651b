package answer

import "phatngon/knowledge/answer/corpus"

// What callers name of what may be said.
type (
	Options         = corpus.Options
	Question        = corpus.Question
	Pointed         = corpus.Pointed
	PointedSpan     = corpus.PointedSpan
	Hit             = corpus.Hit
	Held            = corpus.Held
	Fate            = corpus.Fate
	EmbeddedPassage = corpus.EmbeddedPassage
	Hash            = corpus.Hash
)

// The fates of a statement that was made public.
const (
	InForce    = corpus.InForce
	Expired    = corpus.Expired
	Superseded = corpus.Superseded
	Withdrawn  = corpus.Withdrawn
)

// AnswerAt is the probability with which a statement is right that is said to answer.
const AnswerAt = corpus.AnswerAt
