// Package talk keeps what a conversation is about from one message to the next.
package talk

import (
	"slices"
	"time"

	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/answer"
)

const (
	lasts = 12 * time.Hour // after so long a message begins anew
	kept  = 4              // messages on one topic that are looked at
	long  = 400            // characters of one of them
)

// Ask answers q, as asked of what was spoken of before where it does not say itself what
// it is about. full is the question as somebody reads it who has not read the chat; about
// is what is spoken of from now on.
// worded is q as a model put it to stand alone, "" for none; it is only searched with, where
// nothing else answers.
func Ask(base *answer.Base, q answer.Question, worded string, before *chat.Topic, at time.Time) (a answer.Answer, full string, about *chat.Topic) {
	if Lasts(before, at) {
		if a, ok := base.Follow(q, answer.Topic{Asked: before.Asked, Statement: before.Statement}); ok {
			asked := append(slices.Clone(before.Asked), words.Clip(q.Text, long))
			asked = append(asked[:1], asked[max(1, len(asked)-kept+1):]...)
			about = &chat.Topic{Asked: asked, Statement: before.Statement, At: at}
			if a.Status == answer.Refused && worded != "" {
				if found, ok := base.Alone(q, worded); ok {
					a = found
				}
			}
			return a, words.InFull(before.Asked, q.Text), said(about, a)
		}
	}
	a = base.Ask(q)
	return a, q.Text, said(&chat.Topic{Asked: []string{words.Clip(q.Text, long)}, At: at}, a)
}

// said notes the statement that an answer quotes first.
func said(t *chat.Topic, a answer.Answer) *chat.Topic {
	if codes := a.Statements(); len(codes) > 0 {
		t.Statement = codes[0]
	}
	return t
}

// Lasts reports whether what is written at that time may be about a topic.
func Lasts(before *chat.Topic, at time.Time) bool { return before != nil && at.Sub(before.At) < lasts }

// Picked is a topic once the person has picked a statement.
func Picked(t *chat.Topic, statement string) *chat.Topic {
	if t == nil {
		return nil
	}
	next := *t
	next.Statement = statement
	return &next
}

// Near is who has made the statement that comes nearest to a question, none for a question
// answered.
func Near(base *answer.Base, q answer.Question, a answer.Answer) []routing.Spoken {
	if a.SuggestedUnit != "" {
		return []routing.Spoken{{Unit: a.SuggestedUnit, Near: true}}
	}
	for _, hit := range base.Find(q, 1) {
		if s, ok := base.Statement(hit.Statement, q.Audience, q.Now); ok {
			return []routing.Spoken{{Unit: s.Unit}}
		}
	}
	return nil
}
