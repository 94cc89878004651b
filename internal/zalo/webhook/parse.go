package webhook

import (
	"cmp"
	"encoding/json"
	"phatngon/internal/zalo/wire"
	"strings"
)

type party struct {
	ID      wire.Literal `json:"id"`
	AdminID wire.Literal `json:"admin_id"`
}

type wireMessage struct {
	MsgID       wire.Literal     `json:"msg_id"`
	MsgIDs      []wire.Literal   `json:"msg_ids"`
	QuoteMsgID  wire.Literal     `json:"quote_msg_id"`
	Text        wire.Literal     `json:"text"`
	ReactIcon   wire.Literal     `json:"react_icon"`
	TrackingID  wire.Literal     `json:"tracking_id"` // only of receipts by phone
	SubmitTime  wire.Literal     `json:"submit_time"`
	Data        wire.Literal     `json:"data"`
	Attachments []wireAttachment `json:"attachments"`
}

func parseEvent(top map[string]json.RawMessage, body []byte) Event {
	var m wireMessage
	wire.Object(top["message"], &m)
	e := Event{
		Name: wire.Text(top["event_name"]), AppUserID: wire.Text(top["user_id_by_app"]),
		MsgID: string(m.MsgID), MsgIDs: strs(m.MsgIDs), QuoteMsgID: string(m.QuoteMsgID),
		Text: string(m.Text), Reaction: string(m.ReactIcon),
		At: wire.Literal(wire.Text(top["timestamp"])).At(),
	}
	e.Kind = kindOf(e.Name)
	for _, a := range m.Attachments {
		e.Attachments = append(e.Attachments, a.attachment())
	}
	setParties(&e, top)
	if e.Kind == KindReceived && m.TrackingID != "" {
		e.UserID = "" // a receipt by phone: the recipient is a number, not a user id
	}
	if e.Kind == KindSubmitInfo {
		e.Info = parseInfo(top["info"])
	}
	if e.MsgID == "" {
		e.MsgID = wire.Text(top["msg_id"]) // answers to templates carry it at the root
	}
	e.ConsoleTest = isConsoleTest(e)
	e.Known = e.Kind != KindUnknown && complete(e)
	if !e.Known {
		e.Kind = KindUnknown
	}
	e.Key = eventKey(e, m, wire.Text(top["timestamp"]), body)
	return e
}

// setParties finds the OA and the person. In echoes and receipts the sender is
// the OA: taking it for a person is a mistake many bots make.
func setParties(e *Event, top map[string]json.RawMessage) {
	var sender, recipient, follower party
	wire.Object(top["sender"], &sender)
	wire.Object(top["recipient"], &recipient)
	wire.Object(top["follower"], &follower)
	from, to := string(sender.ID), string(recipient.ID)
	e.FromOA = strings.HasPrefix(e.Name, "oa_") || e.Kind == KindReceived || e.Kind == KindSeen
	switch {
	case e.Kind == KindGroup:
		e.GroupID = to
		if e.GroupID == "" {
			e.GroupID = wire.Text(top["group_id"])
		}
		if !e.FromOA {
			e.UserID = from
		}
	case e.FromOA:
		e.OAID, e.UserID, e.AdminID = from, to, string(sender.AdminID)
	default:
		e.OAID, e.UserID = to, from
	}
	if e.UserID == "" && e.Kind != KindGroup {
		e.UserID = cmp.Or(string(follower.ID), wire.Text(top["user_id"]))
	}
	if oa := cmp.Or(wire.Text(top["oa_id"]), wire.Text(top["oaId"])); oa != "" {
		e.OAID = oa
	}
}

// complete tells whether a known event carries what its kind needs.
func complete(e Event) bool {
	switch {
	case e.Kind.Message(), e.Kind == KindEcho, e.Kind == KindReaction:
		return e.UserID != "" && e.MsgID != ""
	case e.Kind == KindFollow, e.Kind == KindUnfollow, e.Kind == KindChatNow, e.Kind == KindWithdraw, e.Kind == KindSubmitInfo:
		return e.UserID != ""
	case e.Kind == KindReceived:
		return e.MsgID != ""
	case e.Kind == KindSeen:
		return len(e.MsgIDs) > 0
	}
	return true
}

// testMsgID stands in every sample that the console's Test button sends.
const testMsgID = "This is message id"

// isConsoleTest recognises the console's samples: the fixed message id, or ids
// of one repeated digit.
func isConsoleTest(e Event) bool {
	if e.MsgID == testMsgID || (len(e.MsgIDs) > 0 && e.MsgIDs[0] == testMsgID) {
		return true
	}
	return repeatedDigit(e.UserID) && repeatedDigit(e.OAID)
}

func repeatedDigit(id string) bool {
	return len(id) >= 15 && wire.IsDigits(id) && strings.Count(id, id[:1]) == len(id)
}

func strs(in []wire.Literal) []string {
	var out []string
	for _, l := range in {
		out = append(out, string(l))
	}
	return out
}
