package css

import "strings"

// declared is a property; a heavier one wins, of equals the later.
type declared struct {
	property, value string
	weight, order   int
}

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
