package bot

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
	maxButtons  = 5
	maxTitle    = 100
	maxReply    = 6000 // bytes
	maxArgument = 800  // bytes
)

// message is a text with the list of its choices, as much as one message holds.
func message(text, list string, buttons []effect.Button) *effect.Message {
	if list != "" {
		list = "\n" + list
	}
	text = cutBytes(strings.TrimSpace(text), maxReply-len(list)) + list
	return &effect.Message{Text: text, Buttons: buttons[:min(len(buttons), maxButtons)]}
}

// clip shortens s to n characters at a word, marking the cut.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	s = string([]rune(s)[:n-1])
	if i := strings.LastIndexByte(s, ' '); i > len(s)/2 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,.;:") + "…"
}

// cutBytes cuts s to at most n bytes, between characters.
func cutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// echo shows a person's own words inside a sentence of the bot: one line,
// short, and never looking like a quotation of a statement or a code.
func echo(s string, n int) string {
	s = strings.NewReplacer("“", "'", "”", "'", "\"", "'", "{{", "(", "}}", ")").Replace(s)
	return clip(strings.Join(strings.Fields(s), " "), n)
}

func lines(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "\n")
}

// cutRunes cuts s to at most n characters.
func cutRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// count writes a number as people here read it: 4.930.
func count(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s.%03d", count(n/1000), n%1000)
}
