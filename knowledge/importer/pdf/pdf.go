// Package pdf reads the text layer of a PDF: glyphs with their letters and
// where they stand on the page (ISO 32000-1). It reads hostile files in
// bounded memory and time and says what it could not read instead of guessing
// it: glyphs without letters, pictures, streams that are damaged, letters that
// nobody sees.
//
// It is ours because words must come out right or not at all: the pure Go
// reader that is in wide use gave wrong Vietnamese letters for a page printed
// by Chromium, without an error, and has no limits on what a stream inflates to.
package pdf

import (
	"errors"
	"slices"
	"strings"

	"phatngon/knowledge/importer/pdf/font"
	"phatngon/knowledge/importer/pdf/object"
)

// Why a file cannot be read.
var (
	ErrEncrypted = object.ErrEncrypted
	ErrMalformed = errors.New("pdf: malformed")
	ErrTooLarge  = errors.New("pdf: too large")
	ErrXFA       = errors.New("pdf: a form that only its own program shows")
)

// Limits of one file.
const (
	MaxPages    = 200
	maxGlyphs   = 1 << 20
	maxLettered = 1 << 17 // glyphs of one page
	maxForms    = 8       // forms drawn within forms
)

// reader makes pages of a file's objects.
type reader struct {
	*object.File
	off map[object.Ref]bool // layers that are not shown
	set *font.Set
	ink *ink // of the page that was read last
}

// File is what a PDF holds.
type File struct {
	Pages    []Page
	Attached []string // names of the files in it
	Form     bool     // it has an XFA form beside its pages
}

// Page is one page; y grows upwards, units are points. Most of its glyphs are
// level: a page that is set sideways is turned.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph // in the order of painting
	Rules         []Rule
	Aside         []Page  // what is written in another direction, each turned level
	Pictures      float64 // the share of the page that they take up
	Images        bool    // the page shows pictures
	Curves        int     // drawn: letters may have been turned into outlines

	// What a person sees and is not in Glyphs, and what is and may be wrong.
	Lost       bool     // a part of the page could not be read
	Unreadable int      // glyphs whose letters the file does not tell
	Guessed    int      // letters by the usual table, of a font with its own
	Machine    int      // letters that stand unseen with the picture of a page
	Doubled    int      // letters drawn twice and taken once
	Doubted    bool     // replaced by a text that says otherwise
	Artifacts  string   // marked as no part of the text
	Slanted    string   // across the page, as a watermark
	Struck     string   // struck out
	Hidden     string   // in the file, and seen by nobody
	Old        string   // of fonts of before Unicode; it is in Glyphs
	Values     []string // of form fields, that are drawn otherwise or not at all
	Comments   int
}

// Glyph is what one code of a font draws. Text is one or more letters, "" when
// the file does not tell.
type Glyph struct {
	Text    string
	X, Y, W float64 // origin of the baseline and advance
	Size    float64
	Bold    bool
	Field   bool // it fills a form's field
	Struck  bool // a line runs through it: it is no part of the text
}

// Read gives the pages of a file in order.
func Read(data []byte) (File, error) {
	objects, err := object.Open(data)
	if err != nil {
		return File{}, err
	}
	f := &reader{File: objects, set: font.NewSet(objects), ink: &ink{spots: spots{}}}
	if f.Spent() {
		return File{}, ErrTooLarge
	}
	catalog := f.Catalog()
	f.layers(catalog)
	leaves := f.pages(catalog)
	if len(leaves) == 0 {
		return File{}, ErrMalformed
	}
	if len(leaves) > MaxPages {
		return File{}, ErrTooLarge
	}
	out := File{Attached: f.attached(catalog)}
	glyphs := 0
	for _, leaf := range leaves {
		page := f.page(leaf)
		glyphs += len(page.Glyphs)
		if f.Spent() || glyphs > maxGlyphs {
			return File{}, ErrTooLarge
		}
		out.Pages = append(out.Pages, page)
	}
	out.Form = f.Dict(catalog["AcroForm"])["XFA"] != nil
	if out.Form && (f.Resolve(catalog["NeedsRendering"]) == true || isShell(out.Pages)) {
		return File{}, ErrXFA
	}
	return out, nil
}

// isShell tells the page that stands for an XFA form in other programs.
func isShell(pages []Page) bool {
	var b strings.Builder
	for _, g := range pages[0].Glyphs {
		b.WriteString(g.Text)
	}
	text := bare(b.String())
	return len(pages) == 1 && (strings.HasPrefix(text, "pleasewait") || strings.Contains(text, "noteventuallyreplaced"))
}

// boxOf puts the corners of a box in order.
func boxOf(n [4]float64) box {
	return around([]point{{n[0], n[1]}, {n[2], n[3]}})
}

func (f *reader) page(l leaf) Page {
	sheet := boxOf(l.box)
	p := Page{Width: sheet.right - sheet.left, Height: sheet.top - sheet.bottom, Lost: l.lost}
	start := matrix{1, 0, 0, 1, -sheet.left, -sheet.bottom}
	switch l.rotate {
	case 90:
		start, p.Width, p.Height = start.then(matrix{0, -1, 1, 0, 0, p.Width}), p.Height, p.Width
	case 180:
		start = start.then(matrix{-1, 0, 0, -1, p.Width, p.Height})
	case 270:
		start, p.Width, p.Height = start.then(matrix{0, 1, -1, 0, p.Height, 0}), p.Height, p.Width
	}
	f.ink = f.ink.wiped()
	k := f.ink
	below := &painter{file: f, ink: k, fonts: map[any]*font.Font{}}
	contents, whole := f.contents(l.contents)
	below.run(contents, l.resources, newState(start), 0)
	(&painter{file: f, ink: k, fonts: map[any]*font.Font{}}).annotations(l.notes, start)
	k.settle(&p, boxOf(l.crop).within(sheet).spread(start))
	p.Lost = p.Lost || !whole || k.lost
	p.Images, p.Curves, p.Comments, p.Values, p.Doubted = len(k.pictures) > 0, k.curves, k.comments, k.values, k.doubted
	return p
}

// contents joins the streams of a page; false when one could not be read.
func (f *reader) contents(value any) ([]byte, bool) {
	if f.Resolve(value) == nil && value == nil {
		return nil, true // an empty page
	}
	parts, ok := f.Resolve(value).(object.Array)
	if !ok {
		parts = object.Array{value}
	}
	var out []byte
	whole := true
	for _, part := range parts {
		data, ok := f.Stream(part)
		out, whole = append(append(out, data...), '\n'), whole && ok
	}
	return slices.Clip(out), whole
}
