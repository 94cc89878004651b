package main

import (
	"encoding/base64"
	"strings"
	"testing"
	"time"
)

func TestReadConfig(t *testing.T) {
	key := base64.StdEncoding.EncodeToString(make([]byte, 32))
	complete := map[string]string{
		"ZALO_APP_ID": "1", "ZALO_APP_SECRET": "2", "ZALO_OA_ID": "3", "ZALO_OA_SECRET_KEY": "old, new",
		"ZALO_OA_REFRESH_TOKEN": "4", "SECRETS_KEY": key,
	}
	without := func(names ...string) map[string]string {
		env := map[string]string{}
		for k, v := range complete {
			env[k] = v
		}
		for _, n := range names {
			delete(env, n)
		}
		return env
	}
	with := func(name, value string) map[string]string {
		env := without()
		env[name] = value
		return env
	}
	cases := map[string]struct {
		env  map[string]string
		want string // in the error; "" = accepted
	}{
		"nothing set is a demo":                  {map[string]string{}, ""},
		"complete production":                    {complete, ""},
		"host of a test server is no credential": {map[string]string{"ZALO_OPENAPI_URL": "http://127.0.0.1:1"}, ""},
		"one credential alone":                   {map[string]string{"ZALO_APP_ID": "1"}, "ZALO_APP_SECRET, ZALO_OA_ID, ZALO_OA_SECRET_KEY, SECRETS_KEY"},
		"no secrets key in production":           {without("SECRETS_KEY"), "missing SECRETS_KEY"},
		"mini app without its key":               {with("ZALO_MINIAPP_ID", "9"), "ZALO_MINIAPP_KEY"},
		"secrets key too short":                  {with("SECRETS_KEY", "c2hvcnQ="), "32 bytes"},
		"administrator without password":         {map[string]string{"ADMIN_EMAIL": "a@b.vn"}, "ADMIN_PASSWORD"},
		"unknown log level":                      {map[string]string{"LOG_LEVEL": "loud"}, "LOG_LEVEL"},
		"a package of 2,000 calls a minute":      {map[string]string{"ZALO_CALLS_PER_MINUTE": "2000"}, ""},
		"no calls a minute":                      {map[string]string{"ZALO_CALLS_PER_MINUTE": "0"}, "ZALO_CALLS_PER_MINUTE"},
		"unknown log format":                     {map[string]string{"LOG_FORMAT": "xml"}, "LOG_FORMAT"},
		"address without port":                   {map[string]string{"HTTP_ADDR": "localhost"}, "HTTP_ADDR"},
		"embeddings of a local server":           {map[string]string{"OPENAI_EMBEDDING_MODEL": "m", "OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}, ""},
		"embeddings of OpenAI":                   {map[string]string{"OPENAI_EMBEDDING_MODEL": "m", "OPENAI_API_KEY": "k"}, ""},
		"a key without a model":                  {map[string]string{"OPENAI_API_KEY": "k"}, ""},
		"a mail server and a sender":             {map[string]string{"SMTP_URL": "smtp://mail.th.vn:587", "MAIL_FROM": "phatngon@th.vn"}, ""},
		"a mail server without a sender":         {map[string]string{"SMTP_URL": "smtp://mail.th.vn:587"}, "MAIL_FROM"},
		"a mail server that is none":             {map[string]string{"SMTP_URL": "mail.th.vn", "MAIL_FROM": "phatngon@th.vn"}, "SMTP_URL"},
		"embeddings of nobody":                   {map[string]string{"OPENAI_EMBEDDING_MODEL": "m"}, "OPENAI_BASE_URL"},
		"a model of nobody":                      {map[string]string{"OPENAI_MODEL": "m"}, "OPENAI_BASE_URL"},
		"embeddings from no address":             {map[string]string{"OPENAI_EMBEDDING_MODEL": "m", "OPENAI_BASE_URL": "localhost:1"}, "OPENAI_BASE_URL"},
		"a provider of agency accounts":          {map[string]string{"OIDC_ISSUER": "https://sso.th.vn", "OIDC_CLIENT_ID": "phatngon", "OIDC_CLIENT_SECRET": "s"}, ""},
		"a provider on this machine":             {map[string]string{"OIDC_ISSUER": "http://127.0.0.1:9", "OIDC_CLIENT_ID": "phatngon", "OIDC_CLIENT_SECRET": "s"}, ""},
		"a provider without secret":              {map[string]string{"OIDC_ISSUER": "https://sso.th.vn", "OIDC_CLIENT_ID": "phatngon"}, "missing OIDC_CLIENT_SECRET"},
		"a provider that is only a secret":       {map[string]string{"OIDC_CLIENT_SECRET": "s"}, "missing OIDC_ISSUER, OIDC_CLIENT_ID"},
		"a provider over the open network":       {map[string]string{"OIDC_ISSUER": "http://sso.th.vn", "OIDC_CLIENT_ID": "phatngon", "OIDC_CLIENT_SECRET": "s"}, "OIDC_ISSUER must be"},
		"public address without scheme":          {map[string]string{"PUBLIC_URL": "phatngon.vn"}, "PUBLIC_URL"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := readConfig(func(n string) string { return c.env[n] })
			switch {
			case c.want == "" && err != nil:
				t.Errorf("refused: %v", err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("error %v; want it to name %q", err, c.want)
			case err != nil && strings.Contains(err.Error(), "\n"):
				t.Errorf("error has more than one line: %q", err)
			}
		})
	}
}

func TestConfigDefaults(t *testing.T) {
	c, err := readConfig(func(n string) string {
		return map[string]string{"HTTP_ADDR": "0.0.0.0:9000", "ZALO_OA_SECRET_KEY": " a ,b,", "ZALO_APP_ID": "1", "ZALO_APP_SECRET": "1",
			"ZALO_OA_ID": "1", "SECRETS_KEY": base64.StdEncoding.EncodeToString(make([]byte, 32))}[n]
	})
	if err != nil {
		t.Fatal(err)
	}
	if c.PublicURL != "http://localhost:9000" {
		t.Errorf("public address %q; want one that a browser can open", c.PublicURL)
	}
	if len(c.OAKeys) != 2 || c.Demo() {
		t.Errorf("keys %d, demo %v; want two keys during rotation, production", len(c.OAKeys), c.Demo())
	}
}

func TestAPublicAddressWithoutTLSIsWarnedOfInProductionOnly(t *testing.T) {
	for _, tc := range []struct {
		c    Config
		want bool
	}{
		{Config{PublicURL: "http://localhost:8080"}, false},
		{Config{PublicURL: "http://tinh.example", AppID: "1"}, true},
		{Config{PublicURL: "https://tinh.example", AppID: "1"}, false},
	} {
		if got := len(tc.c.warnings()) > 0; got != tc.want {
			t.Errorf("%s, demo %v: warned %v", tc.c.PublicURL, tc.c.Demo(), got)
		}
	}
}

func TestOnlyTheDemosClockCanBeSetAhead(t *testing.T) {
	for env, want := range map[string]bool{"DEMO_AHEAD=192h": true, "DEMO_AHEAD=soon": false, "DEMO_AHEAD=192h ZALO_APP_ID=1": false} {
		set := map[string]string{}
		for pair := range strings.FieldsSeq(env) {
			name, value, _ := strings.Cut(pair, "=")
			set[name] = value
		}
		c, err := readConfig(func(name string) string { return set[name] })
		if (err == nil) != want || err != nil && !strings.Contains(err.Error(), "DEMO_AHEAD") {
			t.Errorf("%s: %v; want accepted %v", env, err, want)
		}
		if ahead := time.Until(c.now()); want && (ahead < 191*time.Hour || ahead > 193*time.Hour) {
			t.Errorf("the clock is %v ahead", ahead)
		}
	}
}
