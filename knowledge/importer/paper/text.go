package paper

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Unreadable is why a file gives nothing. Text is Vietnamese and says what to
// do.
type Unreadable struct{ Text string }

func (u *Unreadable) Error() string { return u.Text }

func Refuse(format string, args ...any) error {
	return &Unreadable{Text: fmt.Sprintf(format, args...)}
}

func Damaged() error {
	return Refuse("Tệp hỏng hoặc không đúng định dạng; hãy mở bằng phần mềm gốc, lưu lại rồi nhập lại.")
}

// Tidy gives text one form: NFC, valid UTF-8, plain spaces, no control or
// invisible characters. Letters and their order stay, and where one is lost
// the replacement character: a hole must be seen.
func Tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\u00a0' || r == '\u202f' || r == '\u2007':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u00ad' || r == '\u200b' || r == '\ufeff' || r == '\u200e' || r == '\u200f' || r == '\u2060':
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

// OneLine is text with single spaces.
func OneLine(s string) string { return strings.Join(strings.Fields(Tidy(s)), " ") }

// AllCapitals reports whether a text with letters has no small ones.
func AllCapitals(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }

func EndsSentence(text string) bool {
	return strings.ContainsAny(text[max(len(text)-1, 0):], ".:;!?")
}

func BeginsLower(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}

// MaxPlain is the largest file that is nothing but text, in bytes.
const MaxPlain = 5 << 20

func WordsOf(blocks []Block) string {
	var parts []string
	for _, b := range blocks {
		parts = append(parts, b.Texts()...)
	}
	return OneLine(strings.Join(parts, " "))
}
