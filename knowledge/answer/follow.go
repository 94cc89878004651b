package answer

import (
	"slices"
	"strings"

	"phatngon/knowledge/answer/slots"
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
	snap := b.current.Load()
	u, ok := hear(snap.index, q.Text)
	if len(on.Asked) == 0 || !ok || len(u.words) == 0 || len(u.words) > maxFollowing {
		return Answer{}, false
	}
	f := follower{inquiry: inquiry{Base: b, snap: snap, asked: q}, u: u, turns: u.turnsTo(), topic: on}
	f.own = snap.index.Read(q.Text)
	if !f.leansOn() {
		return Answer{}, false
	}
	return b.finish(q, f.answer()), true
}

// maxFollowing is how many words a message has at most that is about what was asked before.
const maxFollowing = 24

// A follower is a message that may lean on a topic.
type follower struct {
	inquiry
	u     *utterance
	own   *search.Query
	turns bool // it asks the same of something else
	topic Topic
}

var (
	turning = newWordSet("còn thế vậy")
	// pointing words mean what was spoken of.
	pointing = []string{"o do", "cho do", "cai do", "viec do", "viec nay", "vu do", "vu nay", "luc do", "khi do", "ngay do", "nhung ho do", "so do", "noi do", "du an do", "du an nay"}
)

// turnsTo reports whether u asks the same of something else: "còn X?", "X thì sao".
func (u *utterance) turnsTo() bool {
	end := u.end(0, len(u.words))
	thenWhat := end > 0 && u.words[end].plain == "sao" && u.words[end-1].plain == "thi"
	return thenWhat || turning.has(u.words[0]) || u.words[0].bare && slices.Contains([]string{"con", "the", "vay"}, u.words[0].plain)
}

// leansOn reports whether the message does not say what it is about.
func (f *follower) leansOn() bool {
	words := ordinaryWords(f.own)
	if words == 0 {
		return f.turns || f.u.asks(0, len(f.u.words))
	}
	if f.points() {
		return true
	}
	whole, best := f.askWhole(f.snap, f.asked)
	alone := whole.Status == Answered && (best.Asks(statement.Wording(f.asked.Text)) || f.snap.named(best.Statement, f.own) >= namedShare)
	return words <= followWords && !alone
}

func (f *follower) points() bool {
	plain := " " + lang.Fold(strings.ToLower(f.asked.Text)) + " "
	return slices.ContainsFunc(pointing, func(p string) bool { return strings.Contains(plain, " "+p) })
}

// answer asks the message of the statement of the topic, then, of a place that one does
// not name, of all.
func (f *follower) answer() Answer {
	if s, ok := f.held(); ok {
		if a := f.of(s); len(a.Quotes) > 0 {
			return a
		}
	}
	if a, ok := f.elsewhere(); ok {
		return a
	}
	return Answer{Status: Refused}
}

// held is the statement of the topic, if it may be said now.
func (f *follower) held() (statement.Statement, bool) {
	s, ok := f.snap.all[f.topic.Statement]
	return s, ok && f.snap.standing(s, f.asked.Audience, f.asked.Now) == current
}

// words is the message with what it leaves out: what was asked, of something else.
func (f *follower) words() string {
	if !f.turns || f.u.asksPlainly(0, len(f.u.words)) {
		return f.asked.Text
	}
	return f.asking() + " " + f.asked.Text
}

// asking are the words of the last question that ask.
func (f *follower) asking() string {
	last := f.topic.Asked[len(f.topic.Asked)-1]
	heard, _ := f.snap.index.Hear(last)
	read := f.snap.index.Read(last)
	asks := map[string]bool{}
	for _, a := range read.Asked() {
		asks[a.Key] = !ordinary(a)
	}
	var words []string
	for _, w := range heard {
		if slices.ContainsFunc(w.Keys, func(key string) bool { return asks[key] }) {
			words = append(words, last[w.Start:w.End])
		}
	}
	return strings.Join(words, " ")
}

// about are the words of the topic that ask for nothing.
func (f *follower) about() string {
	var words []string
	for _, text := range f.topic.Asked {
		words = append(words, f.snap.topic(text, f.snap.index.Read(text)))
	}
	return strings.Join(words, " ")
}

