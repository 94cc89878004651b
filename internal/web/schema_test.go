package web

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"
)

// schemas checks values by the part of JSON Schema that openapi.json uses. A
// keyword it does not know is a fault: nothing is taken for checked that is not.
type schemas struct{ byName map[string]any }

func (s schemas) faults(schema, value any, at string) []string {
	rules, ok := s.resolve(schema).(map[string]any)
	if !ok {
		return []string{at + ": no schema"}
	}
	var all []string
	for keyword, rule := range rules {
		switch keyword {
		case "description", "properties", "required", "additionalProperties":
		case "type":
			all = append(all, wrongUnless(typeOf(value, rule), "%s is %T, not %v", at, value, rule)...)
		case "enum":
			all = append(all, wrongUnless(slices.Contains(rule.([]any), value), "%s is %v, not one of %v", at, value, rule)...)
		case "format":
			_, err := time.Parse(time.RFC3339, fmt.Sprint(value))
			all = append(all, wrongUnless(rule == "date-time" && err == nil, "%s is %v, no %v", at, value, rule)...)
		case "minimum":
			all = append(all, wrongUnless(value.(float64) >= rule.(float64), "%s is %v", at, value)...)
		case "maximum":
			all = append(all, wrongUnless(value.(float64) <= rule.(float64), "%s is %v", at, value)...)
		case "items":
			list, _ := value.([]any)
			for i, one := range list {
				all = append(all, s.faults(rule, one, fmt.Sprintf("%s[%d]", at, i))...)
			}
		case "oneOf":
			all = append(all, s.oneOf(rule.([]any), value, at)...)
		case "allOf":
		default:
			all = append(all, at+": the test does not know "+keyword)
		}
	}
	return append(all, s.fields(rules, value, at)...)
}

func wrongUnless(ok bool, format string, args ...any) []string {
	if ok {
		return nil
	}
	return []string{fmt.Sprintf(format, args...)}
}

func (s schemas) resolve(schema any) any {
	rules, _ := schema.(map[string]any)
	if ref, ok := rules["$ref"].(string); ok {
		return s.byName[strings.TrimPrefix(ref, "#/components/schemas/")]
	}
	return schema
}

func (s schemas) oneOf(choices []any, value any, at string) []string {
	var all []string
	for _, choice := range choices {
		faults := s.faults(choice, value, at)
		if len(faults) == 0 {
			return nil
		}
		all = append(all, faults...)
	}
	return all
}

// fields checks an object against its own rules and those it is put together of.
func (s schemas) fields(rules map[string]any, value any, at string) []string {
	object, ok := value.(map[string]any)
	described, required := s.described(rules)
	if !ok || len(described) == 0 && rules["allOf"] == nil {
		return nil
	}
	var all []string
	for _, name := range required {
		_, there := object[name]
		all = append(all, wrongUnless(there, "%s.%s is missing", at, name)...)
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		rule := described[name]
		if rule == nil {
			all = append(all, fmt.Sprintf("%s.%s is not described", at, name))
			continue
		}
		all = append(all, s.faults(rule, object[name], at+"."+name)...)
	}
	return all
}

func (s schemas) described(rules map[string]any) (fields map[string]any, required []string) {
	fields = map[string]any{}
	own, _ := rules["properties"].(map[string]any)
	maps.Copy(fields, own)
	names, _ := rules["required"].([]any)
	for _, name := range names {
		required = append(required, name.(string))
	}
	parts, _ := rules["allOf"].([]any)
	for _, part := range parts {
		more, also := s.described(s.resolve(part).(map[string]any))
		maps.Copy(fields, more)
		required = append(required, also...)
	}
	return fields, required
}

func typeOf(value, name any) bool {
	switch name {
	case "null":
		return value == nil
	case "integer":
		n, ok := value.(float64)
		return ok && n == float64(int64(n))
	}
	kinds := map[any]reflect.Kind{"string": reflect.String, "number": reflect.Float64, "boolean": reflect.Bool, "object": reflect.Map, "array": reflect.Slice}
	return value != nil && reflect.TypeOf(value).Kind() == kinds[name]
}
