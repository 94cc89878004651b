package zalo

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
)

// kinds of the events that need more than being kept. Names not listed and not
// covered by a prefix of kindOf are unknown.
var kinds = map[string]Kind{
	"user_send_text":          KindText,
	"user_send_image":         KindImage,
	"user_send_gif":           KindGIF,
	"user_send_link":          KindLink,
	"user_send_audio":         KindAudio,
	"user_send_video":         KindVideo,
	"user_send_sticker":       KindSticker,
	"user_send_location":      KindLocation,
	"user_send_business_card": KindContact,
	"user_send_file":          KindFile,

	"follow":                KindFollow,
	"unfollow":              KindUnfollow,
	"user_click_chatnow":    KindChatNow,
	"user_submit_info":      KindSubmitInfo,
	"user_received_message": KindReceived,
	"user_seen_message":     KindSeen,
	"user_reacted_message":  KindReaction,
	"oa_reacted_message":    KindReaction,
	"user_withdraw":         KindWithdraw,

	"oa_send_text":     KindEcho,
	"oa_send_image":    KindEcho,
	"oa_send_gif":      KindEcho,
	"oa_send_list":     KindEcho,
	"oa_send_file":     KindEcho,
	"oa_send_sticker":  KindEcho,
	"oa_send_template": KindEcho,

	"create_group":              KindGroup,
	"delete_group":              KindGroup,
	"update_group_info":         KindGroup,
	"add_group_admin":           KindGroup,
	"remove_group_admin":        KindGroup,
	"user_join_group":           KindGroup,
	"user_out_group":            KindGroup,
	"user_request_join_group":   KindGroup,
	"accept_request_join_group": KindGroup,
	"reject_request_join_group": KindGroup,

	"widget_interaction_accepted":            KindAccount,
	"widget_failed_to_sync_user_external_id": KindAccount,
	"add_user_to_tag":                        KindAccount,
	"remove_user_from_tag":                   KindAccount,
	"remove_tag":                             KindAccount,
	"update_user_info":                       KindAccount,
	"extension_purchased":                    KindAccount,
	"oa_send_consent":                        KindAccount,
	"user_reply_consent":                     KindAccount,
	"change_template_status":                 KindAccount,
	"change_template_quality":                KindAccount,
	"change_template_quota":                  KindAccount,
	"change_oa_template_tags":                KindAccount,
	"change_oa_daily_quota":                  KindAccount,
	"user_click_response_button":             KindAccount,
	"user_feedback":                          KindAccount,
	"event_journey_acknowledged":             KindAccount,
	"event_journey_time_out":                 KindAccount,
}

func kindOf(name string) Kind {
	if k, ok := kinds[name]; ok {
		return k
	}
	for _, p := range []string{"user_send_group_", "oa_send_group_"} {
		if strings.HasPrefix(name, p) {
			return KindGroup
		}
	}
	for _, p := range []string{"anonymous_send_", "oa_send_anonymous_"} {
		if strings.HasPrefix(name, p) {
			return KindAnonymous
		}
	}
	return KindUnknown
}

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

// eventKey is the key under which one event is kept once. The name is part of
// it: an echo and its receipts share a msg_id.
func eventKey(e Event, m wireMessage, stamp string, body []byte) string {
	switch {
	case !e.Known || e.ConsoleTest:
		return bodyKey(body)
	case e.Kind == KindSeen:
		return joinKey(append([]string{e.OAID, e.Name}, e.MsgIDs...)...)
	case e.Kind == KindReaction:
		return joinKey(e.OAID, e.Name, e.UserID, e.MsgID, e.Reaction, stamp)
	case m.SubmitTime != "":
		return joinKey(e.OAID, e.Name, e.MsgID, string(m.SubmitTime), shortHash(string(m.Data)))
	case e.MsgID != "":
		return joinKey(e.OAID, e.Name, e.MsgID)
	case e.UserID != "" && stamp != "" && e.Kind != KindAccount:
		return joinKey(e.OAID, e.Name, e.UserID, stamp)
	}
	return bodyKey(body)
}

// maxKey keeps keys fit for a database index, whatever came in.
const maxKey = 160

// joinKey joins parts so that different parts never give the same key.
func joinKey(parts ...string) string {
	key := strings.Join(parts, ":")
	if len(key) <= maxKey && strings.Count(key, ":") == len(parts)-1 && printable(key) {
		return key
	}
	quoted, err := json.Marshal(parts)
	if err != nil {
		return bodyKey([]byte(key)) // unreachable: strings always marshal
	}
	return bodyKey(quoted)
}

func bodyKey(body []byte) string {
	sum := sha256.Sum256(body)
	return "sha256:" + hex.EncodeToString(sum[:])
}

func shortHash(s string) string { return bodyKey([]byte(s))[len("sha256:"):][:16] }

func printable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' })
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
