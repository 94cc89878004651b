package importer

import (
	"strconv"
	"strings"
	"time"

	"phatngon/knowledge/statement"
)

// columns are the headings of a table of statements: the keys of a statement's
// file, or what people call them. docs/import.md lists them.
var columns = map[string]string{
	"mã": "code", "mã phát ngôn": "code",
	"tiêu đề": "title", "trích yếu": "title",
	"đơn vị": "unit", "đơn vị ban hành": "unit", "mã đơn vị": "unit",
	"người phát ngôn": "spokesperson", "họ tên": "spokesperson", "người ký": "spokesperson",
	"chức vụ": "position", "tư cách": "spokesperson_kind", "tư cách phát ngôn": "spokesperson_kind",
	"số văn bản ủy quyền": "authorisation_number", "ủy quyền đến": "authorisation_until",
	"hình thức": "form", "ngày phát ngôn": "issued_at", "phát ngôn lúc": "issued_at", "ngày ban hành": "issued_at",
	"ai được xem": "audience", "đối tượng": "audience", "số văn bản": "document_no", "số hiệu": "document_no",
	"đường dẫn": "source_url", "đường dẫn nguồn": "source_url", "nguồn": "source_url",
	"hiệu lực từ": "valid_from", "hiệu lực đến": "valid_until", "không công bố trước": "embargo_until",
	"thay thế": "supersedes", "chủ đề": "topics", "địa bàn": "places", "câu hỏi": "questions",
	"nội dung": "body", "nguyên văn": "body", "nội dung phát ngôn": "body",
}

// columnKeys are the keys themselves.
var columnKeys = []string{
	"code", "title", "unit", "spokesperson", "position", "spokesperson_kind", "authorisation_number", "authorisation_until",
	"form", "issued_at", "audience", "document_no", "source_url", "valid_from", "valid_until", "embargo_until", "supersedes",
	"topics", "places", "questions", "body",
}

// choices are the values that people write in words.
var choices = map[string]map[string]string{
	"form": {
		"họp báo": "HOP_BAO", "đăng tải": "DANG_TAI", "phát ngôn trực tiếp": "PHAT_NGON_TT", "văn bản": "VAN_BAN", "trao đổi": "TRAO_DOI",
	},
	"audience": {"công khai": "public", "mọi người": "public", "báo chí": "press", "chỉ báo chí": "press"},
	"spokesperson_kind": {
		"người đứng đầu": "A", "được giao": "B", "được ủy quyền": "C", "a": "A", "b": "B", "c": "C",
	},
}

// dateLayouts are how people write times; those without a zone are Vietnam's.
var dateLayouts = []string{
	time.RFC3339, "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02T15:04", time.DateOnly,
	"02/01/2006 15:04:05", "02/01/2006 15:04", "2/1/2006 15:04", "02/01/2006", "2/1/2006", "02-01-2006",
}

// moment reads a time; a day that ends something ends with its last second.
func moment(field, value string, serial func(float64) (time.Time, error)) (time.Time, bool) {
	for _, layout := range dateLayouts {
		t, err := time.ParseInLocation(layout, value, vietnam)
		if err != nil {
			continue
		}
		return endOfDay(field, t, strings.Contains(layout, "15")), true
	}
	n, err := strconv.ParseFloat(value, 64)
	if serial == nil || err != nil || n < 1 || n > 1e6 {
		return time.Time{}, false
	}
	t, err := serial(n)
	if err != nil {
		return time.Time{}, false
	}
	t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, vietnam)
	return endOfDay(field, t, n != float64(int(n))), true
}

func endOfDay(field string, t time.Time, timed bool) time.Time {
	if !timed && (field == "valid_until" || field == "authorisation_until") {
		return t.AddDate(0, 0, 1).Add(-time.Second)
	}
	return t
}

// setText sets a field that is words; it reports false for the others.
func setText(s *statement.Statement, field, value string) bool {
	switch field {
	case "code":
		s.Code = value
	case "title":
		s.Title = value
	case "unit":
		s.Unit = value
	case "spokesperson":
		s.Spokesperson = value
	case "position":
		s.Position = value
	case "spokesperson_kind":
		s.SpokespersonKind = value
	case "form":
		s.Form = statement.Form(value)
	case "audience":
		s.Audience = statement.Audience(value)
	case "document_no":
		s.DocumentNo = value
	case "source_url":
		s.SourceURL = value
	case "authorisation_number":
		mandate(s).Number = value
	default:
		return false
	}
	return true
}

func mandate(s *statement.Statement) *statement.Authorisation {
	if s.Authorisation == nil {
		s.Authorisation = &statement.Authorisation{}
	}
	return s.Authorisation
}

// setTime sets a field that is a time; it reports false for the others.
func setTime(s *statement.Statement, field string, t time.Time) bool {
	switch field {
	case "issued_at":
		s.IssuedAt = t
	case "valid_from":
		s.ValidFrom = &t
	case "valid_until":
		s.ValidUntil = &t
	case "embargo_until":
		s.EmbargoUntil = &t
	case "authorisation_until":
		mandate(s).Until = t
	default:
		return false
	}
	return true
}

// setList sets a field that is several words, between ";" or on lines.
func setList(s *statement.Statement, field, value string) {
	var list []string
	for part := range strings.SplitSeq(strings.ReplaceAll(value, ";", "\n"), "\n") {
		if part = oneLine(part); part != "" {
			list = append(list, part)
		}
	}
	switch field {
	case "supersedes":
		s.Supersedes = list
	case "topics":
		s.Topics = list
	case "places":
		s.Places = list
	case "questions":
		s.Questions = list
	}
}

// labels is what people call the fields.
var labels = map[string]string{
	"code": "Mã", "title": "Tiêu đề", "unit": "Đơn vị", "spokesperson": "Người phát ngôn", "position": "Chức vụ",
	"spokesperson_kind": "Tư cách phát ngôn", "authorisation_number": "Số văn bản ủy quyền", "authorisation_until": "Ủy quyền đến",
	"form": "Hình thức", "issued_at": "Ngày phát ngôn", "audience": "Ai được xem", "document_no": "Số văn bản",
	"source_url": "Đường dẫn nguồn", "valid_from": "Hiệu lực từ", "valid_until": "Hiệu lực đến", "embargo_until": "Không công bố trước",
	"supersedes": "Thay thế", "topics": "Chủ đề", "places": "Địa bàn", "questions": "Câu hỏi", "body": "Nội dung",
}

// Label is a field's name in Vietnamese; a field it does not know is given back.
func Label(field string) string {
	if label := labels[field]; label != "" {
		return label
	}
	return field
}
