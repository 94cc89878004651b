package object

import (
	"bytes"
	"strconv"
)

func (l *Lexer) hex() Str {
	l.pos++
	var out []byte
	high, half := byte(0), false
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		n, err := strconv.ParseUint(string(c), 16, 8)
		if err != nil {
			continue
		}
		if half {
			out = append(out, high<<4|byte(n))
		}
		high, half = byte(n), !half
	}
	if half {
		out = append(out, high<<4)
	}
	return Str(out)
}

func (l *Lexer) literal() Str {
	l.pos++
	var out []byte
	for open := 1; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.pos++
				return Str(out)
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	l.pos = len(l.data)
	return Str(out)
}

// escape reads what follows a backslash and leaves pos on its last byte.
func (l *Lexer) escape(out []byte) []byte {
	l.pos++
	if l.pos >= len(l.data) {
		return out
	}
	c := l.data[l.pos]
	if at := bytes.IndexByte([]byte("nrtbf"), c); at >= 0 {
		return append(out, "\n\r\t\b\f"[at])
	}
	switch {
	case c == '\r':
		if l.pos+1 < len(l.data) && l.data[l.pos+1] == '\n' {
			l.pos++
		}
		return out
	case c == '\n':
		return out
	case c < '0' || c > '7':
		return append(out, c)
	}
	n := 0
	for i := 0; i < 3 && l.pos < len(l.data) && l.data[l.pos] >= '0' && l.data[l.pos] <= '7'; i++ {
		n = n*8 + int(l.data[l.pos]-'0')
		l.pos++
	}
	l.pos--
	return append(out, byte(n))
}
