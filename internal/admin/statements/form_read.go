package statements

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/routing"
	"phatngon/internal/edge"
	"phatngon/knowledge/statement"
)

// mistakes says what is wrong by the names of a form's fields, one thing on a line; "" is
// what is about no field.
type mistakes map[string]string

// InOrder are the mistakes as a person meets them going down a statement's
// form, after those that are about no field of it.
func (m mistakes) InOrder() []door.Link {
	var out []door.Link
	for _, key := range slices.Sorted(maps.Keys(m)) {
		if _, known := statement.FieldOf(key); !known {
			out = append(out, door.Link{Text: m[key]})
		}
	}
	for _, field := range statement.Fields {
		for text := range strings.FieldsFuncSeq(m[field.Key], func(r rune) bool { return r == '\n' }) {
			out = append(out, door.Link{URL: "#" + field.Key, Text: text})
		}
	}
	return out
}

// statementFrom is old with the fields of f, and every mistake in them, so
// that a person mends them in one go. Form and file are held to the same rules
// (knowledge.Lint).
func (p *Pages) statementFrom(f statementForm, old statement.Statement) (statement.Statement, mistakes) {
	m := mistakes{}
	s := old
	if old.Code != "" {
		s.Version = m.version(f[versionKey])
	}
	for _, field := range statement.Fields {
		if _, inside := field.Mandate(); !inside && field.Key != codeKey && field.Key != unitKey {
			m.read(field, f[field.Key], &s)
		}
	}
	s.Unit = m.unit(p, f[unitKey])
	s.Authorisation = m.mandate(f, s.SpokespersonKind, old.Authorisation)
	m.webAddress("source_url", s.SourceURL)
	if s.ValidFrom != nil && s.ValidUntil != nil && s.ValidUntil.Before(*s.ValidFrom) {
		m.add("valid_until", "Thời điểm hết hiệu lực phải sau thời điểm bắt đầu.")
	}
	if len(m) == 0 {
		m.lint(s, p.Units.Registry)
	}
	return s, m
}

// add notes one more thing that is wrong with a field.
func (m mistakes) add(field, text string) {
	m[field] = strings.TrimPrefix(m[field]+"\n"+text, "\n")
}

// read sets one field to what was typed.
func (m mistakes) read(f statement.Field, typed string, s *statement.Statement) {
	switch {
	case len(f.Choices) > 0 && !slices.Contains(f.Choices, typed), f.Missing != "" && typed == "":
		m.add(f.Key, f.Missing)
	}
	switch f.Kind() {
	case statement.Moment:
		if t := m.moment(f.Key, typed, f.Time(*s)); t != nil || m[f.Key] == "" {
			f.SetTime(s, t)
		}
	case statement.List:
		f.SetValues(s, listed(f, typed))
	default:
		f.SetText(s, typed)
	}
}

func listed(f statement.Field, typed string) []string {
	if f.PerLine {
		return edge.Lines(typed)
	}
	return edge.List(typed)
}

// lint adds what the rules of a statement's file forbid, all of it.
func (m mistakes) lint(s statement.Statement, units *routing.Registry) {
	known := func(code string) bool { _, ok := units.Unit(code); return ok }
	for _, flaw := range statement.Lint(s, known) {
		if flaw.Field == "authorisation" {
			flaw.Field = "authorisation_number"
		}
		m.add(flaw.Field, flaw.Text)
	}
}

func (m mistakes) need(field, text, hint string) string {
	if text == "" {
		m.add(field, hint)
	}
	return text
}

func (m mistakes) unit(p *Pages, typed string) string {
	code, ok := p.Units.Pick(typed)
	if !ok {
		m.add(unitKey, "Vui lòng chọn đơn vị trong danh sách gợi ý.")
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
func (m mistakes) mandate(f statementForm, kind string, old *statement.Authorisation) *statement.Authorisation {
	if kind != "C" {
		return nil
	}
	var was *time.Time
	if old != nil {
		was = &old.Until
	}
	number := m.need("authorisation_number", f["authorisation_number"], "Người được ủy quyền phải có số văn bản ủy quyền.")
	m.need("authorisation_until", f["authorisation_until"], "Vui lòng nhập thời hạn ủy quyền.")
	until := m.moment("authorisation_until", f["authorisation_until"], was)
	if until == nil {
		return nil
	}
	return &statement.Authorisation{Number: number, Until: *until}
}

func (m mistakes) webAddress(field, text string) {
	u, err := url.Parse(text)
	if text != "" && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
		m.add(field, "Vui lòng nhập địa chỉ đầy đủ, bắt đầu bằng https://")
	}
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
	m.add(field, "Ngày giờ chưa đúng. Vui lòng chọn lại, ví dụ 2026-11-25T09:00.")
	return nil
}
