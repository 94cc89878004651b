package answer

import (
	"slices"
	"strings"
	"time"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// curatedAt is the confidence in a statement whose unit itself says that it
// answers the question.
const curatedAt = 0.95

// curatedFirst puts first, of the found worth offering, the best that has the
// very question among its own, as it stands or of a time that it holds in.
func (snap *snapshot) curatedFirst(q Question, found []finding) []finding {
	if len(found) == 0 || found[0].confidence >= curatedAt {
		return found
	}
	asked := timelessOf(q.Text, q.Now)
	whole, rest := snap.wordsOf(q.Text), snap.wordsOf(asked.text)
	for i, f := range found[:min(search.Offered, len(found))] {
		if snap.asks(f, whole) || asked.of(f.Statement, q.Now) && snap.asks(f, rest) {
			f.confidence, f.known = max(f.confidence, curatedAt), max(f.known, curatedAt)
			return slices.Insert(slices.Delete(found, i, i+1), 0, f)
		}
	}
	return found
}

// questionWords is what a question says: its wording, its different ordinary
// words, and those of asking.
type questionWords struct {
	wording          string
	ordinary, asking wordSet
}

func (snap *snapshot) wordsOf(text string) questionWords {
	w := questionWords{statement.Wording(text), wordSet{}, wordSet{}}
	for _, asked := range snap.index.Read(text).Asked() {
		switch {
		case slight[asked.Key]:
		case asked.Asking == 1 && !measures[asked.Key]:
			w.ordinary[asked.Key] = true
		case asked.Asking > courtesyAsking: // so "mấy ngày" is not "mấy giờ"
			w.asking[asked.Key] = true
		}
	}
	return w
}

// slight words stand in a question or not, and it asks the same.
var slight = newWordSet("ở tại về trong vào của các những thì là vậy thế")

const (
	courtesyAsking = 0.1 // the most a word of courtesy weighs
	fewWords       = 3   // fewer do not make a question
	inHead         = 0.9 // share of the words of the question that a title or known question must hold to be compared
)

// asks reports whether a title or known question of f says the same as w: in
// the same words, or in the same ordinary words in any order without asking for
// anything else. A few words that ask for nothing, "lịch cắt điện Cẩm Thủy", so
// ask for what a known question asks about them.
func (snap *snapshot) asks(f finding, w questionWords) bool {
	if f.Asks(w.wording) {
		return true
	}
	if len(w.ordinary) < fewWords || f.head < inHead {
		return false
	}
	return slices.ContainsFunc(append([]string{f.Title}, f.Questions...), func(head string) bool {
		return w.same(snap.wordsOf(head))
	})
}

// timeless is a question without the times it names.
type timeless struct {
	text string // as typed otherwise
	when []stretch
}

// nowWords say "now" or so, without diacritics.
var nowWords = []string{
	"hien nay", "hien tai", "bay gio", "luc nay", "den nay", "hom nay", "tuan nay", "thang nay", "nam nay",
}

func timelessOf(text string, now time.Time) timeless {
	var t timeless
	tokens := lang.Tokens(text)
	kept := make([]string, 0, len(tokens))
	for i, token := range tokens {
		kept = append(kept, text[token.Start:token.End])
		if s, begin, ok := stretchAt(tokens, i, now); ok {
			t.when = append(t.when, s)
			kept = kept[:max(0, len(kept)-(i-begin+1))]
		} else if n := len(kept); n > 1 && slices.Contains(nowWords, lang.Fold(kept[n-2]+" "+kept[n-1])) {
			kept = kept[:n-2]
		}
	}
	t.text = strings.Join(kept, " ")
	return t
}

// of reports whether s holds at every time named.
func (t timeless) of(s statement.Statement, now time.Time) bool {
	held := heldUntil(s, now)
	return !slices.ContainsFunc(t.when, func(when stretch) bool { return !when.meets(held) })
}
