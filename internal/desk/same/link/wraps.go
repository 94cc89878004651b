package link

import "strings"

// wrap is a page that only leads on: where it stands, and the parameters that
// carry the link. An empty path is any.
type wrap struct {
	host, path string
	names      []string
}

var wraps = []wrap{
	{"facebook.com", "l.php", []string{"u"}},
	{"facebook.com", "flx/warn", []string{"u"}},
	{"facebook.com", "sharer.php", []string{"u"}},
	{"facebook.com", "sharer/sharer.php", []string{"u"}},
	{"facebook.com", "share.php", []string{"u"}},
	{"facebook.com", "dialog/share", []string{"href"}},
	{"facebook.com", "plugins/video.php", []string{"href"}},
	{"facebook.com", "plugins/post.php", []string{"href"}},
	{"facebook.com", "login", []string{"next"}},
	{"facebook.com", "login.php", []string{"next"}},
	{"facebook.com", "login/web", []string{"next"}},
	{"l.instagram.com", "", []string{"u"}},
	{"l.threads.com", "", []string{"u"}},
	{"l.threads.net", "", []string{"u"}},
	{"instagram.com", "accounts/login", []string{"next"}},
	{"youtube.com", "redirect", []string{"q"}},
	{"youtube.com", "attribution_link", []string{"u"}},
	{"youtube.com", "signin", []string{"next"}},
	{"accounts.youtube.com", "", []string{"continue"}},
	{"accounts.google.com", "", []string{"continue"}},
	{"tiktok.com", "link/v2", []string{"target"}},
	{"t.me", "iv", []string{"url"}},
	{"t.me", "share/url", []string{"url"}},
	{"id.zalo.me", "", []string{"continue"}},
	{"zalo.me", "share_inline", []string{"url"}}, // of Zalo's own button on sites of others
	{"zalo.me", "share_external", []string{"url"}},
	{"zalo.me", "plugins/share", []string{"url"}},
	{"google.com", "url", []string{"url", "q"}},
	{"google.com.vn", "url", []string{"url", "q"}},
	{"vk.com", "away.php", []string{"to"}},
}

// inside is the link that a carries, when a page like that only leads on.
func (a address) inside() (address, bool) {
	if len(a.path) == 0 && a.route() != "" && isRouted(a.host) {
		return a.to("/" + a.route())
	}
	path := strings.Join(a.path, "/")
	for _, w := range wraps {
		if !under(a.host, w.host) || w.path != "" && w.path != path {
			continue
		}
		for _, name := range w.names {
			if inner, ok := a.to(a.query.get(name)); ok {
				return inner, true
			}
		}
	}
	return a.cached()
}

// isRouted reports whether the pages of host once stood behind "#!" and "#".
func isRouted(host string) bool {
	return under(host, "youtube.com") || under(host, "twitter.com") || under(host, "x.com")
}

// cached is the page that a cache for AMP shows: its host stands in the path.
func (a address) cached() (address, bool) {
	if !under(a.host, "cdn.ampproject.org") && !(under(a.host, "google.com") && a.at(0) == "amp") || len(a.path) < 2 {
		return address{}, false
	}
	path := a.path[1:]
	if path[0] == "s" && len(path) > 1 {
		path = path[1:]
	}
	host, ok := foldHost(path[0], false)
	return address{host, path[1:], a.query, a.fragment}, ok
}

// to reads a link found in a; one that begins with its path stays on a's host.
func (a address) to(target string) (address, bool) {
	if strings.HasPrefix(target, "/") && !strings.HasPrefix(target, "//") {
		target = "https://" + a.host + target
	}
	return read(target)
}
