package answer

import (
	"slices"
	"strings"

	"phatngon/knowledge/lang"
)

// Who tells a story asks in one or two of its sentences. What is asked is asked alone
// first: the words of the rest are about other things.

const (
	storyWords    = 40  // a message of fewer words tells no story
	sentenceWords = 3   // a sentence that asks has so many words that are about something
	askingShare   = 0.7 // what asks is at most so much of a story
)

// question is what a story asks, false for what is none or asks nothing.
func (snap *snapshot) question(story string) (string, bool) {
	if len(strings.Fields(story)) < storyWords {
		return "", false
	}
	marked, last := []string(nil), ""
	for _, s := range utterances(story) {
		s = withoutAsking(s)
		u, ok := hear(snap.index, s)
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

// inStory answers what a story asks. whole, which rests on best, is what asking the story
// itself gives; that counts where what is asked finds nothing, or finds the same.
func (b *Base) inStory(snap *snapshot, q Question, asked string, whole Answer, best finding) Answer {
	a, found := b.askAlone(snap, q, asked)
	switch {
	case a.Status.Asserts(), a.Status == Related && !whole.Status.Asserts():
		return a
	case !whole.Status.Asserts() || found.Code == "" && whole.Status != Partial:
		return whole
	case found.Code == best.Code: // the story says well enough what it is about
		return b.ofStory(snap, asked, a, found)
	case a.Status == Related:
		return a
	}
	whole.Status, whole.Uncovered, whole.Quotes = Related, nil, whole.Quotes[:1]
	whole.SuggestedUnit = best.Unit
	return whole
}

// ofStory quotes what a statement says to what is asked, asserted where it has all words
// of that.
func (b *Base) ofStory(snap *snapshot, asked string, a Answer, found finding) Answer {
	read := snap.index.Read(asked)
	quotes := b.quotes(snap, found, read, oneAnswer)
	if len(quotes) == 0 || found.doubted {
		return a
	}
	var said []string
	for _, q := range quotes {
		said = append(said, q.Quote)
	}
	a = Answer{Status: Related, Quotes: quotes, Confidence: found.sure(), SuggestedUnit: found.Unit}
	if snap.bears(strings.Join(said, "\n"), read) {
		a.Status, a.SuggestedUnit = Answered, ""
	}
	return a
}

// askAlone answers what a story asks as if nothing else had been said.
func (b *Base) askAlone(snap *snapshot, q Question, asked string) (Answer, finding) {
	alone := q
	alone.Text, alone.Vector = asked, nil
	a, best := b.askAll(snap, alone)
	if a.Status.Asserts() && !b.livesThere(snap, q.Text, asked, a) {
		a.Status, a.Uncovered = Related, nil
		a.Quotes, a.SuggestedUnit = a.Quotes[:1], best.Unit
	}
	return a, best
}

// livesThere reports whether what answers is of a commune that a story names, where it
// names any and what it asks names none.
func (b *Base) livesThere(snap *snapshot, story, asked string, a Answer) bool {
	places := b.communes(story)
	if len(places) == 0 || len(b.communes(asked)) > 0 {
		return true
	}
	return !slices.ContainsFunc(a.Statements(), func(code string) bool {
		return len(snap.all[code].Places) > 0 && !agree(snap.places[code], places)
	})
}
