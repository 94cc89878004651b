package letter

import (
	"slices"
	"strings"

	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/statement"
)

// Missing says what a document does not tell, by field, and what to do.
var Missing = map[string]string{
	"title":             "Không tìm thấy tiêu đề (trích yếu); hãy nhập tiêu đề.",
	"unit":              "Không tìm thấy đơn vị ban hành; hãy chọn đơn vị.",
	"spokesperson":      "Không tìm thấy họ tên người ký; hãy nhập họ tên người phát ngôn.",
	"position":          "Không tìm thấy chức vụ người ký; hãy nhập chức vụ.",
	"spokesperson_kind": "Tệp không nói tư cách phát ngôn; hãy chọn A (người đứng đầu), B (được giao) hoặc C (được ủy quyền).",
	"form":              "Tệp không nói hình thức cung cấp thông tin; hãy chọn hình thức.",
	"issued_at":         "Không tìm thấy ngày ban hành; hãy nhập ngày.",
	"audience":          "Tệp không nói ai được xem; hãy chọn công khai hoặc chỉ báo chí.",
	"body":              "Không tìm thấy phần nội dung; hãy dán nguyên văn.",
}

// letter reads what an administrative document says about itself. from and to
// bound the blocks that are its text.
type letter struct {
	*paper.Paper
	r        *Reader
	d        Draft
	from, to int
	used     map[int]bool // lines of the front that were read, by index
}

// Add makes a draft of a paper.
func (r *Reader) Add(p *paper.Paper) *Draft {
	l := &letter{Paper: p, r: r, to: len(p.Blocks), used: map[int]bool{}}
	l.fact("form", string(p.Form), "theo loại tệp")
	l.data()
	l.head()
	l.tail()
	if l.from < l.to {
		l.d.Statement.Body = paper.Markdown(p.Blocks[l.from:l.to])
	}
	for _, b := range p.Blocks[l.from:max(l.from, l.to)] {
		if b.Merged() {
			p.Doubts.Note(paper.MergedCells, b.At, "")
		}
	}
	r.Doubted(&l.d, p.Doubts, p.Place)
	r.Drafts = append(r.Drafts, l.d)
	return &r.Drafts[len(r.Drafts)-1]
}

// fact enters a field that was found.
func (l *letter) fact(field, value, where string) {
	if f, ok := statement.FieldOf(field); ok {
		f.SetText(&l.d.Statement, value)
	}
	l.found(field, value, where)
}

// found notes where a field stood; a later find replaces an earlier one.
func (l *letter) found(field, value, where string) {
	l.d.Found = slices.DeleteFunc(l.d.Found, func(f Fact) bool { return f.Field == field })
	l.d.Found = append(l.d.Found, Fact{Field: field, Value: value, Where: where})
}

// data takes over what a page or feed says of itself outside its text.
func (l *letter) data() {
	if l.Title != "" {
		l.fact("title", l.Title, "tiêu đề của trang")
	}
	if l.Url != "" {
		l.fact("source_url", l.Url, "địa chỉ trong tệp")
	}
	if l.Open {
		l.fact("audience", string(statement.AudiencePublic), "đã đăng công khai tại địa chỉ trên")
	}
	if !l.Issued.IsZero() {
		l.d.Statement.IssuedAt = l.Issued
		l.found("issued_at", l.Issued.In(statement.Vietnam).Format("02/01/2006 15:04"), "ngày đăng trong tệp")
	}
}

func (l *letter) problem(field string, at int, format string, args ...any) {
	l.r.Problem(&l.d, field, at, format, args...)
}

func (l *letter) has(field string) bool {
	for _, f := range l.d.Found {
		if f.Field == field {
			return true
		}
	}
	return false
}

// sentenceCase gives words in capitals a capital only at the front.
func sentenceCase(s string) string {
	s = strings.ToLower(s)
	for i, r := range s {
		return s[:i] + strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// firstOf is the first of lines that ok accepts, from start on; -1 when none.
func firstOf(lines []paper.Line, start int, ok func(string) bool) int {
	for i := max(start, 0); i < len(lines); i++ {
		if ok(lines[i].Text) {
			return i
		}
	}
	return -1
}

// inBlock reports whether two lines stand in the same column of one table, or
// in the same paragraph.
func inBlock(a, b paper.Line) bool { return a.Block == b.Block && a.Side == b.Side }

// Doubted says each kind of doubt beside the draft.
func (r *Reader) Doubted(d *Draft, noted paper.Doubts, place string) {
	for _, one := range noted.List {
		r.Problem(d, "body", one.At[0], "%s", one.Text(place))
	}
}

// AddPaper makes a draft of what a reader gave, when its words are Vietnamese.
func (r *Reader) AddPaper(p *paper.Paper, err error) error {
	if err != nil {
		return err
	}
	if err := p.Letters(); err != nil {
		return err
	}
	r.Add(p)
	return nil
}

// missing names the required fields that one of several drafts leaves open,
// with its place in the file.
func SayMissing(r *Reader, d *Draft, number int, place string) {
	r.stated(d)
	for _, flaw := range statement.Lint(d.Statement, nil) {
		if text := Missing[flaw.Field]; text != "" && !d.told(flaw.Field) {
			r.Problem(d, flaw.Field, number, "%s %d: %s", place, number, text)
		}
	}
}
