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
	whole, rest := wordsOf(snap.index, q.Text), wordsOf(snap.index, asked.text)
	for i, f := range found[:min(search.Offered, len(found))] {
		if snap.asks(f, whole) || asked.of(f.Statement, q.Now) && snap.asks(f, rest) {
			f.confidence, f.known = max(f.confidence, curatedAt), max(f.known, curatedAt)
			return slices.Insert(slices.Delete(found, i, i+1), 0, f)
		}
	}
	return found
}

const (
	inHead = 0.9 // share of the words of the question that a title or known question must hold to be compared
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
		return w.same(wordsOf(snap.index, head))
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
