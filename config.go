package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Config is everything the program can be told from outside, read once from
// the environment. The zero environment is a demo that needs nothing.
type Config struct {
	Addr      string // HTTP_ADDR: listen address
	PublicURL string // PUBLIC_URL: how people reach it, no trailing slash
	DataDir   string // DATA_DIR: the embedded engine's folder and uploads

	MongoURI      string // MONGODB_URI: empty = the embedded engine
	MongoDatabase string // MONGODB_DATABASE

	AppID, AppSecret string   // ZALO_APP_ID, ZALO_APP_SECRET
	OAID             string   // ZALO_OA_ID
	OAKeys           []string // ZALO_OA_SECRET_KEY: two values, comma-separated, during rotation
	RefreshToken     string   // ZALO_OA_REFRESH_TOKEN: the first one; later ones live in the database
	MiniAppID        string   // ZALO_MINIAPP_ID
	MiniAppKey       string   // ZALO_MINIAPP_KEY: Open API key

	CallsPerMinute int // ZALO_CALLS_PER_MINUTE: what the OA's package allows

	OpenAPIURL, OAuthURL, GraphURL, BusinessURL string // ZALO_…_URL: hosts, for a proxy or a test server

	OpenAIQuestionModel, OpenAIQuestionPrefix, OpenAIPassagePrefix string // OPENAI_EMBEDDING_…: how questions and passages are embedded
	OpenAIURL, OpenAIKey, OpenAIModel, OpenAIEmbeddingModel        string // OPENAI_…: each use is off without its model

	SMTPURL, MailFrom string // SMTP_URL, MAIL_FROM: officers' notices; off without them

	OIDCIssuer, OIDCClientID, OIDCClientSecret string // OIDC_…: officers sign in with their agency's account; off without them

	KnowledgeDir              string        // KNOWLEDGE_DIR: statements to load at the first start
	AdminEmail, AdminPassword string        // ADMIN_EMAIL, ADMIN_PASSWORD: the first administrator
	SecretsKey                []byte        // SECRETS_KEY: 32 bytes; nil in the demo = generated into DataDir
	MetricsToken              string        // METRICS_TOKEN: who reads /metrics shows it; empty = programs on this machine only
	DemoAhead                 time.Duration // DEMO_AHEAD: how far the demo's clock is ahead, "192h": what happens after eight days
	LogLevel                  slog.Level
	LogFormat                 string // "text" or "json"
}

// Demo reports whether no Zalo credential is set: simulator, sample
// statements and demo accounts are served only then.
func (c Config) Demo() bool {
	return c.AppID == "" && c.AppSecret == "" && c.OAID == "" && len(c.OAKeys) == 0 &&
		c.RefreshToken == "" && c.MiniAppID == "" && c.MiniAppKey == ""
}

// now is the program's clock.
func (c Config) now() time.Time { return time.Now().Add(c.DemoAhead) }

