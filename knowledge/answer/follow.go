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
	snap := b.snapshot()
	u, ok := hear(snap.index, q.Text)
	if len(on.Asked) == 0 || !ok || len(u.words) == 0 || len(u.words) > maxFollowing {
		return Answer{}, false
	}
	f := follower{inquiry: inquiry{Base: b, snap: snap, asked: q}, u: u, turns: turnsTo(u), topic: on}
	f.own = snap.index.Read(q.Text)
	a, ok := f.answer()
	if p := q.Pointed; ok && p != nil && p.Question == q.Text && a.Status.Asserts() && !p.at(a.Statements()) {
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
func turnsTo(u *utterance) bool {
	end := u.end(0, len(u.words))
	thenWhat := end > 0 && u.words[end].plain == "sao" && u.words[end-1].plain == "thi"
	return thenWhat || turning.has(u.words[0]) || u.words[0].bare && slices.Contains([]string{"con", "the", "vay"}, u.words[0].plain)
}

// must reports whether the message makes no sense alone.
func (f *follower) must() bool {
	if f.weight() == 0 {
		return f.turns || f.u.asks(0, len(f.u.words))
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
	must := f.must() || !held && f.weight() <= 1 && len(f.u.words) <= bareWords && f.u.asks(0, len(f.u.words))
	if !must && (f.weight() > followWords || !(held && f.has(saidIn(s))) && f.standsAlone()) {
		return Answer{}, false
	}
	near := Answer{Status: Refused}
	if held {
		near = f.of(s)
	}
	if near.Status == Answered {
		return near, true
	}
	if !held || !f.has(saidIn(s)) {
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
	return f.share(saidIn(s)) >= map[bool]float64{true: 0.3, false: 0.5}[f.weight() <= 3]
}

// standsAlone reports whether the message says itself what it is about.
func (f *follower) standsAlone() bool {
	whole, best := f.askWhole(f.snap, f.asked)
	return best.Asks(statement.Wording(f.asked.Text)) || named(f.snap.index, best.Statement, f.own) >= namedShare ||
		whole.Status == Answered && best.Code != f.topic.Statement && f.weight() >= firstWords
}

// held is the statement of the topic, if it may be said now.
func (f *follower) held() (statement.Statement, bool) {
	s, ok := f.snap.all[f.topic.Statement]
	return s, ok && f.snap.standing(s, f.asked.Audience, f.asked.Now) == current
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
		if u, ok := hear(f.snap.index, text); ok && u.asksWhat(0, len(u.words)) {
			return wordsThat(f.snap.index, text, func(a search.Asked) bool { return !ordinary(a) })
		}
	}
	return ""
}

// about are the words of the topic that ask for nothing.
func (f *follower) about() string {
	var words []string
	for _, text := range f.topic.Asked {
		words = append(words, topic(f.snap.index, text))
	}
	return strings.Join(words, " ")
}

// of quotes s, asserted only where what is quoted has every word of the message and
// offers what it asks for.
func (f *follower) of(s statement.Statement) Answer {
	text := f.words()
	read := f.snap.index.Read(text)
	if f.weight() == 0 {
		read = f.snap.index.Read(f.about() + " " + text)
	}
	one := finding{Statement: s, standing: current, confidence: AnswerAt}
	quotes := f.quotes(f.snap, one, read, oneAnswer)
	if len(quotes) == 0 {
		return Answer{Status: Refused}
	}
	if f.weight() > 0 && !f.turns && !f.onTopic(s) {
		return Answer{Status: Refused}
	}
	a := Answer{Status: Related, Quotes: quotes, Confidence: followAt, SuggestedUnit: s.Unit}
	if f.says(s, quotes, text) {
		a.Status, a.Confidence, a.SuggestedUnit = Answered, AnswerAt, ""
	}
	return a
}

// says reports whether quotes of s answer the message: in one sentence or row of them
// stands every word of it and what it asks for, and nothing speaks against it.
func (f *follower) says(s statement.Statement, quotes []Quote, text string) bool {
	if !f.placesHeld(s) || !slices.ContainsFunc(quotes, func(q Quote) bool { return slices.ContainsFunc(readable(q.Quote), f.tellsIn(text)) }) || otherOfRow(f.topic.Asked[0], quotes) {
		return false
	}
	q := f.asked
	q.Text = text
	return f.judge(f.snap, q, finding{Statement: s, standing: current}, quotes).Ruling != slots.Disagrees
}

// otherOfRow reports whether quotes are of another one of a row than asked: of the third
// quarter where the fourth is asked about.
func otherOfRow(asked string, quotes []Quote) bool {
	held := map[string][]string{}
	for _, q := range quotes {
		for word, numbers := range rowNumbers(q.Quote) {
			held[word] = append(held[word], numbers...)
		}
	}
	for word, numbers := range rowNumbers(asked) {
		if len(held[word]) > 0 && !slices.ContainsFunc(numbers, func(n string) bool { return slices.Contains(held[word], n) }) {
			return true
		}
	}
	return false
}

// rowed are the words, without diacritics, whose number says which one of a row is meant.
var rowed = strings.Fields("quy dot lop lan ky khoa thang giai")

func rowNumbers(text string) map[string][]string {
	all := map[string][]string{}
	tokens := lang.Tokens(text)
	for i := 1; i < len(tokens); i++ {
		if before := lang.FoldKey(tokens[i-1].Key); lang.IsNumber(tokens[i].Key) && slices.Contains(rowed, before) {
			all[before] = append(all[before], strings.TrimLeft(tokens[i].Key, "0"))
		}
	}
	return all
}

// tellsIn reports of a piece whether it has every word of the message and a kind of
// answer that is asked for.
func (f *follower) tellsIn(text string) func(piece string) bool {
	wish := f.wish(text)
	asks := f.u.asks(0, len(f.u.words))
	return func(piece string) bool {
		switch {
		case !f.has(piece) || f.weight() == 0 && !f.isAbout(piece):
			return false
		case wish == 0 || wish == aRuling: // whether: what says so of it tells
			return f.weight() > 0 && (wish == aRuling || !asks || f.turns)
		}
		return wish&f.offeredNear(piece) != 0
	}
}

// numeric are the kinds of answer that "bao nhiêu" may ask for.
const numeric = aCount | anAmount | aShare

// wish is the kinds of answer asked for: those of the question before where the message
// only turns to something else.
func (f *follower) wish(text string) kindSet {
	read := f.snap.index.Read(text)
	kinds := wishOf(read, meaningsOf(f.snap.index, read)).kinds
	if f.turnsOnly() {
		kinds = 0
		for _, before := range slices.Backward(f.topic.Asked) {
			read = f.snap.index.Read(before)
			if kinds = wishOf(read, meaningsOf(f.snap.index, read)).kinds &^ (aReason | aWay); kinds != 0 {
				break
			}
		}
	}
	if kinds&aCount != 0 && kinds&(anAmount|aTime|aDuration) == 0 {
		kinds |= numeric
	}
	return kinds
}

// turnsOnly reports whether the message asks what was asked before, of something else.
func (f *follower) turnsOnly() bool { return f.turns && !f.u.asksPlainly(0, len(f.u.words)) }

// isAbout reports whether a piece has a good part of what the topic is about.
func (f *follower) isAbout(piece string) bool {
	return share(f.snap.index, piece, f.snap.index.Read(f.about())) >= pieceShare
}

// pieceShare is how much of a topic a sentence must have that answers "khi nào?" alone.
const pieceShare = 0.25

// nearReach is how many words a number stands at most from a word it is told of.
const nearReach = 8

// offeredNear is the kinds of answer a piece offers; of numbers only those near a word of
// the message count: "nghỉ … phải báo trước ít nhất 30 ngày" tells no days off.
func (f *follower) offeredNear(piece string) kindSet {
	words := f.snap.index.Words(piece)
	all := offers(piece, words)
	if f.weight() == 0 {
		return all
	}
	meanings := meaningsOf(f.snap.index, f.own)
	asked := f.own.Asked()
	last, kinds := -nearReach-1, kindSet(0)
	near := make([]bool, len(words))
	for pass := range 2 {
		for k := range words {
			i := k
			if pass == 1 {
				i = len(words) - 1 - k
			}
			if m, ok := meanings[words[i].Key]; ok && f.weighs(asked[m.Word]) {
				last = i
			}
			if d := i - last; d <= nearReach && -d <= nearReach {
				near[i] = true
			}
		}
		last = len(words) + nearReach + 1
	}
	for i, w := range words {
		if lang.IsNumber(w.Key) && near[i] {
			kinds |= numberOffers(piece, words, i)
		}
	}
	return all&^(numeric|aDuration|aLimit) | kinds
}

// has reports whether a text has every word of the message that is about something.
func (f *follower) has(text string) bool {
	found := meant(f.snap.index, text, f.own)
	for i, a := range f.own.Asked() {
		if f.weighs(a) && !found[i] {
			return false
		}
	}
	return true
}

// share is which part of the words of the message that are about something a text has.
func (f *follower) share(text string) float64 {
	found, some := meant(f.snap.index, text, f.own), 0
	for i, a := range f.own.Asked() {
		if f.weighs(a) && found[i] {
			some++
		}
	}
	return float64(some) / float64(max(f.weight(), 1))
}

func (f *follower) weighs(a search.Asked) bool {
	return ordinary(a) && !measuring[a.Key] && !slight[a.Key] && !light[a.Key]
}

// weight counts the words of the message that are about something.
func (f *follower) weight() (n int) {
	for _, a := range f.own.Asked() {
		if f.weighs(a) {
			n++
		}
	}
	return n
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
		name := wordsThat(f.snap.index, f.asked.Text, f.weighs)
		for _, kind := range []string{"xã ", "phường ", "xa ", "phuong "} {
			places = append(places, f.communes(kind+name)...)
		}
	}
	return places
}

// elsewhere asks the topic of another place, with the thresholds of a whole question.
func (f *follower) elsewhere() (Answer, bool) {
	places := f.named()
	if len(places) == 0 && !f.turnsOnly() {
		return Answer{}, false
	}
	q := f.asked
	q.Text, q.Vector = f.withoutPlaces(f.topic.Asked[len(f.topic.Asked)-1])+" "+f.asked.Text, nil
	read := f.snap.index.Read(q.Text)
	found := f.agreeing(f.snap, q, read, f.snap.naming(places, f.snap.find(q, read)))
	if len(found) == 0 || !agree(f.snap.places[found[0].Code], places) || len(places) == 0 && !f.has(saidIn(found[0].Statement)) {
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
	for _, key := range lang.Keys(strings.Join(append(s.Places, f.unitName(s.Unit)), " ")) {
		drop[lang.Fold(key)] = true
	}
	for _, kept := range []string{"xa", "phuong"} {
		delete(drop, kept)
	}
	var kept []string
	for _, w := range strings.Fields(text) {
		if !drop[strings.Trim(lang.Fold(strings.ToLower(w)), ".,?!;:")] {
			kept = append(kept, w)
		}
	}
	return strings.Trim(strings.Join(kept, " "), " ?.!")
}
