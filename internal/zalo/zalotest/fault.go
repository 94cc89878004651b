package zalotest

import (
	"net/http"
	"slices"
	"time"
)

// Faults are the lasting ones; the zero value is a well-behaved Zalo.
type Faults struct {
	EchoFirst        bool // the echo of a send reaches the webhook before the send is answered
	NoEcho           bool
	NoReceipts       bool
	Duplicates       int  // each event is delivered so many times more
	NumericTimestamp bool // timestamp as a JSON number
	OddJSON          bool // white space, \u escapes and \/ in event bodies
	OnlyHash         bool // the console's switch "Lọc cú pháp": only texts beginning with # arrive
	OutsideVietnam   bool // graph answers -501
}

// SetFaults replaces the lasting faults.
func (s *Server) SetFaults(f Faults) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = f
}

// Fault is what happens to one call instead of a right answer.
type Fault struct {
	kind     faultKind
	code     int
	accepted bool
}

type faultKind int

const (
	faultCode faultKind = iota + 1
	faultSilence
	faultPage
	faultEmpty
	faultUnreachable
)

// Refuse answers with error code; nothing is delivered.
func Refuse(code int) Fault { return Fault{kind: faultCode, code: code} }

// Silence never answers; accepted says whether the message is delivered all
// the same.
func Silence(accepted bool) Fault { return Fault{kind: faultSilence, accepted: accepted} }

// BadGateway answers 502 with a web page.
func BadGateway(accepted bool) Fault { return Fault{kind: faultPage, accepted: accepted} }

// EmptyAnswer answers 200 without a body.
func EmptyAnswer(accepted bool) Fault { return Fault{kind: faultEmpty, accepted: accepted} }

// Unreachable refuses the connection; only HTTPClient knows it.
func Unreachable() Fault { return Fault{kind: faultUnreachable} }

// Down lets f happen to every call from now on, as in an outage; the zero Fault
// ends it. An error code is answered by the OpenAPI alone, the rest by all hosts.
func (s *Server) Down(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.down = f
}

// Calls is how many OpenAPI calls were made so far, refused ones too.
func (s *Server) Calls() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.made
}

// outage is the fault that happens to all calls. The caller holds the lock.
func (s *Server) outage(other Fault) Fault {
	if s.down.kind != 0 {
		return s.down
	}
	return other
}

func (s *Server) unreachable() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.down.kind == faultUnreachable
}

// FailSends lets f happen to each of the next n sends.
func (s *Server) FailSends(n int, f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sends = append(s.sends, slices.Repeat([]Fault{f}, n)...)
}

// FailTokens lets f happen to each of the next n calls of the token endpoint;
// accepted means that the pair is changed all the same.
func (s *Server) FailTokens(n int, f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.logins = append(s.logins, slices.Repeat([]Fault{f}, n)...)
}

// next takes the first fault of a list. The caller holds the lock.
func next(list *[]Fault) Fault {
	if len(*list) == 0 {
		return Fault{}
	}
	f := (*list)[0]
	*list = (*list)[1:]
	return f
}

// longSilence ends a connection that nobody else ends.
const longSilence = time.Minute

// spoil gives the wrong answer of f; false when f is no fault of the transport.
func (s *Server) spoil(w http.ResponseWriter, r *http.Request, f Fault) bool {
	switch f.kind {
	case faultSilence:
		select {
		case <-r.Context().Done():
		case <-s.life.Done():
		case <-time.After(longSilence):
		}
		panic(http.ErrAbortHandler)
	case faultPage:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusBadGateway)
		_, _ = w.Write([]byte("<html><body><h1>502 Bad Gateway</h1></body></html>")) // nobody to tell
	case faultEmpty:
		w.WriteHeader(http.StatusOK)
	default:
		return false
	}
	return true
}