// readConfig reads the environment. The error is one line that names every
// variable that is missing or wrong.
func readConfig(getenv func(string) string) (Config, error) {
	or := func(name, fallback string) string {
		if v := strings.TrimSpace(getenv(name)); v != "" {
			return v
		}
		return fallback
	}
	c := Config{
		Addr:    or("HTTP_ADDR", "127.0.0.1:8080"),
		DataDir: or("DATA_DIR", "./data"),

		MongoURI:      or("MONGODB_URI", ""),
		MongoDatabase: or("MONGODB_DATABASE", "phatngon"),

		AppID:        or("ZALO_APP_ID", ""),
		AppSecret:    or("ZALO_APP_SECRET", ""),
		OAID:         or("ZALO_OA_ID", ""),
		OAKeys:       splitList(or("ZALO_OA_SECRET_KEY", "")),
		RefreshToken: or("ZALO_OA_REFRESH_TOKEN", ""),
		MiniAppID:    or("ZALO_MINIAPP_ID", ""),
		MiniAppKey:   or("ZALO_MINIAPP_KEY", ""),

		OpenAPIURL:  or("ZALO_OPENAPI_URL", ""),
		OAuthURL:    or("ZALO_OAUTH_URL", ""),
		GraphURL:    or("ZALO_GRAPH_URL", ""),
		BusinessURL: or("ZALO_BUSINESS_URL", ""),

		OpenAIURL:            or("OPENAI_BASE_URL", ""),
		OpenAIKey:            or("OPENAI_API_KEY", ""),
		OpenAIModel:          or("OPENAI_MODEL", ""),
		OpenAIEmbeddingModel: or("OPENAI_EMBEDDING_MODEL", ""),
		OpenAIQuestionModel:  or("OPENAI_EMBEDDING_QUERY_MODEL", ""),
		OpenAIQuestionPrefix: getenv("OPENAI_EMBEDDING_QUERY_PREFIX"),
		OpenAIPassagePrefix:  getenv("OPENAI_EMBEDDING_PASSAGE_PREFIX"),

		SMTPURL:  getenv("SMTP_URL"),
		MailFrom: or("MAIL_FROM", ""),

		OIDCIssuer:       or("OIDC_ISSUER", ""),
		OIDCClientID:     or("OIDC_CLIENT_ID", ""),
		OIDCClientSecret: or("OIDC_CLIENT_SECRET", ""),

		KnowledgeDir:  or("KNOWLEDGE_DIR", ""),
		AdminEmail:    strings.ToLower(or("ADMIN_EMAIL", "")),
		AdminPassword: getenv("ADMIN_PASSWORD"),
		LogFormat:     or("LOG_FORMAT", "text"),
		MetricsToken:  or("METRICS_TOKEN", ""),
	}
	c.PublicURL = strings.TrimRight(or("PUBLIC_URL", "http://"+reachable(c.Addr)), "/")
	var err error
	if c.SecretsKey, err = decodeKey(or("SECRETS_KEY", "")); err != nil {
		return Config{}, err
	}
	if c.DemoAhead, err = time.ParseDuration(or("DEMO_AHEAD", "0")); err != nil {
		return Config{}, errors.New("DEMO_AHEAD: want a duration such as 192h")
	}
	if c.CallsPerMinute, err = strconv.Atoi(or("ZALO_CALLS_PER_MINUTE", "100")); err != nil || c.CallsPerMinute < 1 {
		return Config{}, errors.New("configuration: ZALO_CALLS_PER_MINUTE must be a number of calls, 100 or 2000 by package")
	}
	if err := c.LogLevel.UnmarshalText([]byte(or("LOG_LEVEL", "info"))); err != nil {
		return Config{}, fmt.Errorf("LOG_LEVEL: want debug, info, warn or error")
	}
	return c, c.check()
}

// check refuses what cannot work, in one line.
func (c Config) check() error {
	var bad []string
	if c.LogFormat != "text" && c.LogFormat != "json" {
		bad = append(bad, "LOG_FORMAT must be text or json")
	}
	if _, _, err := net.SplitHostPort(c.Addr); err != nil {
		bad = append(bad, "HTTP_ADDR must be host:port")
	}
	if u, err := url.Parse(c.PublicURL); err != nil || u.Host == "" {
		bad = append(bad, "PUBLIC_URL must be an absolute address")
	}
	if (c.AdminEmail == "") != (c.AdminPassword == "") {
		bad = append(bad, "ADMIN_EMAIL and ADMIN_PASSWORD go together")
	}
	if _, err := c.mailer(); err != nil {
		bad = append(bad, err.Error())
	}
	if c.DemoAhead != 0 && !c.Demo() {
		bad = append(bad, "DEMO_AHEAD is for the demo only")
	}
	bad = append(bad, c.badOpenAI()...)
	bad = append(bad, c.badOIDC()...)
	if missing := c.missing(); len(missing) > 0 {
		bad = append(bad, "missing "+strings.Join(missing, ", ")+" (a Zalo credential is set, so this is production; unset all ZALO_* credentials for the demo)")
	}
	if len(bad) == 0 {
		return nil
	}
	return errors.New("configuration: " + strings.Join(bad, "; "))
}

