package webpage

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"phatngon/knowledge/importer/paper"
)

var (
	hiddenStyle   = regexp.MustCompile(`display:none|visibility:hidden|mso-hide:all|font-size:0(?:px|pt|em|;|$)|opacity:0(?:;|$)`)
	hiddenClasses = paper.SetOf("sr-only visually-hidden screen-reader-text d-none hidden hide")
	// hidingRule is a rule of a page's style that hides a class or a name.
	hidingRule = regexp.MustCompile(`([.#][\w-]+)\s*(?:,[^{}]*)?\{[^{}]*(?:display\s*:\s*none|visibility\s*:\s*hidden)`)
	// strikingRule is one that strikes their words out.
	strikingRule = regexp.MustCompile(`([.#][\w-]+)\s*(?:,[^{}]*)?\{[^{}]*line-through`)
)

// tagEffects are what elements do by their tag.
var tagEffects = map[string]effect{
	"b": isBold, "strong": isBold, "center": isCentred, "s": isStruck, "del": isStruck, "strike": isStruck, "sup": isAbove, "sub": isBelow,
	"pre": isPre, "title": isTitle, "style": isStyle, "math": isMath,
}

// effectsOf reads an element's tag, attributes and style.
func (h *htmlReader) effectsOf(t html.Token) (out []effect) {
	add := func(f effect, ok bool) {
		if ok && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	f, ok := tagEffects[t.Data]
	add(f, ok)
	add(isMuted, mutedTags[t.Data])
	add(isChrome, chromeTags[t.Data] && !h.seen)
	style := strings.ReplaceAll(strings.ToLower(value(t, "style")), " ", "")
	add(isHidden, t.Data != "body" && t.Data != "html" && h.isHidden(t, style))
	add(isStruck, strings.Contains(style, "line-through") || h.named(t, h.striking))
	add(isUpper, strings.Contains(style, "text-transform:uppercase"))
	add(isAbove, strings.Contains(style, "vertical-align:super"))
	add(isBelow, strings.Contains(style, "vertical-align:sub;") || strings.HasSuffix(style, "vertical-align:sub"))
	add(isBold, strings.Contains(style, "font-weight:bold") || strings.Contains(style, "font-weight:7"))
	add(isCentred, breaksParagraph[t.Data] && (strings.EqualFold(value(t, "align"), "center") || strings.Contains(style, "text-align:center")))
	return out
}

// isHidden reports whether a page does not show an element. What only a reader
// of screens skips (aria-hidden) is shown.
func (h *htmlReader) isHidden(t html.Token, style string) bool {
	if hiddenStyle.MatchString(style) {
		return true
	}
	for _, a := range t.Attr {
		if a.Key == "hidden" {
			return true
		}
	}
	for class := range strings.FieldsSeq(value(t, "class")) {
		if hiddenClasses[class] {
			return true
		}
	}
	return h.named(t, h.hiding)
}

// named reports whether an element has one of the classes or names.
func (h *htmlReader) named(t html.Token, names map[string]bool) bool {
	if len(names) == 0 {
		return false
	}
	for class := range strings.FieldsSeq(value(t, "class")) {
		if names["."+class] {
			return true
		}
	}
	return names["#"+value(t, "id")]
}

// readStyle notes what a page's own style hides and strikes out. Rules for paper or for narrow
// screens are not read.
func (h *htmlReader) readStyle(text string) {
	if strings.Contains(text, "@media") {
		return
	}
	h.hiding = addRules(h.hiding, hidingRule, text)
	h.striking = addRules(h.striking, strikingRule, text)
}

// addRules adds the classes and names of rules that match.
func addRules(names map[string]bool, rule *regexp.Regexp, text string) map[string]bool {
	if names == nil {
		names = map[string]bool{}
	}
	for _, m := range rule.FindAllStringSubmatch(text, 200) {
		names[m[1]] = true
	}
	return names
}

func value(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// flushHidden says what an element held that is not shown, or stands beside
// the article.
func (h *htmlReader) flushHidden(hidden bool) {
	kind := besides
	if hidden {
		kind = paper.HiddenWords
	}
	if text := paper.OneLine(h.hidden.String()); text != "" {
		h.p.Doubts.Note(kind, len(h.p.Blocks)+1, text)
	}
	h.hidden.Reset()
}
