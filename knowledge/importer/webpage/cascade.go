package webpage

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"phatngon/knowledge/importer/paper"
)

var (
	unsureStyle = paper.DoubtKind{What: "kiểu trang (CSS) có quy tắc không xét được, có thể ẩn, gạch hoặc thêm chữ", Check: "hãy đối chiếu với trang gốc"}
	whiteWords  = paper.DoubtKind{What: "chữ màu trắng (hoặc cùng màu nền) đã đưa vào, người xem có thể không thấy", Check: "hãy đối chiếu với trang gốc và xóa nếu không công bố"}
	addedWords  = paper.DoubtKind{What: "kiểu trang (CSS) thêm vào chỗ này nội dung không đọc được", Check: "hãy đối chiếu với trang gốc"}
)

// looks is what the page's style and an element's own make of it, as
// "property:value;" in a fixed order.
type looks struct {
	own           string
	before, after string // words that the style adds
}

// looksOf finds the rules of an element. Of each property the heaviest wins.
func (h *htmlReader) looksOf(e named) looks {
	t := e.token
	var before, after map[string]declared
	own := settle(nil, ofAttributes(t), 0, 0)
	for _, key := range e.keys() {
		for _, r := range h.styles.rules[key] {
			if h.styles.work++; h.styles.work > maxCompare {
				break
			}
			if !r.steps[len(r.steps)-1].fits(e) || !h.styles.within(r.steps, h.stack) {
				continue
			}
			switch {
			case r.unsure:
				h.sayUnsure(r)
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
	return looks{written(own), h.added(t, before), h.added(t, after)}
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

// sayUnsure notes a rule that may change what is read.
func (h *htmlReader) sayUnsure(r *rule) {
	for _, d := range r.sets {
		text := d.property + ":" + d.value + ";"
		words := r.pseudo != "" && d.property == "content" && strings.ContainsFunc(contentWords(d.value), isShown)
		if words || r.pseudo == "" && (hiddenStyle.MatchString(text) || strings.Contains(text, "line-through") || isRaised(text, 1) || isRaised(text, -1)) {
			h.unsure(r.selector)
			return
		}
	}
}

func (h *htmlReader) unsure(selector string) {
	if h.saidUnsure == nil {
		h.saidUnsure = map[string]bool{}
	}
	if !h.saidUnsure[selector] {
		h.saidUnsure[selector] = true
		h.seenNot = append(h.seenNot, pictured{unsureStyle, len(h.p.Blocks), selector})
	}
}

var (
	quoted    = regexp.MustCompile(`^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')`)
	cssEscape = regexp.MustCompile(`\\(?:([0-9a-fA-F]{1,6})\s?|(.))`)
)

// added is the words that the style puts before or after an element.
func (h *htmlReader) added(t html.Token, has map[string]declared) string {
	content := has["content"].value
	if content == "" || strings.Contains(written(has), "display:none") {
		return ""
	}
	if name, ok := strings.CutPrefix(content, "attr("); ok {
		return paper.Shortened(value(t, strings.TrimSuffix(strings.TrimSpace(name), ")")), maxAdded)
	}
	words := paper.Shortened(contentWords(content), maxAdded)
	if words == "" && strings.ContainsAny(content, "(") && !strings.HasPrefix(content, "url(") && !strings.HasPrefix(content, "var(") {
		h.seenNot = append(h.seenNot, pictured{addedWords, len(h.p.Blocks), content})
	}
	return words
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

// raised is a height over the line, as a style sets it.
var raised = regexp.MustCompile(`vertical-align:(-?[\d.]+)(px|pt|em|ex|rem|%);`)

// isRaised reports whether letters stand above the line (1) or below it (-1).
func isRaised(style string, way float64) bool {
	if strings.Contains(style, map[float64]string{1: "vertical-align:super;", -1: "vertical-align:sub;"}[way]) {
		return true
	}
	m := raised.FindStringSubmatch(style)
	if m == nil {
		return false
	}
	n, _ := strconv.ParseFloat(m[1], 64)
	least := map[string]float64{"px": 3, "pt": 2.5, "%": 20}[m[2]]
	if least == 0 {
		least = 0.2
	}
	return n*way >= least
}

var (
	whiteColour = regexp.MustCompile(`color:(?:#fff(?:fff)?(?:ff)?|white|rgba?\(255,255,255(?:,1)?\));`)
	anyColour   = regexp.MustCompile(`(?:^|;)color:([^;]*);`)
	anyGround   = regexp.MustCompile(`background:([^;]*);`)
	plainGround = regexp.MustCompile(`^(?:#fff(?:fff)?|white|rgb\(255,255,255\))$`)
)

// inkOn is the colour of letters and what is behind them, taken from the
// element around.
func inkOn(style string, around ink) ink {
	out := around
	if m := anyGround.FindStringSubmatch(style); m != nil {
		switch ground := m[1]; {
		case plainGround.MatchString(ground):
			out.ground = ""
		case ground != "none" && ground != "transparent" && ground != "inherit" && ground != "initial" && ground != "0" && ground != "unset":
			out.ground = ground
		}
	}
	if m := anyColour.FindStringSubmatch(style); m != nil && m[1] != "inherit" {
		out.colour, out.white = m[1], whiteColour.MatchString(m[0])
	}
	return out
}

// ink is how letters are coloured; a ground of "" is white.
type ink struct {
	colour, ground string
	white          bool
}

// unseen reports whether letters have the colour of what is behind them.
func (i ink) unseen() bool {
	return i.white && i.ground == "" || i.colour != "" && i.colour == i.ground
}
