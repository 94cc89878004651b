package pdf

import (
	"phatngon/knowledge/importer/pdf/font"
	"phatngon/knowledge/importer/pdf/object"
)

// painter shows the content streams of a page.
type painter struct {
	file  *reader
	ink   *ink
	fonts map[any]*font.Font // by reference or resource name, of these resources
	marks []mark             // marked content that is open
	// how many of the open marks are artifacts, and hide what is in them
	artifacts, hidden int
}

// frame is a content stream that is being shown.
type frame struct {
	*painter
	state
	l         *object.Lexer
	resources object.Dict
	depth     int
	saved     []state
	path      path
}

// maxSaved bounds the states that q may save.
const maxSaved = 256

// run shows a content stream.
func (p *painter) run(data []byte, resources object.Dict, s state, depth int) {
	f := &frame{painter: p, state: s, resources: resources, depth: depth, l: p.file.Lexer(data)}
	open := len(p.marks)
	var args object.Array
	for {
		v, ok := f.l.Next(0)
		if !ok || len(p.ink.letters) > maxLettered {
			break
		}
		o, isOp := v.(object.Op)
		if !isOp {
			if args = append(args, v); len(args) > 64 {
				args = args[1:]
			}
			continue
		}
		f.step(o, args)
		args = args[:0]
	}
	for len(p.marks) > open {
		p.unmark()
	}
}

// step applies one operator.
func (f *frame) step(o object.Op, args object.Array) {
	switch o {
	case "q":
		if len(f.saved) < maxSaved {
			f.saved = append(f.saved, f.state)
		}
	case "Q":
		if n := len(f.saved); n > 0 {
			f.state, f.saved = f.saved[n-1], f.saved[:n-1]
		}
	case "cm":
		if n := floats(args); len(n) == 6 {
			f.ctm = matrix(n).then(f.ctm)
		}
	case "w":
		if n := floats(args); len(n) == 1 {
			f.pen = n[0]
		}
	case "gs":
		f.drawn(&f.state, args, f.resources)
	case "BMC", "BDC":
		f.mark(args, f.resources)
	case "EMC":
		f.unmark()
	case "ID":
		f.picture(false)
		f.l.SkipImage()
	case "Do":
		f.draw(args)
	case "sh":
		f.cover(cover{box: f.clip, colour: colour{pattern: true}, through: true})
	default:
		_ = f.built(o, floats(args)) || f.painted(o) || f.coloured(f.file, o, args, f.resources) || f.written(o, args)
	}
}

// draw shows a form; of a picture the place is noted.
func (f *frame) draw(args object.Array) {
	if len(args) == 0 || f.depth >= maxForms {
		return
	}
	key, _ := args[len(args)-1].(object.Name)
	form := f.file.Dict(f.resources["XObject"])[string(key)]
	d := f.file.Dict(form)
	if d == nil {
		f.ink.lost = true
		return
	}
	off := f.file.layerOff(d["OC"])
	if off {
		f.hidden++
		defer func() { f.hidden-- }()
	}
	switch d["Subtype"] {
	case object.Name("Image"):
		f.picture(d["SMask"] == nil && d["Mask"] == nil && d["ImageMask"] != true)
	case object.Name("Form"):
		f.form(form, d, f.state, f.resources)
	}
}

// picture notes an image: the unit square.
func (f *frame) picture(opaque bool) {
	if f.hidden > 0 || len(f.ink.pictures) >= maxCovers {
		return
	}
	b := box{0, 0, 1, 1}.spread(f.ctm).within(f.clip)
	f.ink.pictures = append(f.ink.pictures, b)
	f.cover(cover{box: b, colour: colour{pattern: true}, through: !opaque, picture: true})
}

// form shows a form within its box.
func (f *frame) form(stream any, d object.Dict, s state, resources object.Dict) {
	if m := f.file.Numbers(d["Matrix"]); len(m) == 6 {
		s.ctm = matrix(m).then(s.ctm)
	}
	if b := f.file.Numbers(d["BBox"]); len(b) == 4 {
		s.clip = s.clip.within(around([]point{{b[0], b[1]}, {b[2], b[3]}}).spread(s.ctm))
	}
	if own := f.file.Dict(d["Resources"]); own != nil {
		resources = own
	}
	data, whole := f.file.Stream(stream)
	f.ink.lost = f.ink.lost || !whole
	inner := &painter{file: f.file, ink: f.ink, fonts: map[any]*font.Font{}, artifacts: f.artifacts, hidden: f.hidden}
	inner.run(data, resources, s, f.depth+1)
}
