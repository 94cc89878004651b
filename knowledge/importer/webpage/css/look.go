package css

import (
	"strings"

	"golang.org/x/net/html"
)

// Look is what the page's style and an element's own make of it.
type Look struct {
	Own           string // "property:value;" in a fixed order
	Before, After Words  // that the style adds
	Unsure        []Unsure
}

// Unsure is a rule that may be of the element: it asks what is not known here.
type Unsure struct{ Selector, Sets, Words string }

// Of finds the rules of an element that stands in others, outermost first. Of
// each property the heaviest wins.
func (s *Styles) Of(n Named, around Around) (out Look) {
	t := n.token
	var before, after map[string]declared
	own := settle(nil, ofAttributes(t), 0, 0)
	for _, key := range n.keys() {
		for _, r := range s.rules[key] {
			if s.work++; s.work > maxCompare {
				break
			}
			if !r.steps[len(r.steps)-1].fits(n) || !s.within(r.steps, around, around.Depth()) {
				continue
			}
			switch {
			case r.unsure:
				out.Unsure = append(out.Unsure, r.asUnsure())
			case r.pseudo == "before":
				before = settle(before, r.sets, r.weight, r.order)
			case r.pseudo == "after":
				after = settle(after, r.sets, r.weight, r.order)
			default:
				own = settle(own, r.sets, r.weight, r.order)
			}
		}
	}
	own = settle(own, declarations(value(t, "style")), ofElement, 0)
	out.Own, out.Before, out.After = written(own), added(t, before), added(t, after)
	return out
}

func (r *rule) asUnsure() Unsure {
	u := Unsure{Selector: r.selector}
	for _, d := range r.sets {
		if r.pseudo == "" {
			u.Sets += d.property + ":" + d.value + ";"
		} else if d.property == "content" {
			u.Words = contentWords(d.value)
		}
	}
	return u
}

func value(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// ofAttributes is what an element says of colours as pages did before styles;
// every rule stands above it.
func ofAttributes(t html.Token) (out []declared) {
	if ground := value(t, "bgcolor"); ground != "" {
		out = append(out, declared{property: "background", value: strings.ToLower(ground), weight: -1})
	}
	if colour := value(t, "color"); colour != "" && t.Data == "font" {
		out = append(out, declared{property: "color", value: strings.ToLower(colour), weight: -1})
	}
	return out
}

// settle puts declarations of a rule, with its weight and its place on the
// page, to those of an element.
func settle(has map[string]declared, sets []declared, weight, order int) map[string]declared {
	for _, d := range sets {
		if has == nil {
			has = map[string]declared{}
		}
		d.weight, d.order = d.weight+weight, order
		if old, ok := has[d.property]; !ok || d.weight > old.weight || d.weight == old.weight && d.order >= old.order {
			has[d.property] = d
		}
	}
	return has
}

func written(has map[string]declared) string {
	if has == nil {
		return ""
	}
	var b strings.Builder
	for _, property := range inOrder {
		if d, ok := has[property]; ok {
			b.WriteString(property + ":" + d.value + ";")
		}
	}
	return b.String()
}
