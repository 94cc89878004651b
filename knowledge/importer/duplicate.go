package importer

import (
	"fmt"
	"hash/maphash"
	"strings"
	"unicode"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/statement"
)

// nearlySame is the share of common runs of words from which two texts are one
// text, and run the number of words in a run.
const (
	nearlySame = 0.9
	run        = 4
)

// Duplicate finds the statement among existing that s repeats: the same code,
// the same document of the same unit, or nearly the same words. why is
// Vietnamese. Withdrawn statements count: what was withdrawn must not come
// back unseen.
func Duplicate(s statement.Statement, existing []statement.Statement) (code, why string, ok bool) {
	own := runsOf(s.Body)
	for _, e := range existing {
		switch {
		case s.Code != "" && s.Code == e.Code:
			return e.Code, fmt.Sprintf("Mã %s đã có.", e.Code), true
		case s.DocumentNo != "" && s.Unit == e.Unit && sameNumber(s.DocumentNo, e.DocumentNo):
			return e.Code, fmt.Sprintf("Văn bản số %s của đơn vị này đã có ở phát ngôn %s.", e.DocumentNo, e.Code), true
		case s.Body == "":
		case s.Body == e.Body:
			return e.Code, fmt.Sprintf("Nội dung giống hệt phát ngôn %s.", e.Code), true
		case own.like(e.Body):
			return e.Code, fmt.Sprintf("Nội dung gần như trùng với phát ngôn %s.", e.Code), true
		}
	}
	return "", "", false
}

func sameNumber(a, b string) bool {
	compact := func(s string) string { return strings.ToUpper(strings.Join(strings.Fields(s), "")) }
	return compact(a) == compact(b)
}

// runs are the runs of words of a text, by their hash.
type runs struct {
	set     map[uint64]struct{}
	words   int
	numbers string // in order
}

var seed = maphash.MakeSeed()

// runsOf is without marks, case and punctuation.
func runsOf(body string) runs {
	words := strings.FieldsFunc(lang.Fold(body), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := runs{set: make(map[uint64]struct{}, len(words)), words: len(words)}
	for _, w := range words {
		if w[0] >= '0' && w[0] <= '9' {
			out.numbers += w + " "
		}
	}
	for i := range max(len(words)-run+1, min(len(words), 1)) {
		out.set[maphash.String(seed, strings.Join(words[i:min(i+run, len(words))], " "))] = struct{}{}
	}
	return out
}

// like reports whether body shares most runs (Jaccard's measure). A text of
// quite another length is not taken apart.
func (r runs) like(body string) bool {
	n := strings.Count(body, " ") + strings.Count(body, "\n") + 1
	if r.words == 0 || 4*n < 3*r.words || 3*n > 4*r.words+12 {
		return false
	}
	other := runsOf(body)
	if other.numbers != r.numbers {
		return false // the same report with new figures
	}
	both := 0
	for h := range r.set {
		if _, ok := other.set[h]; ok {
			both++
		}
	}
	return float64(both) >= nearlySame*float64(len(r.set)+len(other.set)-both)
}
