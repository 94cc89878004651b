// Package propose makes up the everyday questions that a statement answers: who, when,
// where, how much, what to do, until when, which number. They come out of templates over
// the facts of its text and are for an officer to tick, mend or throw away; nobody is ever
// told that anybody said them.
package propose

import (
	"slices"
	"strings"

	"phatngon/knowledge/markdown"
	"phatngon/knowledge/statement"
)

// Most is how many questions are proposed for one statement.
const Most = 10

// Questions are up to n questions that s answers, the most asked kinds of every sentence
// first. The same statement gives the same questions.
func Questions(s statement.Statement, n int) []string {
	about := topicOf(s.Title)
	var drafts []draft
	for i, sentence := range sentencesOf(markdown.Read(s.Body).Text()) {
		for _, clause := range clausesOf(sentence) {
			drafts = append(drafts, factsOf(clause, i)...)
		}
	}
	return chosen(drafts, about, s.Title, n)
}

// A draft is a question before it says what it is about.
type draft struct {
	text     string
	worth    int // how often people ask for its kind
	sentence int
	whole    bool // it is about the statement as a whole
}

// chosen words the drafts, the best of every sentence first, each question once.
func chosen(drafts []draft, about, title string, n int) []string {
	slices.SortStableFunc(drafts, func(a, b draft) int { return b.worth - a.worth })
	var texts []string
	seen, taken := map[string]bool{}, map[int]int{}
	for round := 0; len(texts) < n && round < len(drafts)+1; round++ {
		for _, d := range drafts {
			text := d.question(about, title)
			key := statement.Wording(text)
			if len(texts) == n || taken[d.sentence] != round || seen[key] {
				continue
			}
			seen[key] = true
			taken[d.sentence]++
			texts = append(texts, text)
		}
	}
	return texts
}

// question is a draft with what it is about, where it does not say so itself.
func (d draft) question(about, title string) string {
	text := everyday(strings.Trim(d.text, " ,.;:()"))
	switch {
	case d.whole:
		text += " " + lower(about)
	case !shares(text, title):
		text = about + ": " + lower(text)
	}
	return upper(text) + "?"
}
