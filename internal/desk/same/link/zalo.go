package link

import "strings"

// zalo: people by telephone, official accounts by number or name, groups by the
// code of their invitation, articles by their number. A Mini App (s/…) and a
// personal QR are codes that only Zalo resolves.
func zalo(a address) (Key, bool) {
	if id := zaloArticle(a); id != "" {
		return known("zalo", "article/"+id)
	}
	first := a.word(0)
	switch {
	case first == "s" && a.at(1) != "":
		a.host, a.path = "", a.path[1:]
		return coded("zalo", "s"+a.text(nil))
	case first == "qr" && len(a.path) > 1:
		return coded("zalo", escape(strings.Join(a.path, "/"), "/"))
	case first == "g" && a.at(1) != "":
		return known("zalo", "g/"+escape(a.at(1), ""))
	case a.host == "chat.zalo.me" && a.query.get("phone") != "":
		return known("zalo", zaloNumber(a.query.get("phone")))
	case a.host == "chat.zalo.me" && a.query.get("g") != "":
		return known("zalo", "g/"+escape(a.query.get("g"), ""))
	case zaloHosts[a.host] && len(a.path) == 1 && first != "pc":
		return known("zalo", escape(zaloNumber(first), ""))
	}
	return unknown()
}

// zaloHosts show an account right below their name.
var zaloHosts = set("zalo.me oa.zalo.me page.zalo.me zaloapp.com")

var zaloArticles = set("d detail video pc")

// zaloArticle is the number of an article or film of an official account.
func zaloArticle(a address) string {
	if (a.host == "rd.zapps.vn" || a.host == "officialaccount.me") && zaloArticles[a.word(0)] {
		return codeOf(a.query.get("id"), 8, 64)
	}
	return ""
}

// zaloNumber writes a telephone number one way: 0…; accounts stay as they are.
func zaloNumber(s string) string {
	digits := strings.TrimPrefix(strings.NewReplacer(" ", "", ".", "", "-", "").Replace(s), "+")
	if rest, ok := strings.CutPrefix(strings.TrimPrefix(digits, "00"), "84"); ok && isDigits(rest, 9) && len(rest) == 9 {
		return "0" + rest
	}
	if isDigits(digits, 8) {
		return digits
	}
	return s
}
