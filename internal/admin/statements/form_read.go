package statements

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/routing"
	"phatngon/internal/edge"
	"phatngon/knowledge"
)

// mistakes says what is wrong by the names of a form's fields, one thing on a line; "" is
// what is about no field.
type mistakes map[string]string

// statementOrder is the fields of a statement's form from top to bottom.
var statementOrder = [...]string{
	"title", "body", "unit", "spokesperson", "position", "spokesperson_kind", "authorisation_number", "authorisation_until",
	"form", "issued_at", "document_no", "source_url", "audience", "embargo_until", "valid_from", "valid_until", "supersedes",
	"topics", "places", "questions",
}

// InOrder are the mistakes as a person meets them going down a statement's
// form, after those that are about no field of it.
func (m mistakes) InOrder() []door.Link {
	var out []door.Link
	for _, field := range slices.Sorted(maps.Keys(m)) {
		if !slices.Contains(statementOrder[:], field) {
			out = append(out, door.Link{Text: m[field]})
		}
	}
	for _, field := range statementOrder {
		for text := range strings.FieldsFuncSeq(m[field], func(r rune) bool { return r == '\n' }) {
			out = append(out, door.Link{URL: "#" + field, Text: text})
		}
	}
	return out
}

// statementFrom is old with the fields of f, and every mistake in them, so
// that a person mends them in one go. Form and file are held to the same rules
// (knowledge.Lint).
func (p *Pages) statementFrom(f statementForm, old knowledge.Statement) (knowledge.Statement, mistakes) {
	m := mistakes{}
	s := old
	if old.Code != "" {
		s.Version = m.version(f.Version)
	}
	s.Title = m.need("title", f.Title, "Vui lòng nhập tiêu đề.")
	s.Unit = m.unit(p, f.Unit)
	s.Spokesperson = m.need("spokesperson", f.Spokesperson, "Vui lòng nhập họ tên người phát ngôn.")
	s.Position = m.need("position", f.Position, "Vui lòng nhập chức vụ, ví dụ “Giám đốc Sở Y tế”.")
	s.SpokespersonKind = m.oneOf("spokesperson_kind", f.Kind, labels.SpokespersonKinds())
	s.Authorisation = m.mandate(f, old.Authorisation)
	s.Form = knowledge.Form(m.oneOf("form", f.Form, labels.Forms()))
	s.Audience = knowledge.Audience(m.oneOf("audience", f.Audience, labels.Audiences()))
	s.DocumentNo, s.SourceURL = f.DocumentNo, m.webAddress("source_url", f.SourceURL)
	m.times(f, &s)
	s.Supersedes, s.Topics, s.Places = edge.List(f.Supersedes), edge.List(f.Topics), edge.List(f.Places)
	s.Questions = edge.Lines(f.Questions)
	s.Body = m.need("body", f.Body, "Vui lòng nhập nguyên văn phát ngôn.")
	if len(m) == 0 {
		m.lint(s, p.Units.Registry)
	}
	return s, m
}

// lint adds what the rules of a statement's file forbid, all of it.
func (m mistakes) lint(s knowledge.Statement, units *routing.Registry) {
	known := func(code string) bool { _, ok := units.Unit(code); return ok }
	for _, flaw := range knowledge.Lint(s, known) {
		if flaw.Field == "authorisation" {
			flaw.Field = "authorisation_number"
		}
		m[flaw.Field] = flaw.Text
	}
}

func (m mistakes) need(field, text, hint string) string {
	if text == "" {
		m[field] = hint
	}
	return text
}

func (m mistakes) oneOf(field, value string, choices []labels.Choice) string {
	if !labels.Known(choices, value) {
		m[field] = "Vui lòng chọn một mục trong danh sách."
	}
	return value
}

func (m mistakes) unit(p *Pages, typed string) string {
	code, ok := p.Units.Pick(typed)
	if !ok {
		m["unit"] = "Vui lòng chọn đơn vị trong danh sách gợi ý."
	}
	return code
}

func (m mistakes) version(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		m[""] = "Biểu mẫu thiếu số phiên bản. Vui lòng mở lại trang."
	}
	return n
}

// mandate is required of an authorised spokesperson and of no other.
func (m mistakes) mandate(f statementForm, old *knowledge.Authorisation) *knowledge.Authorisation {
	if f.Kind != "C" {
		return nil
	}
	var was *time.Time
	if old != nil {
		was = &old.Until
	}
	number := m.need("authorisation_number", f.MandateNumber, "Người được ủy quyền phải có số văn bản ủy quyền.")
	m.need("authorisation_until", f.MandateUntil, "Vui lòng nhập thời hạn ủy quyền.")
	until := m.moment("authorisation_until", f.MandateUntil, was)
	if until == nil {
		return nil
	}
	return &knowledge.Authorisation{Number: number, Until: *until}
}

func (m mistakes) times(f statementForm, s *knowledge.Statement) {
	s.ValidFrom = m.moment("valid_from", f.ValidFrom, s.ValidFrom)
	s.ValidUntil = m.moment("valid_until", f.ValidUntil, s.ValidUntil)
	s.EmbargoUntil = m.moment("embargo_until", f.EmbargoUntil, s.EmbargoUntil)
	if s.ValidFrom != nil && s.ValidUntil != nil && s.ValidUntil.Before(*s.ValidFrom) {
		m["valid_until"] = "Thời điểm hết hiệu lực phải sau thời điểm bắt đầu."
	}
	m.need("issued_at", f.IssuedAt, "Vui lòng nhập ngày giờ phát ngôn.")
	if issued := m.moment("issued_at", f.IssuedAt, &s.IssuedAt); issued != nil {
		s.IssuedAt = *issued
	}
}

func (m mistakes) webAddress(field, text string) string {
	u, err := url.Parse(text)
	if text != "" && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
		m[field] = "Vui lòng nhập địa chỉ đầy đủ, bắt đầu bằng https://"
	}
	return text
}

// moment reads an optional time. Browsers leave seconds out, so a time that
// was not touched stays what it was, seconds included.
func (m mistakes) moment(field, text string, was *time.Time) *time.Time {
	if text == "" {
		return nil
	}
	if was != nil && localTime(*was) == text {
		return was
	}
	for _, layout := range []string{localLayout, "2006-01-02T15:04:05", time.DateOnly} {
		if t, err := time.ParseInLocation(layout, text, calendar.Zone); err == nil {
			return &t
		}
	}
	m[field] = "Ngày giờ chưa đúng. Vui lòng chọn lại, ví dụ 2026-11-25T09:00."
	return nil
}
