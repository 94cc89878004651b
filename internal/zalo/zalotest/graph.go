package zalotest

import (
	"crypto/hmac"
	"net/http"
	"slices"
	"time"

	"phatngon/internal/zalo"
)

// Lives of what a Mini App user holds.
const (
	sessionLife = time.Hour
	codeLife    = 2 * time.Minute
	maxSessions = 20_000
)

// session is a Mini App user's access token.
type session struct {
	token  string
	person *person
	end    time.Time
}

// phoneCode stands for a phone number, once.
type phoneCode struct {
	code   string
	person *person
	end    time.Time
}

// MiniAppToken is what getAccessToken gives to a persona in the Mini App: a
// new token, good for an hour.
func (s *Server) MiniAppToken(persona string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	one := session{token: "UT-" + newID(), person: s.person(persona), end: s.o.Now().Add(sessionLife)}
	s.sessions = append(s.sessions, one)
	s.sessions = s.sessions[max(0, len(s.sessions)-maxSessions):]
	return one.token
}

// PhoneCode is what getPhoneNumber gives to a persona who consents.
func (s *Server) PhoneCode(persona string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	one := phoneCode{code: "PC-" + newID(), person: s.person(persona), end: s.o.Now().Add(codeLife)}
	s.codes = append(s.codes, one)
	s.codes = s.codes[max(0, len(s.codes)-maxSessions):]
	return one.code
}

// getMe is GET graph/v2.0/me: flat, and never without proof.
func (s *Server) getMe(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	token, proof := r.Header.Get("access_token"), r.Header.Get("appsecret_proof")
	p := s.user(token)
	switch {
	case s.faults.OutsideVietnam:
		writeJSON(w, outsideVietnam())
	case p == nil:
		writeJSON(w, refuse(452, "Session key invalid. This could be because the session key has an incorrect format"))
	case !hmac.Equal([]byte(proof), []byte(zalo.Proof(s.o.AppSecret, token))):
		writeJSON(w, refuse(100, "Invalid appsecret_proof provided in the API argument"))
	default:
		me := map[string]any{"error": 0, "message": "Success", "id": p.AppUserID, "name": p.Name, "is_sensitive": false,
			"picture": map[string]any{"data": map[string]any{"url": "https://s120-ava-talk.zadn.vn/default.jpg"}}}
		if p.Follows {
			me["user_id_by_oa"], me["is_follower"] = p.UserID, true
		}
		writeJSON(w, me)
	}
}

// getMeInfo is GET graph/v2.0/me/info: a code for a phone number.
func (s *Server) getMeInfo(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.user(r.Header.Get("access_token"))
	i := slices.IndexFunc(s.codes, func(c phoneCode) bool { return c.code == r.Header.Get("code") })
	switch {
	case s.faults.OutsideVietnam:
		writeJSON(w, outsideVietnam())
	case p == nil:
		writeJSON(w, refuse(452, "Session key invalid"))
	case r.Header.Get("secret_key") != s.o.AppSecret:
		writeJSON(w, refuse(100, "Invalid secret key"))
	case i < 0 || s.codes[i].person != p || !s.o.Now().Before(s.codes[i].end):
		writeJSON(w, refuse(100, "Invalid code"))
	default:
		s.codes = slices.Delete(s.codes, i, i+1)
		writeJSON(w, success(map[string]any{"number": p.Phone}))
	}
}

func outsideVietnam() envelope {
	return refuse(zalo.CodeLocation, "Personal information is limited due to IP address not inside Vietnam: 203.0.113.7")
}

// user is whose token it is; nil for none that works.
func (s *Server) user(token string) *person {
	for _, one := range slices.Backward(s.sessions) {
		if one.token == token && s.o.Now().Before(one.end) {
			return one.person
		}
	}
	return nil
}
