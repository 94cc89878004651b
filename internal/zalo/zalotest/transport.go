package zalotest

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptrace"
	"syscall"
)

// HTTPClient reaches the simulator without a socket, whatever the host.
func (s *Server) HTTPClient() *http.Client {
	return &http.Client{Transport: inProcess{s, s.unreachable}}
}

// inProcess serves requests by calling the handler.
type inProcess struct {
	handler     http.Handler
	unreachable func() bool
}

func (t inProcess) RoundTrip(r *http.Request) (*http.Response, error) {
	defer func() {
		if r.Body != nil {
			_ = r.Body.Close() // a body in memory
		}
	}()
	if t.unreachable() {
		return nil, syscall.ECONNREFUSED
	}
	in, err := received(r)
	if err != nil {
		return nil, err
	}
	if trace := httptrace.ContextClientTrace(r.Context()); trace != nil && trace.WroteHeaders != nil {
		trace.WroteHeaders()
	}
	done := make(chan *answer, 1)
	go func() { done <- serve(t.handler, in) }()
	select {
	case a := <-done:
		if a == nil {
			return nil, io.ErrUnexpectedEOF // the handler broke the connection off
		}
		return a.response(r), nil
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
}

// received is the request as a server would see it.
func received(r *http.Request) (*http.Request, error) {
	in := r.Clone(r.Context())
	in.RequestURI, in.RemoteAddr, in.Header = r.URL.RequestURI(), "127.0.0.1:1", http.Header{}
	for name, values := range r.Header {
		for _, v := range values {
			in.Header.Add(name, v)
		}
	}
	in.Body = http.NoBody
	if r.Body == nil {
		return in, nil
	}
	body, err := io.ReadAll(r.Body)
	in.Body = io.NopCloser(bytes.NewReader(body))
	return in, err
}

// serve runs the handler; nil when it broke off.
func serve(h http.Handler, r *http.Request) (a *answer) {
	out := &answer{header: http.Header{}, status: http.StatusOK}
	defer func() {
		if p := recover(); p != nil {
			if p != http.ErrAbortHandler {
				panic(p)
			}
			a = nil
		}
	}()
	h.ServeHTTP(out, r)
	return out
}

// answer is an http.ResponseWriter in memory.
type answer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (a *answer) Header() http.Header         { return a.header }
func (a *answer) WriteHeader(status int)      { a.status = status }
func (a *answer) Write(p []byte) (int, error) { return a.body.Write(p) }

func (a *answer) response(r *http.Request) *http.Response {
	return &http.Response{
		Status: http.StatusText(a.status), StatusCode: a.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: a.header, Body: io.NopCloser(&a.body), ContentLength: int64(a.body.Len()), Request: r,
	}
}
