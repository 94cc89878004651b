// Package shape reads what programs send. It promises that whatever comes back
// without an error has the shape that its validate tags ask for, and that no
// fault quotes the body. Rules of the office are the desk's.
package shape

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/go-playground/validator/v10"

	"phatngon/internal/web/problem"
)

// validate checks by the validate tags, and calls fields as JSON does.
var validate = newValidate()

func newValidate() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		return name
	})
	return v
}

// Read decodes a JSON body into a T, lets it Trim itself if it can, and checks
// its shape. Faults come back as problem.ErrMalformed or problem.Fields.
func Read[T any](body []byte) (T, error) {
	var in T
	if err := json.Unmarshal(body, &in); err != nil {
		return in, fmt.Errorf("%w: %T", problem.ErrMalformed, err) // the type only: the text may quote the body
	}
	if t, ok := any(&in).(interface{ Trim() }); ok {
		t.Trim()
	}
	return in, check(in)
}

func check(in any) error {
	err := validate.Struct(in)
	var faults validator.ValidationErrors
	if !errors.As(err, &faults) {
		return err
	}
	fields := problem.Fields{}
	for _, f := range faults {
		fields[f.Field()] = complaint(f)
	}
	return fields
}

// grouped writes a number as people here read it: 4.000.
func grouped(digits string) string {
	if len(digits) < 4 {
		return digits
	}
	return grouped(digits[:len(digits)-3]) + "." + digits[len(digits)-3:]
}

// complaint says what is wrong with a field and what to do.
func complaint(f validator.FieldError) string {
	switch f.Tag() {
	case "required", "required_without":
		return "Anh/Chị vui lòng nhập mục này."
	case "min":
		return "Nội dung quá ngắn, cần ít nhất " + grouped(f.Param()) + " ký tự."
	case "max":
		return "Nội dung quá dài, tối đa " + grouped(f.Param()) + " ký tự."
	case "excluded_with":
		return "Chỉ gửi một trong hai cách đăng nhập."
	}
	return "Giá trị chưa hợp lệ."
}
