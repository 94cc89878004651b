// Package docx reads documents of Word with all that a page of them shows.
package docx

import (
	"archive/zip"
	"slices"
	"strings"

	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/statement"
)

// Read reads a document of Word.
func Read(data []byte) (*paper.Paper, error) {
	z, err := ooxml.Open(data)
	if err != nil {
		return nil, err
	}
	return readWord(z, false)
}

// readWord reads a document with all that a page of it shows: text, notes, and
// a letterhead that stands in the header. within says that it stands in
// another document; one in it is not read.
func readWord(z *zip.Reader, within bool) (*paper.Paper, error) {
	f, body, err := openWord(z)
	if err != nil {
		return nil, err
	}
	f.within = within
	w, err := f.reader()
	if err != nil {
		return nil, err
	}
	for _, kind := range []string{"footnotes", "endnotes"} {
		if err := w.readNotes(kind); err != nil {
			return nil, err
		}
	}
	if err := w.read(body); err != nil {
		return nil, err
	}
	if !w.body {
		return nil, paper.Damaged()
	}
	p := &paper.Paper{Place: "đoạn", Blocks: w.blocks, Form: statement.FormDocument, Doubts: w.doubts}
	return p, w.heads(p)
}

// reader is a reader of the file's parts.
func (f *wordFile) reader() (*wordReader, error) {
	numbering, err := f.kind("numbering")
	if err != nil {
		return nil, err
	}
	styles, err := f.kind("styles")
	if err != nil {
		return nil, err
	}
	return &wordReader{file: f, lists: parseLists(numbering), styles: parseStyles(styles)}, nil
}

// heads looks at headers and footers. A letterhead in the header of the first
// page is read when the text has none; other words are noted.
func (w *wordReader) heads(p *paper.Paper) error {
	read := map[string]bool{}
	for _, r := range w.file.relations {
		if r.kind != "header" && r.kind != "footer" || read[r.target] {
			continue
		}
		read[r.target] = true
		data, err := ooxml.Part(w.file.zip, r.target)
		if err != nil {
			return err
		}
		head := &wordReader{file: w.file, lists: parseLists(nil), styles: w.styles, outside: true}
		if err := head.read(data); err != nil {
			return err
		}
		if r.kind == "header" && r.id == w.firstHeader() && isLetterhead(head.blocks) && !isLetterhead(p.Blocks) {
			p.Blocks = append(head.blocks, p.Blocks...)
			p.Doubts.Take(head.doubts, 0)
			continue
		}
		if text := paper.WordsOf(head.blocks); text != "" && !onlyPageNumber(text) {
			p.Doubts.Note(paper.RunningHead, 0, text)
		}
		for _, boxed := range head.doubts.List {
			if boxed.DoubtKind == paper.TextBox {
				p.Doubts.Note(paper.RunningHead, 0, strings.Join(boxed.Words, " … "))
			}
		}
	}
	return nil
}

// firstHeader is the header of the first page, by its relationship.
func (w *wordReader) firstHeader() string {
	if w.titlePage && w.headers["first"] != "" {
		return w.headers["first"]
	}
	return w.headers["default"]
}

// isLetterhead reports whether blocks begin with the motto, the number or the
// date of a document.
func isLetterhead(blocks []paper.Block) bool {
	lines := (&paper.Paper{Blocks: blocks}).Lines(0, len(blocks))
	return slices.ContainsFunc(lines[:min(len(lines), paper.HeadLines)], func(l paper.Line) bool {
		return paper.Motto.MatchString(l.Text) || paper.NumberLine.MatchString(l.Text) || paper.DateLine.MatchString(l.Text)
	})
}

// onlyPageNumber reports whether a running head says no more than "Trang 1/2".
func onlyPageNumber(text string) bool {
	return strings.Trim(strings.ToLower(text), "trang/0123456789 –-._") == ""
}
