package slots

import (
	"regexp"
	"slices"
	"strings"
)

// A judge is a question and a source, read.
type judge struct {
	Question
	Source
	words    []word // of the question
	asTyped  []word // the same, what was taken for a slip as it was typed
	from, to int    // the words that ask; the others tell a story
	all      []word // of all that the source says and is found by
	quoted   string
	units    []string // sentences and rows of what is quoted
}

func newJudge(q Question, s Source) *judge {
	j := &judge{Question: q, Source: s, words: heardWords(q), quoted: strings.Join(s.Quotes, "\n")}
	j.all = textWords(strings.Join(append([]string{s.Title, s.Body, s.Unit}, s.Also...), "\n"))
	j.units = sentences(j.quoted)
	j.asTyped = asTyped(q.Text, j.words)
	j.from, j.to = j.focus()
	return j
}

// asking are the words that ask.
func (j *judge) asking() []word { return j.words[j.from:j.to] }

// typed is words [first, last) as they were typed.
func (j *judge) typed(first, last int) string {
	return j.Text[j.words[first].start:j.words[last-1].end]
}

// disagree names n words from at on, counted among those that ask.
func (j *judge) disagree(why Reason, at, n int) Verdict {
	return Verdict{Disagrees, why, j.typed(j.from+at, j.from+at+n)}
}

// bound reports whether what is told stands in a sentence or row about what is
// asked, or right after one. The n words from at on, which ask, are not that.
func (j *judge) bound(told *regexp.Regexp, at, n int) bool {
	about := slices.Concat(j.asking()[:at], j.asking()[at+n:])
	before := ""
	for _, unit := range j.units {
		if told.MatchString(unit) && j.says(before+unit, about) {
			return true
		}
		before = unit
	}
	return false
}

// says reports whether a text has a word that may stand for one of some words of
// the question.
func (j *judge) says(text string, words []word) bool {
	return slices.ContainsFunc(textWords(text), func(w word) bool {
		said, ok := j.Means[w.key]
		return ok && slices.ContainsFunc(words, func(asked word) bool { return asked.key == said })
	})
}
