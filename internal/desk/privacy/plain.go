package privacy

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plain is a text in one form: composed letters, plain digits and spaces, nothing
// invisible. It knows where each byte stood.
type plain struct {
	text       string
	start, end []int // of what each byte came from; nil: the text is as it was
}

func read(text string) plain {
	if norm.NFKC.IsNormalString(text) && !strings.ContainsFunc(text, invisible) {
		return plain{text: text}
	}
	var t plain
	var b strings.Builder
	var it norm.Iter
	it.InitString(norm.NFKC, text)
	for !it.Done() {
		from := it.Pos()
		part := strings.Map(dropInvisible, string(it.Next()))
		b.WriteString(part)
		for range len(part) {
			t.start, t.end = append(t.start, from), append(t.end, it.Pos())
		}
	}
	t.text = b.String()
	return t
}

// invisible runes stand between the digits of who hides a number.
func invisible(r rune) bool { return unicode.Is(unicode.Cf, r) }

func dropInvisible(r rune) rune {
	if invisible(r) {
		return -1
	}
	return r
}

// original is where a span of the plain text, not empty, stands in the text as it was.
func (t plain) original(from, to int) (int, int) {
	if t.start == nil {
		return from, to
	}
	return t.start[from], t.end[to-1]
}

// before and after are the words around a span: in the same line, some dozens of bytes.
func (t plain) before(at int) string {
	from := max(0, at-around)
	for from < at && !utf8.RuneStart(t.text[from]) {
		from++
	}
	text := t.text[from:at]
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		text = text[i+1:]
	}
	return text
}

func (t plain) after(at int) string {
	to := min(len(t.text), at+around)
	for to > at && to < len(t.text) && !utf8.RuneStart(t.text[to]) {
		to--
	}
	text, _, _ := strings.Cut(t.text[at:to], "\n")
	return text
}

const around = 90

// marked reports whether the words around a span are written with diacritics.
func (t plain) marked(from, to int) bool {
	isMarked := func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) }
	return strings.ContainsFunc(t.before(from)+t.text[from:to]+t.after(to), isMarked)
}

// A sign is a pattern of words; group 1 is what it finds.
type sign struct{ *regexp.Regexp }

// words compiles a pattern written in Vietnamese so that each word is also met
// without its diacritics (unless "=" stands before it: "=cô", since "co" is mostly
// "có"), and only whole words are met. Case counts only for \p{Lu}.
func words(pattern string) sign {
	return sign{regexp.MustCompile(`(?:^|[^\p{L}\p{N}])(` + spelt(pattern) + `)(?:$|[^\p{L}\p{N}])`)}
}

// ends and begins compile a pattern for what stands right before or right after.
func ends(pattern string) *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\p{L}\p{N}])(?:` + spelt(pattern) + `)$`)
}

func begins(pattern string) *regexp.Regexp {
	return regexp.MustCompile(`^(?:` + spelt(pattern) + `)(?:$|[^\p{L}\p{N}])`)
}

// holds compiles a pattern for words anywhere.
func holds(pattern string) *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\p{L}\p{N}])(?:` + spelt(pattern) + `)(?:$|[^\p{L}\p{N}])`)
}

var lowerWord = regexp.MustCompile(`[\\=]?[\p{L}\p{M}]+`)

// spelt lets each word of a pattern be written in any case, with or without diacritics.
func spelt(pattern string) string {
	return lowerWord.ReplaceAllStringFunc(pattern, func(word string) string {
		if word[0] == '\\' || strings.ToLower(word) != word {
			return word // a class like \p or Lu
		}
		if exact, ok := strings.CutPrefix(word, "="); ok {
			return `(?i:` + exact + `)`
		}
		if folded := fold(word); folded != word {
			return `(?i:` + word + `|` + folded + `)`
		}
		return `(?i:` + word + `)`
	})
}

// fold is a lower-case word without diacritics.
func fold(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ':
			return 'd'
		}
		return r
	}, norm.NFD.String(strings.ToLower(word)))
}

// all finds every span of group 1, each from where the one before ended; groups
// are relative to the text.
func (s sign) all(text string) [][]int {
	var found [][]int
	for at := 0; at <= len(text); {
		m := s.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		for i := range m {
			if m[i] >= 0 {
				m[i] += at
			}
		}
		found = append(found, m)
		at = max(m[3], at+1)
		for at < len(text) && !utf8.RuneStart(text[at]) {
			at++
		}
	}
	return found
}
