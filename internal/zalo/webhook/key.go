package webhook

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
)

// eventKey is the key under which one event is kept once. The name is part of
// it: an echo and its receipts share a msg_id.
func eventKey(e Event, m wireMessage, stamp string, body []byte) string {
	switch {
	case !e.Known || e.ConsoleTest:
		return bodyKey(body)
	case e.Kind == KindSeen:
		return joinKey(append([]string{e.OAID, e.Name}, e.MsgIDs...)...)
	case e.Kind == KindReaction:
		return joinKey(e.OAID, e.Name, shortHash(e.UserID+":"+e.MsgID), e.Reaction, stamp)
	case m.SubmitTime != "":
		return joinKey(e.OAID, e.Name, e.MsgID, string(m.SubmitTime), shortHash(string(m.Data)))
	case e.MsgID != "":
		return joinKey(e.OAID, e.Name, e.MsgID)
	case e.UserID != "" && stamp != "" && e.Kind != KindAccount:
		return joinKey(e.OAID, e.Name, shortHash(e.UserID+":"+stamp))
	}
	return bodyKey(body)
}

// maxKey keeps keys fit for a database index, whatever came in.
const MaxKey = 160

// joinKey joins parts so that different parts never give the same key.
func joinKey(parts ...string) string {
	key := strings.Join(parts, ":")
	if len(key) <= MaxKey && strings.Count(key, ":") == len(parts)-1 && Printable(key) {
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

func Printable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' })
}
