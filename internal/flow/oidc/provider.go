package oidc

import (
	"context"
	"crypto/subtle"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// patience is how long the provider may take for one answer.
const patience = 5 * time.Second

// Config is what the provider knows the panel by. Redirect is where it sends people back to.
type Config struct{ Issuer, ClientID, ClientSecret, Redirect string }

// Provider is who keeps the agency's accounts. It is looked for when somebody signs in by it,
// not before, so that the program starts and goes on without it.
type Provider struct {
	Config
	client  *http.Client
	looking chan struct{} // holds who looks: one at a time, for no longer than they have time
	known   *known        // of who holds looking
}

// known is what the provider said of itself.
type known struct {
	provider *oidc.Provider
	calls    oauth2.Config
}

// New is a provider that nobody has looked for yet.
func New(c Config) *Provider {
	return &Provider{Config: c, client: &http.Client{Timeout: patience}, looking: make(chan struct{}, 1)}
}

// find asks the provider what it is, once it answered never again.
func (p *Provider) find(ctx context.Context) (*known, error) {
	select {
	case p.looking <- struct{}{}:
		defer func() { <-p.looking }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if p.known != nil {
		return p.known, nil
	}
	found, err := oidc.NewProvider(ctx, p.Issuer)
	if err != nil {
		return nil, err
	}
	end := found.Endpoint()
	if end.AuthStyle, err = style(found); err != nil {
		return nil, err
	}
	p.known = &known{found, oauth2.Config{
		ClientID: p.ClientID, ClientSecret: p.ClientSecret, Endpoint: end, RedirectURL: p.Redirect, Scopes: []string{oidc.ScopeOpenID, "email"},
	}}
	return p.known, nil
}

// style is how the provider wants the secret. To try both would use up a code that counts
// once (OpenID Connect Discovery, section 3: basic where nothing is said).
func style(p *oidc.Provider) (oauth2.AuthStyle, error) {
	var said struct {
		Methods []string `json:"token_endpoint_auth_methods_supported"`
	}
	if err := p.Claims(&said); err != nil {
		return 0, err
	}
	if slices.Contains(said.Methods, "client_secret_post") && !slices.Contains(said.Methods, "client_secret_basic") {
		return oauth2.AuthStyleInParams, nil
	}
	return oauth2.AuthStyleInHeader, nil
}

// address is where a person signs in at the provider.
func (p *Provider) address(ctx context.Context, state, nonce, verifier string) (string, error) {
	within, cancel := context.WithTimeout(oidc.ClientContext(ctx, p.client), patience)
	defer cancel()
	k, err := p.find(within)
	if err != nil {
		return "", err
	}
	return k.calls.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.S256ChallengeOption(verifier)), nil
}

// person is whom the provider vouches for.
type person struct {
	email    string
	verified bool
}

// errToken says that the provider's token is not one for this sign-in.
var errToken = errors.New("the token is not for this sign-in")

// person trades a code for whom it stands for.
func (p *Provider) person(ctx context.Context, code, nonce, verifier string) (person, error) {
	ctx = oidc.ClientContext(ctx, p.client)
	k, err := p.find(ctx)
	if err != nil {
		return person{}, err
	}
	tokens, err := k.calls.Exchange(ctx, code, oauth2.VerifierOption(verifier))
	if err != nil {
		return person{}, err
	}
	raw, _ := tokens.Extra("id_token").(string)
	// By the machine's clock, as the provider's: that of a demo may be ahead.
	token, err := k.provider.Verifier(&oidc.Config{ClientID: p.ClientID}).Verify(ctx, raw)
	if err != nil {
		return person{}, errors.Join(errToken, err)
	}
	if subtle.ConstantTimeCompare([]byte(token.Nonce), []byte(nonce)) != 1 {
		return person{}, errToken
	}
	return k.owner(ctx, token, tokens)
}

// owner is the person of a token that holds. Where it names no address the provider is asked
// (OpenID Connect Core, section 5.4: the scope "email" is answered there).
func (k *known) owner(ctx context.Context, token *oidc.IDToken, tokens *oauth2.Token) (person, error) {
	var claims struct {
		Email    string `json:"email"`
		Verified any    `json:"email_verified"`
		Party    string `json:"azp"`
	}
	if err := token.Claims(&claims); err != nil {
		return person{}, errors.Join(errToken, err)
	}
	if claims.Party != "" && claims.Party != k.calls.ClientID { // Core, section 3.1.3.7: made for somebody else
		return person{}, errToken
	}
	if claims.Email != "" || k.provider.UserInfoEndpoint() == "" {
		return person{claims.Email, claims.Verified == true}, nil
	}
	info, err := k.provider.UserInfo(ctx, oauth2.StaticTokenSource(tokens))
	if err != nil {
		return person{}, err
	}
	if info.Subject != token.Subject { // Core, section 5.3.4: somebody else's
		return person{}, errToken
	}
	return person{info.Email, info.EmailVerified}, nil
}

// why is what an administrator may read in the log of a failure: the library's own words hold
// what the provider answered.
func why(err error) string {
	var answer *oauth2.RetrieveError
	var issuer *oidc.IssuerMismatchError
	var expired *oidc.TokenExpiredError
	var call *url.Error
	switch {
	case errors.As(err, &answer) && answer.ErrorCode == "invalid_client":
		return "the provider does not know OIDC_CLIENT_ID with this OIDC_CLIENT_SECRET"
	case errors.As(err, &answer):
		return "the token endpoint refused"
	case errors.As(err, &issuer):
		return "the provider calls itself by another issuer than OIDC_ISSUER"
	case errors.As(err, &expired):
		return "the token has expired"
	case errors.Is(err, errToken):
		return errToken.Error()
	case errors.Is(err, context.DeadlineExceeded) || errors.As(err, &call) && call.Timeout():
		return "the provider did not answer in time"
	case errors.As(err, &call):
		return "the provider is not reached"
	}
	return "the provider's answer is not understood"
}

// denied reports whether the provider answered, and not with what opens a session; otherwise
// it is away.
func denied(err error) bool {
	var answer *oauth2.RetrieveError
	if errors.As(err, &answer) {
		return answer.Response == nil || answer.Response.StatusCode < http.StatusInternalServerError
	}
	return errors.Is(err, errToken)
}
