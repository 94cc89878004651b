package answer

import (
	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
	"slices"
	"strings"
)

// Who tells a story asks in one or two of its sentences.

const (
	storyWords    = 40  // a message of fewer words tells no story
	sentenceWords = 3   // a sentence that asks has so many words that are about something
	askingShare   = 0.7 // what asks is at most so much of a story
)

// question is what a story asks, false for what is none or asks nothing.
func question(x *search.Index, story string) (string, bool) {
	if len(strings.Fields(story)) < storyWords {
		return "", false
	}
	marked, last := []string(nil), ""
	for _, s := range utterances(story) {
		s = withoutAsking(s)
		u, ok := hear(x, s)
		if !ok || len(u.words) == 0 || !u.asks(0, len(u.words)) || u.ordinary(0, len(u.words)) < sentenceWords {
			continue
		}
		if last = s; strings.HasSuffix(s, "?") {
			marked = append(marked, s)
		}
	}
	if len(marked) > 0 {
		last = strings.Join(marked[max(0, len(marked)-maxParts):], "\n")
	}
	return last, last != "" && float64(len(last)) < askingShare*float64(len(story))
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
var askers = []string{" cho em hoi ", " cho toi hoi ", " cho minh hoi ", " cho chau hoi ", " cho hoi ", " xin hoi ", " cho con hoi ", " cho chi hoi ", " muon hoi ", " lam on cho biet "}

// announceReach is how many words of a sentence may stand before it asks.
const announceReach = 12

// withoutAsking is a sentence from what it asks on: "Anh chị làm ơn cho em hỏi …".
func withoutAsking(sentence string) string {
	fields := strings.Fields(sentence)
	for i := min(len(fields)-1, announceReach); i > 1; i-- {
		before := " " + strings.Trim(lang.Fold(strings.ToLower(strings.Join(fields[:i], " "))), " ,.:") + " "
		if slices.ContainsFunc(askers, func(a string) bool { return strings.HasSuffix(before, a) }) {
			return strings.Join(fields[i:], " ")
		}
	}
	return sentence
}
