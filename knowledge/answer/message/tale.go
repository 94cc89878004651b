package message

import (
	"cmp"
	"slices"
	"strings"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
)

// Who tells a story asks in one or two of its sentences.

const (
	storyWords    = 40  // a message of fewer words tells no story
	sentenceWords = 3   // a sentence that asks has so many words that are about something
	askingShare   = 0.7 // what asks is at most so much of a story
)

// AskedIn is what a story asks, false for what is none or asks nothing: its sentences that
// ask and end with a question mark; else the last that announces a question ("cho em hỏi");
// else the last that only has the mark, or only asks.
func AskedIn(x *search.Index, story string) (string, bool) {
	if len(strings.Fields(story)) < storyWords {
		return "", false
	}
	var marked []string
	var told, announced, doubtful, last string
	for _, sentence := range utterances(story) {
		s := withoutAsking(sentence)
		u, ok := Hear(x, s)
		if !ok || len(u.Words) == 0 || u.ordinary(0, len(u.Words)) < sentenceWords {
			continue
		}
		asks, mark := u.Asks(0, len(u.Words)), strings.HasSuffix(s, "?")
		switch s = withoutReason(s); {
		case asks && mark:
			marked = append(marked, s)
		case asks && announces(sentence):
			told = s
		case announces(sentence):
			announced = s
		case mark:
			doubtful = s
		case asks:
			last = s
		}
	}
	asked := cmp.Or(strings.Join(marked[max(0, len(marked)-maxParts):], "\n"), told, announced, doubtful, last)
	return asked, asked != "" && float64(len(asked)) < askingShare*float64(len(story))
}

// reasons begin a clause that says why one asks, in lower case without diacritics.
var reasons = []string{"chu ", "de ", "ma ", "vi ", "keo ", "nghe ", "nguoi thi ", "mong ", "cho nen ", "nen ", "nhieu nguoi "}

// withoutReason is a sentence without the clauses that say why it asks and what follows
// them: "có được miễn vé không ạ, chứ em hết tiền rồi".
func withoutReason(sentence string) string {
	if strings.HasSuffix(sentence, "?") {
		return sentence
	}
	for at, r := range sentence {
		if r != ',' {
			continue
		}
		clause := strings.TrimSpace(lang.Fold(strings.ToLower(sentence[at+1:]))) + " "
		given := slices.ContainsFunc(reasons, func(reason string) bool { return strings.HasPrefix(clause, reason) })
		if given && len(strings.Fields(sentence[:at])) >= sentenceWords {
			return sentence[:at]
		}
	}
	return sentence
}

// utterances are the sentences of a message, each with its mark.
func utterances(text string) []string {
	var all []string
	begin := 0
	for i, r := range text {
		end := i + len(string(r))
		if r == '\n' || strings.ContainsRune(".?!…", r) && (end == len(text) || text[end] == ' ' || text[end] == '\n') {
			all, begin = append(all, strings.TrimSpace(text[begin:end])), end
		}
	}
	return append(all, strings.TrimSpace(text[begin:]))
}

// askers announce a question, in lower case without diacritics.
var askers = []string{
	" cho em hoi ", " cho toi hoi ", " cho minh hoi ", " cho chau hoi ", " cho hoi ", " xin hoi ", " cho con hoi ", " cho chi hoi ", " cho tui hoi ", " muon hoi ",
	" lam on cho biet ", " xin cho biet ", " muon biet ", " can biet ", " hoi cho ro ", " hoi that ", " hoi can bo ", " hoi ho ", " hoi cho ra le ",
	" toi hoi ", " em hoi ", " con hoi ", " chau hoi ", " tui hoi ", " minh hoi ", " co ay hoi ", " anh ay hoi ", " chi ay hoi ", " bac ay hoi ",
}

// announceReach is how many words of a sentence may stand before it asks.
const announceReach = 12

// announces reports whether a sentence announces a question.
func announces(sentence string) bool { return announced(sentence) > 0 }

// announced is how many words of a sentence announce a question, 0 for none.
func announced(sentence string) int {
	fields := strings.Fields(sentence)
	for i := min(len(fields)-1, announceReach); i > 1; i-- {
		before := " " + strings.NewReplacer(",", "", ":", "", ".", "").Replace(lang.Fold(strings.ToLower(strings.Join(fields[:i], " ")))) + " "
		if slices.ContainsFunc(askers, func(a string) bool { return strings.HasSuffix(before, a) }) {
			return i
		}
	}
	return 0
}

// withoutAsking is a sentence from what it asks on: "Anh chị làm ơn cho em hỏi …".
func withoutAsking(sentence string) string {
	return strings.Join(strings.Fields(sentence)[announced(sentence):], " ")
}
