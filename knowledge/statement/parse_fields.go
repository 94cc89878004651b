package statement

import (
	"errors"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// statementFields is every key of the front matter and how it is read.
var statementFields = map[string]func(p *statementParser, key string, node ast.Node){
	"code":              text(func(s *Statement) *string { return &s.Code }),
	"title":             text(func(s *Statement) *string { return &s.Title }),
	"unit":              text(func(s *Statement) *string { return &s.Unit }),
	"spokesperson":      text(func(s *Statement) *string { return &s.Spokesperson }),
	"position":          text(func(s *Statement) *string { return &s.Position }),
	"spokesperson_kind": text(func(s *Statement) *string { return &s.SpokespersonKind }),
	"authorisation":     (*statementParser).authorisation,
	"form":              text(func(s *Statement) *string { return (*string)(&s.Form) }),
	"issued_at":         moment(func(s *Statement, t time.Time) { s.IssuedAt = t }),
	"audience":          text(func(s *Statement) *string { return (*string)(&s.Audience) }),
	"document_no":       text(func(s *Statement) *string { return &s.DocumentNo }),
	"source_url":        text(func(s *Statement) *string { return &s.SourceURL }),
	"valid_from":        moment(func(s *Statement, t time.Time) { s.ValidFrom = &t }),
	"valid_until":       moment(func(s *Statement, t time.Time) { s.ValidUntil = &t }),
	"embargo_until":     moment(func(s *Statement, t time.Time) { s.EmbargoUntil = &t }),
	"supersedes":        list(func(s *Statement) *[]string { return &s.Supersedes }),
	"topics":            list(func(s *Statement) *[]string { return &s.Topics }),
	"places":            list(func(s *Statement) *[]string { return &s.Places }),
	"questions":         list(func(s *Statement) *[]string { return &s.Questions }),
}

func text(field func(*Statement) *string) func(*statementParser, string, ast.Node) {
	return func(p *statementParser, key string, node ast.Node) {
		if value, ok := p.scalar(key, node); ok {
			*field(&p.s) = value
		}
	}
}

func moment(set func(*Statement, time.Time)) func(*statementParser, string, ast.Node) {
	return func(p *statementParser, key string, node ast.Node) {
		if t, ok := p.moment(key, node); ok {
			set(&p.s, t)
		}
	}
}

func list(field func(*Statement) *[]string) func(*statementParser, string, ast.Node) {
	return func(p *statementParser, key string, node ast.Node) {
		sequence, ok := node.(*ast.SequenceNode)
		if !ok {
			p.problem(lineOf(node), "Khóa “%s” phải là danh sách, ví dụ: [một, hai].", key)
			return
		}
		for _, item := range sequence.Values {
			if value, ok := p.scalar(key, item); ok {
				*field(&p.s) = append(*field(&p.s), value)
			}
		}
	}
}

// scalar is the text of a value as it stands in the file, without quotes.
func (p *statementParser) scalar(key string, node ast.Node) (string, bool) {
	var value string
	switch n := node.(type) {
	case *ast.StringNode:
		value = n.Value
	case *ast.LiteralNode:
		value = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		value = n.GetToken().Value
	case *ast.NullNode:
	default:
		p.problem(lineOf(node), "Giá trị của “%s” phải là một dòng chữ.", key)
		return "", false
	}
	value = strings.TrimSpace(value)
	switch {
	case value == "":
		p.problem(lineOf(node), "Khóa “%s” đang trống; hãy điền hoặc bỏ dòng này.", key)
	case strings.ContainsAny(value, "\n\t"):
		p.problem(lineOf(node), "Giá trị của “%s” phải nằm trên một dòng.", key)
	default:
		return value, true
	}
	return "", false
}

// Vietnam is the zone of a date written without one.
var Vietnam = time.FixedZone("+07:00", 7*60*60)

// moment reads RFC 3339 or a date. A date that ends something ends with its
// day, any other begins with it.
func (p *statementParser) moment(key string, node ast.Node) (time.Time, bool) {
	value, ok := p.scalar(key, node)
	if !ok {
		return time.Time{}, false
	}
	if t, err := time.Parse(time.RFC3339, value); err == nil {
		return t, true
	}
	t, err := time.ParseInLocation(time.DateOnly, value, Vietnam)
	if err != nil {
		p.problem(lineOf(node), "“%s” không phải thời điểm đúng cho “%s”; viết như 2026-11-20T09:00:00+07:00.", value, key)
		return time.Time{}, false
	}
	if key == "valid_until" || key == "until" {
		t = t.AddDate(0, 0, 1).Add(-time.Second)
	}
	return t, true
}

func (p *statementParser) authorisation(_ string, node ast.Node) {
	pairs, ok := pairsOf(node)
	if !ok {
		p.problem(lineOf(node), "Khóa “authorisation” cần hai dòng con: number và until.")
		return
	}
	a := Authorisation{}
	for _, value := range pairs {
		switch key := value.Key.String(); key {
		case "number":
			a.Number, _ = p.scalar(key, value.Value)
		case "until":
			a.Until, _ = p.moment(key, value.Value)
		default:
			p.problem(lineOf(value.Key), "“authorisation” không có khóa con “%s”.", key)
		}
	}
	if a.Number == "" || a.Until.IsZero() {
		p.problem(lineOf(node), "“authorisation” cần đủ number (số văn bản ủy quyền) và until (hết hạn).")
	}
	p.s.Authorisation = &a
}

// yamlError is where and why the front matter is not YAML.
func yamlError(err error) (line int, reason string) {
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) && syntax.Token != nil && syntax.Token.Position != nil {
		return syntax.Token.Position.Line, syntax.Message
	}
	return 1, "sai cú pháp YAML"
}
