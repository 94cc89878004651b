package pdf

import (
	"phatngon/knowledge/importer/pdf/font"
	"phatngon/knowledge/importer/pdf/object"
)

// state is what q saves and Q brings back.
type state struct {
	ctm                           matrix
	font                          *font.Font
	size, spacing, words, leading float64
	scale, rise                   float64
	mode                          int // how letters are drawn: filled, outlined, not at all
	text, line                    matrix
	fill, stroke                  colour
	fillSpace, strokeSpace        space
	opaque                        float64
	mixed                         bool // with what is below, as a highlighter does
	clip                          box
	pen                           float64 // width of lines
}

func newState(ctm matrix) state {
	return state{ctm: ctm, scale: 1, opaque: 1, clip: everywhere, pen: 1}
}

// written applies the operators of text (ISO 32000-1, 9.3 to 9.4).
func (f *frame) written(o object.Op, args object.Array) bool {
	n := floats(args)
	s := &f.state
	switch o {
	case "BT":
		s.text, s.line = identity, identity
	case "Tf":
		if len(args) == 2 && len(n) == 1 {
			key, _ := args[0].(object.Name)
			s.font, s.size = f.fontNamed(f.resources, key), n[0]
		}
	case "Tm":
		if len(n) == 6 {
			s.text, s.line = matrix(n), matrix(n)
		}
	case "Td", "TD":
		if len(n) == 2 {
			s.move(n[0], n[1])
			if o == "TD" {
				s.leading = -n[1]
			}
		}
	case "T*":
		s.move(0, -s.leading)
	case "'", "\"":
		if o == "\"" && len(n) == 2 {
			s.words, s.spacing = n[0], n[1]
		}
		s.move(0, -s.leading)
		f.show(args)
	case "Tj", "TJ":
		f.show(args)
	default:
		s.set(o, n)
	}
	return true
}

func (s *state) set(o object.Op, n []float64) {
	if len(n) != 1 {
		return
	}
	switch o {
	case "Tc":
		s.spacing = n[0]
	case "Tw":
		s.words = n[0]
	case "Tz":
		s.scale = n[0] / 100
	case "TL":
		s.leading = n[0]
	case "Ts":
		s.rise = n[0]
	case "Tr":
		s.mode = int(n[0])
	}
}

func (s *state) move(x, y float64) {
	s.line = matrix{1, 0, 0, 1, x, y}.then(s.line)
	s.text = s.line
}

func floats(args object.Array) []float64 {
	var out []float64
	for _, a := range args {
		if n, ok := a.(float64); ok {
			out = append(out, n)
		}
	}
	return out
}

// show draws the strings of Tj and TJ.
func (f *frame) show(args object.Array) {
	if len(args) == 0 || f.font == nil {
		return
	}
	parts, ok := args[len(args)-1].(object.Array)
	if !ok {
		parts = object.Array{args[len(args)-1]}
	}
	for _, part := range parts {
		switch v := part.(type) {
		case float64:
			f.advance(-v / 1000 * f.size * f.scale)
		case object.Str:
			for v != "" && !f.file.Spent() {
				c := f.font.First(v)
				f.glyph(c)
				v = v[c.Bytes:]
			}
		}
	}
}

func (s *state) advance(x float64) { s.text = matrix{1, 0, 0, 1, x, 0}.then(s.text) }

func (f *frame) glyph(c font.Code) {
	s := &f.state
	width := s.font.Width(c.Value)
	at := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.then(s.text).then(s.ctm)
	step := width*s.size + s.spacing
	if c.Value == ' ' && c.Bytes == 1 {
		step += s.words
	}
	s.advance(step * s.scale)
	if !at.finite() {
		return
	}
	text, known := s.font.Text(c)
	f.put(letter{
		Glyph: Glyph{Text: text, Bold: s.font.Bold}, at: at, advance: width, old: s.font.Old, unknown: !known,
		guessed: known && s.font.Guessed(c),
	})
}

// put adds a letter as it looks in this state.
func (f *frame) put(l letter) {
	s := &f.state
	l.order, l.artifact = len(f.ink.letters), f.artifacts > 0
	l.silent, l.unseen = s.mode == 3, f.hidden > 0 || s.opaque < 0.1
	if l.colour = s.fill; s.mode == 1 || s.mode == 2 && s.fill.like(white) {
		l.colour = s.stroke
	}
	if at := l.middle(); !s.clip.holds(at.x, at.y, max(0.4*l.size(), 1)) {
		l.unseen = true
	}
	if f.ink.letters = append(f.ink.letters, l); len(f.ink.letters) > maxLettered {
		f.file.Exhaust()
	}
}
