package zalotest

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"phatngon/internal/zalo"
	"phatngon/internal/zalo/webhook"
)

// Windows since the person's last interaction, and the package's monthly
// replies between them.
const (
	freeWindow = 48 * time.Hour
	lastWindow = 7 * 24 * time.Hour
	paidQuota  = 500
)

type sendBody struct {
	Recipient struct {
		UserID json.RawMessage `json:"user_id"`
	} `json:"recipient"`
	Message *struct {
		Text       *string         `json:"text"`
		Attachment *sentAttachment `json:"attachment"`
	} `json:"message"`
}

type sentAttachment struct {
	Type    string `json:"type"`
	Payload struct {
		TemplateType string `json:"template_type"`
		Buttons      []struct {
			Title   string          `json:"title"`
			Type    string          `json:"type"`
			Payload json.RawMessage `json:"payload"`
		} `json:"buttons"`
		Elements []struct {
			MediaType string `json:"media_type"`
			URL       string `json:"url"`
		} `json:"elements"`
	} `json:"payload"`
}

// postMessage is POST /v3.0/oa/message/cs.
func (s *Server) postMessage(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody))
	if err != nil {
		writeJSON(w, refuse(-201, "body is invalid"))
		return
	}
	s.mu.Lock()
	fault := s.outage(next(&s.sends))
	answer, ok := s.admit(w, r)
	var first *delivery
	switch {
	case fault.kind == faultCode:
		answer = refuse(fault.code, "Injected error")
	case ok && (fault.kind == 0 || fault.accepted):
		answer, first = s.accept(body)
	}
	s.mu.Unlock()
	if first != nil { // the echo overtakes the answer
		_, _ = s.post(context.WithoutCancel(r.Context()), first) // a lost echo is one of the faults
	}
	if !s.spoil(w, r, fault) {
		writeJSON(w, answer)
	}
}

// accept checks a message and delivers it. The delivery, if any, is an echo to
// be posted before the answer. The caller holds the lock.
func (s *Server) accept(body []byte) (envelope, *delivery) {
	var b sendBody
	if json.Unmarshal(body, &b) != nil || b.Message == nil {
		return refuse(-201, "message is invalid"), nil
	}
	p, refused := s.recipient(b.Recipient.UserID)
	if p == nil {
		return refused, nil
	}
	m, refused := checkMessage(b)
	if m == nil {
		return refused, nil
	}
	if refused := s.checkWindow(p); refused.Error != 0 {
		return refused, nil
	}
	s.record(p, m)
	first := s.afterSend(p, m)
	data := map[string]any{"message_id": m.ID, "user_id": p.UserID, "sent_time": fmt.Sprint(m.At.UnixMilli())}
	if s.o.Now().Sub(p.last) > freeWindow {
		data["quota"] = map[string]any{"quota_type": "sub_quota", "remain": fmt.Sprint(paidQuota - s.paid), "total": fmt.Sprint(paidQuota),
			"expired_date": s.o.Now().AddDate(0, 1, 0).Format("02/01/2006"), "owner_type": "OA", "owner_id": s.o.OAID}
	}
	return success(data), first
}

func (s *Server) recipient(raw json.RawMessage) (*person, envelope) {
	var id string
	if json.Unmarshal(raw, &id) != nil {
		return nil, refuse(-201, "user_id is invalid")
	}
	p, ok := s.byUser[id]
	switch {
	case !ok:
		return nil, refuse(-201, "user_id is invalid")
	case !p.met:
		return nil, refuse(-213, "User has not followed or interacted with the OA")
	}
	return p, envelope{}
}

func (s *Server) checkWindow(p *person) envelope {
	switch since := s.o.Now().Sub(p.last); {
	case since > lastWindow:
		return refuse(-230, "User has not interacted with the OA in the past 7 days")
	case since > freeWindow && s.paid >= paidQuota:
		return refuse(-211, "Out of quota")
	case since > freeWindow:
		s.paid++
	}
	return envelope{}
}

// checkMessage turns a body into the message a person would see.
func checkMessage(b sendBody) (*Message, envelope) {
	m := &Message{From: FromBot, Kind: webhook.KindText}
	if b.Message.Text != nil {
		m.Text = *b.Message.Text
	}
	if len(utf16.Encode([]rune(m.Text))) > zalo.MaxText {
		return nil, refuse(-210, "text is over 2000 characters")
	}
	a := b.Message.Attachment
	if a == nil && strings.TrimSpace(m.Text) == "" {
		return nil, refuse(-201, "text is empty")
	}
	if a == nil {
		return m, envelope{}
	}
	return checkAttachment(m, a)
}

