// Package letter finds the facts that a Vietnamese administrative document
// states about itself (Decree 30/2020/NĐ-CP, Appendix I: number, date, unit,
// title, signer), and makes a draft of what stands between them.
package letter

import (
	"cmp"
	"fmt"
	"slices"

	"phatngon/knowledge/statement"
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

// Options is what a reader must know of the office.
type Options struct {
	Unit      func(text string) (code string, ok bool) // reads a unit's name as documents write it; may be nil
	KnownUnit func(code string) bool                   // nil accepts every code
	Audience  statement.Audience                       // of files that do not say; "" leaves it open
	Publisher string                                   // code of the unit of files that name none, as of its own portal; "" leaves it open
}

// MaxBody is the longest text of one statement, in bytes: what a statement
// file can hold.
const MaxBody = statement.MaxStatementFile - 128<<10

// Reader gathers the drafts of one file.
type Reader struct {
	Options
	Name   string
	Drafts []Draft
}

// Finish holds a draft to the rules of a statement's file; what was said about
// a field already is not said again.
func (r *Reader) Finish(d *Draft) {
	d.Statement.Status = statement.StatusDraft
	r.stated(d)
	if len(d.Statement.Body) > MaxBody {
		d.Statement.Body = ""
		r.Problem(d, "body", 1, "Nội dung dài quá %d KB; hãy tách thành nhiều phát ngôn.", MaxBody>>10)
	}
	line := 1
	if len(d.Problems) > 0 {
		line = d.Problems[0].Line
	}
	for _, flaw := range statement.Lint(d.Statement, r.KnownUnit) {
		if !d.told(flaw.Field) {
			r.Problem(d, flaw.Field, line, "%s", cmp.Or(Missing[flaw.Field], flaw.Text))
		}
	}
}

// stated fills in what whoever imports says of files that do not say it
// themselves. A unit that could not be read is not covered by it.
func (r *Reader) stated(d *Draft) {
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

func (r *Reader) Problem(d *Draft, field string, line int, format string, args ...any) {
	p := statement.Problem{File: r.Name, Line: max(line, 1), Text: fmt.Sprintf(format, args...)}
	d.Problems = append(d.Problems, Problem{Field: field, Problem: p})
}
