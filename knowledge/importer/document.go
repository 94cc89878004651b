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
	"cmp"
	"fmt"
	"path"
	"phatngon/knowledge/importer/docx"
	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/webpage"
	"phatngon/knowledge/statement"
	"slices"
	"strings"
)

// Draft is one statement as a file gives it. It is of use only after a person
// has looked at it, and may be incomplete: Problems says what is missing.
type Draft struct {
	Statement statement.Statement
	Found     []Fact
	Problems  []Problem
}

// Fact is a field that was read, and where it stood: "trang 1", "hàng 3".
type Fact struct{ Field, Value, Where string }

// Problem is what is missing or doubtful in a draft. Field is the key as files
// write it, or "body"; Line is the line, row, paragraph, page or entry.
type Problem struct {
	Field string
	statement.Problem
}

// Unreadable is why a file gives nothing.
type Unreadable = paper.Unreadable

// Options is what a reader must know of the office.
type Options struct {
	Unit      func(text string) (code string, ok bool) // reads a unit's name as documents write it; may be nil
	KnownUnit func(code string) bool                   // nil accepts every code
	Audience  statement.Audience                       // of files that do not say; "" leaves it open
	Publisher string                                   // code of the unit of files that name none, as of its own portal; "" leaves it open
}

// MaxFile is the largest file that is read, in bytes: documents may hold
// pictures.
const MaxFile = 20 << 20

// maxBody is the longest text of one statement, in bytes: what a statement
// file can hold.
const maxBody = statement.MaxStatementFile - 128<<10

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
	r := &reader{name: name, Options: o}
	extension := strings.ToLower(path.Ext(name))
	if !slices.Contains([]string{".docx", ".pdf", ".xlsx"}, extension) && len(data) > paper.MaxPlain {
		return nil, paper.Refuse("Tệp lớn hơn %d MB; hãy tách thành nhiều tệp.", paper.MaxPlain>>20)
	}
	if err := r.read(extension, data); err != nil {
		return nil, err
	}
	for i := range r.drafts {
		r.finish(&r.drafts[i])
	}
	return r.drafts, nil
}

// reader gathers the drafts of one file.
type reader struct {
	Options
	name   string
	drafts []Draft
}

func (r *reader) read(extension string, data []byte) error {
	switch extension {
	case ".md":
		return r.readMarkdown(data)
	case ".docx":
		return r.addPaper(docx.Read(data))
	case ".pdf":
		return r.readPDF(data)
	case ".html", ".htm":
		return r.addPaper(webpage.Read(data))
	case ".csv":
		return r.readCSV(data)
	case ".xlsx":
		return r.readXLSX(data)
	case ".xml", ".rss", ".atom":
		return r.readFeed(data)
	case ".rtf", ".odt", ".ods", ".docm", ".xlsm":
		return paper.Refuse("Chưa đọc được tệp %s; hãy mở bằng phần mềm gốc và lưu lại dạng .docx hoặc .xlsx.", extension)
	case ".doc", ".xls":
		return paper.Refuse("Tệp %s là định dạng cũ; hãy mở bằng Word hoặc Excel và lưu lại dạng %sx.", extension, extension)
	}
	return paper.Refuse("Chưa đọc được loại tệp “%s”; hãy dùng DOCX, PDF, HTML, CSV, XLSX, RSS/Atom hoặc Markdown.", extension)
}

func (r *reader) readMarkdown(data []byte) error {
	s, problems := statement.ParseStatement(r.name, data, r.KnownUnit)
	s.Status = statement.StatusDraft
	d := Draft{Statement: s}
	for _, p := range problems {
		d.Problems = append(d.Problems, Problem{Problem: p})
	}
	var noted paper.Doubts
	for i, line := range strings.Split(string(data), "\n") {
		if f := paper.FlawOf(line); f.Found > 0 {
			noted.Note(f.Doubt(), i+1, f.Word)
		}
	}
	r.doubted(&d, noted, "dòng")
	r.drafts = append(r.drafts, d)
	return nil
}

// finish holds a draft to the rules of a statement's file; what was said about
// a field already is not said again.
func (r *reader) finish(d *Draft) {
	d.Statement.Status = statement.StatusDraft
	r.stated(d)
	if len(d.Statement.Body) > maxBody {
		d.Statement.Body = ""
		r.problem(d, "body", 1, "Nội dung dài quá %d KB; hãy tách thành nhiều phát ngôn.", maxBody>>10)
	}
	line := 1
	if len(d.Problems) > 0 {
		line = d.Problems[0].Line
	}
	for _, flaw := range statement.Lint(d.Statement, r.KnownUnit) {
		if !d.told(flaw.Field) {
			r.problem(d, flaw.Field, line, "%s", cmp.Or(missing[flaw.Field], flaw.Text))
		}
	}
}

// stated fills in what whoever imports says of files that do not say it
// themselves. A unit that could not be read is not covered by it.
func (r *reader) stated(d *Draft) {
	if d.Statement.Audience == "" && r.Audience != "" && !d.told("audience") {
		d.Statement.Audience = r.Audience
		d.Found = append(d.Found, Fact{"audience", string(r.Audience), "do người nhập chọn"})
	}
	if d.Statement.Unit == "" && r.Publisher != "" && !d.told("unit") {
		d.Statement.Unit = r.Publisher
		d.Found = append(d.Found, Fact{"unit", r.Publisher, "do người nhập chọn"})
	}
}

// told reports whether a field's problem is listed already.
func (d *Draft) told(field string) bool {
	return slices.ContainsFunc(d.Problems, func(p Problem) bool { return p.Field == field || p.Field == "" })
}

func (r *reader) problem(d *Draft, field string, line int, format string, args ...any) {
	p := statement.Problem{File: r.name, Line: max(line, 1), Text: fmt.Sprintf(format, args...)}
	d.Problems = append(d.Problems, Problem{Field: field, Problem: p})
}
