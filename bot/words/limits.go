package words

import (
	"fmt"
	"phatngon/internal/desk/effect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Limits of a message: Zalo takes five buttons of 100 characters with payloads
// of 1,000; six kilobytes are three messages of 2,000 characters.
const (
	MaxButtons  = 5
	MaxTitle    = 100
	MaxReply    = 6000 // bytes
	MaxArgument = 800  // bytes
)

// Message is a text with the list of its choices, as much as one message holds.
func Message(text, list string, buttons []effect.Button) *effect.Message {
	if list != "" {
		list = "\n" + list
	}
	text = CutBytes(strings.TrimSpace(text), MaxReply-len(list)) + list
	return &effect.Message{Text: text, Buttons: buttons[:min(len(buttons), MaxButtons)]}
}

// Clip shortens s to n characters at a word, marking the cut.
func Clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	s = string([]rune(s)[:n-1])
	if i := strings.LastIndexByte(s, ' '); i > len(s)/2 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,.;:") + "…"
}

// CutBytes cuts s to at most n bytes, between characters.
func CutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// Echo shows a person's own words inside a sentence of the bot: one line,
// short, and never looking like a quotation of a statement or a code.
func Echo(s string, n int) string {
	s = strings.NewReplacer("“", "'", "”", "'", "\"", "'", "{{", "(", "}}", ")").Replace(s)
	return Clip(strings.Join(strings.Fields(s), " "), n)
}

func Lines(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "\n")
}

// CutRunes cuts s to at most n characters.
func CutRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// Count writes a number as people here read it: 4.930.
func Count(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s.%03d", Count(n/1000), n%1000)
}
