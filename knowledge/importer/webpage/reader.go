package webpage

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/webpage/css"
)

// htmlReader reads a page element by element; what is open is a stack.
type htmlReader struct {
	p     *paper.Paper
	seen  bool // menus and side bars are shown like text
	stack []element
	on    [effects]int // how many open elements have an effect

	words   strings.Builder // of the line being read
	lines   []string        // of the paragraph being read
	mark    string
	level   int  // of a heading, 0 outside
	plain   bool // the paragraph has words that are not bold
	dropped paper.Dropped
	hidden  strings.Builder // words of a hidden element
	formula strings.Builder // words of a formula

	list     []htmlList
	choice   choice
	table    *paper.Grid
	depth    int   // of tables
	footRows []int // rows of the table's foot
	inner    bool

	titles  [3]string // of the page by itself, its heading, its <title>
	parts   []htmlPart
	sums    []int // weights of the blocks before each place
	seenNot []pictured
	count   int // lines, rows and cells so far

	styles     *css.Styles
	saidUnsure map[string]bool // rules of the style
}

// effect is what an element does to the words in it.
type effect int

const (
	isBold effect = iota
	isCentred
	isStruck
	isHidden // its words are noted
	isMuted  // it has no words for readers
	isChrome // menus and the like
	isAbove
	isBelow
	isUpper
	isPre
	isTitle
	isMath
	effects
)

type element struct {
	tag     string
	named   css.Named
	ink     ink
	after   string // words that the style adds at its end
	inner   int    // elements in it so far, of a fraction
	effects []effect
	part    int // in parts, from 1
}

// pictured is what a page shows that has no words, and after which block.
type pictured struct {
	kind  paper.DoubtKind
	at    int
	words string
}

// maxOpen is how deep elements may stand; deeper ones have no effect.
const maxOpen = 600

var (
	mutedTags = paper.SetOf("script style noscript template svg select button textarea datalist canvas audio video iframe object embed")
	drawnTags = paper.SetOf("iframe embed object video audio canvas")
	// chromeTags lead elsewhere.
	chromeTags = paper.SetOf("nav aside")
	voidTags   = paper.SetOf("br hr img input meta link col area base embed source track wbr param")
	// breaksParagraph are the tags that end a paragraph where they begin and end.
	breaksParagraph = paper.SetOf(`p div section article main header footer ul ol li table tr td th blockquote pre hr h1 h2 h3 h4 h5 h6
		figure figcaption dl dt dd center body head thead tbody tfoot address form fieldset legend details summary caption nav aside option`)
	blockTags    = paper.SetOf("table td th li div section article main form button")
	paragraphTag = paper.SetOf("p")
	// implied is what a tag closes without saying so, and within what.
	implied = map[string]map[string]bool{
		"li": paper.SetOf("li"), "td": paper.SetOf("td th"), "th": paper.SetOf("td th"), "tr": paper.SetOf("tr"), "dt": paper.SetOf("dt dd"), "dd": paper.SetOf("dt dd"),
		"thead": rowGroups, "tbody": rowGroups, "tfoot": rowGroups,
	}
	rowGroups   = paper.SetOf("thead tbody tfoot")
	implyLimits = map[string]map[string]bool{
		"li": paper.SetOf("ul ol table"), "td": paper.SetOf("table"), "th": paper.SetOf("table"), "tr": paper.SetOf("table"), "dt": paper.SetOf("dl table"), "dd": paper.SetOf("dl table"),
		"thead": paper.SetOf("table"), "tbody": paper.SetOf("table"), "tfoot": paper.SetOf("table"),
	}
	tableTags = paper.SetOf("table tr td th thead tbody tfoot body html")
)

