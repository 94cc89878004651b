package css

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"phatngon/knowledge/importer/paper"
)

var (
	quoted    = regexp.MustCompile(`^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')`)
	cssEscape = regexp.MustCompile(`\\(?:([0-9a-fA-F]{1,6})\s?|(.))`)
)

// Words are what a style puts before or after an element; Unread is a content
// that is none of words.
type Words struct{ Text, Unread string }

func added(t html.Token, has map[string]declared) (out Words) {
	content := has["content"].value
	if content == "" || has["display"].value == "none" {
		return out
	}
	if name, ok := strings.CutPrefix(content, "attr("); ok {
		out.Text = paper.Shortened(value(t, strings.TrimSuffix(strings.TrimSpace(name), ")")), maxAdded)
		return out
	}
	out.Text = paper.Shortened(contentWords(content), maxAdded)
	if out.Text == "" && strings.Contains(content, "(") && !strings.HasPrefix(content, "url(") && !strings.HasPrefix(content, "var(") {
		out.Unread = content
	}
	return out
}

// maxAdded is how many letters a style may put at one place.
const maxAdded = 200

// contentWords are the quoted words of a property "content"; signs of fonts of
// icons are none.
func contentWords(content string) string {
	var b strings.Builder
	for {
		m := quoted.FindStringSubmatch(content)
		if m == nil {
			break
		}
		content = content[len(m[0]):]
		b.WriteString(cssEscape.ReplaceAllStringFunc(m[1]+m[2], func(e string) string {
			p := cssEscape.FindStringSubmatch(e)
			if p[1] == "" {
				return p[2]
			}
			code, _ := strconv.ParseUint(p[1], 16, 32)
			return string(rune(code))
		}))
	}
	return strings.Map(func(r rune) rune {
		if !isShown(r) && r != ' ' && r != '\u00a0' {
			return -1
		}
		return r
	}, b.String())
}

// isShown reports whether a sign of a style is seen as one.
func isShown(r rune) bool { return r > ' ' && r != 0x7f && (r < 0xe000 || r > 0xf8ff) && r != '\ufffd' }
