package webhook

import (
	"bytes"
	"encoding/json"
	"phatngon/internal/zalo/wire"
)

// Redact is a webhook body without what the bot promises not to keep: the coordinates
// of a location, and all that a business card says of its person, with the text beside
// either. Every other field stays, and any other body is given back as it came. An
// event's Key is that of the original body: parse before redacting.
func Redact(body []byte) []byte {
	var top map[string]json.RawMessage
	if json.Unmarshal(body, &top) != nil {
		return body
	}
	var private []string // fields of an attachment's payload
	switch kindOf(wire.Text(top["event_name"])) {
	case KindLocation:
		private = []string{"coordinates", "latitude", "longitude", "title", "description", "url", "link_url", "thumbnail"}
	case KindContact:
		private = []string{"name", "phone", "title", "description", "url", "link_url", "thumbnail", "id"}
	default:
		return body
	}
	top["message"] = redactMessage(top["message"], private)
	return marshal(top, body)
}

func redactMessage(raw json.RawMessage, private []string) json.RawMessage {
	var message map[string]json.RawMessage
	if json.Unmarshal(raw, &message) != nil || message == nil {
		return json.RawMessage("{}") // not as Zalo writes it: nobody knows what it holds
	}
	delete(message, "text")
	if all, ok := message["attachments"]; ok {
		message["attachments"] = redactAttachments(all, private)
	}
	return marshal(message, json.RawMessage("{}"))
}

func redactAttachments(raw json.RawMessage, private []string) json.RawMessage {
	var all []map[string]json.RawMessage
	if json.Unmarshal(raw, &all) != nil {
		return json.RawMessage("[]")
	}
	for _, a := range all {
		if payload, ok := a["payload"]; ok {
			a["payload"] = redactPayload(payload, private)
		}
	}
	return marshal(all, json.RawMessage("[]"))
}

func redactPayload(raw json.RawMessage, private []string) json.RawMessage {
	var payload map[string]json.RawMessage
	if json.Unmarshal(raw, &payload) != nil {
		return json.RawMessage("{}")
	}
	for _, field := range private {
		delete(payload, field)
	}
	return marshal(payload, json.RawMessage("{}"))
}

// marshal keeps letters such as & as they came; v, made of JSON, always encodes.
func marshal(v any, otherwise []byte) []byte {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if e.Encode(v) != nil {
		return otherwise
	}
	return bytes.TrimSpace(out.Bytes())
}
