package zalotest

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"phatngon/internal/zalo"
	"phatngon/internal/zalo/webhook"
)

// Each action names a persona that must exist: an unknown one is a mistake of
// the test and panics. Actions return at once; the webhook follows.

// Say lets a persona write. A text that is only a web address goes as a link,
// as in Zalo. It returns the message id.
func (s *Server) Say(persona, text string) string {
	if link, ok := onlyURL(text); ok {
		return s.SendLink(persona, link)
	}
	return s.write(persona, &Message{Kind: webhook.KindText, Text: text}, "user_send_text", nil)
}

func onlyURL(text string) (string, bool) {
	text = strings.TrimSpace(text)
	u, err := url.Parse(text)
	ok := err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") && !strings.ContainsAny(text, " \n")
	return text, ok
}

// SendLink lets a persona share a web address.
func (s *Server) SendLink(persona, link string) string {
	m := &Message{Kind: webhook.KindLink, Text: link, URL: link}
	return s.write(persona, m, "user_send_link", map[string]any{"thumbnail": "", "description": "", "url": link})
}

// SendImage lets a persona send a picture with a caption, which may be empty.
func (s *Server) SendImage(persona, imageURL, caption string) string {
	m := &Message{Kind: webhook.KindImage, Text: caption, URL: imageURL}
	return s.write(persona, m, "user_send_image", map[string]any{"thumbnail": imageURL, "url": imageURL})
}

// SendSticker lets a persona send a sticker.
func (s *Server) SendSticker(persona, sticker string) string {
	address := "https://zalo-api.zdn.vn/api/emoticon/sprite?eid=" + url.QueryEscape(sticker) + "&size=130"
	m := &Message{Kind: webhook.KindSticker, Text: "", URL: sticker}
	return s.write(persona, m, "user_send_sticker", map[string]any{"id": sticker, "url": address})
}

// SendFile lets a persona send a file of size bytes; there is no content.
func (s *Server) SendFile(persona, name string, size int64) string {
	ext := name[strings.LastIndexByte(name, '.')+1:]
	payload := map[string]any{"url": "http://file.example.zdn.vn/d/" + url.PathEscape(name), "size": fmt.Sprint(size),
		"name": name, "checksum": "d41d8cd98f00b204e9800998ecf8427e", "type": ext}
	return s.write(persona, &Message{Kind: webhook.KindFile, Text: "", URL: name}, "user_send_file", payload)
}

// Tap lets a persona tap the newest button with this title or payload. A web
// address makes no event: nobody but the persona learns of it.
func (s *Server) Tap(persona, button string) error {
	s.mu.Lock()
	messages := slices.Clone(s.person(persona).messages)
	s.mu.Unlock()
	for _, m := range slices.Backward(messages) {
		for _, b := range m.Buttons {
			if b.Title == button || b.Payload == button {
				s.TapButton(persona, b)
				return nil
			}
		}
	}
	return fmt.Errorf("zalotest: persona %s sees no button %q", persona, button)
}

// TapButton lets a persona tap b: its payload comes back as an ordinary text,
// for Zalo has no click event.
func (s *Server) TapButton(persona string, b zalo.Button) {
	if b.URL == "" {
		s.write(persona, &Message{Kind: webhook.KindText, Text: b.Payload, Hidden: b.Hide, Tapped: b.Title}, "user_send_text", nil)
	}
}

// Follow lets a persona press "Quan tâm".
func (s *Server) Follow(persona string) { s.follow(persona, true) }

// Unfollow lets a persona press "Bỏ quan tâm".
func (s *Server) Unfollow(persona string) { s.follow(persona, false) }

func (s *Server) follow(persona string, on bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.person(persona)
	p.Follows = on
	name := "unfollow"
	if on {
		name = "follow"
		s.interact(p)
	}
	s.notify()
	s.emit(p, nil, fields{"event_name": name, "oa_id": s.o.OAID, "follower": party(p.UserID),
		"user_id_by_app": p.AppUserID, "source": "oa_profile"})
}

// OpenChat lets a persona open the chat. Zalo tells the OA only when the two
// have never talked.
func (s *Server) OpenChat(persona string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.person(persona)
	if p.opened {
		return
	}
	s.interact(p)
	s.emit(p, nil, fields{"event_name": "user_click_chatnow", "oa_id": s.o.OAID, "user_id": p.UserID, "user_id_by_app": p.AppUserID})
}

// See lets a persona read all that the OA wrote.
func (s *Server) See(persona string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.person(persona)
	var ids []string
	for _, m := range p.messages {
		if m.From != FromUser && !m.Seen {
			m.Seen = true
			s.touch(m)
			if m.From == FromBot {
				ids = append(ids, m.ID)
			}
		}
	}
	if len(ids) > 0 && !s.faults.NoReceipts {
		s.emit(p, nil, s.fromOA(p, "user_seen_message", map[string]any{"msg_ids": ids}))
	}
}

// React lets a persona put an icon, such as /-heart, on a message.
func (s *Server) React(persona, messageID, icon string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.person(persona)
	s.emit(p, nil, s.fromUser(p, "user_reacted_message", map[string]any{"msg_id": messageID, "react_icon": icon}))
}

// Withdraw lets a persona ask that their data be deleted.
func (s *Server) Withdraw(persona string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.person(persona)
	s.emit(p, nil, fields{"event_name": "user_withdraw", "oa_id": s.o.OAID, "user_id": p.UserID, "user_id_by_app": p.AppUserID})
}

// AdminID is the human who answers in the OA's own chat tool.
const AdminID = "9045235360287471352"

// AdminSay lets that human write to a persona.
func (s *Server) AdminSay(persona, text string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.person(persona)
	m := s.record(p, &Message{From: FromAdmin, Kind: webhook.KindText, Text: text, Received: true})
	e := s.fromOA(p, "oa_send_text", map[string]any{"text": text, "msg_id": m.ID})
	e["sender"] = map[string]any{"id": s.o.OAID, "admin_id": AdminID}
	s.emit(p, nil, e)
	return m.ID
}

// write records a persona's message and sends its event.
func (s *Server) write(persona string, m *Message, event string, payload map[string]any) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.person(persona)
	s.interact(p)
	m.From, m.State = FromUser, Sending
	s.record(p, m)
	message := map[string]any{"msg_id": m.ID}
	if m.Text != "" {
		message["text"] = m.Text
	}
	if payload != nil {
		message["attachments"] = []any{map[string]any{"type": string(m.Kind), "payload": payload}}
	}
	s.emit(p, m, s.fromUser(p, event, message))
	return m.ID
}

// interact opens the window in which the OA may write. The caller holds the lock.
func (s *Server) interact(p *person) { p.met, p.opened, p.last = true, true, s.o.Now() }
