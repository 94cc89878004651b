package statement

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Problem is one thing wrong with a statement file.
type Problem struct {
	File string
	Line int    // from 1
	Text string // Vietnamese, says what to do
}

func (p Problem) String() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text) }

// Limits of a statement file, in bytes.
const (
	MaxStatementFile = 1 << 20
	maxFrontMatter   = 64 << 10
)

// ParseStatement reads a statement from UTF-8 Markdown with front matter; the
// format is strict, docs/quality.md and the samples show it. All problems are
// listed; the statement is only of use when there are none. A byte order mark
// and CRLF are accepted. A nil knownUnit accepts every unit.
func ParseStatement(file string, data []byte, knownUnit func(string) bool) (Statement, []Problem) {
	p := &statementParser{file: file, knownUnit: knownUnit, lines: map[string]int{}}
	front, body, bodyLine, ok := p.split(data)
	if !ok {
		return Statement{}, p.problems
	}
	p.s.Status = StatusPublished
	p.s.Body = body
	if strings.TrimSpace(body) == "" {
		p.problem(bodyLine, "Phần nội dung phát ngôn đang trống; hãy dán nguyên văn sau dòng “---” thứ hai.")
	}
	if p.front(front) {
		p.check()
	}
	slices.SortStableFunc(p.problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return p.s, p.problems
}

type statementParser struct {
	file      string
	knownUnit func(string) bool
	s         Statement
	lines     map[string]int // key → its line
	problems  []Problem
}

func (p *statementParser) problem(line int, format string, args ...any) {
	p.problems = append(p.problems, Problem{p.file, max(line, 1), fmt.Sprintf(format, args...)})
}

// split takes the front matter and the body apart.
func (p *statementParser) split(data []byte) (front []byte, body string, bodyLine int, ok bool) {
	if len(data) > MaxStatementFile {
		p.problem(1, "Tệp lớn hơn %d MB; hãy chia thành nhiều phát ngôn.", MaxStatementFile>>20)
		return nil, "", 0, false
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	if at := invalidByte(data); at >= 0 {
		line := 1 + bytes.Count(data[:at], []byte("\n"))
		p.problem(line, "Tệp không phải văn bản UTF-8 hoặc có ký tự điều khiển; hãy lưu lại bằng bảng mã UTF-8.")
		return nil, "", 0, false
	}
	rest, found := bytes.CutPrefix(data, []byte("---\n"))
	if !found {
		p.problem(1, "Dòng đầu phải là “---” mở phần khai báo.")
		return nil, "", 0, false
	}
	front, after, found := bytes.Cut(append([]byte("\n"), rest...), []byte("\n---\n"))
	if !found {
		p.problem(1, "Thiếu dòng “---” đóng phần khai báo.")
		return nil, "", 0, false
	}
	if len(front) > maxFrontMatter {
		p.problem(1, "Phần khai báo dài quá %d KB.", maxFrontMatter>>10)
		return nil, "", 0, false
	}
	return front, strings.Trim(string(after), "\n"), 3 + bytes.Count(front, []byte("\n")), true
}

// invalidByte is where data stops being text, -1 when it is text throughout.
func invalidByte(data []byte) int {
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size <= 1 || r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return at
		}
		at += size
	}
	return -1
}

// front reads the front matter. It begins with the newline of the "---" before
// it, so that the parser's line numbers are the file's. It reports false when
// the front matter cannot be read at all.
func (p *statementParser) front(front []byte) bool {
	tree, err := parser.ParseBytes(front, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		line, reason := yamlError(err)
		p.problem(line, "Không đọc được phần khai báo: %s. Giá trị có dấu “:”, “#” hoặc “[” cần đặt trong ngoặc kép.", reason)
		return false
	}
	for _, doc := range tree.Docs {
		pairs, ok := pairsOf(doc.Body)
		if !ok {
			p.problem(lineOf(doc.Body), "Phần khai báo phải gồm các dòng “khóa: giá trị”.")
		}
		for _, pair := range pairs {
			p.field(pair)
		}
	}
	return true
}

// pairsOf is the pairs of a mapping; an empty document has none.
func pairsOf(node ast.Node) (pairs []*ast.MappingValueNode, ok bool) {
	switch n := node.(type) {
	case nil:
		return nil, true
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	return nil, false
}

func (p *statementParser) field(node *ast.MappingValueNode) {
	key, line := node.Key.String(), lineOf(node.Key)
	f, known := FieldOf(key)
	_, inside := f.Mandate()
	switch {
	case key != mandateKey && (!known || inside || key == BodyKey):
		p.problem(line, "Không có khóa “%s”; xem danh sách khóa trong tài liệu định dạng.", key)
	case p.lines[key] > 0:
		p.problem(line, "Khóa “%s” đã có ở dòng %d; hãy bỏ một dòng.", key, p.lines[key])
	default:
		p.lines[key] = line
		if key == mandateKey {
			p.authorisation(node.Value)
		} else {
			p.read(f, key, node.Value)
		}
	}
}

func lineOf(node ast.Node) int {
	if t := node.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 1
}
