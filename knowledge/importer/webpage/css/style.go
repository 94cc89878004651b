// Package css reads the style of a page as far as it changes what a person
// reads: which words are hidden, struck out, raised, coloured or added.
package css

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// Styles are the rules of a page's own style that change what a person reads.
// Rules for paper or for narrow screens are not read.
type Styles struct {
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

// Limits of a style: what is beyond is not read.
const (
	maxRules   = 20_000
	maxCompare = 5_000_000
)

// Parse reads the style elements of a page, wherever they stand.
func Parse(page []byte) *Styles {
	s := &Styles{rules: map[string][]*rule{}}
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

// Beyond reports a style of which not all was read.
func (s *Styles) Beyond() bool { return s.count >= maxRules || s.work >= maxCompare }

func (s *Styles) read(text string) { s.readWithin(text, 0) }

// maxWithin is how deep blocks of rules may stand in others.
const maxWithin = 4

func (s *Styles) readWithin(text string, depth int) {
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

func (s *Styles) add(selectors, body string) {
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