// of quotes s, asserted only where what is quoted has every word of the message and
// offers what it asks for.
func (f *follower) of(s statement.Statement) Answer {
	text := f.words()
	read := f.snap.index.Read(text)
	if ordinaryWords(f.own) == 0 {
		read = f.snap.index.Read(f.about() + " " + text)
	}
	one := finding{Statement: s, standing: current, confidence: AnswerAt}
	quotes := f.quotes(f.snap, one, read, oneAnswer)
	if len(quotes) == 0 {
		return Answer{}
	}
	a := Answer{Status: Related, Quotes: quotes, Confidence: followAt, SuggestedUnit: s.Unit}
	if f.says(s, quotes, text) {
		a.Status, a.Confidence, a.SuggestedUnit = Answered, AnswerAt, ""
	}
	return a
}

// says reports whether quotes of s answer the message.
func (f *follower) says(s statement.Statement, quotes []Quote, text string) bool {
	var said []string
	for _, q := range quotes {
		said = append(said, q.Quote)
	}
	quoted := strings.Join(said, "\n")
	if !f.snap.bears(quoted, f.own) || !f.offers(quoted, text) || !f.placesHeld(s) {
		return false
	}
	q := f.asked
	q.Text = text
	return f.judge(f.snap, q, finding{Statement: s, standing: current}, quotes).Ruling != slots.Disagrees
}

// offers reports whether quoted offers a kind of answer that text asks for.
func (f *follower) offers(quoted, text string) bool {
	read := f.snap.index.Read(text)
	wish := wishOf(read, meaningsOf(f.snap.index, read)).kinds
	return wish == 0 || wish&offers(quoted, f.snap.index.Words(quoted)) != 0
}

func (f *follower) placesHeld(s statement.Statement) bool {
	places := f.named()
	return len(places) == 0 || agree(f.snap.places[s.Code], places)
}

// named are the places the message names; of one that turns to something else a name
// needs no "xã" or "phường".
func (f *follower) named() []string {
	places := f.placesIn(f.asked.Text)
	if len(places) == 0 && f.turns {
		name := f.snap.topic(f.asked.Text, f.own)
		for _, kind := range []string{"xã ", "phường ", "xa ", "phuong "} {
			places = append(places, f.communes(kind+name)...)
		}
	}
	return places
}

// elsewhere asks the topic of another place, with the thresholds of a whole question.
func (f *follower) elsewhere() (Answer, bool) {
	places := f.named()
	if len(places) == 0 {
		return Answer{}, false
	}
	q := f.asked
	q.Text, q.Vector = f.withoutPlaces(f.topic.Asked[len(f.topic.Asked)-1])+" "+f.asked.Text, nil
	read := f.snap.index.Read(q.Text)
	found := f.agreeing(f.snap, q, read, f.snap.naming(places, f.snap.find(q, read)))
	if len(found) == 0 || !agree(f.snap.places[found[0].Code], places) {
		return Answer{}, false
	}
	a := Answer{Status: Related, Confidence: found[0].sure(), SuggestedUnit: found[0].Unit}
	if a.Quotes = f.quotes(f.snap, found[0], read, oneAnswer); len(a.Quotes) == 0 {
		return Answer{}, false
	}
	if found[0].confidence >= AnswerAt {
		a.Status, a.SuggestedUnit = Answered, ""
	}
	return a, true
}

// withoutPlaces is a question without the words of the places of the topic's statement.
func (f *follower) withoutPlaces(text string) string {
	s := f.snap.all[f.topic.Statement]
	drop := map[string]bool{}
	for _, key := range lang.Keys(strings.Join(s.Places, " ")) {
		drop[lang.Fold(key)] = true
	}
	var kept []string
	for _, w := range strings.Fields(text) {
		if !drop[strings.Trim(lang.Fold(strings.ToLower(w)), ".,?!;:")] {
			kept = append(kept, w)
		}
	}
	return strings.Trim(strings.Join(kept, " "), " ?.!")
}
