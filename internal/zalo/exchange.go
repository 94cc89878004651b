package zalo

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strings"
	"sync/atomic"
)

// maxAnswer bounds what is read of an answer; Zalo's are a few kilobytes.
const maxAnswer = 1 << 20

// emptyAnswer is the message of an answer without a body.
const emptyAnswer = "the answer is empty"

// exchange is the only place that speaks HTTP to Zalo. It returns the body of
// an answer with status 200 and its header, for Zalo answers 200 to everything it understood;
// any other answer comes from something in between. OutcomeUnknown is set when
// the request may have reached Zalo.
func exchange(client *http.Client, req *http.Request, op string) ([]byte, http.Header, *APIError) {
	var written atomic.Bool
	trace := &httptrace.ClientTrace{WroteHeaders: func() { written.Store(true) }}
	resp, err := client.Do(req.WithContext(httptrace.WithClientTrace(req.Context(), trace)))
	if err != nil {
		return nil, nil, &APIError{Op: op, Message: reason(err), Retry: Backoff, OutcomeUnknown: written.Load(), cause: cut(err)}
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	failure := &APIError{Op: op, Status: resp.StatusCode, Retry: Backoff, OutcomeUnknown: true}
	switch trimmed := bytes.TrimSpace(body); {
	case err != nil:
		failure.Message, failure.cause = "the answer broke off", cut(err)
	case resp.StatusCode >= 400 && resp.StatusCode < 500:
		failure.Message, failure.OutcomeUnknown = "refused before Zalo: "+http.StatusText(resp.StatusCode), false
	case resp.StatusCode != http.StatusOK:
		failure.Message = "gateway: " + http.StatusText(resp.StatusCode)
	case len(body) > maxAnswer:
		failure.Message = "the answer is too long"
	case len(trimmed) == 0:
		failure.Message = emptyAnswer
	case trimmed[0] == '<':
		failure.Message = "the answer is a web page"
	default:
		return body, resp.Header, nil
	}
	return nil, resp.Header, failure
}

// reason says in a few words why there was no answer. The error's own text is
// not used: it holds the URL, and with it user ids.
func reason(err error) string {
	switch {
	case errors.Is(err, context.Canceled):
		return "cancelled"
	case errors.Is(err, context.DeadlineExceeded):
		return "no answer in time"
	}
	var timeout interface{ Timeout() bool }
	if errors.As(err, &timeout) && timeout.Timeout() {
		return "no answer in time"
	}
	return "no connection"
}

// cut takes the URL off a network error.
func cut(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

// Proof is the appsecret_proof of a token: hex of HMAC-SHA256 with the App
// Secret as key. Mandatory for graph calls, and for OA calls where the app's
// settings demand it.
func Proof(appSecret, token string) string {
	h := hmac.New(sha256.New, []byte(appSecret))
	h.Write([]byte(token))
	return hex.EncodeToString(h.Sum(nil))
}

// redact keeps Zalo's own words short and free of our secrets.
func (c *Client) redact(message string, secrets ...string) string {
	return redactSecrets(message, append(secrets, c.config.AppSecret, c.config.MiniAppKey)...)
}

func redactSecrets(message string, secrets ...string) string {
	for _, s := range secrets {
		if s != "" {
			message = strings.ReplaceAll(message, s, "…")
		}
	}
	if len(message) > 200 {
		message = strings.ToValidUTF8(message[:200], "") + "…"
	}
	return message
}