// badOpenAI refuses a model of nobody: a server of one's own needs its
// address, OpenAI's needs a key.
func (c Config) badOpenAI() (bad []string) {
	if (c.OpenAIEmbeddingModel != "" || c.OpenAIModel != "") && c.OpenAIURL == "" && c.OpenAIKey == "" {
		bad = append(bad, "OPENAI_EMBEDDING_MODEL and OPENAI_MODEL need OPENAI_BASE_URL (a server of one's own) or OPENAI_API_KEY (OpenAI's)")
	}
	u, err := url.Parse(c.OpenAIURL)
	if c.OpenAIURL != "" && (err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.RawQuery != "") {
		bad = append(bad, "OPENAI_BASE_URL must be an http(s) address, up to and with /v1")
	}
	return bad
}

// badOIDC refuses half a provider, and one whose answers somebody on the way could change
// (OpenID Connect Discovery, section 3: https); a server on this machine is for trying.
func (c Config) badOIDC() (bad []string) {
	var lacking []string
	for _, v := range [...]struct{ name, value string }{{"OIDC_ISSUER", c.OIDCIssuer}, {"OIDC_CLIENT_ID", c.OIDCClientID}, {"OIDC_CLIENT_SECRET", c.OIDCClientSecret}} {
		if v.value == "" {
			lacking = append(lacking, v.name)
		}
	}
	if n := len(lacking); n == 1 || n == 2 {
		bad = append(bad, "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: missing "+strings.Join(lacking, ", "))
	}
	u, err := url.Parse(c.OIDCIssuer)
	if c.OIDCIssuer != "" && (err != nil || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.Scheme != "https" && !(u.Scheme == "http" && onThisMachine(u.Hostname()))) {
		bad = append(bad, "OIDC_ISSUER must be the provider's https address, as its discovery document says it")
	}
	return bad
}

func onThisMachine(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// warnings are what works and should not stay so.
func (c Config) warnings() []string {
	if c.Demo() || strings.HasPrefix(c.PublicURL, "https://") {
		return nil
	}
	return []string{"PUBLIC_URL is not https: Zalo takes no such webhook, and sign-in cookies travel unprotected"}
}

// missing names what production needs and has not. The first refresh token is
// checked later: the database may hold one.
func (c Config) missing() []string {
	if c.Demo() {
		return nil
	}
	var names []string
	need := func(name string, set bool) {
		if !set {
			names = append(names, name)
		}
	}
	need("ZALO_APP_ID", c.AppID != "")
	need("ZALO_APP_SECRET", c.AppSecret != "")
	need("ZALO_OA_ID", c.OAID != "")
	need("ZALO_OA_SECRET_KEY", len(c.OAKeys) > 0)
	need("SECRETS_KEY", len(c.SecretsKey) > 0)
	need("ZALO_MINIAPP_ID", c.MiniAppID != "" || c.MiniAppKey == "")
	need("ZALO_MINIAPP_KEY", c.MiniAppKey != "" || c.MiniAppID == "")
	return names
}

// decodeKey reads SECRETS_KEY: 32 bytes in base64.
func decodeKey(s string) ([]byte, error) {
	if s == "" {
		return nil, nil
	}
	key, err := base64.StdEncoding.DecodeString(s)
	if err != nil || len(key) != 32 {
		return nil, errors.New("configuration: SECRETS_KEY must be 32 bytes in base64 (openssl rand -base64 32)")
	}
	return key, nil
}

func splitList(s string) []string {
	var out []string
	for v := range strings.SplitSeq(s, ",") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// reachable turns a listen address into one that a browser on this machine can
// open: an unspecified host becomes localhost.
func reachable(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return addr
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}
