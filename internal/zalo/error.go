package zalo

import (
	"context"
	"errors"
	"fmt"
	"net/http"
)

// Retry says what may make a refused call succeed.
type Retry string

// What to do after a refused call.
const (
	Never        Retry = "never"         // permanent for this request
	AfterRefresh Retry = "after_refresh" // the client has refreshed and repeated already: back off and tell the operator
	Backoff      Retry = "backoff"       // seconds to a minute
	Later        Retry = "later"         // after a quota or an hour of the day has changed
	OperatorFix  Retry = "operator_fix"  // somebody must act in Zalo's console
	UseTemplate  Retry = "use_template"  // outside the 7 days: keep it until the person writes again
)

// ErrConsentNeeded says that the refresh token is spent or revoked: an
// administrator of the OA must authorise the app again.
var ErrConsentNeeded = errors.New("zalo: the OA must authorise the app again (refresh token is spent or revoked)")

// ErrTokenUnsaved says that a new token pair lives only in memory because it
// could not be stored; the stored one is spent. Alarm.
var ErrTokenUnsaved = errors.New("zalo: the new token pair could not be stored")

// APIError is a call that Zalo refused or whose answer was lost. Message is
// Zalo's own, cut to 200 bytes and free of our secrets.
type APIError struct {
	Op      string // what was being done: "send message"
	Code    int    // Zalo's error; 0 when there was no answer to read
	Status  int    // HTTP status; 0 when there was no answer
	Message string
	Retry   Retry
	// OutcomeUnknown: the message may have been delivered. Zalo has no
	// idempotent send; only the echo event or the history can tell.
	OutcomeUnknown bool
	cause          error
}

func (e *APIError) Error() string {
	s := "zalo: " + e.Op
	if e.Code != 0 {
		s += fmt.Sprintf(": error %d", e.Code)
	}
	if e.Message != "" {
		s += ": " + e.Message
	}
	if e.OutcomeUnknown {
		s += " (outcome unknown)"
	}
	return s
}

// Outage reports whether the failure says nothing of this call: any other would
// have failed now. There was no answer, something before Zalo answered, too many
// calls were made, or somebody must act for the whole account.
func (e *APIError) Outage() bool {
	switch {
	case e.Retry == Never || errors.Is(e.cause, context.Canceled):
		return false
	case e.Retry == OperatorFix || e.Retry == AfterRefresh || e.Code == rateLimit:
		return true
	case e.Status >= 400 && e.Status < 500:
		return e.Status == http.StatusTooManyRequests || e.Status == http.StatusRequestTimeout
	}
	return e.Code == 0
}

// Unwrap gives the cause: ErrConsentNeeded, a context error, a network error.
func (e *APIError) Unwrap() error { return e.cause }
