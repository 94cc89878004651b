package desk

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Decode reads a JSON table that an administrator edits, strictly: an unknown name
// is a mistake, not a remark. The error is a *InvalidError of that field.
func Decode(field string, data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	if err == nil {
		if _, err = d.Token(); errors.Is(err, io.EOF) {
			return nil
		}
		return &InvalidError{Field: field, Text: "Bảng dữ liệu còn nội dung thừa ở cuối. Vui lòng xóa phần sau dấu ngoặc cuối cùng."}
	}
	line := 1 + bytes.Count(data[:min(int(d.InputOffset()), len(data))], []byte("\n"))
	return &InvalidError{Field: field, Text: fmt.Sprintf("Bảng dữ liệu không đọc được, khoảng dòng %d%s", line, decodeHint(err))}
}

// decodeHint says what to look for.
func decodeHint(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Sprintf(": mục %q có kiểu giá trị không đúng. Vui lòng xem lại số, chữ trong ngoặc kép, true hoặc false.", kind.Field)
	}
	if name, unknown := strings.CutPrefix(err.Error(), "json: unknown field "); unknown {
		return fmt.Sprintf(": không có mục tên %s. Vui lòng kiểm tra chính tả hoặc bỏ mục này.", name)
	}
	return ". Vui lòng kiểm tra dấu ngoặc, dấu phẩy và dấu ngoặc kép."
}
