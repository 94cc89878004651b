package importer

import (
	"archive/zip"
	"slices"
	"strings"

	"phatngon/knowledge/statement"
)

func (r *reader) readDOCX(data []byte) error {
	z, err := openArchive(data)
	if err != nil {
		return err
	}
	p, err := readWord(z, false)
	if err != nil {
		return err
	}
	if err := p.letters(); err != nil {
		return err
	}
	r.add(p)
	return nil
}

// readWord reads a document with all that a page of it shows: text, notes, and
// a letterhead that stands in the header. within says that it stands in
// another document; one in it is not read.
func readWord(z *zip.Reader, within bool) (*paper, error) {
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
		return nil, damaged()
	}
	p := &paper{place: "đoạn", blocks: w.blocks, form: statement.FormDocument, doubts: w.doubts}
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
func (w *wordReader) heads(p *paper) error {
	read := map[string]bool{}
	for _, r := range w.file.relations {
		if r.kind != "header" && r.kind != "footer" || read[r.target] {
			continue
		}
		read[r.target] = true
		data, err := part(w.file.zip, r.target)
		if err != nil {
			return err
		}
		head := &wordReader{file: w.file, lists: parseLists(nil), styles: w.styles, outside: true}
		if err := head.read(data); err != nil {
			return err
		}
		if r.kind == "header" && r.id == w.firstHeader() && isLetterhead(head.blocks) && !isLetterhead(p.blocks) {
			p.blocks = append(head.blocks, p.blocks...)
			p.doubts.take(head.doubts, 0)
			continue
		}
		if text := wordsOf(head.blocks); text != "" && !onlyPageNumber(text) {
			p.doubts.note(runningHead, 0, text)
		}
		for _, boxed := range head.doubts.list {
			if boxed.doubtKind == textBox {
				p.doubts.note(runningHead, 0, strings.Join(boxed.words, " … "))
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
func isLetterhead(blocks []block) bool {
	lines := (&paper{blocks: blocks}).lines(0, len(blocks))
	return slices.ContainsFunc(lines[:min(len(lines), headLines)], func(l line) bool {
		return motto.MatchString(l.text) || numberLine.MatchString(l.text) || dateLine.MatchString(l.text)
	})
}

func wordsOf(blocks []block) string {
	var parts []string
	for _, b := range blocks {
		parts = append(parts, b.texts()...)
	}
	return oneLine(strings.Join(parts, " "))
}

// onlyPageNumber reports whether a running head says no more than "Trang 1/2".
func onlyPageNumber(text string) bool {
	return strings.Trim(strings.ToLower(text), "trang/0123456789 –-._") == ""
}
