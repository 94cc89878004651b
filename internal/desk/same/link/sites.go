package link

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// site is what one platform makes of its links.
type site struct {
	hosts []string
	key   func(address) (Key, bool)
	noise func(string) bool // parameters that carry nothing here; nil when there are none of its own
}

var sites = []site{
	{[]string{"facebook.com"}, facebook, facebookNoise},
	{[]string{"youtube.com", "youtu.be", "yt.be", "youtube-nocookie.com", "youtubekids.com", "youtube.googleapis.com"}, youtube, youtubeNoise},
	{[]string{"tiktok.com", "vm.tiktok.com", "vt.tiktok.com", "tiktokv.com"}, tiktok, tiktokNoise},
	{[]string{"zalo.me", "oa.zalo.me", "page.zalo.me", "chat.zalo.me", "zaloapp.com", "rd.zapps.vn", "officialaccount.me"}, zalo, nil},
	{[]string{"x.com"}, x, xNoise},
	{[]string{"instagram.com"}, instagram, nil},
	{[]string{"t.me"}, telegram, nil},
	{[]string{"threads.com"}, threads, nil},
}

// renamed are hosts of a platform that has another name by now.
var renamed = map[string]string{"fb.com": "facebook.com", "twitter.com": "x.com", "instagr.am": "instagram.com", "telegram.me": "t.me",
	"telegram.dog": "t.me", "threads.net": "threads.com"}

// entrance is a label before a platform's host that leads to the same things in
// another language or for another device; "help" and "developers" are places of their own.
var entrance = regexp.MustCompile(`^([a-z]{2}(-[a-z]{2})?|mbasic|web|touch|free|lite|business|music|gaming|kids)$`)

// siteOf is the site of a host and that host without its entrance; an ordinary
// site has no key of its own.
func siteOf(host string) (site, string) {
	if slices.ContainsFunc(shorteners, func(domain string) bool { return under(host, domain) }) {
		return site{key: shortened}, host
	}
	host = cmp.Or(renamed[host], host)
	for _, s := range sites {
		if slices.Contains(s.hosts, host) {
			return s, host
		}
	}
	if before, rest, _ := strings.Cut(host, "."); entrance.MatchString(before) {
		if s, domain := siteOf(rest); s.key != nil {
			return s, domain
		}
	}
	return site{}, host
}

// shorteners give codes that lead anywhere.
var shorteners = strings.Fields(`bit.ly bitly.com t.co pic.twitter.com pic.x.com goo.gl tinyurl.com is.gd v.gd ow.ly buff.ly cutt.ly rb.gy
	rebrand.ly shorturl.at t.ly tiny.cc s.id lnkd.in dlvr.it ift.tt trib.al soo.gd bom.so by.com.vn bitly.com.vn
	link1s.com vn.city fb.watch fb.me fb.gg page.link app.link shope.ee s.shopee.vn s.lazada.vn amzn.to forms.gle wa.link`)

// shortened keeps host and code: what is added to a code never says what it means.
func shortened(a address) (Key, bool) {
	if len(a.path) == 0 {
		return unknown()
	}
	return coded("web", address{host: a.host, path: a.path}.text(nil))
}
