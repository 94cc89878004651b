package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a syllable, a number or a foreign word at bytes [Start, End) of the
// text it was read from. Key is its spelling for comparison: lower case, the
// tone written last as a digit, so that "hoà", "hòa" and their decomposed
// forms share one key ("hoa1"), and i/y variants ("lí", "lý") another.
type Token struct {
	Key        string
	Start, End int
}

// Tokens reads all tokens of s.
func Tokens(s string) []Token {
	tokens := make([]Token, 0, len(s)/5)
	var r Reader
	r.Reset(s)
	for r.Next() {
		tokens = append(tokens, Token{string(r.Key()), r.Start, r.End})
	}
	return tokens
}

// Reader reads tokens one by one without allocating.
type Reader struct {
	Start, End int
	text       string
	at         int
	key        []byte
}

// Reset makes r read s from its beginning.
func (r *Reader) Reset(s string) { r.text, r.at, r.Start, r.End = s, 0, 0, 0 }

// Key is the key of the current token; it is valid until the next call of Next.
func (r *Reader) Key() []byte { return r.key }

// Next moves to the next token and reports whether there is one.
func (r *Reader) Next() bool {
	for r.at < len(r.text) {
		c, size := utf8.DecodeRuneInString(r.text[r.at:])
		switch {
		case c >= '0' && c <= '9':
			r.Start = r.at
			r.number()
			return true
		case unicode.IsLetter(c):
			before := r.text[r.Start:r.End]
			r.Start = r.at
			r.word()
			r.roman(before)
			return true
		}
		r.at += size
	}
	return false
}

// number reads digits; "1.000.000" is one number, "3,5" too, and "08" is 8.
func (r *Reader) number() {
	r.key = r.key[:0]
	r.digits()
	for r.at+1 < len(r.text) && isDigit(r.text[r.at+1]) {
		separator, group := r.text[r.at], digitsAt(r.text[r.at+1:])
		if separator == ',' && group != 3 {
			r.key = append(r.key, ',')
		} else if (separator != '.' && separator != ',') || group != 3 || len(r.key) == 0 {
			break
		}
		r.at++
		r.digits()
	}
	r.End = r.at
	if len(r.key) == 2 && r.key[0] == '0' {
		r.key = r.key[1:]
	}
}

func (r *Reader) digits() {
	for r.at < len(r.text) && isDigit(r.text[r.at]) {
		r.key = append(r.key, r.text[r.at])
		r.at++
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func digitsAt(s string) (n int) {
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// word reads letters and the marks on them.
func (r *Reader) word() {
	var tone byte
	r.key = r.key[:0]
	for r.at < len(r.text) {
		c, size := utf8.DecodeRuneInString(r.text[r.at:])
		if !unicode.IsLetter(c) && !isMark(c) {
			break
		}
		r.at += size
		if isMark(c) {
			tone = max(tone, toneOf(c))
			r.mark(c)
			continue
		}
		l := takeLetter(unicode.ToLower(c))
		tone = max(tone, l.tone)
		r.key = utf8.AppendRune(r.key, l.marked)
	}
	r.End = r.at
	r.key = settleVowel(r.key)
	if tone > 0 {
		r.key = append(r.key, '0'+tone)
	}
}

func takeLetter(c rune) letter {
	if c >= 'a' && c <= lastLetter && letters[c].marked != 0 {
		return letters[c]
	}
	return letter{marked: c}
}

// mark puts a combining mark on the letter read last.
func (r *Reader) mark(mark rune) {
	last, size := utf8.DecodeLastRune(r.key)
	if last == utf8.RuneError || last > lastLetter || last < 'a' {
		return
	}
	l := letters[last]
	if l.plain == 0 {
		return
	}
	l.add(mark)
	r.key = utf8.AppendRune(r.key[:len(r.key)-size], l.marked)
}

// settleVowel writes the i/y variants of one syllable one way: "ly" is "li",
// "qui" is "quy".
func settleVowel(key []byte) []byte {
	switch {
	case len(key) == 2 && key[1] == 'y' && strings.IndexByte("hklmst", key[0]) >= 0:
		key[1] = 'i'
	case len(key) == 3 && key[0] == 'q' && key[1] == 'u' && key[2] == 'i':
		key[2] = 'y'
	}
	return key
}
