package zalo

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// SplitText cuts a text into messages of at most MaxText UTF-16 units in NFC
// form: at the end of a paragraph, else of a line, a sentence, a word. A web
// address is cut only when it alone is longer than a message. White space
// around the cuts is dropped; nothing else is changed. An empty text gives no
// message.
func SplitText(text string) []string { return splitText(text, MaxText) }

// SplitTextLeaving is SplitText that leaves each message room for more to be added.
func SplitTextLeaving(text, more string) []string {
	return splitText(text, MaxText-units(norm.NFC.String(more)))
}

// Fits reports whether text is not too long for one message.
func Fits(text string) bool { return units(norm.NFC.String(text)) <= MaxText }

func splitText(text string, limit int) []string {
	rest := strings.TrimSpace(norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD")))
	var out []string
	for rest != "" {
		n := cutAt(rest, limit)
		out = append(out, strings.TrimSpace(rest[:n]))
		rest = strings.TrimSpace(rest[n:])
	}
	return out
}

// cutAt is the byte length of the first piece of text.
func cutAt(text string, limit int) int {
	window := fit(text, limit)
	if window == len(text) {
		return window
	}
	// An early end of a paragraph would waste most of the message: first look
	// in the second half of the window, for the best kind of end there.
	for _, least := range []int{window / 2, 1} {
		for _, end := range []func(string, int) bool{paragraphEnd, lineEnd, sentenceEnd, wordEnd} {
			if n := lastEnd(text, window, least, end); n > 0 {
				return n
			}
		}
	}
	return hardCut(text, window)
}

// fit is the longest prefix of text, in bytes, with at most limit UTF-16 units.
func fit(text string, limit int) int {
	used := 0
	for i, r := range text {
		if used += width(r); used > limit {
			return i
		}
	}
	return len(text)
}

func width(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// units counts the UTF-16 units of text.
func units(text string) int {
	n := 0
	for _, r := range text {
		n += width(r)
	}
	return n
}

// lastEnd is the last place in text[least:window+1] where end holds; 0 if none.
func lastEnd(text string, window, least int, end func(string, int) bool) int {
	for i := window; i >= least; i-- {
		if utf8.RuneStart(text[i]) && end(text, i) {
			return i
		}
	}
	return 0
}

// Each tells whether text may be cut before byte i, which begins a rune.

func paragraphEnd(text string, i int) bool {
	return strings.HasPrefix(text[i:], "\n\n") || strings.HasPrefix(text[i:], "\r\n\r\n")
}

func lineEnd(text string, i int) bool { return text[i] == '\n' || text[i] == '\r' }

func sentenceEnd(text string, i int) bool {
	return wordEnd(text, i) && strings.HasSuffix(strings.TrimRight(text[:i], "\"”’)»"), ".") ||
		wordEnd(text, i) && strings.ContainsAny(lastRune(strings.TrimRight(text[:i], "\"”’)»")), "!?…;:")
}

func wordEnd(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsSpace(r) && r != '\u00A0'
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

// hardCut cuts text that has no white space to cut at: before a web address if
// one would be broken, and never inside what is drawn as one character.
func hardCut(text string, window int) int {
	if at := max(strings.LastIndex(text[:window], "https://"), strings.LastIndex(text[:window], "http://")); at > 0 {
		return at
	}
	for i := window; i > 0; i-- {
		if r, _ := utf8.DecodeRuneInString(text[i:]); utf8.RuneStart(text[i]) && !joins(text[:i], r) {
			return i
		}
	}
	return window
}

// joins tells whether r belongs to the character that ends before.
func joins(before string, r rune) bool {
	const zeroWidthJoiner = '\u200D'
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.Is(unicode.M, r) || r == zeroWidthJoiner || last == zeroWidthJoiner ||
		(r >= 0x1F3FB && r <= 0x1F3FF) // skin tones
}
