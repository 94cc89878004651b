package object

import "bytes"

// SkipImage passes the bytes of an inline image.
func (l *Lexer) SkipImage() {
	end := bytes.Index(l.data[l.pos:], []byte("EI"))
	for end >= 0 {
		after := l.pos + end + 2
		l.pos = after
		if isSpace(l.data[after-3]) && (after == len(l.data) || isSpace(l.data[after])) {
			return
		}
		end = bytes.Index(l.data[l.pos:], []byte("EI"))
	}
	l.pos = len(l.data)
}
