package pdf

import (
	"strings"

	"phatngon/knowledge/importer/pdf/object"
)

// Flags of an annotation that keep it off the screen.
const notShown = 2 | 32

// annotations draws what lies on a page: filled fields, stamps, text boxes
// (ISO 32000-1, 12.5).
func (p *painter) annotations(value any, start matrix) {
	list, _ := p.file.Resolve(value).(object.Array)
	for _, item := range list {
		if !p.file.Spend(1) {
			return
		}
		d := p.file.Dict(item)
		flags, _ := p.file.Resolve(d["F"]).(float64)
		if d == nil || int(flags)&notShown != 0 || p.file.layerOff(d["OC"]) {
			continue
		}
		p.annotation(d, start)
	}
}

func (p *painter) annotation(d object.Dict, start matrix) {
	kind, _ := p.file.Resolve(d["Subtype"]).(object.Name)
	switch kind {
	case "Popup", "Link", "Highlight", "Underline", "Squiggly":
		return
	case "Text", "Caret", "FileAttachment":
		p.ink.comments++
		return
	case "StrikeOut":
		p.strike(d, start)
		return
	}
	before := len(p.ink.letters)
	rect := p.file.Numbers(d["Rect"])
	if len(rect) != 4 {
		return
	}
	at := around([]point{{rect[0], rect[1]}, {rect[2], rect[3]}})
	p.appearance(d, at, start)
	if kind == "Widget" || kind == "FreeText" {
		p.value(d, at, start, p.ink.letters[before:])
	}
	for i := range p.ink.letters[before:] {
		p.ink.letters[before+i].Field = kind == "Widget"
	}
}

// strike notes a line through each of the quadrilaterals.
func (p *painter) strike(d object.Dict, start matrix) {
	quads := p.file.Numbers(d["QuadPoints"])
	for ; len(quads) >= 8; quads = quads[8:] {
		b := around([]point{{quads[0], quads[1]}, {quads[2], quads[3]}, {quads[4], quads[5]}, {quads[6], quads[7]}}).spread(start)
		middle := (b.bottom + b.top) / 2
		p.ink.rules = append(p.ink.rules, Rule{b.left, middle, b.right, middle})
	}
}

// appearance draws the form that shows an annotation, fitted into its place.
func (p *painter) appearance(d object.Dict, at box, start matrix) {
	look := p.file.Dict(d["AP"])["N"]
	stream := p.file.Dict(look)
	if state, ok := p.file.Resolve(d["AS"]).(object.Name); ok && stream["BBox"] == nil {
		look = stream[string(state)]
		stream = p.file.Dict(look)
	}
	b := p.file.Numbers(stream["BBox"])
	if len(b) != 4 {
		return
	}
	from := around([]point{{b[0], b[1]}, {b[2], b[3]}})
	if m := p.file.Numbers(stream["Matrix"]); len(m) == 6 {
		from = from.spread(matrix(m))
	}
	fit := matrix{1, 0, 0, 1, at.left - from.left, at.bottom - from.bottom}
	if from.right > from.left && from.top > from.bottom {
		x, y := (at.right-at.left)/(from.right-from.left), (at.top-at.bottom)/(from.top-from.bottom)
		fit = matrix{x, 0, 0, y, at.left - x*from.left, at.bottom - y*from.bottom}
	}
	f := &frame{painter: p, state: newState(fit.then(start))}
	f.form(look, stream, f.state, object.Dict{})
}

// value holds what a field is filled with against what is drawn of it. A value
// that is not drawn is put in its place.
func (p *painter) value(d object.Dict, at box, start matrix, drawn []letter) {
	text := ""
	switch p.file.inherited(d, "FT") {
	case object.Name("Tx"), object.Name("Ch"):
		v, _ := p.file.inherited(d, "V").(object.Str)
		text = p.spent(v)
	case object.Name("Btn"):
		if state, ok := p.file.Resolve(d["AS"]).(object.Name); ok && len(drawn) == 0 {
			text = "☑"
			if state == "Off" {
				text = "☐"
			}
		}
	case nil:
		v, _ := p.file.Resolve(d["Contents"]).(object.Str)
		text = p.spent(v)
	}
	if strings.TrimSpace(text) == "" || p.hidden > 0 {
		return
	}
	var shown strings.Builder
	for _, l := range drawn {
		shown.WriteString(l.Text)
	}
	switch {
	case bare(shown.String()) == bare(text):
	case bare(shown.String()) != "":
		p.ink.values = append(p.ink.values, text)
	default:
		if text != "☑" && text != "☐" {
			p.ink.values = append(p.ink.values, text)
		}
		p.place(text, at, start)
	}
}

// bytesOfValue is how many bytes of text cost a file as much as one value.
const bytesOfValue = 16

// spent is a text that counts against what the file may hold.
func (p *painter) spent(s object.Str) string {
	if !p.file.Spend(len(s) / bytesOfValue) {
		return ""
	}
	return textString(s)
}

// inherited is a field's entry, or that of the fields above it.
func (f *reader) inherited(d object.Dict, key string) any {
	for range object.MaxDepth {
		if v := f.Resolve(d[key]); v != nil || d == nil {
			return v
		}
		d = f.Dict(d["Parent"])
	}
	return nil
}

// place writes the lines of a value into a field.
func (p *painter) place(text string, at box, start matrix) {
	lines := strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
	size := min(12, max(at.top-at.bottom, 4)*0.7)
	y := at.bottom + (at.top-at.bottom-size)/2 + 0.2*size
	if len(lines) > 1 {
		y = at.top - size
	}
	f := &frame{painter: p, state: newState(start)}
	for _, line := range lines {
		long := min(0.5*float64(len([]rune(line))), (at.right-at.left)/size)
		f.put(letter{Glyph: Glyph{Text: line}, at: matrix{size, 0, 0, size, at.left + 1, y}.then(start), advance: long})
		y -= 1.2 * size
	}
}
