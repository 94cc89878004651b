package zalotest

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"html/template"
	"io"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"phatngon/internal/zalo"
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
	_, _ = b.WriteTo(w) //nolint:errcheck // the browser is gone
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

// Wire format of the page, chat.js reads it.
type (
	chatState struct {
		Rev      int64         `json:"rev"`
		Webhook  string        `json:"webhook"` // "", "off", "on"
		People   []chatPerson  `json:"people"`
		Messages []chatMessage `json:"messages"` // of the persona, changed since the rev asked for
	}
	chatPerson struct {
		ID       string `json:"id"`
		Name     string `json:"name"`
		Role     string `json:"role"`
		Initials string `json:"initials"`
		Follows  bool   `json:"follows"`
		Unread   int    `json:"unread"`
		Last     string `json:"last"`
	}
	chatMessage struct {
		Seq     int64         `json:"seq"`
		ID      string        `json:"id"`
		From    string        `json:"from"`
		Kind    zalo.Kind     `json:"kind"`
		Text    string        `json:"text"`
		URL     string        `json:"url,omitempty"`
		Buttons []zalo.Button `json:"buttons,omitempty"`
		At      int64         `json:"at"`
		State   string        `json:"state,omitempty"`
		Status  int           `json:"status,omitempty"`
	}
)

// getPoll answers what changed since ?rev for ?persona, waiting for a change.
func (s *Server) getPoll(w http.ResponseWriter, r *http.Request) {
	persona := r.URL.Query().Get("persona")
	rev, err := strconv.ParseInt(r.URL.Query().Get("rev"), 10, 64)
	if err != nil {
		rev = 0
	}
	ctx, cancel := context.WithTimeout(r.Context(), pollWait)
	defer cancel()
	err = s.await(ctx, func() bool { return s.rev != rev })
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	writeJSON(w, s.chatState(persona, rev))
}

func (s *Server) chatState(persona string, since int64) chatState {
	s.mu.Lock()
	defer s.mu.Unlock()
	if since > s.rev { // of an earlier life of the simulator
		since = 0
	}
	state := chatState{Rev: s.rev, Webhook: "on", Messages: []chatMessage{}}
	switch {
	case s.webhook == "":
		state.Webhook = ""
	case s.disabled:
		state.Webhook = "off"
	}
	for _, p := range s.people[:min(len(s.people), 50)] {
		state.People = append(state.People, summary(p))
	}
	p, ok := s.byID[persona]
	if !ok {
		return state
	}
	for _, m := range p.messages {
		if m.rev > since && !m.Hidden {
			state.Messages = append(state.Messages, chatMessage{Seq: m.Seq, ID: m.ID, From: m.From, Kind: m.Kind, Text: m.Text,
				URL: m.URL, Buttons: m.Buttons, At: m.At.UnixMilli(), State: m.State, Status: m.Status})
		}
	}
	return state
}

func summary(p *person) chatPerson {
	c := chatPerson{ID: p.ID, Name: p.Name, Role: p.Role, Initials: initials(p.Name), Follows: p.Follows}
	for _, m := range p.messages {
		if m.From != FromUser && !m.Seen {
			c.Unread++
		}
		if !m.Hidden {
			c.Last = shown(m)
		}
	}
	return c
}

// shown is a message in the list of personas.
func shown(m *Message) string {
	switch {
	case m.Kind == zalo.KindSticker:
		return "[Nhãn dán]"
	case m.Kind == zalo.KindImage && m.Text == "":
		return "[Hình ảnh]"
	}
	text := []rune(strings.Join(strings.Fields(m.Text), " "))
	return string(text[:min(len(text), 60)])
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

// Pictures sent from the page: few, small, in memory.
const (
	maxPictures    = 40
	maxPictureSize = 1 << 20 // Zalo's own limit for an image
)

type picture struct {
	id   string
	kind string // MIME type
	data []byte
}

// postImage takes a picture as the whole body, for ?persona.
func (s *Server) postImage(w http.ResponseWriter, r *http.Request) {
	persona := r.URL.Query().Get("persona")
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxPictureSize))
	kind := http.DetectContentType(data)
	if _, known := s.Persona(persona); err != nil || !known || !isPicture(kind) {
		http.Error(w, "Chỉ gửi được ảnh JPG, PNG, GIF hoặc WebP, không quá 1 MB.", http.StatusBadRequest)
		return
	}
	one := picture{id: newID(), kind: kind, data: data}
	s.mu.Lock()
	s.media = append(s.media, one)
	s.media = s.media[max(0, len(s.media)-maxPictures):]
	s.mu.Unlock()
	s.SendImage(persona, "http://f6.photo.talk.zdn.vn/"+one.id, "")
	w.WriteHeader(http.StatusNoContent)
}

func isPicture(kind string) bool {
	switch kind {
	case "image/jpeg", "image/png", "image/gif", "image/webp":
		return true
	}
	return false
}

func (s *Server) getPicture(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, one := range s.media {
		if one.id == id {
			w.Header().Set("Content-Type", one.kind)
			_, _ = w.Write(one.data) //nolint:errcheck // the browser is gone
			return
		}
	}
	http.NotFound(w, r)
}
