package zalotest

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"html/template"
	"net/http"
	"path"
	"strings"
	"time"
	"unicode/utf8"
)

//go:embed chat.html chat.css chat.js
var chatFiles embed.FS

var chatTemplate = template.Must(template.ParseFS(chatFiles, "chat.html"))

// chatPolicy lets the page load only its own files.
const chatPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; " +
	"connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

// pollWait is how long a poll waits for news. Polling rather than a stream:
// it also works behind adapters that buffer a whole answer.
const pollWait = 20 * time.Second

// ChatPage is the page on which a newcomer plays the personas. It may be
// mounted under any path; only the last element of a request's path counts.
func (s *Server) ChatPage() http.Handler {
	return http.NewCrossOriginProtection().Handler(http.HandlerFunc(s.serveChat))
}

// Handler serves the chat page at / and Zalo's API on the same address: the
// simulator as a program of its own.
func Handler(s *Server) http.Handler {
	page := s.ChatPage()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/v") && strings.Count(r.URL.Path, "/") > 1 {
			s.ServeHTTP(w, r)
			return
		}
		page.ServeHTTP(w, r)
	})
}

func (s *Server) serveChat(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", chatPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
	name := path.Base(r.URL.Path)
	switch {
	case r.Method == http.MethodGet && (r.URL.Path == "/" || strings.HasSuffix(r.URL.Path, "/")):
		s.getPage(w)
	case r.Method == http.MethodGet && (name == "chat.css" || name == "chat.js"):
		http.ServeFileFS(w, r, chatFiles, name)
	case r.Method == http.MethodGet && name == "poll":
		s.getPoll(w, r)
	case r.Method == http.MethodGet && name == "picture":
		s.getPicture(w, r)
	case r.Method == http.MethodPost:
		s.postAction(w, r, name)
	case r.Method == http.MethodGet && strings.Count(r.URL.Path, ".") == 0:
		// Relative addresses need the closing slash; the prefix is unknown.
		h.Set("Location", "./"+path.Base("/"+strings.SplitN(r.RequestURI, "?", 2)[0])+"/")
		w.WriteHeader(http.StatusFound)
	default:
		http.NotFound(w, r)
	}
}

func (s *Server) getPage(w http.ResponseWriter) {
	var b bytes.Buffer
	if err := chatTemplate.Execute(&b, map[string]any{"OA": s.o.OAName, "Initials": initials(s.o.OAName), "Examples": s.o.Examples}); err != nil {
		http.Error(w, "Trang trò chuyện bị lỗi.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = b.WriteTo(w) // the browser is gone
}

// initials are those of the last two words of a name.
func initials(name string) string {
	words := strings.Fields(name)
	var b strings.Builder
	for _, w := range words[max(0, len(words)-2):] {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return b.String()
}

// action is the body of the page's posts.
type action struct {
	Persona string `json:"persona"`
	Text    string `json:"text"`
	ID      string `json:"id"`
	Button  int    `json:"button"`
}

func (s *Server) postAction(w http.ResponseWriter, r *http.Request, name string) {
	if name == "image" {
		s.postImage(w, r)
		return
	}
	var a action
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(&a)
	if _, known := s.Persona(a.Persona); err != nil || !known {
		http.Error(w, "Không có nhân vật này.", http.StatusBadRequest)
		return
	}
	if problem := s.act(r.Context(), name, a); problem != "" {
		http.Error(w, problem, http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// act does what the page asks; a problem is Vietnamese.
func (s *Server) act(ctx context.Context, name string, a action) (problem string) {
	text := strings.TrimSpace(a.Text)
	if (name == "say" || name == "admin") && (text == "" || utf8.RuneCountInString(text) > maxTyped) {
		return "Tin nhắn cần có từ 1 đến 10.000 ký tự."
	}
	switch name {
	case "say":
		s.Say(a.Persona, text)
	case "admin":
		s.AdminSay(a.Persona, text)
	case "sticker":
		s.SendSticker(a.Persona, text)
	case "tap":
		return s.tapOn(a)
	case "open":
		s.OpenChat(a.Persona)
	case "follow":
		s.Follow(a.Persona)
	case "unfollow":
		s.Unfollow(a.Persona)
	case "seen":
		s.See(a.Persona)
	case "resend":
		if s.Resend(ctx, a.Persona, a.ID) != nil {
			return "Vẫn chưa gửi được. Kiểm tra máy chủ rồi thử lại."
		}
	default:
		return "Không có thao tác này."
	}
	return ""
}

// maxTyped bounds what a newcomer types, in characters.
const maxTyped = 10_000

func (s *Server) tapOn(a action) (problem string) {
	for _, m := range s.Messages(a.Persona) {
		if m.ID == a.ID && a.Button >= 0 && a.Button < len(m.Buttons) {
			s.TapButton(a.Persona, m.Buttons[a.Button])
			return ""
		}
	}
	return "Nút này không còn nữa."
}
