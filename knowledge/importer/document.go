// Package importer reads what offices really have — DOCX, PDF with a text
// layer, HTML, CSV, XLSX, RSS and Atom feeds — into drafts of statements. It
// finds the facts that a Vietnamese administrative document states about
// itself (Decree 30/2020/NĐ-CP, Appendix I: number, date, unit, signer) and
// leaves its words as they are. What a viewer shows is in the draft, in its
// order, or a Problem says that it is not: what a document does not state, and
// what was skipped, guessed or mended. It does no I/O, keeps no clock, and reads
// hostile files in bounded memory and time.
package importer

import (
	"path"
	"slices"
	"strings"

	"phatngon/knowledge/importer/docx"
	"phatngon/knowledge/importer/feed"
	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/sheet"
	"phatngon/knowledge/importer/webpage"
	"phatngon/knowledge/statement"
)

// What reading takes and gives; letter says what each is.
type (
	Draft   = letter.Draft
	Fact    = letter.Fact
	Problem = letter.Problem
	Options = letter.Options
)

// Unreadable is why a file gives nothing.
type Unreadable = paper.Unreadable

// Label is a field's name in Vietnamese; a field it does not know is given back.
func Label(key string) string { return sheet.Label(key) }

// MaxFile is the largest file that is read, in bytes: documents may hold
// pictures.
const MaxFile = 20 << 20

// Extensions are the kinds of files that Read knows, in lower case.
func Extensions() []string {
	return []string{".md", ".docx", ".pdf", ".html", ".htm", ".csv", ".xlsx", ".xml", ".rss", ".atom"}
}

// Read gives the statements in a file; name decides how it is read. The error
// is an *Unreadable; no input makes Read panic.
func Read(name string, data []byte, o Options) (drafts []Draft, err error) {
	defer func() {
		if recover() != nil { // a parser of others met what it did not expect
			drafts, err = nil, paper.Damaged()
		}
	}()
	if len(data) > MaxFile {
		return nil, paper.Refuse("Tệp lớn hơn %d MB; hãy tách thành nhiều tệp hoặc bỏ bớt ảnh.", MaxFile>>20)
	}
	if len(data) == 0 {
		return nil, paper.Refuse("Tệp rỗng; hãy kiểm tra lại tệp gốc.")
	}
	r := &letter.Reader{Name: name, Options: o}
	extension := strings.ToLower(path.Ext(name))
	if !slices.Contains([]string{".docx", ".pdf", ".xlsx"}, extension) && len(data) > paper.MaxPlain {
		return nil, paper.Refuse("Tệp lớn hơn %d MB; hãy tách thành nhiều tệp.", paper.MaxPlain>>20)
	}
	if err := read(r, extension, data); err != nil {
		return nil, err
	}
	for i := range r.Drafts {
		r.Finish(&r.Drafts[i])
	}
	return r.Drafts, nil
}

func read(r *letter.Reader, extension string, data []byte) error {
	switch extension {
	case ".md":
		return readMarkdown(r, data)
	case ".docx":
		return r.AddPaper(docx.Read(data))
	case ".pdf":
		return readPDF(r, data)
	case ".html", ".htm":
		return r.AddPaper(webpage.Read(data))
	case ".csv":
		return sheet.ReadCSV(r, data)
	case ".xlsx":
		return sheet.ReadXLSX(r, data)
	case ".xml", ".rss", ".atom":
		return feed.Read(r, data)
	case ".rtf", ".odt", ".ods", ".docm", ".xlsm":
		return paper.Refuse("Chưa đọc được tệp %s; hãy mở bằng phần mềm gốc và lưu lại dạng .docx hoặc .xlsx.", extension)
	case ".doc", ".xls":
		return paper.Refuse("Tệp %s là định dạng cũ; hãy mở bằng Word hoặc Excel và lưu lại dạng %sx.", extension, extension)
	}
	return paper.Refuse("Chưa đọc được loại tệp “%s”; hãy dùng DOCX, PDF, HTML, CSV, XLSX, RSS/Atom hoặc Markdown.", extension)
}

func readMarkdown(r *letter.Reader, data []byte) error {
	s, problems := statement.ParseStatement(r.Name, data, r.KnownUnit)
	s.Status = statement.StatusDraft
	d := letter.Draft{Statement: s}
	for _, p := range problems {
		d.Problems = append(d.Problems, letter.Problem{Problem: p})
	}
	var noted paper.Doubts
	for i, line := range strings.Split(string(data), "\n") {
		if f := paper.FlawOf(line); f.Found > 0 {
			noted.Note(f.Doubt(), i+1, f.Word)
		}
	}
	r.Doubted(&d, noted, "dòng")
	r.Drafts = append(r.Drafts, d)
	return nil
}
