package zalo

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"phatngon/internal/zalo/wire"
)

// Client calls Zalo for one Official Account. It is safe for concurrent use.
type Client struct {
	config Config
	tokens *keeper
}

// NewClient makes a client that keeps its token pair in t.
func NewClient(c Config, t TokenStore) *Client {
	c = c.withDefaults()
	return &Client{config: c, tokens: newKeeper(c, t)}
}

// EnsureToken refreshes the access token when less than 2 hours of it remain.
// Call it every few minutes. It answers ErrConsentNeeded when only a person
// can help, and ErrTokenUnsaved as long as a new pair could not be stored.
func (c *Client) EnsureToken(ctx context.Context) error { return c.tokens.ensure(ctx) }

// call is one OpenAPI request: GET with query data, or POST with a JSON body.
type call struct {
	op      string
	path    string
	data    any  // of a GET: the value of the query parameter "data"
	body    any  // of a POST
	sends   bool // repeating it may say something twice
	renewed bool // the token was replaced just now
	result  any  // where the answer's "data" goes; may be nil
}

// do makes an OpenAPI call with the OA's token. A token that Zalo refuses is
// replaced once and the call repeated: a refused call had no effect.
func (c *Client) do(ctx context.Context, k call) error {
	token, err := c.tokens.access(ctx)
	if err != nil {
		return c.notSent(k, err)
	}
	err = c.once(ctx, k, token)
	var refused *APIError
	if !errors.As(err, &refused) || refused.Retry != AfterRefresh {
		return err
	}
	if token, err = c.tokens.renew(ctx, token); err != nil {
		return c.notSent(k, err)
	}
	k.renewed = true
	return c.once(ctx, k, token)
}

// notSent ends a call for which there is no token.
func (c *Client) notSent(k call, err error) error {
	failure := notSent(k.op, err)
	c.observe(Call{Sends: k.sends, Err: failure})
	return failure
}

func (c *Client) observe(seen Call) {
	if c.config.Observe != nil {
		c.config.Observe(seen)
	}
}

func (c *Client) once(ctx context.Context, k call, token string) error {
	req, err := c.openAPIRequest(ctx, k)
	if err != nil {
		return &APIError{Op: k.op, Message: "the request could not be built", Retry: Never, cause: err}
	}
	req.Header["access_token"] = []string{token}
	req.Header["appsecret_proof"] = []string{Proof(c.config.AppSecret, token)}
	body, header, failure := exchange(c.config.HTTP, req, k.op)
	seen := callOf(k, header)
	if failure == nil {
		failure = c.read(k, body, token, &seen)
	} else {
		failure.OutcomeUnknown = failure.OutcomeUnknown && k.sends
	}
	seen.Err = failure
	seen.Repeated = failure != nil && failure.Retry == AfterRefresh && !k.renewed
	c.observe(seen)
	if failure != nil {
		return failure
	}
	return nil
}

// read takes an answer apart.
func (c *Client) read(k call, body []byte, token string, seen *Call) *APIError {
	var answer struct {
		Error   *wire.Literal   `json:"error"`
		Message wire.Literal    `json:"message"`
		Data    json.RawMessage `json:"data"`
	}
	if json.Unmarshal(body, &answer) != nil || answer.Error == nil {
		return &APIError{Op: k.op, Status: http.StatusOK, Message: "the answer is not Zalo's", Retry: Backoff, OutcomeUnknown: k.sends}
	}
	if code := int(answer.Error.Whole()); code != 0 {
		return refusal(k.op, code, c.redact(string(answer.Message), token))
	}
	wire.Object(answer.Data, k.result)
	seen.readQuota(answer.Data)
	return nil
}

func (c *Client) openAPIRequest(ctx context.Context, k call) (*http.Request, error) {
	address := c.config.OpenAPIURL + k.path
	if k.body == nil {
		if k.data != nil {
			data, err := json.Marshal(k.data)
			if err != nil {
				return nil, err
			}
			address += "?data=" + url.QueryEscape(string(data))
		}
		return http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	}
	body, err := json.Marshal(k.body)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err == nil {
		req.Header.Set("Content-Type", "application/json")
	}
	return req, err
}
