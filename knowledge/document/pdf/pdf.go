// Package pdf reads the text layer of a PDF: glyphs with their letters and
// where they stand on the page (ISO 32000-1). It reads hostile files in
// bounded memory and time, says which glyphs have no letters instead of
// guessing them, and does nothing else: no images, no forms, no decryption.
//
// It is ours because words must come out right or not at all: the pure Go
// reader that is in wide use gave wrong Vietnamese letters for a page printed
// by Chromium, without an error, and has no limits on what a stream inflates to.
package pdf

import (
	"errors"
	"slices"
)

// Why a file cannot be read.
var (
	ErrEncrypted = errors.New("pdf: encrypted")
	ErrMalformed = errors.New("pdf: malformed")
	ErrTooLarge  = errors.New("pdf: too large")
)

// Limits of one file.
const (
	MaxPages    = 200
	maxInflated = 64 << 20 // bytes that all streams together may inflate to
	maxValues   = 2 << 20  // numbers, names, strings … in objects and page contents
	maxGlyphs   = 1 << 20
	maxDepth    = 48 // of nested arrays, dictionaries and page tree
	maxForms    = 8  // forms drawn within forms
)

// Page is one page; y grows upwards, units are points.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph
	Unreadable    int  // glyphs whose letters the file does not tell
	Images        bool // the page shows pictures
}

// Glyph is what one code of a font draws. Text is one or more letters, "" when
// the file does not tell.
type Glyph struct {
	Text    string
	X, Y, W float64 // origin of the baseline and advance
	Size    float64
	Bold    bool
}

// Read gives the pages of a file in order.
func Read(data []byte) ([]Page, error) {
	f := &file{objects: map[int]object{}, left: maxValues, inflate: maxInflated}
	f.scan(data)
	if f.encrypted {
		return nil, ErrEncrypted
	}
	if f.left < 0 || f.inflate < 0 {
		return nil, ErrTooLarge
	}
	leaves := f.pages()
	if len(leaves) == 0 {
		return nil, ErrMalformed
	}
	if len(leaves) > MaxPages {
		return nil, ErrTooLarge
	}
	var pages []Page
	glyphs := 0
	for _, leaf := range leaves {
		page := f.page(leaf)
		glyphs += len(page.Glyphs)
		if f.left < 0 || f.inflate < 0 || glyphs > maxGlyphs {
			return nil, ErrTooLarge
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// leaf is a page's dictionary with what it inherits.
type leaf struct {
	contents  any
	resources dict
	box       [4]float64
	rotate    int
}

// pages walks the page tree; a tree that runs in circles ends.
func (f *file) pages() []leaf {
	root := f.dict(f.root)
	if root == nil {
		root = f.catalog()
	}
	var out []leaf
	seen := map[ref]bool{}
	var walk func(node any, above leaf, depth int)
	walk = func(node any, above leaf, depth int) {
		if r, ok := node.(ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		d := f.dict(node)
		if d == nil || depth > maxDepth || len(out) > MaxPages {
			return
		}
		at := f.inherit(d, above)
		if kids, ok := f.resolve(d["Kids"]).(array); ok {
			for _, kid := range kids {
				walk(kid, at, depth+1)
			}
			return
		}
		at.contents = d["Contents"]
		out = append(out, at)
	}
	walk(root["Pages"], leaf{box: [4]float64{0, 0, 595, 842}}, 0)
	return out
}

func (f *file) inherit(d dict, above leaf) leaf {
	at := above
	if r := f.dict(d["Resources"]); r != nil {
		at.resources = r
	}
	if box := f.numbers(d["MediaBox"]); len(box) == 4 {
		at.box = [4]float64(box)
	}
	if n, ok := f.resolve(d["Rotate"]).(float64); ok {
		at.rotate = (int(n)%360 + 360) % 360
	}
	return at
}

// catalog is looked for when no trailer names it.
func (f *file) catalog() dict {
	for _, number := range f.order {
		if d, ok := f.objects[number].value.(dict); ok && d["Type"] == name("Catalog") {
			return d
		}
	}
	return nil
}

func (f *file) page(l leaf) Page {
	p := Page{Width: l.box[2] - l.box[0], Height: l.box[3] - l.box[1]}
	start := matrix{1, 0, 0, 1, -l.box[0], -l.box[1]}
	switch l.rotate {
	case 90:
		start, p.Width, p.Height = start.then(matrix{0, -1, 1, 0, 0, p.Width}), p.Height, p.Width
	case 180:
		start = start.then(matrix{-1, 0, 0, -1, p.Width, p.Height})
	case 270:
		start, p.Width, p.Height = start.then(matrix{0, 1, -1, 0, p.Height, 0}), p.Height, p.Width
	}
	painter := &painter{file: f, page: &p, fonts: map[any]*font{}}
	painter.run(f.contents(l.contents), l.resources, state{ctm: start, scale: 1}, 0)
	return p
}

// contents joins the streams of a page.
func (f *file) contents(value any) []byte {
	parts, ok := f.resolve(value).(array)
	if !ok {
		parts = array{value}
	}
	var out []byte
	for _, part := range parts {
		out = append(append(out, f.stream(part)...), '\n')
	}
	return slices.Clip(out)
}
