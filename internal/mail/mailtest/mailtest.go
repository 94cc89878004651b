// Package mailtest is an SMTP server for tests, on a port of its own.
package mailtest

import (
	"context"
	"io"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"
)

// Server keeps what it is handed.
type Server struct {
	URL string

	mu      sync.Mutex
	letters []Letter
	came    sync.Cond // a letter, or the end of who waits
	refuse  int       // letters to refuse for now
}

// Letter is one letter as it arrived.
type Letter struct {
	To, ID, Subject, Text string
}

// New starts a server that ends with the test.
func New(t *testing.T) *Server {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{URL: "smtp://" + listener.Addr().String()}
	s.came.L = &s.mu
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &session{server: s}, nil }))
	server.Domain = "localhost"
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return s
}

// Letters are those taken so far.
func (s *Server) Letters() []Letter {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Letter(nil), s.letters...)
}

// Wait returns the letters once there are n, or those that came until ctx ends.
func (s *Server) Wait(ctx context.Context, n int) []Letter {
	s.mu.Lock()
	defer s.mu.Unlock()
	stop := context.AfterFunc(ctx, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.came.Broadcast()
	})
	defer stop()
	for len(s.letters) < n && ctx.Err() == nil {
		s.came.Wait()
	}
	return append([]Letter(nil), s.letters...)
}

// Refuse turns the next n letters away for a while.
func (s *Server) Refuse(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refuse = n
}

type session struct {
	server *Server
	to     string
}

func (c *session) Mail(string, *smtp.MailOptions) error { return nil }
func (c *session) Reset()                               {}
func (c *session) Logout() error                        { return nil }

// Rcpt refuses by naming the address, as servers do.
func (c *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	if c.server.refuse > 0 {
		c.server.refuse--
		return &smtp.SMTPError{Code: 451, Message: to + ": try again later"}
	}
	c.to = to
	return nil
}

func (c *session) Data(r io.Reader) error {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	m, err := mail.ReadMessage(r)
	if err != nil {
		return err
	}
	text, err := body(m)
	if err != nil {
		return err
	}
	subject, err := new(mimeDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil {
		return err
	}
	c.server.came.Broadcast()
	c.server.letters = append(c.server.letters, Letter{To: c.to, ID: m.Header.Get("Message-Id"), Subject: subject, Text: strings.ReplaceAll(text, "\r\n", "\n")})
	return nil
}
