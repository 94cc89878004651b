package pdf

import (
	"strconv"
)

// The values of PDF; numbers are float64, null is nil.
type (
	name  string
	str   string
	ref   int // object number; generations do not matter to a reader
	op    string
	array []any
	dict  map[string]any
)

// lexer reads values from data; left is the budget shared by a whole file.
type lexer struct {
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

func (l *lexer) skip() {
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

// next reads one value or operator; it reports false at the end, and when the
// budget is used up. What closes nothing is passed over.
func (l *lexer) next(depth int) (any, bool) {
	for {
		l.skip()
		if l.pos >= len(l.data) || depth > maxDepth {
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

func (l *lexer) at(s string) bool {
	return l.pos+len(s) <= len(l.data) && string(l.data[l.pos:l.pos+len(s)]) == s
}

func (l *lexer) array(depth int) array {
	var out array
	for {
		l.skip()
		if l.pos < len(l.data) && l.data[l.pos] == ']' {
			l.pos++
			return out
		}
		v, ok := l.next(depth + 1)
		if !ok {
			return out
		}
		out = foldRef(append(out, v))
	}
}

func (l *lexer) dict(depth int) dict {
	out := dict{}
	var pending array
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
			v, ok = l.next(depth + 1)
			done = !ok
		}
		if done {
			break
		}
		pending = foldRef(append(pending, v))
	}
	for i := 0; i+1 < len(pending); i += 2 {
		key, ok := pending[i].(name)
		if !ok {
			break
		}
		out[string(key)] = pending[i+1]
	}
	return out
}

// foldRef turns the "12 0 R" at the end of vs into one reference.
func foldRef(vs array) array {
	n := len(vs)
	if n < 3 || vs[n-1] != op("R") {
		return vs
	}
	number, ok := vs[n-3].(float64)
	if _, generation := vs[n-2].(float64); !ok || !generation {
		return vs
	}
	return append(vs[:n-3], ref(number))
}

func (l *lexer) name() name {
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
	return name(out)
}

func (l *lexer) word() any {
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
	return op(text)
}
