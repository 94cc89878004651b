package store

import (
	"context"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// InsertRequest stores a new request with its own Effects and those given. A *TakenError with the key
// "request_filed_already" says that its source has filed one before.
func (s *Store) InsertRequest(ctx context.Context, r *request.Request, effects ...effect.Effect) error {
	doc := requestDocumentOf(r)
	err := requests.Insert(ctx, s.e, &doc, append(r.Effects, effects...)...)
	if r.Version = doc.Version; err == nil {
		r.Effects = nil
	}
	return err
}

// ReplaceRequest stores r, with its own Effects and those given, over the version it was
// read at.
func (s *Store) ReplaceRequest(ctx context.Context, r *request.Request, effects ...effect.Effect) error {
	doc := requestDocumentOf(r)
	err := requests.Replace(ctx, s.e, &doc, append(r.Effects, effects...)...)
	if r.Version = doc.Version; err == nil {
		r.Effects = nil
	}
	return err
}

// Request returns the request with this code.
func (s *Store) Request(ctx context.Context, code string) (request.Request, error) {
	doc, err := requests.Get(ctx, s.e, code)
	return doc.Request, err
}

// RequestBySource returns the request that an event filed.
func (s *Store) RequestBySource(ctx context.Context, source string) (request.Request, error) {
	doc, err := requests.First(ctx, s.e, engine.Query{Index: "request_filed_already", Equal: []any{source}})
	return doc.Request, err
}

// RequestsOf lists a requester's own requests, newest first.
func (s *Store) RequestsOf(ctx context.Context, requester string, limit int) ([]request.Request, error) {
	q := engine.Query{Index: "requester_created", Equal: []any{requester}, Desc: true, Limit: table.PageSize(limit)}
	docs, err := requests.Find(ctx, s.e, q)
	return requestsIn(docs), err
}

// RequestsJoined lists the requests that are answered with another, oldest first, a page at
// a time.
func (s *Store) RequestsJoined(ctx context.Context, lead, after string) (found []request.Request, next string, err error) {
	docs, next, err := requests.Page(ctx, s.e, engine.Query{Index: "joined_created", Equal: []any{lead}, Limit: 200}, after)
	return requestsIn(docs), next, err
}

// RequestFilter narrows a list; the zero value is all. Of Handler, State, Done and Open the
// first that is set counts.
type RequestFilter struct {
	Unit    string
	Handler string // officer who works on it, of those still open; whatever their unit
	State   request.State
	Done    bool      // only those that need nothing more, the last changed first
	Open    bool      // only those still to be answered or refused
	DueFrom time.Time // zero = open
	DueTo   time.Time // exclusive
	After   string    // cursor: the next of the page before
	Limit   int       // 0 = 50; at most 500
}

// Requests lists requests, most urgent first.
func (s *Store) Requests(ctx context.Context, f RequestFilter) (items []request.Request, next string, err error) {
	docs, next, err := requests.Page(ctx, s.e, f.query(), f.After)
	return requestsIn(docs), next, err
}

// RequestsChangedSince lists the requests that still need something and changed at t or
// later, the first changed first.
func (s *Store) RequestsChangedSince(ctx context.Context, t time.Time, limit int) ([]request.Request, error) {
	docs, err := requests.Find(ctx, s.e, engine.Query{Index: "done_updated", Equal: []any{false}, From: t, Limit: table.PageSize(limit)})
	return requestsIn(docs), err
}

// TallyRequests says how many requests f lists, counting up to most.
func (s *Store) TallyRequests(ctx context.Context, f RequestFilter, most int) (int, error) {
	return requests.Tally(ctx, s.e, f.query(), most)
}

// ListsPart reports whether f would list an open part if it were a request of its own.
func (f RequestFilter) ListsPart(p request.Part) bool {
	due := p.Clock.Due
	switch {
	case f.Done, f.State != "" && f.State != p.State, f.Handler != "" && f.Handler != request.HandlerOf(p):
		return false
	case !f.DueFrom.IsZero() && due.Before(f.DueFrom):
		return false
	}
	return f.DueTo.IsZero() || due.Before(f.DueTo)
}

func (f RequestFilter) query() engine.Query {
	q := engine.Query{Limit: f.Limit}
	if f.Unit != "" && f.Handler == "" {
		q.Index, q.Equal = "unit_", []any{f.Unit}
	}
	switch {
	case f.Handler != "":
		q.Index, q.Equal = "handler_open_", []any{f.Handler, true}
	case f.State != "":
		q.Index, q.Equal = q.Index+"state_", append(q.Equal, string(f.State))
	case f.Done:
		q.Index, q.Equal, q.Desc = q.Index+"done_updated", append(q.Equal, true), true
		return q
	case f.Open:
		q.Index, q.Equal = q.Index+"open_", append(q.Equal, true)
	}
	q.Index += "due"
	if !f.DueFrom.IsZero() {
		q.From = f.DueFrom
	}
	if !f.DueTo.IsZero() {
		q.To = f.DueTo
	}
	return q
}

// CountRequests says how many requests of a unit are in each state; of all units
// when unit is "".
func (s *Store) CountRequests(ctx context.Context, unit string) (map[request.State]int, error) {
	g := engine.Grouping{Index: "state_due", Values: states}
	if unit != "" {
		g.Index, g.Equal = "unit_state_due", []any{unit}
	}
	counts, err := requests.Count(ctx, s.e, g)
	if err != nil {
		return nil, err
	}
	byState := make(map[request.State]int, len(counts))
	for state, n := range counts {
		byState[request.State(state)] = n
	}
	return byState, nil
}

var states = []string{
	string(request.Received), string(request.Assigned), string(request.Drafted), string(request.Returned), string(request.Clarifying),
	string(request.Approved), string(request.Sent), string(request.Refused), string(request.Withdrawn),
}

func requestDocumentOf(r *request.Request) requestDocument {
	return requestDocument{Request: *r, Open: r.State.Open(), Done: r.State.Final(), Handler: request.Handler(*r), Words: wordsOfRequest(*r), Listed: listedAs}
}

func requestsIn(docs []requestDocument) []request.Request {
	out := make([]request.Request, len(docs))
	for i, doc := range docs {
		out[i] = doc.Request
	}
	return out
}

// requestDocument adds to a request what the queues of the panel read by.
type requestDocument struct {
	request.Request `bson:",inline"`
	Open            bool     `bson:"open"`    // still to be answered or refused
	Done            bool     `bson:"done"`    // needs nothing more
	Handler         string   `bson:"handler"` // officer who works on it
	Words           []string `bson:"words"`   // by which it is searched
	Listed          int64    `bson:"listed"`  // the release of these fields
}

// RequestsCreated lists by pages the requests that came in [from, to), the oldest first.
func (s *Store) RequestsCreated(ctx context.Context, from, to time.Time, after string, limit int) (items []request.Request, next string, err error) {
	docs, next, err := requests.Page(ctx, s.e, engine.Query{Index: "created", From: from, To: to, Limit: limit}, after)
	return requestsIn(docs), next, err
}

// TallyRequestsCreated says how many requests came in [from, to), counting up to most.
func (s *Store) TallyRequestsCreated(ctx context.Context, from, to time.Time, most int) (int, error) {
	return requests.Tally(ctx, s.e, engine.Query{Index: "created", From: from, To: to}, most)
}
