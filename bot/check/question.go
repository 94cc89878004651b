package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"phatngon/knowledge/lang"
)

// Stripped is a text without the question around it ("cho em hỏi … có đúng không ạ").
func Stripped(text string) string {
	text = afterQuestion(text)
	tokens := lang.Tokens(text[:min(len(text), longestAsked)])
	plain := make([]string, len(tokens))
	for i, t := range tokens {
		plain[i] = spelt(lang.FoldKey(t.Key))
	}
	from, to := begins(plain), ends(plain)
	switch {
	case len(text) > longestAsked: // a question ends nowhere near
		return text[startOf(tokens, from):]
	case from >= to:
		return ""
	}
	return text[tokens[from].Start:endOf(text, tokens, to)]
}

// afterQuestion is what follows the colon of a question ("mọi người ơi cái này thật không:").
func afterQuestion(text string) string {
	before, rest, found := strings.Cut(text, ":")
	if !found || len(before) > longestOpening || len(strings.TrimSpace(rest)) == 0 {
		return text
	}
	var plain []string
	for _, t := range lang.Tokens(before) {
		plain = append(plain, spelt(lang.FoldKey(t.Key)))
	}
	if asksOnly(plain) {
		return rest
	}
	return text
}

// asksOnly reports words that ask whether something is true, and say nothing else: what
// else stood there would not be compared.
func asksOnly(plain []string) bool {
	asks := false
	for i := 0; i < len(plain); {
		n := longest(plain[i:], func(p string) bool { return slices.Contains(truth, p) })
		asks = asks || n > 0
		if n == 0 {
			n = longest(plain[i:], func(p string) bool { return slices.Contains(openings, p) })
		}
		if n == 0 && !slices.Contains(polite, plain[i]) {
			return false
		}
		i += max(n, 1)
	}
	return asks
}

// Asked reports a text with a question about it that stands apart: before a colon, or as a
// sentence of its own behind it ("…. Có thật không?").
func Asked(text string) bool {
	if afterQuestion(text) != text {
		return true
	}
	kept := Stripped(text)
	rest := text[strings.LastIndex(text, kept)+len(kept):]
	return strings.TrimSpace(rest) != "" && (strings.HasSuffix(strings.TrimRight(kept, " "), "\n") || strings.ContainsAny(lastOf(kept), ".!?…”\""))
}

// lastOf is the last letter or sign of a text.
func lastOf(text string) string {
	text = strings.TrimSpace(text)
	_, size := utf8.DecodeLastRuneInString(text)
	return text[len(text)-size:]
}

// longestOpening is how long the question before a colon is at most, in bytes.
const longestOpening = 200

// longestAsked is how much of a text is looked at for a question around it, in bytes.
const longestAsked = 32 << 10

func startOf(tokens []lang.Token, i int) int {
	if i < len(tokens) {
		return tokens[i].Start
	}
	return 0
}

// endOf is the end of the last of to words, with the sign that belongs to it ("12 %").
func endOf(text string, tokens []lang.Token, to int) int {
	if to == len(tokens) {
		return len(text)
	}
	return tokens[to].Start
}

// spelt writes out how "không" is written in a chat.
func spelt(word string) string {
	if slices.Contains([]string{"k", "ko", "kg", "hok", "hem", "kh", "hong", "khg", "hk"}, word) {
		return "khong"
	}
	return word
}

// begins is after how many words the question at the beginning is over.
func begins(plain []string) int {
	end := 0
	for i := 0; i < len(plain); {
		n := longest(plain[i:], func(p string) bool { return slices.Contains(openings, p) || slices.Contains(truth, p) })
		if n > 0 {
			i += n
			end = i
		} else if slices.Contains(polite, plain[i]) {
			i++
		} else {
			break
		}
	}
	return end
}

// ends is before which word the question at the end begins.
func ends(plain []string) int {
	i := len(plain)
	for i > 0 && slices.Contains(polite, plain[i-1]) {
		i--
	}
	n := longestBefore(plain[:i], func(p string) bool { return slices.Contains(truth, p) })
	if n == 0 {
		return len(plain)
	}
	i -= n
	for {
		n := longestBefore(plain[:i], func(p string) bool { return slices.Contains(this, p) })
		if n == 0 {
			return i
		}
		i -= n
	}
}

// longestPhrase is how many words a phrase below has at most.
const longestPhrase = 7

func longest(words []string, is func(string) bool) int {
	for n := min(longestPhrase, len(words)); n > 0; n-- {
		if is(strings.Join(words[:n], " ")) {
			return n
		}
	}
	return 0
}

func longestBefore(words []string, is func(string) bool) int {
	for n := min(longestPhrase, len(words)); n > 0; n-- {
		if is(strings.Join(words[len(words)-n:], " ")) {
			return n
		}
	}
	return 0
}

// How people ask whether something is true, without diacritics.
var (
	truth = strings.Split("co dung khong|co dung su that khong|co that khong|co that su khong|co thiet khong|co phai khong|co phai that khong|co chinh xac khong|co chuan khong|"+
		"dung khong|that khong|phai khong|chuan khong|chinh xac khong|that hay gia|dung hay sai|gia hay that|sai hay dung|co phai tin gia khong|co phai la tin gia khong|"+
		"la tin gia phai khong|tin gia phai khong|fake khong|gia khong|co gia khong|tin duoc khong|co tin duoc khong|thuc hu the nao|thuc hu ra sao|la that hay gia|la dung hay sai|"+
		"khong biet co dung khong|khong biet dung khong|khong biet that khong|co that hay khong|co dung hay khong|la co that khong|la dung khong|la that khong", "|")
	this = strings.Split("tin nay|thong tin nay|noi dung nay|doan nay|doan van nay|van ban nay|bai nay|cai nay|dieu nay|viec nay|tin tren|thong tin tren|nhu vay|nhu the|"+
		"kiem tra giup|xac minh giup|cho hoi|xin hoi|moi nguoi cho hoi", "|")
	openings = append(strings.Split("cho hoi|cho e hoi|cho a hoi|cho m hoi|e hoi|em hoi|toi hoi|cho minh hoi|cho em hoi|cho toi hoi|xin hoi|xin cho hoi|hoi|kiem tra giup|kiem tra|kiem tra giup toi|kiem chung|kiem chung giup|xac minh giup|xac minh|"+
		"co phai|co phai la|co dung la|co that la|co dung|co that|tren facebook noi|tren mang noi|tren facebook dang|tren mang dang|tren zalo noi|facebook noi|facebook dang|fb noi|fb dang|"+
		"nghe noi|nghe don|thay noi|thay dang|thay bao|co tin|co nguoi noi|co nguoi dang|dan mang noi|nguyen van", "|"), this...)
	polite = strings.Fields("a ah ak oi ad admin nhi vay z the nhe nha ha voi em e minh toi giup ban moi nguoi mn anh chi bac co chu day di nua ta cac rang la da vang xin")
)
