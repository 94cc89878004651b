package privacy

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestTitle is how many characters a title may have.
const longestTitle = 120

// fewestTitleWords is how many words say what a text is about.
const fewestTitleWords = 3

// Title proposes a title for an answer that becomes public, from the first sentence of
// the answer that says something: never from the question, whose words are those of
// whoever asked. subject (the unit's own words, may be "") stands in when there is none.
// It is a proposal: somebody approves it, and Find is asked about it as well.
func Title(answer, subject string) string {
	for line := range strings.Lines(answer) {
		title := cutTitle(plainLine(line))
		if len(strings.Fields(title)) >= fewestTitleWords && !greets(title) {
			return title
		}
	}
	return cutTitle(plainLine(subject))
}

// itemMark begins an item of a list.
var itemMark = regexp.MustCompile(`^(?:\d{1,2}[.)]|\p{Ll}\)) `)

// plainLine is a line without the marks of Markdown and of lists around its words.
func plainLine(line string) string {
	line = strings.TrimLeftFunc(line, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("#>*+-•–_`|", r) })
	line = strings.NewReplacer("**", "", "__", "", "`", "").Replace(line)
	line = strings.Join(strings.Fields(strings.ToValidUTF8(line, "")), " ")
	return itemMark.ReplaceAllString(line, "")
}

var greetingLine = begins(`kính (?:gửi|chào|thưa)|(?:xin |thân )?chào|thân gửi|(?:gửi|thưa) (?:anh|chị|ông|bà|quý|bạn)`)

// greets reports whether a sentence says nothing but hello.
func greets(sentence string) bool {
	return utf8.RuneCountInString(sentence) <= longestTitle/2 && greetingLine.MatchString(sentence)
}

// cutTitle is the first sentence, or as many whole words of it as a title may have.
func cutTitle(line string) string {
	line = line[:sentenceEnd(line)]
	if utf8.RuneCountInString(line) > longestTitle {
		runes := []rune(line)
		line = string(runes[:longestTitle])
		if i := strings.LastIndexByte(line, ' '); i > 0 && runes[longestTitle] != ' ' {
			line = line[:i]
		}
	}
	return strings.TrimRightFunc(line, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) && !strings.ContainsRune(")]”»%", r)
	})
}

// sentenceEnd is where the first sentence of a line ends: at a mark followed by a
// space and no small letter or digit ("TP. Thanh Hóa" and "lúc 8. 30" go on).
func sentenceEnd(line string) int {
	for i, r := range line {
		if !strings.ContainsRune(".!?;…", r) {
			continue
		}
		rest, spaced := strings.CutPrefix(line[i+utf8.RuneLen(r):], " ")
		next, _ := utf8.DecodeRuneInString(rest)
		if rest == "" || spaced && !unicode.IsLower(next) && !unicode.IsDigit(next) && !abbreviated(line[:i]) {
			return i
		}
	}
	return len(line)
}

// abbreviated reports whether the word before a full stop is a short form.
func abbreviated(before string) bool {
	word := before[strings.LastIndexByte(before, ' ')+1:]
	return strings.Contains("|tp|tx|tt|q|h|p|x|gs|pgs|ts|ths|bs|ks|ls|đ/c|", "|"+strings.ToLower(word)+"|")
}
