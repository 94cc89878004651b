package store

import (
	"context"
	"errors"
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/store/engine"
	"phatngon/knowledge/lang"
)

// RequestSearch asks for requests by what is written in them: all words of Text, in any
// order, with the diacritics that are typed; one typed without finds both. The rest narrows
// it.
type RequestSearch struct {
	Text    string
	Unit    string // that has a part in it
	Kind    people.RequesterKind
	State   request.State
	Open    bool
	Done    bool
	Handler string
	Below   string // the next of the page before
	Limit   int
}

// Signs before what is no word of a text. No token of a text has them.
const (
	plainly = "~" // a word without its diacritics
	ofUnit  = "@unit:"
	ofKind  = "@kind:"
	inState = "@state:"
	handled = "@by:"
	isOpen  = "@open"
	isDone  = "@done"
)

// SearchRequests finds requests, the newest first. Without anything to find them by it
// finds none.
func (s *Store) SearchRequests(ctx context.Context, q RequestSearch) (found []request.Request, next string, err error) {
	words := q.words()
	if len(words) == 0 {
		return nil, "", nil
	}
	docs, next, err := requests.Search(ctx, s.e, words, q.Below, q.Limit)
	return requestsIn(docs), next, err
}

// words are those that all must be there, first those that few have.
func (q RequestSearch) words() []string {
	var words []string
	for _, key := range lang.Keys(q.Text) {
		if lang.IsPlain(key) {
			key = plainly + lang.FoldKey(key)
		}
		words = append(words, key)
	}
	for sign, value := range map[string]string{ofUnit: q.Unit, ofKind: string(q.Kind), inState: string(q.State), handled: q.Handler} {
		if value != "" {
			words = append(words, sign+value)
		}
	}
	if q.Open {
		words = append(words, isOpen)
	}
	if q.Done {
		words = append(words, isDone)
	}
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	return slices.Compact(words)
}

// listedAs is the release of what requests are listed and searched by; a stored request of
// another one is listed anew.
const listedAs = 1

// wordsOfRequest are the words of what was asked, added, said in between and answered, as
// written and without diacritics, and where the request stands.
func wordsOfRequest(r request.Request) []string {
	words := []string{ofKind + string(r.RequesterKind), inState + string(r.State)}
	if h := request.Handler(r); h != "" {
		words = append(words, handled+h)
	}
	switch {
	case r.State.Open():
		words = append(words, isOpen)
	case r.State.Final():
		words = append(words, isDone)
	}
	for _, p := range r.Parts {
		words = append(words, ofUnit+p.Unit)
	}
	for _, text := range request.Written(r) {
		for _, key := range lang.Keys(text) {
			if !lang.IsPlain(key) {
				words = append(words, key)
			}
			words = append(words, plainly+lang.FoldKey(key))
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// fillListed marks the requests of releases before as not listed yet.
func fillListed(ctx context.Context, e engine.Engine) error {
	for field, value := range map[string]any{"listed": int64(0), "done": false, "handler": ""} {
		if err := e.Fill(ctx, &requests.Collection, field, value); err != nil {
			return err
		}
	}
	return nil
}

// listAnew gives requests of other releases what they are listed and searched by. One that
// somebody changes meanwhile has it from that change.
func (s *Store) listAnew(ctx context.Context) error {
	for {
		docs, err := requests.Find(ctx, s.e, engine.Query{Index: "listed", To: int64(listedAs), Limit: engine.MaxBatch})
		if err != nil || len(docs) == 0 {
			return err
		}
		for i := range docs {
			doc := requestDocumentOf(&docs[i].Request)
			if err := requests.Replace(ctx, s.e, &doc); err != nil && !errors.Is(err, desk.ErrConflict) && !errors.Is(err, desk.ErrNotFound) {
				return err
			}
		}
	}
}
