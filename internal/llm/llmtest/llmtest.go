// Package llmtest is an embeddings server in memory that speaks HTTP as OpenAI
// does (https://platform.openai.com/docs/api-reference), with faults. It can chat too.
package llmtest

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
)

// Server gives each text the vector that its function says.
type Server struct {
	URL string // for llm.Config.BaseURL

	http   *httptest.Server
	vector func(text string) []float32
	Reply  func(task, asked string) string // what a model says in a chat; set before use
	mu     sync.Mutex
	sent   []string
	keys   []string
	calls  int
	faults []http.HandlerFunc
}

// New starts a server.
func New(vector func(text string) []float32) *Server {
	s := &Server{vector: vector}
	s.http = httptest.NewServer(s)
	s.URL = s.http.URL + "/v1"
	return s
}

// Close ends the server and every call under way.
func (s *Server) Close() {
	s.http.CloseClientConnections()
	s.http.Close()
}

// Fail lets faults answer the next calls, in order; nil answers as always.
func (s *Server) Fail(faults ...http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, faults...)
}

// Mend forgets the faults that are left.
func (s *Server) Mend() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// Sent is every text that came, in order.
func (s *Server) Sent() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.sent)
}

// Calls counts the calls, failed ones too.
func (s *Server) Calls() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.calls
}

// Authorizations are the Authorization headers that came.
func (s *Server) Authorizations() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.keys)
}

type question struct {
	Model    string   `json:"model"`
	Input    []string `json:"input"`
	Messages []struct {
		Content string `json:"content"`
	} `json:"messages"`
}

// ReplyTokens is what every chat is said to cost.
const ReplyTokens = 7

func (s *Server) chat(w http.ResponseWriter, q question) {
	said := map[string]any{"role": "assistant", "content": s.Reply(q.Messages[0].Content, q.Messages[1].Content)}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{
		"object": "chat.completion", "model": q.Model, "usage": map[string]any{"total_tokens": ReplyTokens},
		"choices": []any{map[string]any{"index": 0, "finish_reason": "stop", "message": said}},
	})
}

type embedding struct {
	Object    string    `json:"object"`
	Index     int       `json:"index"`
	Embedding []float32 `json:"embedding"`
}

// ServeHTTP answers one call.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var q question
	err := json.NewDecoder(r.Body).Decode(&q)
	fault := s.note(r, q)
	switch {
	case fault != nil:
		fault(w, r)
	case r.URL.Path == "/v1/chat/completions" && s.Reply != nil && len(q.Messages) == 2:
		s.chat(w, q)
	case r.Method != http.MethodPost || r.URL.Path != "/v1/embeddings":
		w.WriteHeader(http.StatusNotFound)
	case err != nil || q.Model == "" || len(q.Input) == 0:
		w.WriteHeader(http.StatusBadRequest)
	default:
		s.answer(w, q)
	}
}

// note remembers a call and takes the fault that answers it, if any.
func (s *Server) note(r *http.Request, q question) (fault http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls++
	s.sent = append(s.sent, q.Input...)
	for _, m := range q.Messages {
		s.sent = append(s.sent, m.Content)
	}
	s.keys = append(s.keys, r.Header.Get("Authorization"))
	if len(s.faults) > 0 {
		fault, s.faults = s.faults[0], s.faults[1:]
	}
	return fault
}

func (s *Server) answer(w http.ResponseWriter, q question) {
	data := make([]embedding, len(q.Input))
	for i, text := range q.Input {
		data[len(data)-1-i] = embedding{"embedding", i, s.vector(text)} // the order is not promised
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"object": "list", "model": q.Model, "data": data})
}

// Status answers with a status and an error document that repeats the caller's
// key and the path, as some servers do.
func Status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(code)
		_ = json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{"message": "refused " + r.Header.Get("Authorization"), "type": "x"}})
	}
}

// Body answers 200 with these bytes.
func Body(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(body)) }
}

// Hang says nothing until release is closed or the caller has left.
func Hang(release <-chan struct{}) http.HandlerFunc {
	return func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-release:
		case <-r.Context().Done():
		}
	}
}

// Endless answers without end, until the caller has left.
func Endless(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write([]byte(`{"choices":[{"message":{"content":"`))
	for r.Context().Err() == nil {
		if _, err := w.Write([]byte("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")); err != nil {
			return
		}
	}
}

// Cut closes the connection in the middle of the answer.
func Cut() http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = w.Write([]byte(`{"object":"list","data":[{"index":0,"embedding":[0.1,`))
		panic(http.ErrAbortHandler)
	}
}
