package answer

import (
	"slices"
	"strings"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
)

// maxParts is how many parts of one question are looked at. A longer list is
// answered as one question, as a letter is.
const maxParts = 6

// parts is what a question asks, split where each part asks something of its
// own: pieces of it as it was typed, in order. tail follows the last thing asked
// and asks nothing: it belongs to the last part and is about all of them.
type parts struct {
	texts []string
	tail  string
}

// split splits a question into its parts; it has none when it is one question.
func split(x *search.Index, question string) parts {
	if !maySplit(question) {
		return parts{}
	}
	u, ok := hear(x, question)
	if !ok {
		return parts{}
	}
	pieces, end := u.complete(u.pieces())
	if pieces = u.own(pieces); len(pieces) < 2 || len(pieces) > maxParts {
		return parts{}
	}
	last := pieces[len(pieces)-1].last
	p := parts{tail: u.text[u.words[end-1].end:u.words[last-1].end]}
	for _, piece := range pieces {
		p.texts = append(p.texts, u.span(piece.first, piece.last))
	}
	return p
}

// joiners are the words that may join two parts, in lower case.
var joiners = strings.Fields("va v con lai thoi ra ca")

// maySplit is false for what is surely one question.
func maySplit(question string) bool {
	return strings.ContainsAny(strings.TrimRight(question, " ?!.\n"), "?!;.\n,&)…") ||
		slices.ContainsFunc(strings.Fields(lang.Fold(question)), func(w string) bool { return slices.Contains(joiners, w) })
}

// A piece is clauses of an utterance that ask one thing together, or nothing.
type piece struct {
	clause
	asks bool
}

// pieces groups the clauses of each sentence: after one that asks, another
// that asks begins a new piece, and so does what cannot go on with it.
func (u *utterance) pieces() []piece {
	var all []piece
	skipped := joined
	for _, c := range u.clauses() {
		c.joint, skipped = max(c.joint, skipped), joined
		asks := u.asks(c.first, c.last)
		if !asks && u.courteous(c.first, c.last) {
			skipped = c.joint
			continue
		}
		n := len(all) - 1
		if n < 0 || c.joint >= apart || all[n].asks && (asks || c.joint == turned || u.endsAsking(all[n].first, all[n].last)) {
			all = append(all, piece{c, asks})
			continue
		}
		all[n].last = c.last
		all[n].asks = all[n].asks || u.asks(all[n].first, c.last)
	}
	return all
}

// complete adds what asks nothing to the piece it belongs to: the rest of a
// sentence to the one before, a sentence to the next one, the last to the one
// before. end is where the last piece ended before.
func (u *utterance) complete(pieces []piece) (all []piece, end int) {
	lead := -1 // first word of sentences that ask nothing yet
	for _, p := range pieces {
		n := len(all) - 1
		switch {
		case p.asks && !u.tells(p) || u.asksBare(p):
			if lead >= 0 {
				p.first, p.joint, lead = lead, apart, -1
			}
			all, end = append(all, p), p.last
		case p.joint < apart && lead < 0:
			all[n].last, end = p.last, p.last
		case lead < 0:
			lead = p.first
		}
	}
	if n := len(all) - 1; lead >= 0 && n >= 0 {
		all[n].last = pieces[len(pieces)-1].last
	}
	return all, end
}

// oneself begins what people tell of themselves.
var oneself = newWordSet("tôi tui toi em e mình cháu chau con nhà nha vợ vo chồng chong mẹ me bố bo lớp lop")

// tells reports whether a sentence only tells of oneself: "Nhà em ngày nào cũng
// mất nước." before one with a question mark.
func (u *utterance) tells(p piece) bool {
	after := u.after(p.last)
	return oneself.has(u.words[p.first]) && strings.Contains(after, ".") && !strings.Contains(after, "?") &&
		p.last < len(u.words) && strings.Contains(u.text[u.words[p.last].start:], "?")
}

// Phrases that ask without a question, in lower case without diacritics; those
// of inquiries only announce one.
var (
	requests  = []string{"cho xin", "cho biet", "cung cap"}
	inquiries = []string{"xin hoi", "cho hoi", "hoi ve", "cau hoi"}
)

// asksBare reports whether a sentence or item without a word of asking asks all
// the same: by its mark, by "cho xin …", by its place in a list.
func (u *utterance) asksBare(p piece) bool {
	if p.joint < apart || u.ordinary(p.first, p.last) < 2 {
		return false
	}
	if items := u.items(); p.joint == item && items != nil {
		lead := u.text[:u.words[items[0]].start]
		return items[0] == 0 || holds(lead, requests) || holds(lead, inquiries)
	}
	return strings.Contains(u.after(p.last), "?") || holds(u.span(p.first, p.last), requests)
}

func holds(text string, phrases []string) bool {
	text = lang.Fold(text)
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(text, phrase) })
}

// own joins a piece that is about nothing to its neighbour: the first to the
// next, "…, đúng không?" to the one before.
func (u *utterance) own(pieces []piece) []piece {
	var all []piece
	for _, p := range pieces {
		n := len(all) - 1
		switch {
		case n == 0 && u.ordinary(all[0].first, all[0].last) == 0,
			n >= 0 && u.ordinary(p.first, p.last) == 0 && !u.asksPlainly(p.first, p.last):
			all[n].last = p.last
		default:
			all = append(all, p)
		}
	}
	return all
}
