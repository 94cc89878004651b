package zalo

import (
	"encoding/json"
	"strings"
)

type party struct {
	ID      literal `json:"id"`
	AdminID literal `json:"admin_id"`
}

type wireMessage struct {
	MsgID       literal          `json:"msg_id"`
	MsgIDs      []literal        `json:"msg_ids"`
	QuoteMsgID  literal          `json:"quote_msg_id"`
	Text        literal          `json:"text"`
	ReactIcon   literal          `json:"react_icon"`
	TrackingID  literal          `json:"tracking_id"` // only of receipts by phone
	SubmitTime  literal          `json:"submit_time"`
	Data        literal          `json:"data"`
	Attachments []wireAttachment `json:"attachments"`
}

func parseEvent(top map[string]json.RawMessage, body []byte) Event {
	var m wireMessage
	object(top["message"], &m)
	e := Event{
		Name: text(top["event_name"]), AppUserID: text(top["user_id_by_app"]),
		MsgID: string(m.MsgID), MsgIDs: strs(m.MsgIDs), QuoteMsgID: string(m.QuoteMsgID),
		Text: string(m.Text), Reaction: string(m.ReactIcon),
		At: literal(text(top["timestamp"])).at(),
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
		e.MsgID = text(top["msg_id"]) // answers to templates carry it at the root
	}
	e.ConsoleTest = isConsoleTest(e)
	e.Known = e.Kind != KindUnknown && complete(e)
	if !e.Known {
		e.Kind = KindUnknown
	}
	e.Key = eventKey(e, m, text(top["timestamp"]), body)
	return e
}

// setParties finds the OA and the person. In echoes and receipts the sender is
// the OA: taking it for a person is a mistake many bots make.
func setParties(e *Event, top map[string]json.RawMessage) {
	var sender, recipient, follower party
	object(top["sender"], &sender)
	object(top["recipient"], &recipient)
	object(top["follower"], &follower)
	from, to := string(sender.ID), string(recipient.ID)
	e.FromOA = strings.HasPrefix(e.Name, "oa_") || e.Kind == KindReceived || e.Kind == KindSeen
	switch {
	case e.Kind == KindGroup:
		e.GroupID = to
		if e.GroupID == "" {
			e.GroupID = text(top["group_id"])
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
		e.UserID = firstOf(string(follower.ID), text(top["user_id"]))
	}
	if oa := firstOf(text(top["oa_id"]), text(top["oaId"])); oa != "" {
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
	return len(id) >= 15 && isDigits(id) && strings.Count(id, id[:1]) == len(id)
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func strs(in []literal) []string {
	var out []string
	for _, l := range in {
		out = append(out, string(l))
	}
	return out
}
