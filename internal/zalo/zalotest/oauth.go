package zalotest

import (
	"net/http"
	"slices"
	"time"

	"phatngon/internal/zalo"
)

// Lives of the OA's tokens.
const (
	accessLife  = 25 * time.Hour
	refreshLife = 90 * 24 * time.Hour
	maxUsed     = 1000 // refresh tokens remembered as used
)

// pair is the OA's token pair: only the newest works.
type pair struct {
	access, refresh       string
	accessEnd, refreshEnd time.Time
	used                  []string
}

func newPair(now time.Time) pair {
	return pair{access: "AT-" + newID(), refresh: "RT-" + newID(), accessEnd: now.Add(accessLife), refreshEnd: now.Add(refreshLife)}
}

// Token is the pair that works now, as if an OA admin had minted it by hand.
func (s *Server) Token() zalo.Token {
	s.mu.Lock()
	defer s.mu.Unlock()
	return zalo.Token{AccessToken: s.tokens.access, RefreshToken: s.tokens.refresh, ExpiresAt: s.tokens.accessEnd}
}

// ExpireToken ends the access token now; the refresh token still works.
func (s *Server) ExpireToken() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tokens.accessEnd = s.o.Now()
}

// Consent is what an OA admin does in the browser: a new pair, the old one is
// dead.
func (s *Server) Consent() zalo.Token {
	s.mu.Lock()
	s.rotate()
	s.mu.Unlock()
	return s.Token()
}

// rotate makes a new pair; the old one is dead. The caller holds the lock.
func (s *Server) rotate() {
	used := append(s.tokens.used, s.tokens.refresh)
	s.tokens = newPair(s.o.Now())
	s.tokens.used = used[max(0, len(used)-maxUsed):]
}

// RevokeTokens ends both: only a new consent helps.
func (s *Server) RevokeTokens() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tokens = pair{access: "revoked-" + newID(), refresh: "revoked-" + newID()}
}

// postAccessToken is POST /v4/oa/access_token, the refresh grant.
func (s *Server) postAccessToken(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	f := next(&s.logins)
	if s.down.kind != faultCode {
		f = s.outage(f)
	}
	s.mu.Unlock()
	if f.kind == faultCode {
		oauthError(w, f.code, "Injected error.")
		return
	}
	answer, code, name := s.grant(r, f.kind == 0 || f.accepted)
	switch {
	case s.spoil(w, r, f):
	case code != 0:
		oauthError(w, code, name)
	case answer == nil: // used before
		w.WriteHeader(http.StatusOK)
	default:
		writeJSON(w, answer)
	}
}

func oauthError(w http.ResponseWriter, code int, name string) {
	writeJSON(w, map[string]any{"error": code, "error_name": name, "error_description": name, "error_reason": name,
		"ref_doc": "https://developers.zalo.me/docs"})
}

// grant checks a token request and, if it is right and really takes place,
// changes the pair. No answer and no code: the refresh token was used before.
func (s *Server) grant(r *http.Request, happens bool) (answer map[string]any, code int, name string) {
	form := r.PostFormValue // a form only: query and JSON are not read
	s.mu.Lock()
	defer s.mu.Unlock()
	token := form("refresh_token")
	switch {
	case form("app_id") != s.o.AppID:
		return nil, -14002, "Invalid appId"
	case r.Header.Get("secret_key") != s.o.AppSecret:
		return nil, -14004, "Invalid secret key."
	case form("grant_type") != "refresh_token":
		return nil, -14018, "Invalid grant type."
	case slices.Contains(s.tokens.used, token):
		return nil, 0, ""
	case token == "" || token != s.tokens.refresh || !s.o.Now().Before(s.tokens.refreshEnd):
		return nil, -14014, "Invalid refresh token."
	case !happens:
		return nil, 0, ""
	}
	s.rotate()
	return map[string]any{"access_token": s.tokens.access, "refresh_token": s.tokens.refresh, "expires_in": "90000"}, 0, ""
}