func checkAttachment(m *Message, a *sentAttachment) (*Message, envelope) {
	switch {
	case a.Type != "template":
		return nil, refuse(-201, "attachment type is invalid")
	case a.Payload.TemplateType == "" && strings.TrimSpace(m.Text) == "":
		return nil, refuse(-201, "text is empty")
	case a.Payload.TemplateType == "":
		return checkButtons(m, a)
	case a.Payload.TemplateType != "media":
		return nil, refuse(-233, "template type is not supported")
	case len(a.Payload.Elements) != 1 || a.Payload.Elements[0].MediaType != "image" || a.Payload.Elements[0].URL == "":
		return nil, refuse(-201, "elements is invalid")
	}
	m.Kind, m.URL = webhook.KindImage, a.Payload.Elements[0].URL
	return m, envelope{}
}

func checkButtons(m *Message, a *sentAttachment) (*Message, envelope) {
	if n := len(a.Payload.Buttons); n == 0 || n > zalo.MaxButtons {
		return nil, refuse(-210, "buttons must be between 1 and 5")
	}
	for _, b := range a.Payload.Buttons {
		if b.Title == "" || utf8.RuneCountInString(b.Title) > zalo.MaxButtonTitle {
			return nil, refuse(-210, "button title is invalid")
		}
		button, ok := readButton(b.Title, b.Type, b.Payload)
		if !ok {
			return nil, refuse(-201, "button payload is invalid")
		}
		m.Buttons = append(m.Buttons, button)
	}
	return m, envelope{}
}

// readButton checks a payload against its type. Buttons that call or write an
// SMS are shown as a link.
func readButton(title, kind string, raw json.RawMessage) (zalo.Button, bool) {
	var text string
	var open struct {
		URL   string `json:"url"`
		Phone string `json:"phone_code"`
	}
	switch kind {
	case "oa.query.show", "oa.query.hide":
		ok := json.Unmarshal(raw, &text) == nil && text != "" && utf8.RuneCountInString(text) <= zalo.MaxButtonPayload
		return zalo.Button{Title: title, Payload: text, Hide: kind == "oa.query.hide"}, ok
	case "oa.open.url":
		ok := json.Unmarshal(raw, &open) == nil && (strings.HasPrefix(open.URL, "https://") || strings.HasPrefix(open.URL, "http://"))
		return zalo.Button{Title: title, URL: open.URL}, ok
	case "oa.open.phone", "oa.open.sms":
		ok := json.Unmarshal(raw, &open) == nil && open.Phone != ""
		return zalo.Button{Title: title, URL: "tel:+" + open.Phone}, ok
	}
	return zalo.Button{}, false
}

// afterSend sends what follows a delivered message: the echo and the receipt.
func (s *Server) afterSend(p *person, m *Message) (first *delivery) {
	message := map[string]any{"msg_id": m.ID, "text": m.Text}
	name := "oa_send_text"
	if m.Kind == webhook.KindImage {
		name = "oa_send_image"
		message["attachments"] = []any{map[string]any{"type": "image", "payload": map[string]any{"thumbnail": m.URL, "url": m.URL}}}
	}
	switch {
	case s.faults.NoEcho:
	case s.faults.EchoFirst:
		first = s.newDelivery(p, nil, s.fromOA(p, name, message))
	default:
		s.emit(p, nil, s.fromOA(p, name, message))
	}
	m.Received = true
	if !s.faults.NoReceipts {
		s.emit(p, nil, s.fromOA(p, "user_received_message", map[string]any{"msg_id": m.ID}))
	}
	return first
}

// postOldMessage is POST /v2.0/oa/message: closed for people, open for
// reactions of the OA.
func (s *Server) postOldMessage(_ *http.Request, body []byte) envelope {
	var b struct {
		Recipient struct {
			UserID string `json:"user_id"`
		} `json:"recipient"`
		Action *struct {
			Icon    string `json:"react_icon"`
			Message string `json:"react_message_id"`
		} `json:"sender_action"`
	}
	if json.Unmarshal(body, &b) != nil || b.Action == nil {
		return refuse(-240, "This API is shut down, use v3")
	}
	p, ok := s.byUser[b.Recipient.UserID]
	if !ok || b.Action.Icon == "" || b.Action.Message == "" {
		return refuse(-201, "sender_action is invalid")
	}
	s.emit(p, nil, s.fromOA(p, "oa_reacted_message", map[string]any{"msg_id": b.Action.Message, "react_icon": b.Action.Icon}))
	return success(map[string]any{"message_id": newID(), "user_id": p.UserID})
}