func (h *htmlReader) open(t html.Token, selfClosing bool) {
	h.implyEnd(t.Data)
	names := css.NamesOf(t)
	look := h.look(names)
	e := element{tag: t.Data, named: names, ink: inkOn(look.Own, h.ink()), after: look.After.Text, effects: h.effectsOf(t, look.Own)}
	silent := h.unseen()
	switch {
	case !silent && h.isUnseen(e):
		h.hidden.Reset()
	case silent && breaksParagraph[t.Data]:
		h.hidden.WriteByte(' ')
	}
	if !silent && !h.isUnseen(e) {
		e.part = h.begin(t)
		if look.Before.Text != "" && !voidTags[t.Data] {
			h.write(look.Before.Text)
		}
	}
	if t.Data == "option" || t.Data == "optgroup" {
		h.beginOption(t)
	}
	if !silent && t.Data == "textarea" {
		h.seenNot = append(h.seenNot, pictured{formBox, len(h.p.Blocks), ""})
	}
	if !silent && drawnTags[t.Data] || t.Data == "text" && h.on[isMuted] > 0 { // words of a drawing
		h.seenNot = append(h.seenNot, pictured{paper.Drawn, len(h.p.Blocks), ""})
	}
	if voidTags[t.Data] || selfClosing && !breaksParagraph[t.Data] || len(h.stack) >= maxOpen {
		return
	}
	for _, f := range e.effects {
		h.on[f]++
	}
	h.stack = append(h.stack, e)
}

// ink is how the words being read are coloured.
func (h *htmlReader) ink() ink {
	if n := len(h.stack); n > 0 {
		return h.stack[n-1].ink
	}
	return ink{}
}

// unseen reports whether what is being read is not shown.
func (h *htmlReader) unseen() bool { return h.on[isHidden]+h.on[isMuted]+h.on[isChrome] > 0 }

func (h *htmlReader) isUnseen(e element) bool {
	for _, f := range e.effects {
		if f == isHidden || f == isMuted || f == isChrome {
			return true
		}
	}
	return false
}

// implyEnd closes what a tag closes without saying so.
func (h *htmlReader) implyEnd(tag string) {
	if implied[tag] != nil {
		h.closeWithin(implied[tag], implyLimits[tag])
	}
	if breaksParagraph[tag] && tag != "option" {
		h.closeWithin(paragraphTag, blockTags)
	}
}

// closeWithin closes the innermost of tags unless one of limits stands inside
// it.
func (h *htmlReader) closeWithin(tags, limits map[string]bool) {
	for i := len(h.stack) - 1; i >= 0; i-- {
		switch tag := h.stack[i].tag; {
		case tags[tag]:
			h.popTo(i)
			return
		case limits[tag]:
			return
		}
	}
}

// close closes an element and all that was left open in it. An end tag in a
// cell closes nothing outside it.
func (h *htmlReader) close(tag string) {
	for i := len(h.stack) - 1; i >= 0; i-- {
		switch open := h.stack[i].tag; {
		case open == tag:
			h.popTo(i)
			return
		case open == "table" && tag != "body" && tag != "html", (open == "td" || open == "th") && !tableTags[tag]:
			return
		}
	}
	if breaksParagraph[tag] && !h.unseen() {
		h.endParagraph()
	}
}

func (h *htmlReader) popTo(n int) {
	for len(h.stack) > n {
		e := h.stack[len(h.stack)-1]
		silent := h.unseen()
		if !silent {
			if e.after != "" {
				h.write(e.after)
			}
			h.finish(e)
		}
		for _, f := range e.effects {
			h.on[f]--
		}
		h.stack = h.stack[:len(h.stack)-1]
		h.fraction()
		switch {
		case e.tag == "option":
			h.choice.reading = false
		case e.tag == "select" && !h.unseen():
			h.endChoice()
		}
		if silent && !h.unseen() {
			h.flushHidden(slices.Contains(e.effects, isHidden))
		}
	}
}

// fraction writes the stroke after the upper part of a fraction.
func (h *htmlReader) fraction() {
	if n := len(h.stack); n > 0 && h.stack[n-1].tag == "mfrac" {
		if h.stack[n-1].inner++; h.stack[n-1].inner == 1 {
			h.write("/")
		}
	}
}

func (h *htmlReader) closeAll() {
	h.endParagraph()
	if h.on[isChrome] == 0 {
		h.popTo(0)
	}
}

// openChrome is a menu or side bar that the page never closes.
func (h *htmlReader) openChrome() string {
	for _, e := range h.stack {
		if chromeTags[e.tag] {
			return e.tag
		}
	}
	return ""
}
