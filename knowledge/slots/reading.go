package slots

import (
	"regexp"
	"slices"
	"strings"

	vietnamese "phatngon/knowledge/text"
)

// A reading is a question beside a span. What is matched by phrases is folded:
// words without diacritics between spaces, so that a phrase is " phrase ".
type reading struct {
	Question
	span      Span
	asked     string   // the question as understood, folded
	topic     string   // what is asked about, as typed
	about     string   // topic, folded
	statement string   // all that is known of it, folded
	clauses   []string // sentences, items and rows of the span
	wanted    []*kind
}

func newReading(q Question, s Span) *reading {
	r := &reading{Question: q, span: s, asked: foldedKeys(q.Words), topic: Topic(q.Text)}
	r.about = folded(r.topic)
	r.statement = folded(s.Title + "\n" + s.Scope + "\n" + s.Body)
	r.clauses = clauseEnds.Split(s.Text, -1)
	for i := range kinds {
		if k := &kinds[i]; k.asked.MatchString(r.asked) {
			r.wanted = append(r.wanted, k)
		}
	}
	return r
}

// clauseEnds end a sentence, an item, a row or what stands before a semicolon.
var clauseEnds = regexp.MustCompile(`[.;!?](?:\s+|$)|\n+`)

// given is the key of "phát": without its tone it would be a fine.
const given = "phat2"

func foldedKeys(keys []string) string {
	words := make([]string, len(keys))
	for i, key := range keys {
		if words[i] = key; key != given {
			words[i] = vietnamese.FoldKey(key)
		}
	}
	return " " + strings.Join(words, " ") + " "
}

func folded(text string) string {
	var words []string
	for _, t := range vietnamese.Tokens(text) {
		words = append(words, vietnamese.FoldKey(t.Key))
	}
	return " " + strings.Join(words, " ") + " "
}

// phrases matches any of some phrases in folded text.
func phrases(list string) *regexp.Regexp { return regexp.MustCompile(" (?:" + list + ") ") }

func holds(folded, word string) bool { return strings.Contains(folded, " "+word+" ") }

// says reports whether the title or a clause of the span says some phrase.
func (r *reading) says(phrase *regexp.Regexp) bool {
	return phrase.MatchString(folded(r.span.Title)) ||
		slices.ContainsFunc(r.clauses, func(c string) bool { return phrase.MatchString(folded(c)) })
}
