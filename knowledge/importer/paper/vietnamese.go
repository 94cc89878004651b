package paper

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FlawKind is a way in which the letters of a file are not those on paper.
type FlawKind int

const (
	FlawNone    FlawKind = iota
	FlawTCVN3            // .VnTime: "Tõ ngµy"
	FlawVNI              // VNI-Times: "Töø ngaøy"
	Flaw1258             // windows-1258 taken for Latin: "TýÌ ngày"
	FlawDoubled          // UTF-8 taken for Latin: "Tá»« ngÃ y"
	FlawBroken           // letters that are lost: "phư�ng", "ph?ng"
	FlawEth              // the letter of Iceland for Đ: "Ðông"
	FlawGarbled          // words that are built as no syllable is: "LLưưuu ýý"
)

// flaw is what is wrong with the letters of a text: so many words, the first
// of them, and whether it is sure that the text was written so.
type flaw struct {
	Kind  FlawKind
	Found int
	Word  string
	sure  bool

	strange bool // the first word has a sign that Vietnamese has not
}

// FlawOf looks at one paragraph or cell, before it is tidied. It asks what
// Vietnamese is built of, not what it means: a text of another language has no
// flaw.
func FlawOf(text string) flaw {
	if Ascii(text) {
		return lost(text)
	}
	if n, word := doubled(text); n > 0 {
		return flaw{Kind: FlawDoubled, Found: n, Word: word, sure: n > 1}
	}
	if f := lost(text); f.Found > 0 {
		return f
	}
	return byWords(text)
}

func Ascii(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// lost finds letters that are gone: the replacement character, a code without
// a meaning, a question mark within a word, a tone on no vowel.
func lost(text string) flaw {
	f := flaw{Kind: FlawBroken}
	for word := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(word, unreadable) || asked(word) || strayTone(word) {
			f.Found++
			f.Word = Either(f.Word, word)
		}
	}
	if f.Found == 0 {
		return flaw{}
	}
	return f
}

func unreadable(r rune) bool { return r == utf8.RuneError || unicode.Is(unicode.Co, r) }

// strayTone reports a mark of tone that stands on what has none: "t́ô".
func strayTone(word string) bool {
	before := ' '
	for _, r := range norm.NFC.String(word) {
		if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", r) && (before < utf8.RuneSelf && !strings.ContainsRune("aeiouyAEIOUY", before) || before == 'đ' || before == 'Đ') {
			return true
		}
		before = r
	}
	return false
}

// asked reports a question mark between letters, which an address may have.
func asked(word string) bool {
	at := strings.IndexByte(word, '?')
	if at < 1 || strings.ContainsAny(word, "/=@") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(word[:at])
	after, _ := utf8.DecodeRuneInString(word[at+1:])
	return unicode.IsLetter(before) && unicode.IsLower(after)
}

// byWords asks of each word whether it is a syllable, or would be one in
// letters of before Unicode.
func byWords(text string) flaw {
	all, marked, odd, first := 0, 0, 0, ""
	old, ethFound := map[FlawKind]*flaw{}, flaw{Kind: FlawEth}
	for _, word := range strings.FieldsFunc(norm.NFC.String(text), apart) {
		all++
		if Ascii(word) || !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) && r < utf8.RuneSelf }) {
			continue
		}
		own := strings.ContainsFunc(word, func(r rune) bool { return isLetterOfVietnamese(r) && r > 0xff })
		switch {
		case isSyllable(word):
			marked++
		case isEth(word):
			ethFound.Found++
			ethFound.Word = Either(ethFound.Word, word)
		case own && abbreviated(word):
		case own:
			marked++
			odd++
			first = Either(first, word)
		default:
			inOldLetters(word, old)
		}
	}
	if f := most(old); f.Found > 1 || f.strange { // one plain word may be mistyped
		f.sure = f.Found > 1 && f.Found*5 >= all || f.Found == all && f.strange
		return f
	}
	if ethFound.Found > 0 {
		return ethFound
	}
	if odd > 2 && odd*3 >= marked {
		return flaw{Kind: FlawGarbled, Found: odd, Word: first}
	}
	return flaw{}
}

// abbreviated reports capitals that are no word: "NĐ", "GDĐT".
func abbreviated(word string) bool {
	_, tones := withoutTone(word)
	return AllCapitals(word) && tones == 0 && utf8.RuneCountInString(word) <= 6
}

// isEth reports a word that is one with Đ in the place of its look-alike.
func isEth(word string) bool {
	meant := eth.Replace(word)
	return meant != word && (isSyllable(meant) || abbreviated(meant))
}

var eth = strings.NewReplacer("Ð", "Đ", "ð", "đ")

// apart separates words; signs above ASCII may be letters of before Unicode.
func apart(r rune) bool {
	return unicode.IsSpace(r) || r < utf8.RuneSelf && !unicode.IsLetter(r) || r >= 0x2000 && r < 0x2100
}

func foreign(r rune) bool { return r >= utf8.RuneSelf && !isLetterOfVietnamese(r) }

func inOldLetters(word string, old map[FlawKind]*flaw) {
	if word == "µm" {
		return // a thousandth of a millimetre
	}
	for kind, read := range oldLetters {
		if meant := read(word); meant != word && isSyllable(meant) {
			if old[kind] == nil {
				old[kind] = &flaw{Kind: kind, Word: word, strange: strings.ContainsFunc(word, foreign)}
			}
			old[kind].Found++
		}
	}
}

// most is the reading that explains the most words.
func most(old map[FlawKind]*flaw) flaw {
	best := flaw{}
	for _, kind := range []FlawKind{FlawTCVN3, FlawVNI, Flaw1258} {
		if f := old[kind]; f != nil && f.Found > best.Found {
			best = *f
		}
	}
	return best
}

// flawKinds are the flaws in words: what is there, and what to do.
var flawKinds = map[FlawKind]DoubtKind{
	FlawTCVN3:   {"có chữ viết bằng phông chữ cũ (TCVN3, .VnTime)", "hãy chuyển sang Unicode (Times New Roman) rồi nhập lại"},
	FlawVNI:     {"có chữ viết bằng phông chữ cũ (VNI-Windows)", "hãy chuyển sang Unicode (Times New Roman) rồi nhập lại"},
	Flaw1258:    {"có chữ theo bảng mã cũ windows-1258 mà tệp không khai", "hãy lưu lại theo UTF-8 rồi nhập lại"},
	FlawDoubled: {"có chữ bị mã hóa UTF-8 hai lần", "hãy lấy lại tệp gốc và lưu theo UTF-8"},
	FlawEth:     {"có chữ “Ð” không phải chữ “Đ” của tiếng Việt", "hãy gõ lại chữ “Đ”"},
	FlawBroken:  {"có ký tự hỏng", "hãy đối chiếu với bản gốc và sửa lại"},
	FlawGarbled: {"có chữ không giống tiếng Việt", "hãy đối chiếu từng chữ với bản gốc"},
}

func (f flaw) Doubt() DoubtKind { return flawKinds[f.Kind] }

// says is the flaw of a text in words.
func (f flaw) says() string {
	d := doubt{DoubtKind: f.Doubt(), times: f.Found, Words: []string{f.Word}}
	return d.about()
}

// Fatal reports whether nothing of the file can be trusted.
func (f flaw) Fatal() bool { return f.sure && f.Kind >= FlawTCVN3 && f.Kind <= FlawDoubled }
