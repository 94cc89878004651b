package webpage

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// styles are the rules of a page's own style that change what a person reads.
// Rules for paper or for narrow screens are not read.
type styles struct {
	rules map[string][]*rule // by the tag, class or name of the element they are of
	count int
	work  int // comparisons so far
}

// rule is one selector and what it sets.
type rule struct {
	selector string
	steps    []step // outermost first; the last is the element
	pseudo   string // "before", "after"
	sets     []declared
	unsure   bool // it asks what is not known here, such as which child an element is
	weight   int
	order    int // on the page
}

// declared is a property; a heavier one wins, of equals the later.
type declared struct {
	property, value string
	weight, order   int
}

// Limits of a style: what is beyond is not read.
const (
	maxRules   = 20_000
	maxCompare = 5_000_000
)

// Weights of a declaration: of a rule at most ofElement, then the element's
// own, then the important ones.
const (
	ofElement = 1_000_000
	important = 10_000_000
)

// weighty are the properties that change what a person reads.
var weighty = map[string]string{
	"display": "display", "visibility": "visibility", "opacity": "opacity", "font-size": "font-size", "mso-hide": "mso-hide",
	"text-decoration": "text-decoration", "text-decoration-line": "text-decoration", "text-transform": "text-transform",
	"vertical-align": "vertical-align", "font-weight": "font-weight", "text-align": "text-align", "content": "content",
	"color": "color", "background": "background", "background-color": "background", "position": "position", "left": "left", "top": "top",
	"text-indent": "text-indent", "clip": "clip", "clip-path": "clip-path", "height": "height", "max-height": "max-height", "overflow": "overflow",
}

// inOrder is how the properties of an element are written.
var inOrder = strings.Fields(`display visibility opacity font-size mso-hide text-decoration text-transform vertical-align font-weight text-align
	content color background position left top text-indent clip clip-path height max-height overflow`)

// stylesOf reads the style elements of a page, wherever they stand.
func stylesOf(page []byte) *styles {
	s := &styles{rules: map[string][]*rule{}}
	if !bytes.Contains(bytes.ToLower(page), []byte("<style")) {
		return s
	}
	z := html.NewTokenizer(bytes.NewReader(page))
	z.SetMaxBuf(4 << 20)
	in := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return s
		case html.StartTagToken:
			t := z.Token()
			in = t.Data == "style" && onScreen(value(t, "media"))
		case html.EndTagToken:
			in = false
		case html.TextToken:
			if in {
				s.read(string(z.Text()))
			}
		}
	}
}

// onScreen reports whether a rule is for any screen.
func onScreen(media string) bool {
	switch strings.ToLower(strings.TrimSpace(media)) {
	case "", "all", "screen", "screen, print", "all, screen", "print, screen", "only screen":
		return true
	}
	return false
}

var cssComment = regexp.MustCompile(`(?s)/\*.*?\*/|<!--|-->`)

// beyond reports a style of which not all was read.
func (s *styles) beyond() bool { return s.count >= maxRules || s.work >= maxCompare }

func (s *styles) read(text string) { s.readWithin(text, 0) }

// maxWithin is how deep blocks of rules may stand in others.
const maxWithin = 4

func (s *styles) readWithin(text string, depth int) {
	if depth == 0 {
		text = cssComment.ReplaceAllString(text, "")
	}
	if depth > maxWithin {
		s.count = maxRules
		return
	}
	for text != "" && s.count < maxRules {
		open := strings.IndexAny(text, "{;")
		if open < 0 {
			return
		}
		head := strings.TrimSpace(text[:open])
		if text[open] == ';' { // @import
			text = text[open+1:]
			continue
		}
		body, rest := block(text[open+1:])
		text = rest
		switch {
		case !strings.HasPrefix(head, "@"):
			s.add(head, body)
		case strings.HasPrefix(head, "@media") && onScreen(strings.TrimPrefix(head, "@media")), strings.HasPrefix(head, "@layer"):
			s.readWithin(body, depth+1)
		}
	}
}

// block is what stands before the brace that closes it, and what follows.
func block(text string) (body, rest string) {
	depth, quote := 1, byte(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 {
				return text[:i], text[i+1:]
			}
		}
	}
	return text, ""
}

func (s *styles) add(selectors, body string) {
	sets := declarations(body)
	if len(sets) == 0 {
		return
	}
	for selector := range strings.SplitSeq(selectors, ",") {
		r, ok := newRule(selector)
		if !ok || s.count >= maxRules {
			continue
		}
		s.count++
		r.sets, r.order = sets, s.count
		key := r.steps[len(r.steps)-1].key()
		s.rules[key] = append(s.rules[key], r)
	}
}

// declarations are the weighty ones of a block, each property once.
func declarations(body string) []declared {
	var has map[string]declared
	for _, one := range apart(body, ';') {
		name, text, ok := strings.Cut(one, ":")
		property := weighty[strings.ToLower(strings.TrimSpace(name))]
		if !ok || property == "" {
			continue
		}
		d := declared{property: property, value: shortValue(text)}
		if before, found := strings.CutSuffix(strings.ReplaceAll(strings.ToLower(d.value), " ", ""), "!important"); found {
			d.weight += important
			d.value = strings.TrimSpace(d.value[:strings.LastIndex(d.value, "!")])
			if property != "content" {
				d.value = before
			}
		}
		if property != "content" {
			d.value = strings.ReplaceAll(strings.ToLower(d.value), " ", "")
		}
		has = settle(has, []declared{d}, 0, 0)
	}
	var out []declared
	for _, property := range inOrder {
		if d, ok := has[property]; ok {
			out = append(out, d)
		}
	}
	return out
}

// maxValue is how much of a value is read, in bytes.
const maxValue = 600

// shortValue is a value, the words of a longer one cut.
func shortValue(text string) string {
	text = strings.TrimSpace(text)
	if len(text) <= maxValue {
		return text
	}
	return strings.ToValidUTF8(strings.TrimRight(text[:maxValue], `\`), "") + text[:1]
}

// apart splits text at signs that stand in no quotes and brackets.
func apart(text string, at byte) (out []string) {
	from, depth, quote := 0, 0, byte(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == at && depth <= 0:
			out = append(out, text[from:i])
			from = i + 1
		}
	}
	return append(out, text[from:])
}
