package answer

import (
	"slices"
	"strings"

	"phatngon/knowledge/answer/bearing"
	"phatngon/knowledge/answer/corpus"
	"phatngon/knowledge/answer/message"
	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// A message that does not say what it is about is about what was asked before, as a part
// of one message is about the part before it: both lean on a matter.

// Topic is what a conversation is about: what was asked, oldest first, in the person's
// words, and the statement that was quoted to it, "" for none.
type Topic struct {
	Asked     []string
	Statement string
}

const (
	followWords = 5   // so many words of its own may a message have that leans on what was asked
	followAt    = 0.1 // the least confidence in the statement of the topic for what leans on it
)

// Follow answers q as asked of on, or says by false that q stands alone. What is asserted
// is quoted of one statement that has every word of q, and offers what q asks for.
func (b *Base) Follow(q Question, on Topic) (Answer, bool) {
	snap := b.Snapshot()
	u, ok := message.Hear(snap.Index, q.Text)
	if len(on.Asked) == 0 || !ok || len(u.Words) == 0 || len(u.Words) > maxFollowing {
		return Answer{}, false
	}
	f := follower{inquiry: inquiry{Base: b, snap: snap, asked: q}, u: u, turns: turnsTo(u), topic: on}
	f.own = snap.Index.Read(q.Text)
	a, ok := f.answer()
	if p := q.Pointed; ok && p != nil && p.Question == q.Text && a.Status.Asserts() && !p.At(a.Statements()) {
		a = b.lowered(a)
	}
	return b.finish(q, a), ok
}

// Alone answers a message that leans on what was spoken of as somebody else worded it to
// stand alone. Those words are only searched with: what they find is never said to answer.
func (b *Base) Alone(q Question, worded string) (Answer, bool) {
	q.Pointed, q.Vector = nil, nil
	asked := q
	asked.Text = worded
	a := b.Ask(asked)
	switch {
	case a.Status.Asserts():
		a = b.lowered(a)
	case a.Status != Related:
		return Answer{}, false
	}
	return b.finish(q, a), true
}

// maxFollowing is how many words a message has at most that is about what was asked before.
const maxFollowing = 24

// A follower is a message that may lean on a topic.
type follower struct {
	inquiry
	u     *message.Utterance
	own   *search.Query
	turns bool // it asks the same of something else
	topic Topic
}

var (
	turning = message.NewWordSet("còn thế vậy")
	// pointing words mean what was spoken of.
	pointing = []string{"o do", "cho do", "cai do", "viec do", "viec nay", "vu do", "vu nay", "luc do", "khi do", "ngay do", "nhung ho do", "so do", "noi do", "du an do", "du an nay"}
)

// turnsTo reports whether u asks the same of something else: "còn X?", "X thì sao".
func turnsTo(u *message.Utterance) bool {
	end := u.End(0, len(u.Words))
	thenWhat := end > 0 && u.Words[end].Plain == "sao" && u.Words[end-1].Plain == "thi"
	return thenWhat || turning.Has(u.Words[0]) || u.Words[0].Bare && slices.Contains([]string{"con", "the", "vay"}, u.Words[0].Plain)
}

// must reports whether the message makes no sense alone.
func (f *follower) must() bool {
	if f.weight() == 0 {
		return f.turns || f.u.Asks(0, len(f.u.Words))
	}
	return f.points() || f.turns
}

func (f *follower) points() bool {
	plain := " " + lang.Fold(strings.ToLower(f.asked.Text)) + " "
	return slices.ContainsFunc(pointing, func(p string) bool { return strings.Contains(plain, " "+p) })
}

// answer asks the message of the statement of the topic, then, of a place that one does
// not name, of all. It is false for a message that turns to something else.
func (f *follower) answer() (Answer, bool) {
	s, held := f.held()
	must := f.must() || !held && f.weight() <= 1 && len(f.u.Words) <= bareWords && f.u.Asks(0, len(f.u.Words))
	if !must && (f.weight() > followWords || !(held && f.has(bearing.SaidIn(s))) && f.standsAlone()) {
		return Answer{}, false
	}
	near := Answer{Status: Refused}
	if held {
		near = f.of(s)
	}
	if near.Status == Answered {
		return near, true
	}
	if !held || !f.has(bearing.SaidIn(s)) {
		if a, ok := f.elsewhere(); ok {
			return a, true
		}
	}
	return near, must || held && f.onTopic(s)
}

// bareWords is how many words "ai ký?" has at most, which asks nothing alone.
const bareWords = 4

// onTopic reports whether s has enough of a message for it to be about that.
func (f *follower) onTopic(s statement.Statement) bool {
	return f.share(bearing.SaidIn(s)) >= map[bool]float64{true: 0.3, false: 0.5}[f.weight() <= 3]
}

// standsAlone reports whether the message says itself what it is about.
func (f *follower) standsAlone() bool {
	whole, best := f.askWhole(f.snap, f.asked)
	return best.Asks(statement.Wording(f.asked.Text)) || bearing.Named(f.snap.Index, best.Statement, f.own) >= namedShare ||
		whole.Status == Answered && best.Code != f.topic.Statement && f.weight() >= firstWords
}

// held is the statement of the topic, if it may be said now.
func (f *follower) held() (statement.Statement, bool) {
	s, ok := f.snap.All[f.topic.Statement]
	return s, ok && f.snap.Standing(s, f.asked.Audience, f.asked.Now) == corpus.Current
}

// words is the message with what it leaves out: what was asked, of something else.
func (f *follower) words() string {
	if !f.turnsOnly() {
		return f.asked.Text
	}
	return f.asking() + " " + f.asked.Text
}

// asking are the words that ask in the last question that does.
func (f *follower) asking() string {
	for i := len(f.topic.Asked) - 1; i >= 0; i-- {
		text := f.topic.Asked[i]
		if u, ok := message.Hear(f.snap.Index, text); ok && u.AsksWhat(0, len(u.Words)) {
			return bearing.WordsThat(f.snap.Index, text, func(a search.Asked) bool { return !message.Ordinary(a) })
		}
	}
	return ""
}

// about are the words of the topic that ask for nothing.
func (f *follower) about() string {
	var words []string
	for _, text := range f.topic.Asked {
		words = append(words, bearing.Topic(f.snap.Index, text))
	}
	return strings.Join(words, " ")
}
