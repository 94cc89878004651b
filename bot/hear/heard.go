// Package hear is what a person means: words as they stand in a chat, the intent of a
// message, small talk, and what a tapped button says.
package hear

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"phatngon/knowledge/lang"
)

// Heard is what a person typed: as typed, and as words for detecting what they
// want. Only detection reads words; search gets the raw text.
type Heard struct {
	Raw   string // NFC, trimmed
	Words string // folded, chat spelling written out, one space around each word
}

func Hear(text string) Heard {
	raw := strings.TrimSpace(norm.NFC.String(strings.ToValidUTF8(text, "")))
	return Heard{Raw: raw, Words: PlainWords(raw)}
}

// PlainWords folds text into " word word " with chat spelling written out.
func PlainWords(text string) string {
	spelling := chatSpelling()
	var b strings.Builder
	b.WriteByte(' ')
	for word := range strings.FieldsFuncSeq(lang.Fold(text), NotInWord) {
		if full, ok := spelling[word]; ok {
			word = full
		}
		b.WriteString(word)
		b.WriteByte(' ')
	}
	return b.String()
}

func NotInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// Empty reports that there is no word in the message: nothing, marks, emoji.
func (h Heard) Empty() bool { return strings.TrimSpace(h.Words) == "" }

// Count is the number of words.
func (h Heard) Count() int { return len(strings.Fields(h.Words)) }

// Has reports whether one of the phrases, separated by |, stands in the message
// as whole words.
func (h Heard) Has(phrases string) bool {
	for p := range strings.SplitSeq(phrases, "|") {
		if strings.Contains(h.Words, " "+p+" ") {
			return true
		}
	}
	return false
}

// is reports whether the whole message is one of the phrases.
func (h Heard) is(phrases string) bool {
	return strings.Contains("|"+phrases+"|", "|"+strings.TrimSpace(h.Words)+"|") && !h.Empty()
}

// chatSpelling writes out what is short in a chat. Words with several meanings
// stand as the meaning they have in talk with an office; nothing but intent
// detection relies on it.
func chatSpelling() map[string]string {
	return map[string]string{
		"k": "khong", "ko": "khong", "kg": "khong", "hok": "khong", "khg": "khong",
		"dc": "duoc", "đc": "duoc", "j": "gi", "z": "vay", "r": "roi", "ntn": "nhu the nao",
		"bn": "bao nhieu", "bnhieu": "bao nhieu", "tks": "cam on", "thks": "cam on", "thanks": "cam on",
		"thank": "cam on", "camon": "cam on", "cmon": "cam on", "mk": "minh", "mik": "minh",
		"sdt": "so dien thoai", "fb": "facebook", "face": "facebook", "ytb": "youtube",
		"zl": "zalo", "gr": "group", "vs": "voi", "cv": "cong van", "mxh": "mang xa hoi", "ck": "chuyen khoan",
		"pv": "phong vien", "cqdt": "co quan dieu tra", "dvc": "dich vu cong", "tl": "tra loi",
		"rep": "tra loi", "xl": "xin loi", "sr": "xin loi", "nx": "nua", "ng": "nguoi", "tiktoc": "tiktok",
		"24g": "24h", "bic": "biet", "hem": "khong", "nhiu": "nhieu",
	}
}

// politeWords carry no meaning of their own around a number or small talk.
const politeWords = "a|ah|ak|oi|nhe|nha|nhe|nhi|nhieu|di|em|e|anh|chi|ban|bot|ad|admin|minh|toi|da|vang|rat|lam|qua|voi|cho|troi|tro|ly|the|vay|roi|you|so|much|all|ca|nha|cac|moi|nguoi|co|chu|bac|shop|page|hihi|haha|hehe|kk|kkk|huhu|ne|nhen|luon|giup|day|nao|hen|xin|vay ha|ha|hoi"

// WithoutPolite drops polite words and those given.
func (h Heard) WithoutPolite(also string) []string {
	drop := "|" + politeWords + "|" + also + "|"
	var kept []string
	for _, w := range strings.Fields(h.Words) {
		if !strings.Contains(drop, "|"+w+"|") {
			kept = append(kept, w)
		}
	}
	return kept
}

// Number reads "2", "2.", "số 2", "chọn 2 nhé": a choice from a list.
func (h Heard) Number() (int, bool) {
	left := h.WithoutPolite("so|chon|cau|muc|nut|bam|phuong|an|y|lay")
	if len(left) != 1 || len(left[0]) > 2 {
		return 0, false
	}
	n := 0
	for _, c := range left[0] {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// OnlyDigits reports a message that is nothing but a number too long to be a choice.
func (h Heard) OnlyDigits() bool {
	return !h.Empty() && strings.Trim(h.Words, " 0123456789") == ""
}

// Understood reports whether a message no statement answers looks like a question at
// all: two words, a third of them Vietnamese syllables, and no fewer characters than a
// request needs.
func (h Heard) Understood() bool {
	words, syllables := h.Syllables()
	return words >= 2 && syllables*3 >= words && utf8.RuneCountInString(h.Raw) >= 5
}

// Syllables counts the words beside links, and those that can be Vietnamese: syllables,
// and what is written in capitals ("GPMB", "QL1A").
func (h Heard) Syllables() (words, syllables int) {
	said := slices.DeleteFunc(strings.Fields(h.Raw), IsURL)
	for w := range strings.FieldsFuncSeq(strings.Join(said, " "), NotInWord) {
		words++
		if Syllable(lang.Fold(w)) || strings.ToUpper(w) == w && strings.ToLower(w) != w {
			syllables++
		}
	}
	return words, syllables
}

// A long message is looked at in stretches of so many words, one beginning every few words:
// in a story words stand far apart that have nothing to do with each other.
const (
	stretchWords = 40
	stretchStep  = 10
)

// stretches are the parts of a message whose words may belong together: all of a short one.
func (h Heard) stretches() []Heard {
	words := strings.Fields(h.Words)
	if len(words) <= stretchWords {
		return []Heard{h}
	}
	var all []Heard
	for from := 0; from+stretchWords-stretchStep < len(words); from += stretchStep {
		part := words[from:min(from+stretchWords, len(words))]
		all = append(all, Heard{Raw: h.Raw, Words: " " + strings.Join(part, " ") + " "})
	}
	return all
}
