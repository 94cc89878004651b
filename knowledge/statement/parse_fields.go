package statement

import (
	"errors"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// read sets the field that stands in the file under key.
func (p *statementParser) read(f Field, key string, node ast.Node) {
	switch f.Kind() {
	case Words:
		if value, ok := p.scalar(key, node); ok {
			f.SetText(&p.s, value)
		}
	case Moment:
		if t, ok := p.moment(f, key, node); ok {
			f.SetTime(&p.s, &t)
		}
	case List:
		f.SetValues(&p.s, p.list(key, node))
	}
}

func (p *statementParser) list(key string, node ast.Node) (values []string) {
	sequence, ok := node.(*ast.SequenceNode)
	if !ok {
		p.problem(lineOf(node), "Khóa “%s” phải là danh sách, ví dụ: [một, hai].", key)
		return nil
	}
	for _, item := range sequence.Values {
		if value, ok := p.scalar(key, item); ok {
			values = append(values, value)
		}
	}
	return values
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
func (p *statementParser) moment(f Field, key string, node ast.Node) (time.Time, bool) {
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
	if f.Ends {
		t = t.AddDate(0, 0, 1).Add(-time.Second)
	}
	return t, true
}

func (p *statementParser) authorisation(node ast.Node) {
	pairs, ok := pairsOf(node)
	if !ok {
		p.problem(lineOf(node), "Khóa “%s” cần hai dòng con: number và until.", mandateKey)
		return
	}
	a := mandate(&p.s)
	for _, value := range pairs {
		key := value.Key.String()
		if f, ok := FieldOf(mandateKey + "_" + key); ok {
			p.read(f, key, value.Value)
		} else {
			p.problem(lineOf(value.Key), "“%s” không có khóa con “%s”.", mandateKey, key)
		}
	}
	if a.Number == "" || a.Until.IsZero() {
		p.problem(lineOf(node), "“%s” cần đủ number (số văn bản ủy quyền) và until (hết hạn).", mandateKey)
	}
}

// yamlError is where and why the front matter is not YAML.
func yamlError(err error) (line int, reason string) {
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) && syntax.Token != nil && syntax.Token.Position != nil {
		return syntax.Token.Position.Line, syntax.Message
	}
	return 1, "sai cú pháp YAML"
}
