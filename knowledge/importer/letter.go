package importer

import (
	"slices"
	"strings"

	"phatngon/knowledge/statement"
)

// missing says what a document does not tell, by field, and what to do.
var missing = map[string]string{
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
	*paper
	r        *reader
	d        Draft
	from, to int
	used     map[int]bool // lines of the front that were read, by index
}

// add makes a draft of a paper.
func (r *reader) add(p *paper) *Draft {
	l := &letter{paper: p, r: r, to: len(p.blocks), used: map[int]bool{}}
	l.fact("form", string(p.form), "theo loại tệp")
	l.data()
	l.head()
	l.tail()
	if l.from < l.to {
		l.d.Statement.Body = markdown(p.blocks[l.from:l.to])
	}
	for _, b := range p.blocks[l.from:max(l.from, l.to)] {
		if b.merged() {
			p.doubts.note(mergedCells, b.at, "")
		}
	}
	r.doubted(&l.d, p.doubts, p.place)
	r.drafts = append(r.drafts, l.d)
	return &r.drafts[len(r.drafts)-1]
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
	if l.title != "" {
		l.fact("title", l.title, "tiêu đề của trang")
	}
	if l.url != "" {
		l.fact("source_url", l.url, "địa chỉ trong tệp")
	}
	if l.open {
		l.fact("audience", string(statement.AudiencePublic), "đã đăng công khai tại địa chỉ trên")
	}
	if !l.issued.IsZero() {
		l.d.Statement.IssuedAt = l.issued
		l.found("issued_at", l.issued.In(statement.Vietnam).Format("02/01/2006 15:04"), "ngày đăng trong tệp")
	}
}

func (l *letter) problem(field string, at int, format string, args ...any) {
	l.r.problem(&l.d, field, at, format, args...)
}

func (l *letter) has(field string) bool {
	for _, f := range l.d.Found {
		if f.Field == field {
			return true
		}
	}
	return false
}

// allCapitals reports whether a text with letters has no small ones.
func allCapitals(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }

// sentenceCase gives words in capitals a capital only at the front.
func sentenceCase(s string) string {
	s = strings.ToLower(s)
	for i, r := range s {
		return s[:i] + strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// firstOf is the first of lines that ok accepts, from start on; -1 when none.
func firstOf(lines []line, start int, ok func(string) bool) int {
	for i := max(start, 0); i < len(lines); i++ {
		if ok(lines[i].text) {
			return i
		}
	}
	return -1
}

// inBlock reports whether two lines stand in the same column of one table, or
// in the same paragraph.
func inBlock(a, b line) bool { return a.block == b.block && a.side == b.side }
