package webpage

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"phatngon/knowledge/importer/paper"
)

var (
	hiddenStyle = regexp.MustCompile(`display:none|visibility:hidden|visibility:collapse|mso-hide:all|font-size:0(?:px|pt|em|;|$)|opacity:0(?:\.0+)?(?:;|$)|` +
		`position:(?:absolute|fixed);(?:left|top):-\d{4,}|(?:^|;)left:-\d{4,}|position:(?:absolute|fixed);(?:left:[^;]*;)?top:-\d{4,}|text-indent:-\d{4,}|` +
		`clip:rect\((?:0|1)(?:px)?[,)01px]*\)|clip-path:inset\((?:50|100)%\)|height:0(?:px)?;(?:max-height:[^;]*;)?overflow:hidden`)
	hiddenClasses = paper.SetOf("sr-only visually-hidden screen-reader-text d-none hidden hide")
)

// tagEffects are what elements do by their tag.
var tagEffects = map[string]effect{
	"b": isBold, "strong": isBold, "center": isCentred, "s": isStruck, "del": isStruck, "strike": isStruck, "sup": isAbove, "sub": isBelow,
	"pre": isPre, "title": isTitle, "math": isMath,
}

var cellTags = paper.SetOf("td th tr img input")

// effectsOf reads an element's tag, attributes and style.
func (h *htmlReader) effectsOf(t html.Token, style string) (out []effect) {
	add := func(f effect, ok bool) {
		if ok && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	f, ok := tagEffects[t.Data]
	add(f, ok)
	add(isMuted, mutedTags[t.Data])
	add(isChrome, chromeTags[t.Data] && !h.seen)
	add(isHidden, t.Data != "body" && t.Data != "html" && isHiddenBy(t, style))
	add(isStruck, strings.Contains(style, "line-through"))
	if strings.Contains(style, "text-decoration:none") && f == isStruck {
		out = slices.DeleteFunc(out, func(f effect) bool { return f == isStruck })
	}
	add(isUpper, strings.Contains(style, "text-transform:uppercase"))
	add(isAbove, !cellTags[t.Data] && isRaised(style, 1))
	add(isBelow, !cellTags[t.Data] && isRaised(style, -1))
	add(isBold, strings.Contains(style, "font-weight:bold") || strings.Contains(style, "font-weight:7"))
	add(isCentred, breaksParagraph[t.Data] && (strings.EqualFold(value(t, "align"), "center") || strings.Contains(style, "text-align:center")))
	return out
}

// isHiddenBy reports whether a page does not show an element. What only a
// reader of screens skips (aria-hidden) is shown.
func isHiddenBy(t html.Token, style string) bool {
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
	return false
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
