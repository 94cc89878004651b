package link

import "strings"

// tiktok: a video or a row of photos has one number, whoever's page it is on.
func tiktok(a address) (Key, bool) {
	if code := tiktokShare(a); code != "" {
		return coded("tiktok", "t/"+code)
	}
	for i, segment := range a.path {
		if number, _, _ := strings.Cut(a.at(i+1), "."); tiktokPlayers[segment] && isDigits(number, 8) {
			return known("tiktok", number)
		}
	}
	switch a.word(0) {
	case "tag":
		return tiktokNamed(a, "tag/", a.word(1))
	case "music", "sticker", "effect", "place":
		return tiktokNamed(a, a.word(0)+"/", numbered(a.at(1)))
	case "share":
		return tiktokNamed(a, a.word(1)+"/", a.at(2))
	}
	return tiktokPerson(a)
}

// tiktokPlayers stand before the number of what is shown; embed/v2 too.
var tiktokPlayers = set("video photo v embed v2 v1")

// tiktokShare is the code of a short link.
func tiktokShare(a address) string {
	switch {
	case a.host == "vm.tiktok.com" || a.host == "vt.tiktok.com":
		return codeOf(a.at(0), 5, 32)
	case a.word(0) == "t":
		return codeOf(a.at(1), 5, 32)
	}
	return ""
}

func tiktokNamed(a address, kind, name string) (Key, bool) {
	if name == "" {
		return unknown()
	}
	return known("tiktok", kind+escape(name, ""))
}

// tiktokPerson is the key of a person, of their live stream or collection.
func tiktokPerson(a address) (Key, bool) {
	name := a.word(0)
	switch {
	case len(name) < 2 || name[0] != '@' || len(a.path) > 3:
		return unknown()
	case a.word(1) == "live":
		return known("tiktok", escape(name, "@")+"/live")
	case len(a.path) == 3:
		return tiktokNamed(a, a.word(1)+"/", numbered(a.at(2)))
	}
	return known("tiktok", escape(name, "@"))
}

// numbered is the number that a name ends in, else the name.
func numbered(name string) string {
	if number := name[strings.LastIndexByte(name, '-')+1:]; isDigits(number, 5) {
		return number
	}
	return name
}

var tiktokNoises = set(`u_code preview_pb _d _t _r timestamp user_id share_app_name share_iid source is_from_webapp sender_device
	is_copy_url web_id lang language langCountry share_link_id share_item_id share_app_id sec_uid sec_user_id social_sharing tt_from`)

func tiktokNoise(name string) bool { return tiktokNoises[name] }
