package zalo

import (
	"context"
	"fmt"
	"phatngon/internal/zalo/wire"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Limits of one message (https://developers.zalo.me/docs/official-account/tin-nhan/tin-tu-van).
// Zalo does not say in which unit text is counted; UTF-16 units of the NFC form
// are the safe reading.
const (
	MaxText          = 2000 // UTF-16 units
	MaxButtons       = 5
	MaxButtonTitle   = 100  // characters
	MaxButtonPayload = 1000 // characters
)

// Button sends Payload as the person's message when tapped, or opens URL when
// that is set. Hide keeps the payload out of the person's own chat.
type Button struct {
	Title   string `json:"title"`
	Payload string `json:"payload,omitempty"`
	URL     string `json:"url,omitempty"`
	Hide    bool   `json:"hide,omitempty"`
}

type textMessage struct {
	Text       string      `json:"text"`
	Attachment *attachment `json:"attachment,omitempty"`
}

type attachment struct {
	Type    string  `json:"type"`
	Payload buttons `json:"payload"`
}

type buttons struct {
	Buttons []wireButton `json:"buttons"`
}

type wireButton struct {
	Title   string `json:"title"`
	Type    string `json:"type"`
	Payload any    `json:"payload"`
}

// SendText sends one consultation message (tin Tư vấn) and returns its id,
// which the echo event will carry too, perhaps before SendText returns. The
// text must fit in one message (SplitText); what Zalo would refuse is refused
// here with the same code, without a call.
//
// https://developers.zalo.me/docs/official-account/tin-nhan/tin-tu-van/gui-tin-tu-van-dang-van-ban
func (c *Client) SendText(ctx context.Context, userID, text string, bs []Button) (messageID string, err error) {
	const op = "send message"
	text = norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD"))
	if bad := checkText(userID, text, bs); bad != nil {
		bad.Op = op
		return "", bad
	}
	message := textMessage{Text: text}
	if len(bs) > 0 {
		message.Attachment = &attachment{Type: "template", Payload: buttons{Buttons: wireButtons(bs)}}
	}
	body := map[string]any{"recipient": map[string]string{"user_id": userID}, "message": message}
	var result struct {
		MessageID wire.Literal `json:"message_id"`
	}
	err = c.do(ctx, call{op: op, path: "/v3.0/oa/message/cs", body: body, sends: true, result: &result})
	if err == nil && result.MessageID == "" {
		err = &APIError{Op: op, Status: 200, Message: "accepted without a message id", Retry: Never, OutcomeUnknown: true}
	}
	return string(result.MessageID), err
}

func checkText(userID, text string, bs []Button) *APIError {
	bad := func(code int, format string, args ...any) *APIError {
		return &APIError{Code: code, Message: fmt.Sprintf(format, args...), Retry: Never}
	}
	switch n := units(text); {
	case !wire.IsDigits(userID):
		return bad(-201, "user_id is invalid")
	case strings.TrimSpace(text) == "":
		return bad(-201, "text is empty")
	case n > MaxText:
		return bad(-210, "text has %d UTF-16 units, at most %d are allowed", n, MaxText)
	case len(bs) > MaxButtons:
		return bad(-210, "%d buttons, at most %d are allowed", len(bs), MaxButtons)
	}
	for i, b := range bs {
		switch {
		case strings.TrimSpace(b.Title) == "" || utf8.RuneCountInString(b.Title) > MaxButtonTitle:
			return bad(-210, "button %d needs a title of 1 to %d characters", i+1, MaxButtonTitle)
		case b.URL == "" && (b.Payload == "" || utf8.RuneCountInString(b.Payload) > MaxButtonPayload):
			return bad(-210, "button %d needs a payload of 1 to %d characters", i+1, MaxButtonPayload)
		case b.URL != "" && !strings.HasPrefix(b.URL, "https://") && !strings.HasPrefix(b.URL, "http://"):
			return bad(-201, "button %d needs a web address", i+1)
		}
	}
	return nil
}

func wireButtons(bs []Button) []wireButton {
	out := make([]wireButton, 0, len(bs))
	for _, b := range bs {
		w := wireButton{Title: b.Title, Type: "oa.query.show", Payload: b.Payload}
		switch {
		case b.URL != "":
			w.Type, w.Payload = "oa.open.url", map[string]string{"url": b.URL}
		case b.Hide:
			w.Type = "oa.query.hide"
		}
		out = append(out, w)
	}
	return out
}
