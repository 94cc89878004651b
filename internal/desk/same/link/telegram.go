package link

import "strings"

// telegram: a message is its channel and its number; "s/" is the same page for
// those without Telegram, "c/" a channel without a name.
func telegram(a address) (Key, bool) {
	path := a.path
	if len(path) > 1 && path[0] == "s" {
		path = path[1:]
	}
	if invitation := telegramInvitation(path); invitation != "" {
		return known("telegram", "+"+invitation)
	}
	if len(path) == 0 || telegramReserved[strings.ToLower(path[0])] {
		return unknown()
	}
	name := strings.ToLower(path[0])
	if name == "c" && len(path) > 1 {
		name, path = "c/"+path[1], path[1:]
	}
	// In a group with topics the topic's number stands before the message's.
	if last := path[len(path)-1]; len(path) > 1 && isDigits(last, 1) {
		return known("telegram", escape(name, "/")+"/"+last+telegramComment(a.query))
	}
	return known("telegram", escape(name, "/"))
}

var telegramReserved = set("addemoji addlist addstickers addtheme bg contact iv joinchat login proxy s setlanguage share socks")

// telegramInvitation is the code of joinchat/CODE and +CODE.
func telegramInvitation(path []string) string {
	if len(path) > 1 && path[0] == "joinchat" {
		return codeOf(path[len(path)-1], 10, 64)
	}
	if len(path) == 1 {
		if code, ok := strings.CutPrefix(path[0], "+"); ok {
			return codeOf(code, 10, 64)
		}
	}
	return ""
}

func telegramComment(q query) string {
	if comment := q.get("comment"); isDigits(comment, 1) {
		return "#" + comment
	}
	return ""
}
