package message

import (
	"slices"
	"strings"

	"phatngon/knowledge/lang"
)

// Courtesy changes nothing: "Dạ em chào anh chị, cho em hỏi … ạ. Em cảm ơn." asks what stands
// between.

// Words without diacritics, as they stand in courtesy.
var (
	greetings = strings.Fields("da e em chao anh chi cac ad admin ban bot shop page oi xin kinh thua co chu bac chau minh mik toi tui con cho hoi alo a ah vang lam on giup nguoi moi gui ong ba va muon duoc tro ly")
	afterHoi  = strings.Fields("chut xiu ty ti la rang thoi voi nha nhe tham them a")
	closings  = strings.Fields("a ah ak nhe nha voi giup gium ho dum em e minh mik toi tui chau con cam on camon thanks tks nhieu truoc xin chan thanh anh chi ad admin oi rat lam cac ban moi nguoi da vang hen ne")
	// closers say that what follows is thanks, or a wish to be helped.
	closers = []string{"cam on", "camon", "thanks", "tks", "giup em", "giup minh", "giup toi", "giup chau", "giup e", "gium em", "gium minh", "ho em", "ho minh", "dum em"}
)

// thankers stand between a question and thanks.
var thankers = strings.Fields("a ah ak e em minh chau xin da")

const closingReach = 10 // so many words at most are a closing

// Plainly is a question without the courtesy before and after it.
func Plainly(text string) string {
	tokens := lang.Tokens(text)
	first, last := pastCount(text, tokens, greeted(tokens)), thanked(tokens)
	if first >= last || !slices.ContainsFunc(tokens[first:last], func(t lang.Token) bool { return !slices.Contains(closings, lang.FoldKey(t.Key)) }) {
		return text
	}
	begin, end := 0, len(text)
	if first > 0 {
		begin = tokens[first].Start
	}
	if last < len(tokens) {
		end = tokens[last-1].End
		if strings.Contains(text[end:], "?") {
			return text[begin:end] + "?"
		}
	}
	return text[begin:end]
}

// greeted is where the question begins after "cho em hỏi".
func greeted(tokens []lang.Token) int {
	for i := range tokens[:min(len(tokens), announceReach)] {
		word := lang.FoldKey(tokens[i].Key)
		if !slices.Contains(greetings, word) {
			return 0
		}
		if word != "hoi" || i == 0 {
			continue
		}
		for i++; i < len(tokens) && slices.Contains(afterHoi, lang.FoldKey(tokens[i].Key)); i++ {
		}
		return i
	}
	return 0
}

// Words that announce how many questions come: "3 việc ạ:", "mấy điều sau:".
var (
	several  = strings.Fields("may vai hai ba bon nam nhieu 2 3 4 5 6")
	matters  = strings.Fields("viec cau dieu y chuyen")
	announce = strings.Fields("sau nay duoi day nhu a ah ak nhe voi hoi")
)

// pastCount is where the first question begins after "3 việc ạ:" at token i.
func pastCount(text string, tokens []lang.Token, i int) int {
	at := func(n int, words []string) bool {
		return n < len(tokens) && slices.Contains(words, lang.FoldKey(tokens[n].Key))
	}
	if !at(i, several) || !at(i+1, matters) {
		return i
	}
	n := i + 2
	for at(n, announce) {
		n++
	}
	if n == len(tokens) || !strings.Contains(text[tokens[n-1].End:tokens[n].Start], ":") {
		return i
	}
	return n
}

// thanked is where the question ends before "… ạ, em cảm ơn".
func thanked(tokens []lang.Token) int {
	said, at := "", len(tokens)
	for i := len(tokens) - 1; i > 0 && len(tokens)-i <= closingReach; i-- {
		word := lang.FoldKey(tokens[i].Key)
		if !slices.Contains(closings, word) {
			break
		}
		said = word + " " + said
		if slices.ContainsFunc(closers, func(c string) bool { return strings.HasPrefix(said, c+" ") }) {
			at = i
		}
	}
	for at > 1 && at < len(tokens) && slices.Contains(thankers, lang.FoldKey(tokens[at-1].Key)) {
		at--
	}
	return at
}
