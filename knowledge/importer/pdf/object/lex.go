package object

import (
	"strconv"
)

// The values of PDF; numbers are float64, null is nil.
type (
	Name  string
	Str   string
	Ref   int // object number; generations do not matter to a reader
	Op    string
	Array []any
	Dict  map[string]any
)

// Lexer reads values from data; left is the budget shared by a whole file.
type Lexer struct {
	data []byte
	pos  int
	left *int
}

const spaces = "\x00\t\n\f\r "

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func (l *Lexer) skip() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

// Next reads one value or operator; it reports false at the end, and when the
// budget is used up. What closes nothing is passed over.
func (l *Lexer) Next(depth int) (any, bool) {
	for {
		l.skip()
		if l.pos >= len(l.data) || depth > MaxDepth {
			return nil, false
		}
		if *l.left--; *l.left < 0 {
			return nil, false
		}
		switch c := l.data[l.pos]; c {
		case '/':
			return l.name(), true
		case '(':
			return l.literal(), true
		case '[':
			l.pos++
			return l.array(depth), true
		case '<':
			if l.at("<<") {
				l.pos += 2
				return l.dict(depth), true
			}
			return l.hex(), true
		case ']', '>', ')', '{', '}':
			l.pos++
		default:
			return l.word(), true
		}
	}
}

func (l *Lexer) at(s string) bool {
	return l.pos+len(s) <= len(l.data) && string(l.data[l.pos:l.pos+len(s)]) == s
}

func (l *Lexer) array(depth int) Array {
	var out Array
	for {
		l.skip()
		if l.pos < len(l.data) && l.data[l.pos] == ']' {
			l.pos++
			return out
		}
		v, ok := l.Next(depth + 1)
		if !ok {
			return out
		}
		out = foldRef(append(out, v))
	}
}

func (l *Lexer) dict(depth int) Dict {
	out := Dict{}
	var pending Array
	for {
		l.skip()
		done := l.pos >= len(l.data)
		if !done && l.at(">>") {
			l.pos += 2
			done = true
		}
		var v any
		if !done {
			var ok bool
			v, ok = l.Next(depth + 1)
			done = !ok
		}
		if done {
			break
		}
		pending = foldRef(append(pending, v))
	}
	for i := 0; i+1 < len(pending); i += 2 {
		key, ok := pending[i].(Name)
		if !ok {
			break
		}
		out[string(key)] = pending[i+1]
	}
	return out
}

// foldRef turns the "12 0 R" at the end of vs into one reference.
func foldRef(vs Array) Array {
	n := len(vs)
	if n < 3 || vs[n-1] != Op("R") {
		return vs
	}
	number, ok := vs[n-3].(float64)
	if _, generation := vs[n-2].(float64); !ok || !generation {
		return vs
	}
	return append(vs[:n-3], Ref(number))
}

func (l *Lexer) name() Name {
	l.pos++
	var out []byte
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		c := l.data[l.pos]
		if c == '#' && l.pos+2 < len(l.data) {
			if n, err := strconv.ParseUint(string(l.data[l.pos+1:l.pos+3]), 16, 8); err == nil {
				c, l.pos = byte(n), l.pos+2
			}
		}
		out = append(out, c)
		l.pos++
	}
	return Name(out)
}

func (l *Lexer) word() any {
	start := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		l.pos++
	}
	text := string(l.data[start:l.pos])
	switch text {
	case "null":
		return nil
	case "true":
		return true
	case "false":
		return false
	}
	if c := text[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if n, err := strconv.ParseFloat(text, 64); err == nil && n > -1e9 && n < 1e9 {
			return n
		}
		return 0.0
	}
	return Op(text)
}
