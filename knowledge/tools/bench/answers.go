package main

import (
	"fmt"
	"strconv"
	"time"

	"phatngon/knowledge/answer"
	"phatngon/knowledge/golden"
	"phatngon/knowledge/statement"
)

// answers is all that happens between a question and what is said to it: search,
// whether the text answers, the quote and its proof. It knows no deadline.
type answers struct{ base *answer.Base }

// askedAt is when the questions are put; the texts were issued the day before.
var askedAt = time.Date(2026, 11, 23, 9, 0, 0, 0, statement.Vietnam)

func (a *answers) build(texts []golden.LabelledText, _ time.Time) error {
	all := make([]statement.Statement, len(texts))
	for i, t := range texts {
		all[i] = statement.Statement{
			Code: fmt.Sprint(i), Version: 1, Status: statement.StatusPublished, Audience: statement.AudiencePublic,
			Title: t.Title, Body: t.Text, Unit: "TH-VP", IssuedAt: askedAt.AddDate(0, 0, -1), UpdatedAt: askedAt.AddDate(0, 0, -1),
		}
	}
	a.base = answer.NewBase(answer.Options{})
	a.base.Replace(all)
	return nil
}

func (a *answers) search(question string) ([]int, error) {
	said := a.base.Ask(answer.Question{Text: question, Audience: statement.AudiencePublic, Now: askedAt})
	codes := said.Statements()
	for _, c := range said.Candidates {
		codes = append(codes, c.Statement)
	}
	places := make([]int, min(len(codes), results))
	for i := range places {
		place, err := strconv.Atoi(codes[i])
		if err != nil {
			return nil, fmt.Errorf("statement %q: %w", codes[i], err)
		}
		places[i] = place
	}
	return places, nil
}

func (a *answers) outside() (int, error) { return 0, nil }

func (a *answers) close() error {
	a.base = nil
	return nil
}
