package sheet

import (
	"strconv"
	"strings"
	"time"

	"phatngon/knowledge/importer/paper"
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
		t, err := time.ParseInLocation(layout, value, statement.Vietnam)
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
	t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, statement.Vietnam)
	return endOfDay(field, t, n != float64(int(n))), true
}

func endOfDay(field string, t time.Time, timed bool) time.Time {
	if f, ok := statement.FieldOf(field); ok && f.Ends && !timed {
		return t.AddDate(0, 0, 1).Add(-time.Second)
	}
	return t
}

// listed are several words, between ";" or on lines.
func listed(value string) (list []string) {
	for part := range strings.SplitSeq(strings.ReplaceAll(value, ";", "\n"), "\n") {
		if part = paper.OneLine(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// Label is a field's name in Vietnamese; a field it does not know is given back.
func Label(key string) string {
	if f, ok := statement.FieldOf(key); ok {
		return f.Label
	}
	return key
}
