package zalotest

import (
	"crypto/hmac"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strconv"
	"time"

	"phatngon/internal/zalo"
)

// routes of Zalo's hosts. Anything else is error 404 in a body with status 200.
func (s *Server) routes() *http.ServeMux {
	m := http.NewServeMux()
	m.HandleFunc("POST /v4/oa/access_token", s.postAccessToken)
	m.HandleFunc("GET /v2.0/me", s.getMe)
	m.HandleFunc("GET /v2.0/me/info", s.getMeInfo)
	m.HandleFunc("POST /v3.0/oa/message/cs", s.postMessage)
	m.HandleFunc("POST /v3.0/oa/message/transaction", s.oa(refuseWith(-233, "message type is not supported")))
	m.HandleFunc("POST /v3.0/oa/message/promotion", s.oa(refuseWith(-233, "message type is not supported")))
	m.HandleFunc("POST /v2.0/oa/message", s.oa(s.postOldMessage))
	m.HandleFunc("GET /v3.0/oa/user/detail", s.oa(s.getUserDetail))
	m.HandleFunc("GET /v2.0/oa/getoa", s.oa(s.getOA))
	m.HandleFunc("GET /v2.0/oa/conversation", s.oa(s.getConversation))
	m.HandleFunc("GET /v2.0/oa/listrecentchat", s.oa(s.getRecentChat))
	m.HandleFunc("POST /v3.0/oa/quota/message", s.oa(s.postQuota))
	m.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, envelope{Error: 404, Message: "empty api"})
	})
	return m
}

// envelope is every OpenAPI answer.
type envelope struct {
	Data    any    `json:"data,omitempty"`
	Error   int    `json:"error"`
	Message string `json:"message"`
}

func success(data any) envelope { return envelope{Data: data, Message: "Success"} }

func refuse(code int, message string) envelope { return envelope{Error: code, Message: message} }

func refuseWith(code int, message string) func(*http.Request, []byte) envelope {
	return func(*http.Request, []byte) envelope { return refuse(code, message) }
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json;charset=utf-8")
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v) // the client is gone
}

const maxBody = 1 << 20

// oa wraps an OpenAPI call: body, rate, token, envelope. It answers 200 to
// everything. The call runs with the lock held.
func (s *Server) oa(call func(*http.Request, []byte) envelope) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(io.LimitReader(r.Body, maxBody))
		if err != nil {
			writeJSON(w, refuse(-201, "body is invalid"))
			return
		}
		s.mu.Lock()
		answer, ok := s.admit(w, r)
		fault := s.down
		switch {
		case fault.kind == faultCode:
			answer = refuse(fault.code, "Injected error")
		case ok && fault.kind == 0:
			answer = call(r, body)
		}
		s.mu.Unlock()
		if !s.spoil(w, r, fault) {
			writeJSON(w, answer)
		}
	}
}

// admit checks rate and token. The caller holds the lock.
func (s *Server) admit(w http.ResponseWriter, r *http.Request) (envelope, bool) {
	s.made++
	now := s.o.Now()
	s.calls = slices.DeleteFunc(s.calls, func(t time.Time) bool { return now.Sub(t) >= time.Minute })
	left := s.o.RequestsPerMinute - len(s.calls)
	w.Header().Set("X-RateLimit-Limit", strconv.Itoa(s.o.RequestsPerMinute))
	w.Header().Set("X-RateLimit-Remain", strconv.Itoa(max(left-1, 0)))
	if left <= 0 {
		return refuse(-32, "Api call rate limit exceeded"), false
	}
	s.calls = append(s.calls, now)
	token, proof := r.Header.Get("access_token"), r.Header.Get("appsecret_proof")
	switch {
	case token != s.tokens.access || !now.Before(s.tokens.accessEnd):
		return refuse(-216, "Access token is invalid"), false
	case proof == "" && !s.o.RequireProof:
	case !hmac.Equal([]byte(proof), []byte(zalo.Proof(s.o.AppSecret, token))):
		return refuse(-242, "appsecret_proof is invalid"), false
	}
	return envelope{}, true
}

// query reads the one parameter that GET calls have: data, JSON.
func query(r *http.Request, v any) bool {
	return json.Unmarshal([]byte(r.URL.Query().Get("data")), v) == nil
}
