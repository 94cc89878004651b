package statement

import (
	"slices"
	"strings"
	"time"
)

// Kind is what the value of a field is.
type Kind int

// Words are one line (the body: all of it), a Moment a time, a List several words.
const (
	Words Kind = iota
	Moment
	List
)

// A Field is one thing that a statement says. The table of them drives how a file is read
// and written, the form of the panel and the columns of an import; what the API says of a
// statement has the same names.
type Field struct {
	Key     string // what stands below authorisation in a file is "authorisation_…"
	Label   string // what people call it
	Missing string // what a person is told who leaves it out; "" where they may
	Choices []string
	PerLine bool // its values are sentences, which hold commas
	Ends    bool // a day without an hour is meant to its last second

	place func(*Statement) any // *string, *time.Time, **time.Time or *[]string
}

// Fields are the fields in the order in which files and forms have them.
var Fields = []Field{
	{Key: "code", Label: "Mã", place: func(s *Statement) any { return &s.Code }},
	{Key: "title", Label: "Tiêu đề", Missing: "Vui lòng nhập tiêu đề.", place: func(s *Statement) any { return &s.Title }},
	{Key: BodyKey, Label: "Nội dung", Missing: "Vui lòng nhập nguyên văn phát ngôn.", place: func(s *Statement) any { return &s.Body }},
	{Key: "unit", Label: "Đơn vị", Missing: "Vui lòng chọn đơn vị trong danh sách gợi ý.", place: func(s *Statement) any { return &s.Unit }},
	{Key: "spokesperson", Label: "Người phát ngôn", Missing: "Vui lòng nhập họ tên người phát ngôn.", place: func(s *Statement) any { return &s.Spokesperson }},
	{Key: "position", Label: "Chức vụ", Missing: "Vui lòng nhập chức vụ, ví dụ “Giám đốc Sở Y tế”.", place: func(s *Statement) any { return &s.Position }},
	{Key: "spokesperson_kind", Label: "Tư cách phát ngôn", Missing: chooseOne, Choices: kinds, place: func(s *Statement) any { return &s.SpokespersonKind }},
	{Key: mandateKey + "_number", Label: "Số văn bản ủy quyền", place: func(s *Statement) any { return &mandate(s).Number }},
	{Key: mandateKey + "_until", Label: "Ủy quyền đến", Ends: true, place: func(s *Statement) any { return &mandate(s).Until }},
	{Key: "form", Label: "Hình thức", Missing: chooseOne, Choices: forms, place: func(s *Statement) any { return (*string)(&s.Form) }},
	{Key: "issued_at", Label: "Ngày phát ngôn", Missing: "Vui lòng nhập ngày giờ phát ngôn.", place: func(s *Statement) any { return &s.IssuedAt }},
	{Key: "document_no", Label: "Số văn bản", place: func(s *Statement) any { return &s.DocumentNo }},
	{Key: "source_url", Label: "Đường dẫn nguồn", place: func(s *Statement) any { return &s.SourceURL }},
	{Key: "audience", Label: "Ai được xem", Missing: chooseOne, Choices: audiences, place: func(s *Statement) any { return (*string)(&s.Audience) }},
	{Key: "embargo_until", Label: "Không công bố trước", place: func(s *Statement) any { return &s.EmbargoUntil }},
	{Key: "valid_from", Label: "Hiệu lực từ", place: func(s *Statement) any { return &s.ValidFrom }},
	{Key: "valid_until", Label: "Hiệu lực đến", Ends: true, place: func(s *Statement) any { return &s.ValidUntil }},
	{Key: "supersedes", Label: "Thay thế", place: func(s *Statement) any { return &s.Supersedes }},
	{Key: "topics", Label: "Chủ đề", place: func(s *Statement) any { return &s.Topics }},
	{Key: "places", Label: "Địa bàn", place: func(s *Statement) any { return &s.Places }},
	{Key: "questions", Label: "Câu hỏi", PerLine: true, place: func(s *Statement) any { return &s.Questions }},
}

// BodyKey is the field that stands in a file below its front matter.
const BodyKey = "body"

const (
	mandateKey = "authorisation"
	chooseOne  = "Vui lòng chọn một mục trong danh sách."
)

var (
	kinds     = []string{"A", "B", "C"}
	forms     = []string{string(FormPressConference), string(FormPosting), string(FormDirect), string(FormDocument), string(FormExchange)}
	audiences = []string{string(AudiencePublic), string(AudiencePress)}
)

// FieldOf is the field of a key.
func FieldOf(key string) (Field, bool) {
	at := slices.IndexFunc(Fields, func(f Field) bool { return f.Key == key })
	if at < 0 {
		return Field{}, false
	}
	return Fields[at], true
}

// Mandate reports whether f is a part of the authorisation; name is what it is called there.
func (f Field) Mandate() (name string, ok bool) { return strings.CutPrefix(f.Key, mandateKey+"_") }

// Kind is what the value of f is.
func (f Field) Kind() Kind {
	switch f.place(&Statement{}).(type) {
	case *string:
		return Words
	case *[]string:
		return List
	}
	return Moment
}

// Text is the words of f, in s; "" for another kind.
func (f Field) Text(s Statement) string {
	if p, ok := f.place(&s).(*string); ok {
		return *p
	}
	return ""
}

// Time is the moment of f, in s; nil where there is none.
func (f Field) Time(s Statement) *time.Time {
	switch p := f.place(&s).(type) {
	case *time.Time:
		if !p.IsZero() {
			return p
		}
	case **time.Time:
		return *p
	}
	return nil
}

// Values are what the list of f holds, in s.
func (f Field) Values(s Statement) []string {
	if p, ok := f.place(&s).(*[]string); ok {
		return *p
	}
	return nil
}

// SetText sets words.
func (f Field) SetText(s *Statement, text string) { *f.place(s).(*string) = text }

// SetTime sets a moment; nil takes away one that need not be.
func (f Field) SetTime(s *Statement, t *time.Time) {
	switch p := f.place(s).(type) {
	case *time.Time:
		if t != nil {
			*p = *t
		}
	case **time.Time:
		*p = t
	}
}

// SetValues sets a list.
func (f Field) SetValues(s *Statement, values []string) { *f.place(s).(*[]string) = values }

// mandate is the authorisation of s; it makes one where there is none.
func mandate(s *Statement) *Authorisation {
	if s.Authorisation == nil {
		s.Authorisation = &Authorisation{}
	}
	return s.Authorisation
}
