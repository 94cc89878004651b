package pdf

import "bytes"

// state is what q saves and Q brings back.
type state struct {
	ctm                           matrix
	font                          *font
	size, spacing, words, leading float64
	scale, rise                   float64
	text, line                    matrix
}

// painter runs the operators of a page that show text.
type painter struct {
	file  *file
	page  *Page
	fonts map[any]*font // by reference or resource name, of this page
}

// maxSaved bounds the states that q may save.
const maxSaved = 256

// run shows a content stream. Marked artifacts (page numbers, running heads)
// are left out.
func (p *painter) run(data []byte, resources dict, s state, depth int) {
	l := &lexer{data: data, left: &p.file.left}
	var args array
	var saved []state
	marks, hidden := 0, 0
	for {
		v, ok := l.next(0)
		if !ok || len(p.page.Glyphs) > maxGlyphs {
			return
		}
		o, isOp := v.(op)
		if !isOp {
			if args = append(args, v); len(args) > 64 {
				args = args[1:]
			}
			continue
		}
		switch o {
		case "q":
			if len(saved) < maxSaved {
				saved = append(saved, s)
			}
		case "Q":
			if n := len(saved); n > 0 {
				s, saved = saved[n-1], saved[:n-1]
			}
		case "BMC", "BDC":
			marks++
			if hidden == 0 && len(args) > 0 && args[0] == name("Artifact") {
				hidden = marks
			}
		case "EMC":
			if marks == hidden {
				hidden = 0
			}
			marks = max(marks-1, 0)
		case "ID":
			p.page.Images = true
			skipImage(l)
		case "Do":
			if hidden == 0 {
				p.draw(args, resources, s, depth)
			}
		default:
			p.operate(&s, o, args, resources, hidden == 0)
		}
		args = args[:0]
	}
}

// skipImage passes the bytes of an inline image.
func skipImage(l *lexer) {
	end := bytes.Index(l.data[l.pos:], []byte("EI"))
	for end >= 0 {
		after := l.pos + end + 2
		l.pos = after
		if isSpace(l.data[after-3]) && (after == len(l.data) || isSpace(l.data[after])) {
			return
		}
		end = bytes.Index(l.data[l.pos:], []byte("EI"))
	}
	l.pos = len(l.data)
}

// draw shows a form; a picture is only noted.
func (p *painter) draw(args array, resources dict, s state, depth int) {
	if len(args) == 0 || depth >= maxForms {
		return
	}
	key, _ := args[len(args)-1].(name)
	form := p.file.dict(resources["XObject"])[string(key)]
	d := p.file.dict(form)
	switch d["Subtype"] {
	case name("Image"):
		p.page.Images = true
		return
	case name("Form"):
	default:
		return
	}
	if m := p.file.numbers(d["Matrix"]); len(m) == 6 {
		s.ctm = matrix(m).then(s.ctm)
	}
	if own := p.file.dict(d["Resources"]); own != nil {
		resources = own
	}
	inner := &painter{file: p.file, page: p.page, fonts: map[any]*font{}}
	inner.run(p.file.stream(form), resources, s, depth+1)
}

// operate applies the operators of graphics and text state (ISO 32000-1, 8.4
// and 9.3 to 9.4).
func (p *painter) operate(s *state, o op, args array, resources dict, visible bool) {
	n := floats(args)
	switch o {
	case "cm":
		if len(n) == 6 {
			s.ctm = matrix(n).then(s.ctm)
		}
	case "BT":
		s.text, s.line = identity, identity
	case "Tf":
		if len(args) == 2 && len(n) == 1 {
			key, _ := args[0].(name)
			s.font, s.size = p.font(resources, key), n[0]
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
		p.show(s, args, visible)
	case "Tj", "TJ":
		p.show(s, args, visible)
	default:
		s.set(o, n)
	}
}

func (s *state) set(o op, n []float64) {
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
	}
}

func (s *state) move(x, y float64) {
	s.line = matrix{1, 0, 0, 1, x, y}.then(s.line)
	s.text = s.line
}

func floats(args array) []float64 {
	var out []float64
	for _, a := range args {
		if n, ok := a.(float64); ok {
			out = append(out, n)
		}
	}
	return out
}

// show draws the strings of Tj and TJ.
func (p *painter) show(s *state, args array, visible bool) {
	if len(args) == 0 || s.font == nil {
		return
	}
	parts, ok := args[len(args)-1].(array)
	if !ok {
		parts = array{args[len(args)-1]}
	}
	for _, part := range parts {
		switch v := part.(type) {
		case float64:
			s.advance(-v / 1000 * s.size * s.scale)
		case str:
			for _, c := range s.font.codes(v) {
				p.glyph(s, c, visible)
			}
		}
	}
}

func (s *state) advance(x float64) { s.text = matrix{1, 0, 0, 1, x, 0}.then(s.text) }

func (p *painter) glyph(s *state, c code, visible bool) {
	width := s.font.width(c.value) * s.size
	at := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.then(s.text).then(s.ctm)
	unit := s.text.then(s.ctm)
	step := width + s.spacing
	if c.value == ' ' && c.bytes == 1 {
		step += s.words
	}
	s.advance(step * s.scale)
	if !visible || !at.finite() || !at.level() {
		return
	}
	text, known := s.font.text(c)
	if !known {
		p.page.Unreadable++
	}
	p.page.Glyphs = append(p.page.Glyphs, Glyph{
		Text: text, X: at[4], Y: at[5], W: width * s.scale * unit[0], Size: max(at[3], -at[3]), Bold: s.font.bold,
	})
	if len(p.page.Glyphs) > maxGlyphs {
		p.file.left = -1
	}
}
