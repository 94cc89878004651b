package step

import (
	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/routing"
	"slices"
	"strings"
)

// Route is where the question at hand should go.
func (t *Turn) Route() routing.Route {
	return t.World.Units.Best(t.Conv.Pending.Question, t.Near...)
}

// NewNames says changes of names, each once in a conversation: those in the
// question and those the knowledge base noticed.
func (t *Turn) NewNames(more []string) string {
	var said []string
	if t.Conv.Pending != nil {
		said = append(said, t.Changes(t.Route()))
	}
	for _, note := range more {
		known := slices.ContainsFunc(t.Conv.Told, func(old string) bool { return strings.Contains(hear.PlainWords(note), hear.PlainWords(old)) })
		if !known && t.tellOnce(note) {
			said = append(said, note)
		}
	}
	return words.Lines(said...)
}

// Changes words the changes of a route that were not told yet.
func (t *Turn) Changes(r routing.Route) string {
	var said []string
	for _, c := range r.Changes {
		if t.tellOnce(c.Old) {
			said = append(said, words.Change(c))
		}
	}
	return words.Lines(said...)
}

func (t *Turn) tellOnce(key string) bool {
	if slices.Contains(t.Conv.Told, key) {
		return false
	}
	t.Conv.Told = append(t.Conv.Told, key)
	return true
}
