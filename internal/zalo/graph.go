package zalo

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"phatngon/internal/zalo/wire"
	"slices"
)

// Codes of graph.zalo.me that callers tell apart.
const (
	CodeSession  = 452  // the user's token is invalid or older than an hour: log in again
	CodeLocation = -501 // personal data is refused to servers outside Vietnam
)

// AppUser is a Mini App user as Zalo vouches for them. ID is scoped to the
// Zalo App; OAUserID to the OA, known only when the person follows it.
type AppUser struct {
	ID        string
	Name      string
	Picture   string
	OAUserID  string
	Sensitive bool
}

// Me verifies a Mini App user's access token and says whose it is. Never trust
// an id that a client sends beside its token.
//
// https://developers.zalo.me/docs/social-api/tai-lieu/thong-tin-ten-anh-dai-dien
func (c *Client) Me(ctx context.Context, userToken string) (AppUser, error) {
	query := url.Values{"fields": {"id,name,picture,user_id_by_oa,is_sensitive"}}
	if c.config.MiniAppID != "" {
		query.Set("miniapp_id", c.config.MiniAppID)
	}
	header := http.Header{"access_token": {userToken}, "appsecret_proof": {Proof(c.config.AppSecret, userToken)}}
	var w struct {
		ID        wire.Literal `json:"id"`
		Name      wire.Literal `json:"name"`
		OAUserID  wire.Literal `json:"user_id_by_oa"`
		Sensitive bool         `json:"is_sensitive"`
		Picture   struct {
			Data struct {
				URL wire.Literal `json:"url"`
			} `json:"data"`
		} `json:"picture"`
	}
	err := c.graph(ctx, "verify user", "/v2.0/me?"+query.Encode(), header, &w)
	if err == nil && w.ID == "" {
		err = &APIError{Op: "verify user", Status: 200, Message: "the answer names no user", Retry: Never}
	}
	if err != nil {
		return AppUser{}, err
	}
	return AppUser{ID: string(w.ID), Name: string(w.Name), Picture: string(w.Picture.Data.URL),
		OAUserID: string(w.OAUserID), Sensitive: w.Sensitive}, nil
}

// DecodePhone turns the code of the Mini App's getPhoneNumber into a number
// such as 84912345678. A code works once, for 2 minutes, and only with the
// token of the same session.
//
// https://mini.zalo.me/documents/api/getPhoneNumber
func (c *Client) DecodePhone(ctx context.Context, userToken, code string) (string, error) {
	header := http.Header{"access_token": {userToken}, "code": {code}, "secret_key": {c.config.AppSecret}}
	var w struct {
		Data struct {
			Number wire.Literal `json:"number"`
		} `json:"data"`
	}
	err := c.graph(ctx, "decode phone", "/v2.0/me/info", header, &w)
	if err == nil && w.Data.Number == "" {
		err = &APIError{Op: "decode phone", Status: 200, Message: "the answer holds no number", Retry: Never}
	}
	return string(w.Data.Number), err
}

// graph calls the user API, whose answers carry error and message beside the
// fields themselves.
func (c *Client) graph(ctx context.Context, op, path string, header http.Header, result any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.config.GraphURL+path, nil)
	if err != nil {
		return &APIError{Op: op, Message: "the request could not be built", Retry: Never, cause: err}
	}
	req.Header = header
	body, _, failure := exchange(c.config.HTTP, req, op)
	if failure != nil {
		failure.OutcomeUnknown = false
		return failure
	}
	var answer struct {
		Error   wire.Literal `json:"error"`
		Message wire.Literal `json:"message"`
	}
	if json.Unmarshal(body, &answer) != nil {
		return &APIError{Op: op, Status: 200, Message: "the answer is not Zalo's", Retry: Backoff}
	}
	if code := int(answer.Error.Whole()); code != 0 {
		message := c.redact(string(answer.Message), slices.Concat(slices.Collect(maps.Values(header))...)...)
		return &APIError{Op: op, Code: code, Status: 200, Message: message, Retry: graphRetry(code)}
	}
	wire.Object(body, result)
	return nil
}

// graphRetry classes the user API's codes, which mean other things than the
// OpenAPI's.
func graphRetry(code int) Retry {
	switch {
	case code == CodeLocation, code == 11004, code == 112:
		return OperatorFix
	case code >= 10000 && code <= 10003:
		return Backoff
	case code >= 12000 && code <= 12012:
		return Later
	}
	return Never
}
