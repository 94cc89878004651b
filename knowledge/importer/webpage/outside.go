package webpage

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"phatngon/knowledge/importer/paper"
)

// outside are the same where a page does not say which part is the article:
// menus, feet and side bars. A menu may also be of food, so it stands alone.
var (
	outside = paper.SetOf(`related lienquan tinlienquan baivietlienquan tinkhac cactinkhac tincungchuyenmuc tinmoi tinmoinhat tindocnhieu docnhieu xemnhieu breadcrumb breadcrumbs
		footer sidebar copyright weather thoitiet luottruycap truycap visitor counter widget navbar chiase sharing comments binhluan`)
	outsideAlone = paper.SetOf("menu nav mainmenu topmenu search timkiem colright rightcol rightcolumn columnright share tags social banner topbar")
)

// isNamed reports whether the class or name of an element is one of alone, or
// is or has one of words.
func isNamed(t html.Token, words, alone map[string]bool) bool {
	for name := range strings.FieldsSeq(strings.ToLower(value(t, "class") + " " + value(t, "id"))) {
		parts := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
		whole := strings.Join(parts, "")
		if words[whole] || alone[whole] || slices.ContainsFunc(parts, func(part string) bool { return words[part] }) {
			return true
		}
	}
	return false
}

// allBut is all blocks but those of menus, feet and side bars, of a page that
// does not say which part is the article; nil when it has none of these. What
// holds most of a page is no such part.
func (h *htmlReader) allBut() []bool {
	var out []bool
	whole := htmlPart{until: len(h.p.Blocks)}
	for _, p := range h.parts {
		if p.kind != "outside" || p.from == p.until || h.half(p, whole) {
			continue
		}
		if out == nil {
			out = slices.Repeat([]bool{true}, len(h.p.Blocks))
		}
		for i := p.from; i < p.until; i++ {
			out[i] = false
		}
	}
	if !slices.Contains(out, true) {
		return nil
	}
	return out
}
