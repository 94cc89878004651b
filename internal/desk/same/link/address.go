package link

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// address is a link taken apart, everything decoded.
type address struct {
	host     string   // without what does not matter, see foldHost; with a port that is not the usual one
	path     []string // without empty segments
	query    query
	fragment string
}

type query []parameter

type parameter struct{ name, value string }

// read takes a link apart and reports whether it is one.
func read(text string) (address, bool) {
	if len(text) > maxLength {
		return address{}, false
	}
	text = strings.Map(visible, strings.TrimSpace(text))
	for strings.Contains(text, "&amp;") {
		text = strings.ReplaceAll(text, "&amp;", "&") // copied out of a page's source
	}
	rest, hasScheme, ok := cutScheme(text)
	if !ok {
		return address{}, false
	}
	rest, fragment, _ := strings.Cut(rest, "#")
	rest, raw, _ := strings.Cut(rest, "?")
	authority, path, _ := strings.Cut(strings.ReplaceAll(rest, `\`, "/"), "/")
	host, ok := foldHost(authority, hasScheme)
	return address{host, readPath(path), readQuery(raw), unescape(fragment)}, ok
}

// cutScheme takes the scheme off and reports whether there was one, and whether
// what remains may be a link of the web. Without a scheme an "@" makes it an e-mail.
func cutScheme(text string) (rest string, had, ok bool) {
	if rest, ok := strings.CutPrefix(text, "//"); ok {
		return rest, true, true
	}
	scheme, rest, had := strings.Cut(text, "://")
	if had && !strings.ContainsAny(scheme, "./?#:") {
		scheme = strings.ToLower(scheme)
		return rest, true, scheme == "http" || scheme == "https"
	}
	end := strings.IndexAny(text+"/", "/?#")
	return text, false, !strings.Contains(text[:end], "@")
}

// visible drops what nobody sees and copying brings along.
func visible(r rune) rune {
	if unicode.Is(unicode.Cf, r) || unicode.IsControl(r) {
		return -1
	}
	return r
}

func readPath(raw string) []string {
	var path []string
	for segment := range strings.SplitSeq(raw, "/") {
		switch segment = unescape(segment); segment {
		case "", ".":
		case "..":
			path = path[:max(0, len(path)-1)]
		default:
			path = append(path, segment)
		}
	}
	return path
}

func readQuery(raw string) query {
	var q query
	for part := range strings.SplitSeq(strings.ReplaceAll(raw, "+", " "), "&") {
		if name, value, _ := strings.Cut(part, "="); name+value != "" {
			q = append(q, parameter{unescape(name), unescape(value)})
		}
	}
	return q
}

// at is segment i of the path, "" when there is none.
func (a address) at(i int) string {
	if i < len(a.path) {
		return a.path[i]
	}
	return ""
}

// word is segment i of the path as a word of the platform: in small letters.
func (a address) word(i int) string { return strings.ToLower(a.at(i)) }

// get is the first value of a parameter, "" when there is none.
func (q query) get(name string) string {
	for _, p := range q {
		if p.name == name {
			return p.value
		}
	}
	return ""
}

// text is a in its one spelling, without what only follows people about. The
// fragment counts where it is a path of its own ("#/…", "#!…").
func (a address) text(noise func(string) bool) string {
	var b strings.Builder
	b.WriteString(a.host)
	for _, segment := range withoutAmp(a.path) {
		b.WriteString("/" + escape(segment, inPath))
	}
	q := slices.DeleteFunc(slices.Clone(a.query), func(p parameter) bool { return isNoise(p.name) || noise != nil && noise(p.name) })
	slices.SortStableFunc(q, func(x, y parameter) int { return cmp.Compare(x.name, y.name) })
	for i, p := range q {
		b.WriteString(string("?&"[min(i, 1)]) + escape(p.name, inQuery))
		if p.value != "" {
			b.WriteString("=" + escape(p.value, inQuery))
		}
	}
	if route := a.route(); route != "" {
		b.WriteString("#/" + escape(route, inPath+"/?"))
	}
	return b.String()
}

// route is the path that a fragment carries, "" where it is only a place on the page.
func (a address) route() string {
	if strings.HasPrefix(a.fragment, "!") || strings.HasPrefix(a.fragment, "/") {
		return strings.Trim(a.fragment, "!/")
	}
	return ""
}
