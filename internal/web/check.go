package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/go-playground/validator/v10"
	"github.com/gofiber/fiber/v2"
)

// shape checks bodies at the door by their validate tags; rules of the office
// are the desk's.
var shape = newShape()

func newShape() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		return name
	})
	return v
}

// read decodes a JSON body into a T, trims what needs it, and checks its
// shape. Faults come back as errMalformed or fieldErrors.
func read[T any](c *fiber.Ctx) (T, error) {
	var in T
	if err := json.Unmarshal(c.BodyRaw(), &in); err != nil {
		return in, fmt.Errorf("%w: %T", errMalformed, err) // the type only: the text may quote the body
	}
	if t, ok := any(&in).(interface{ trim() }); ok {
		t.trim()
	}
	return in, check(in)
}

func check(in any) error {
	err := shape.Struct(in)
	var faults validator.ValidationErrors
	if !errors.As(err, &faults) {
		return err
	}
	fields := fieldErrors{}
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
