// Package zalotest is a Zalo in memory: it speaks HTTP as Zalo's hosts do,
// refuses what the real one refuses, sends signed webhooks with retries, echoes
// and receipts, and breaks on demand. Tests run against it; the demo shows it
// as a chat page in which a newcomer plays citizen or reporter.
//
// It keeps nothing on disk and bounds what it keeps in memory. What it knows of
// the real platform is second-hand: nobody has compared it with the live one.
package zalotest

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"sync"
	"time"

	"phatngon/internal/zalo"
	"phatngon/internal/zalo/webhook"
)

// Options of a Server. The zero value of every field works.
type Options struct {
	AppID, AppSecret      string
	OAID, OASecretKey     string
	OAName                string
	MiniAppID, MiniAppKey string

	Personas   []Persona // nil: DefaultPersonas
	Examples   []string  // questions that an empty chat offers
	Acquainted bool      // all personas have just interacted with the OA: for a demo whose database is older than the simulator

	Webhook            string          // address of the OA webhook; "" for none yet
	WebhookTimeout     time.Duration   // 0: 2 seconds, as Zalo
	Retries            []time.Duration // waits before each repetition; nil: Zalo's; empty but not nil: no repetition
	RetryOnlyUnreached bool            // repeat only when no connection was made: the narrow reading of Zalo's pages
	RequestsPerMinute  int             // 0: 4000
	RequireProof       bool            // refuse OpenAPI calls without appsecret_proof
	MaxMessages        int             // kept per persona; 0: 400
	HTTP               *http.Client    // delivers the webhooks; nil: an own one
	Now                func() time.Time
}

// retrySchedule is Zalo's: five repetitions, counted from the attempt before.
var retrySchedule = []time.Duration{30 * time.Second, 5 * time.Minute, 15 * time.Minute, 30 * time.Minute, time.Hour}

func (o Options) withDefaults() Options {
	fill := func(field *string, value string) {
		if *field == "" {
			*field = value
		}
	}
	fill(&o.AppID, "4102837465019283746")
	fill(&o.AppSecret, "app-secret-of-the-simulator")
	fill(&o.OAID, "2718281828459045235")
	fill(&o.OASecretKey, "oa-secret-key-of-the-simulator")
	fill(&o.OAName, "Phát Ngôn Thanh Hóa")
	fill(&o.MiniAppID, "3602879701896396800")
	fill(&o.MiniAppKey, "mini-app-key-of-the-simulator")
	if o.Personas == nil {
		o.Personas = DefaultPersonas()
	}
	if o.Examples == nil {
		o.Examples = []string{"Thanh Hóa hiện có bao nhiêu xã, phường?", "thu tuc dang ky khai sinh cho con", "Tôi muốn gặp cán bộ"}
	}
	if o.WebhookTimeout <= 0 {
		o.WebhookTimeout = 2 * time.Second
	}
	if o.Retries == nil {
		o.Retries = retrySchedule
	}
	if o.RequestsPerMinute <= 0 {
		o.RequestsPerMinute = 4000
	}
	if o.MaxMessages <= 0 {
		o.MaxMessages = 400
	}
	if o.HTTP == nil {
		transport := &http.Transport{MaxIdleConnsPerHost: 64, IdleConnTimeout: time.Minute}
		o.HTTP = &http.Client{Transport: transport}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

// Server is the simulated Zalo. Make it with New. It is safe for concurrent use.
type Server struct {
	o    Options
	mux  *http.ServeMux
	life context.Context // until Close
	end  context.CancelFunc

	mu      sync.Mutex
	changed chan struct{} // closed and replaced at every change
	rev     int64         // grows with every change
	seq     int64         // number of the last message
	stamp   int64         // of the last event, milliseconds: never twice the same
	faults  Faults
	sends   []Fault // for the next sends
	logins  []Fault // for the next calls of the token endpoint
	down    Fault   // for all calls
	made    int     // OpenAPI calls

	people   []*person
	byID     map[string]*person // by persona
	byUser   map[string]*person // by OA user id
	sessions []session          // of Mini App users, oldest first
	codes    []phoneCode
	tokens   pair
	calls    []time.Time // of the last minute
	paid     int         // replies outside the free 48 hours
	media    []picture

	webhook  string
	disabled bool // by Zalo, after the last repetition failed
	held     []*delivery
	holding  bool
	waiting  map[*delivery]*time.Timer
	working  sync.WaitGroup
}

// New makes a simulator. Close it when done.
func New(o Options) *Server {
	o = o.withDefaults()
	s := &Server{
		o: o, changed: make(chan struct{}), webhook: o.Webhook,
		byID: map[string]*person{}, byUser: map[string]*person{}, waiting: map[*delivery]*time.Timer{},
	}
	s.life, s.end = context.WithCancel(context.Background())
	s.tokens = newPair(o.Now())
	for _, p := range o.Personas {
		s.AddPersona(p)
	}
	s.mux = s.routes()
	return s
}

// Close stops deliveries and repetitions and releases waiting requests.
func (s *Server) Close() {
	s.mu.Lock()
	s.end()
	for d, t := range s.waiting {
		t.Stop()
		delete(s.waiting, d)
	}
	s.mu.Unlock()
	s.working.Wait()
}

// ServeHTTP answers as Zalo's hosts do, told apart by path.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

// SetWebhook says where events go from now on, and enables the webhook again
// when Zalo had disabled it.
func (s *Server) SetWebhook(url string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.webhook, s.disabled = url, false
	s.notify()
}

// Config is what a client of this Zalo needs, with an HTTP client that reaches
// it without a socket.
func (s *Server) Config() zalo.Config {
	c := s.ConfigAt("http://zalo.invalid")
	c.HTTP = s.HTTPClient()
	return c
}

// ConfigAt is what a client needs when the Server is served at baseURL.
func (s *Server) ConfigAt(baseURL string) zalo.Config {
	return zalo.Config{
		AppID: s.o.AppID, AppSecret: s.o.AppSecret, OAID: s.o.OAID, MiniAppID: s.o.MiniAppID, MiniAppKey: s.o.MiniAppKey,
		OpenAPIURL: baseURL, OAuthURL: baseURL, GraphURL: baseURL, BusinessURL: baseURL, Now: s.o.Now,
	}
}

// Secrets verify this Zalo's webhooks.
func (s *Server) Secrets() webhook.Secrets {
	return webhook.Secrets{AppID: s.o.AppID, OAID: s.o.OAID, OAKeys: []string{s.o.OASecretKey}}
}

// notify wakes all who wait for a change. The caller holds the lock.
func (s *Server) notify() {
	s.rev++
	close(s.changed)
	s.changed = make(chan struct{})
}

// await waits until done, called with the lock held after each change, says so.
func (s *Server) await(ctx context.Context, done func() bool) error {
	for {
		s.mu.Lock()
		ok, changed := done(), s.changed
		s.mu.Unlock()
		if ok {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		case <-s.life.Done():
			return http.ErrServerClosed
		}
	}
}

// newID is an id like Zalo's message ids: 20 hex digits, unique across runs.
func newID() string {
	var b [10]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}
