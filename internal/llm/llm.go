// Package llm speaks with an OpenAI-compatible server, of which the product uses
// embeddings and, where one is configured, a model that points and never speaks. It is the one door to go-openai. What it sends holds
// no phone number, e-mail address or account (see Mask); what comes back is
// checked before anyone sees it; no error holds the key, a text or what the
// server said.
package llm

import (
	"cmp"
	"context"
	"net/http"
	"time"

	openai "github.com/sashabaranov/go-openai"
)

// Config says where the server is. The zero values of BaseURL and HTTP are
// OpenAI's own address and a client that gives up after half a minute.
type Config struct {
	BaseURL        string // up to and with /v1
	Key            string // local servers need none
	EmbeddingModel string
	Model          string // that points; see Point
	QuestionModel  string // the name under which questions are embedded; "" = EmbeddingModel
	// What the model wants before a question and before a passage, "query: " and
	// "passage: " say; a server that adds them by the model's name wants none.
	QuestionPrefix, PassagePrefix string
	HTTP                          *http.Client
	Backoff                       func(attempt int) time.Duration // wait before attempt 2, 3, …; nil = a quarter of a second, doubling
}

// Client is safe for concurrent use.
type Client struct {
	api      *openai.Client
	question role
	passage  role
	model    string
	points   *openai.Client // as api, with less patience for long answers
	backoff  func(attempt int) time.Duration
}

// patience is how long one call may take.
const patience = 30 * time.Second

// New returns a client; it calls nobody yet.
func New(c Config) *Client {
	settings := openai.DefaultConfig(c.Key)
	if c.BaseURL != "" {
		settings.BaseURL = c.BaseURL
	}
	client := http.Client{Timeout: patience}
	if c.HTTP != nil {
		client = *c.HTTP
	}
	// A redirect would carry a question to a server nobody chose.
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	settings.HTTPClient = door{&client, maxAnswer}
	short := settings
	short.HTTPClient = door{&client, maxReply}
	if c.Backoff == nil {
		c.Backoff = func(attempt int) time.Duration { return 250 * time.Millisecond << (attempt - 2) }
	}
	return &Client{
		api: openai.NewClientWithConfig(settings), points: openai.NewClientWithConfig(short), model: c.Model,
		question: role{cmp.Or(c.QuestionModel, c.EmbeddingModel), c.QuestionPrefix},
		passage:  role{c.EmbeddingModel, c.PassagePrefix}, backoff: c.Backoff,
	}
}

// A role is how texts of one kind are embedded.
type role struct{ model, prefix string }

// EmbeddingModel names what the vectors of passages are of: the model, and what stands
// before each. Vectors of other names are of no use beside them.
func (c *Client) EmbeddingModel() string { return c.passage.model + c.passage.prefix }

// maxAnswer is far more than a batch of the longest vectors takes, in bytes.
const maxAnswer = 16 << 20

// door lets answers in up to a length.
type door struct {
	client *http.Client
	most   int64
}

func (d door) Do(r *http.Request) (*http.Response, error) {
	res, err := d.client.Do(r)
	if err != nil {
		return nil, err
	}
	res.Body = http.MaxBytesReader(nil, res.Body, d.most)
	return res, nil
}

// wait lets d pass, unless ctx ends first.
func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
