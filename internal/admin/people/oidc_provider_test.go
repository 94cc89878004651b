package people_test

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"maps"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"
)

const (
	clientID     = "phatngon"
	clientSecret = "bi-mat-cua-panel"
)

// agency is a provider of accounts in the test: it signs one person in, and is as strict with
// the panel as the standards ask.
type agency struct {
	*testing.T
	*httptest.Server
	key *rsa.PrivateKey

	mu      sync.Mutex
	away    bool
	claims  map[string]any // over those of an honest token
	info    map[string]any // what the userinfo endpoint says; nil: there is none
	back    url.Values     // over what the person brings back
	granted map[string]url.Values
}

var agencyKey = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) })

func newAgency(t *testing.T, email string) *agency {
	t.Helper()
	key, err := agencyKey()
	if err != nil {
		t.Fatal(err)
	}
	a := &agency{T: t, key: key, granted: map[string]url.Values{}, claims: map[string]any{"email": email, "email_verified": true}}
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"GET /.well-known/openid-configuration": a.discover, "GET /keys": a.keys, "GET /authorize": a.authorize, "POST /token": a.token, "GET /userinfo": a.userinfo,
	} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			a.mu.Lock()
			defer a.mu.Unlock()
			if a.away {
				http.Error(w, "đang bảo trì", http.StatusServiceUnavailable)
				return
			}
			h(w, r)
		})
	}
	a.Server = httptest.NewServer(mux)
	t.Cleanup(a.Close)
	return a
}

// now changes what it does from now on.
func (a *agency) now(change func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	change()
}

func (a *agency) discover(w http.ResponseWriter, _ *http.Request) {
	said := map[string]any{
		"issuer": a.URL, "authorization_endpoint": a.URL + "/authorize", "token_endpoint": a.URL + "/token", "jwks_uri": a.URL + "/keys",
		"id_token_signing_alg_values_supported": []string{"RS256"},
	}
	if a.info != nil {
		said["userinfo_endpoint"] = a.URL + "/userinfo"
	}
	a.answer(w, said)
}

func (a *agency) keys(w http.ResponseWriter, _ *http.Request) {
	e := big.NewInt(int64(a.key.E)).Bytes()
	a.answer(w, map[string]any{"keys": []any{map[string]any{"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "1", "n": b64(a.key.N.Bytes()), "e": b64(e)}}})
}

func (a *agency) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if q.Get("response_type") != "code" || q.Get("client_id") != clientID || q.Get("scope") != "openid email" ||
		q.Get("code_challenge_method") != "S256" || q.Get("code_challenge") == "" || q.Get("state") == "" || q.Get("nonce") == "" {
		a.Errorf("the panel asks to sign in with %v", q)
	}
	code := rand.Text()
	a.granted[code] = q
	back := url.Values{"code": {code}, "state": {q.Get("state")}}
	maps.Copy(back, a.back)
	http.Redirect(w, r, q.Get("redirect_uri")+"?"+back.Encode(), http.StatusFound)
}

// token trades a code once, for who shows secret, address and verifier (RFC 6749, 4.1.3; RFC 7636, 4.6).
func (a *agency) token(w http.ResponseWriter, r *http.Request) {
	asked, ok := a.granted[r.FormValue("code")]
	delete(a.granted, r.FormValue("code"))
	id, secret, _ := r.BasicAuth()
	hash := sha256.Sum256([]byte(r.FormValue("code_verifier")))
	if !ok || id != clientID || secret != clientSecret || r.FormValue("redirect_uri") != asked.Get("redirect_uri") || b64(hash[:]) != asked.Get("code_challenge") {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusBadRequest)
		a.answer(w, map[string]any{"error": "invalid_grant"})
		return
	}
	claims := map[string]any{"iss": a.URL, "sub": "7", "aud": clientID, "nonce": asked.Get("nonce"), "iat": time.Now().Unix(), "exp": time.Now().Add(time.Hour).Unix()}
	maps.Copy(claims, a.claims)
	a.answer(w, map[string]any{"access_token": "vao-cua", "token_type": "Bearer", "id_token": a.sign(claims)})
}

func (a *agency) userinfo(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "Bearer vao-cua" {
		a.Errorf("userinfo is asked with another token")
	}
	a.answer(w, a.info)
}

func (a *agency) sign(claims map[string]any) string {
	body, err := json.Marshal(claims)
	if err != nil {
		a.Error(err)
	}
	signed := b64([]byte(`{"alg":"RS256","kid":"1"}`)) + "." + b64(body)
	hash := sha256.Sum256([]byte(signed))
	signature, err := rsa.SignPKCS1v15(rand.Reader, a.key, crypto.SHA256, hash[:])
	if err != nil {
		a.Error(err)
	}
	return signed + "." + b64(signature)
}

func (a *agency) answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		a.Error(err)
	}
}

func b64(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }
