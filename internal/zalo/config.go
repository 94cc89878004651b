// Package zalo is all that is Zalo's: access tokens, the Official Account OpenAPI and the
// Mini App's user calls; webhook reads what Zalo posts. It owns the wire formats; the
// rest of the program sees only the types below. No secret, token or message text ever stands in an error of this package.
//
// There is no sandbox for Official Accounts: package zalotest is a Zalo in
// memory that refuses what the real one refuses.
package zalo

import (
	"net/http"
	"strings"
	"time"
)

// Hosts of the platform, used where Config leaves a URL empty.
const (
	DefaultOpenAPIURL  = "https://openapi.zalo.me"
	DefaultOAuthURL    = "https://oauth.zaloapp.com"
	DefaultGraphURL    = "https://graph.zalo.me"
	DefaultBusinessURL = "https://business.openapi.zalo.me"
)

// requestTimeout bounds one call. Zalo normally answers well under a second;
// a longer wait only makes more sends of unknown outcome.
const requestTimeout = 15 * time.Second

// Config says which app and account to speak for, and where. Empty URLs are
// Zalo's own hosts; a nil HTTP client is one with a timeout of 15 seconds.
type Config struct {
	AppID     string // Zalo App
	AppSecret string // key of appsecret_proof, header secret_key of OAuth
	OAID      string

	MiniAppID  string
	MiniAppKey string // Open API key: signs the Mini App's webhook

	OpenAPIURL, OAuthURL, GraphURL, BusinessURL string

	HTTP *http.Client
	Now  func() time.Time // nil: time.Now

	Observe func(Call) // told of each OpenAPI call; nil: nobody
}

// withDefaults fills what is empty. Redirects are not followed: the access
// token is an ordinary header and would travel along to another host.
func (c Config) withDefaults() Config {
	fill := func(url *string, host string) {
		if *url == "" {
			*url = host
		}
		*url = strings.TrimRight(*url, "/")
	}
	fill(&c.OpenAPIURL, DefaultOpenAPIURL)
	fill(&c.OAuthURL, DefaultOAuthURL)
	fill(&c.GraphURL, DefaultGraphURL)
	fill(&c.BusinessURL, DefaultBusinessURL)
	client := http.Client{Timeout: requestTimeout}
	if c.HTTP != nil {
		client = *c.HTTP
	}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	c.HTTP = &client
	if c.Now == nil {
		c.Now = time.Now
	}
	return c
}
