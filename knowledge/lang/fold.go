// Package lang is Vietnamese text as a search sees it: syllables, spelling
// without diacritics, abbreviations, chat spelling and dialect. It never
// changes the text it is given; it says what stands where.
package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold returns s in lower case without diacritics (đ becomes d).
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch l := takeLetter(unicode.ToLower(r)); {
		case isMark(r):
		case l.plain != 0:
			b.WriteByte(l.plain)
		default:
			b.WriteRune(l.marked)
		}
	}
	return b.String()
}

// FoldKey returns the key of the same token typed without diacritics.
func FoldKey(key string) string {
	if IsPlain(key) {
		return key
	}
	b := make([]byte, 0, len(key))
	for i, r := range key {
		if i > 0 && r >= '0' && r <= '9' {
			continue // the tone
		}
		if l := takeLetter(r); l.plain != 0 {
			b = append(b, l.plain)
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return string(settleVowel(b))
}

// IsPlain reports whether a key carries no diacritic. Numbers are plain.
func IsPlain(key string) bool {
	if key == "" || isDigit(key[0]) {
		return true
	}
	for i := range len(key) {
		if key[i] >= utf8.RuneSelf || isDigit(key[i]) {
			return false
		}
	}
	return true
}

// IsNumber reports whether a key is a number.
func IsNumber(key string) bool { return key != "" && isDigit(key[0]) }

// Tone is the tone of a key: 0 none, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng.
func Tone(key string) int {
	if last := len(key) - 1; last > 0 && isDigit(key[last]) && !isDigit(key[0]) {
		return int(key[last] - '0')
	}
	return 0
}
