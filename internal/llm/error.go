package llm

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	openai "github.com/sashabaranov/go-openai"
)

// StatusError says that the server refused, in HTTP's terms. What it wrote
// about it is left out: servers repeat keys and texts in it.
type StatusError struct{ Code int }

func (e *StatusError) Error() string {
	return fmt.Sprintf("the model server answered %d %s", e.Code, http.StatusText(e.Code))
}

// Rejected reports that the server will not take these texts, whoever asks and
// whenever: too many, too long or not to its liking.
func (e *StatusError) Rejected() bool {
	return e.Code == http.StatusBadRequest || e.Code == http.StatusRequestEntityTooLarge || e.Code == http.StatusUnprocessableEntity
}

// ErrAnswer says that the server's answer is not what was asked for.
var ErrAnswer = errors.New("the model server gave a wrong answer")

// plain is err without what it should not tell, and whether the same call may
// succeed later. An embedding changes nothing on the server, so it is always
// safe to ask again.
func plain(ctx context.Context, err error) (told error, later bool) {
	var api *openai.APIError
	var request *openai.RequestError
	var call *url.Error
	switch {
	case ctx.Err() != nil:
		return ctx.Err(), false
	case errors.As(err, &request):
		return &StatusError{request.HTTPStatusCode}, busy(request.HTTPStatusCode)
	case errors.As(err, &api):
		return &StatusError{api.HTTPStatusCode}, busy(api.HTTPStatusCode)
	case errors.As(err, &call): // holds the address, which may hold a key
		return fmt.Errorf("reach the model server: %w", call.Err), true
	case unreadable(err):
		return fmt.Errorf("%w: not JSON, or too long", ErrAnswer), false
	}
	return fmt.Errorf("read from the model server: %w", err), true // cut off in the middle
}

func busy(status int) bool {
	return status == http.StatusTooManyRequests || status == http.StatusRequestTimeout || status >= http.StatusInternalServerError
}

func unreadable(err error) bool {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	var long *http.MaxBytesError
	return errors.As(err, &syntax) || errors.As(err, &kind) || errors.As(err, &long) || errors.Is(err, io.EOF)
}
