package css

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"phatngon/knowledge/importer/paper"
)

// step is what a selector asks of one element.
type step struct {
	tag, id string
	classes []string
	asked   []askedAttribute
	child   bool // it stands right in the element before
}

type askedAttribute struct{ key, how, value string }

var (
	selectorPart = regexp.MustCompile(`^(?:[.#]-?[\w\x{80}-\x{10ffff}-]+|\*|[A-Za-z][\w-]*|\[[^\]]*\]|::?[\w-]+(?:\([^()]*\))?)`)
	attributeOf  = regexp.MustCompile(`^\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*["']?([^"'\]]*?)["']?\s*)?\]$`)
	// passing are the states that a page has only when somebody does something.
	passing = paper.SetOf(":hover :focus :active :visited :target :checked :disabled :enabled :focus-within :focus-visible :invalid :empty")
	always  = paper.SetOf(":root :link :any-link")
)

// maxSteps is how long a selector may be.
const maxSteps = 8

// newRule reads one selector; ok is false for one that never says anything of a
// page as it is opened.
func newRule(selector string) (r *rule, ok bool) {
	r = &rule{selector: strings.TrimSpace(selector)}
	child := false
	words := strings.Fields(strings.NewReplacer(">", " > ", "+", " + ", "~ ", " ~ ").Replace(r.selector))
	for _, word := range words {
		switch word {
		case ">":
			child = true
			continue
		case "+", "~": // what stands beside is not kept
			r.unsure = true
			if len(r.steps) > 0 {
				r.steps = r.steps[:len(r.steps)-1]
			}
			continue
		}
		st := step{child: child && len(r.steps) > 0}
		child = false
		for word != "" {
			part := selectorPart.FindString(word)
			if part == "" || !r.take(&st, part) {
				return nil, false
			}
			word = word[len(part):]
		}
		r.steps = append(r.steps, st)
	}
	return r, len(r.steps) > 0 && len(r.steps) <= maxSteps
}

// take reads one part of a step.
func (r *rule) take(st *step, part string) bool {
	const byID, byClass = 10_000, 100
	weight := byClass
	switch part[0] {
	case '.':
		st.classes = append(st.classes, part[1:])
	case '#':
		st.id, weight = part[1:], byID
	case '[':
		m := attributeOf.FindStringSubmatch(part)
		if m == nil {
			return false
		}
		st.asked = append(st.asked, askedAttribute{m[1], m[2], m[3]})
	case ':':
		switch name := strings.ToLower(part); {
		case name == "::before" || name == ":before" || name == "::after" || name == ":after":
			r.pseudo = strings.TrimLeft(name, ":")
			return true
		case passing[name] || strings.HasPrefix(name, "::"):
			return false
		case !always[name]:
			r.unsure = true
		}
	case '*':
		return true
	default:
		st.tag, weight = strings.ToLower(part), 1
	}
	r.weight = min(r.weight+weight, ofElement-1)
	return true
}

// key is by what the rules of an element are found.
func (st step) key() string {
	switch {
	case st.id != "":
		return "#" + st.id
	case len(st.classes) > 0:
		return "." + st.classes[0]
	}
	return st.tag
}

// Named is an element by what selectors ask.
type Named struct {
	token   html.Token
	id      string
	classes map[string]bool
}

// NamesOf is an element by its tag.
func NamesOf(t html.Token) Named {
	n := Named{token: t, id: value(t, "id")}
	if class := value(t, "class"); class != "" {
		n.classes = paper.SetOf(class)
	}
	return n
}

// keys are those under which the rules of an element stand.
func (n Named) keys() []string {
	keys := []string{"", n.token.Data}
	if n.id != "" {
		keys = append(keys, "#"+n.id)
	}
	for class := range n.classes {
		keys = append(keys, "."+class)
	}
	slices.Sort(keys)
	return keys
}

func (st step) fits(n Named) bool {
	if st.tag != "" && st.tag != n.token.Data || st.id != "" && st.id != n.id {
		return false
	}
	for _, class := range st.classes {
		if !n.classes[class] {
			return false
		}
	}
	return !slices.ContainsFunc(st.asked, func(a askedAttribute) bool { return !a.fits(n.token) })
}

func (a askedAttribute) fits(t html.Token) bool {
	at := slices.IndexFunc(t.Attr, func(one html.Attribute) bool { return one.Key == a.key })
	if at < 0 {
		return false
	}
	switch has := t.Attr[at].Val; a.how {
	case "=":
		return has == a.value
	case "~=":
		return slices.Contains(strings.Fields(has), a.value)
	case "|=":
		return has == a.value || strings.HasPrefix(has, a.value+"-")
	case "^=":
		return a.value != "" && strings.HasPrefix(has, a.value)
	case "$=":
		return a.value != "" && strings.HasSuffix(has, a.value)
	case "*=":
		return a.value != "" && strings.Contains(has, a.value)
	}
	return true
}

// Around are the elements around one, outermost first.
type Around interface {
	Depth() int
	Named(depth int) Named
}

// within reports whether the steps of a rule but the last fit the elements
// around one, of which there are depth.
func (s *Styles) within(steps []step, around Around, depth int) bool {
	if len(steps) < 2 {
		return true
	}
	child := steps[len(steps)-1].child
	steps = steps[:len(steps)-1]
	for i := depth - 1; i >= 0 && s.work < maxCompare; i-- {
		s.work++
		if steps[len(steps)-1].fits(around.Named(i)) && s.within(steps, around, i) {
			return true
		}
		if child {
			return false
		}
	}
	return false
}
