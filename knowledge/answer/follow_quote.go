package answer

import (
	"slices"
	"strings"

	"phatngon/knowledge/answer/bearing"
	"phatngon/knowledge/answer/corpus"
	"phatngon/knowledge/answer/message"
	"phatngon/knowledge/answer/quotable"
	"phatngon/knowledge/answer/slots"
	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// What a statement that is spoken of says to a message that leans on it.

// of quotes s, asserted only where what is quoted has every word of the message and
// offers what it asks for.
func (f *follower) of(s statement.Statement) Answer {
	text := f.words()
	read := f.snap.Index.Read(text)
	if f.weight() == 0 {
		read = f.snap.Index.Read(f.about() + " " + text)
	}
	one := corpus.Finding{Statement: s, Standing: corpus.Current, Confidence: AnswerAt}
	quotes := f.quotes(f.snap, one, read, quotable.OneAnswer)
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
	if !f.placesHeld(s) || !slices.ContainsFunc(quotes, func(q Quote) bool { return slices.ContainsFunc(quotable.Readable(q.Quote), f.tellsIn(text)) }) || otherOfRow(f.topic.Asked[0], quotes) {
		return false
	}
	q := f.asked
	q.Text = text
	return f.judge(f.snap, q, corpus.Finding{Statement: s, Standing: corpus.Current}, quotes).Ruling != slots.Disagrees
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
	asks := f.u.Asks(0, len(f.u.Words))
	return func(piece string) bool {
		switch {
		case !f.has(piece) || f.weight() == 0 && !f.isAbout(piece):
			return false
		case wish == 0 || wish == bearing.ARuling: // whether: what says so of it tells
			return f.weight() > 0 && (wish == bearing.ARuling || !asks || f.turns)
		}
		return wish&f.offeredNear(piece) != 0
	}
}

// numeric are the kinds of answer that "bao nhiêu" may ask for.
const numeric = bearing.ACount | bearing.AnAmount | bearing.AShare

// wish is the kinds of answer asked for: those of the question before where the message
// only turns to something else.
func (f *follower) wish(text string) bearing.KindSet {
	read := f.snap.Index.Read(text)
	kinds := bearing.WishOf(read, bearing.MeaningsOf(f.snap.Index, read)).Kinds
	if f.turnsOnly() {
		kinds = 0
		for _, before := range slices.Backward(f.topic.Asked) {
			read = f.snap.Index.Read(before)
			if kinds = bearing.WishOf(read, bearing.MeaningsOf(f.snap.Index, read)).Kinds &^ (bearing.AReason | bearing.AWay); kinds != 0 {
				break
			}
		}
	}
	if kinds&bearing.ACount != 0 && kinds&(bearing.AnAmount|bearing.ATime|bearing.ADuration) == 0 {
		kinds |= numeric
	}
	return kinds
}

// turnsOnly reports whether the message asks what was asked before, of something else.
func (f *follower) turnsOnly() bool { return f.turns && !f.u.AsksPlainly(0, len(f.u.Words)) }

// isAbout reports whether a piece has a good part of what the topic is about.
func (f *follower) isAbout(piece string) bool {
	return bearing.Share(f.snap.Index, piece, f.snap.Index.Read(f.about())) >= pieceShare
}

// pieceShare is how much of a topic a sentence must have that answers "khi nào?" alone.
const pieceShare = 0.25

// nearReach is how many words a number stands at most from a word it is told of.
const nearReach = 8

// offeredNear is the kinds of answer a piece offers; of numbers only those near a word of
// the message count: "nghỉ … phải báo trước ít nhất 30 ngày" tells no days off.
func (f *follower) offeredNear(piece string) bearing.KindSet {
	words := f.snap.Index.Words(piece)
	all := bearing.Offers(piece, words)
	if f.weight() == 0 {
		return all
	}
	meanings := bearing.MeaningsOf(f.snap.Index, f.own)
	asked := f.own.Asked()
	last, kinds := -nearReach-1, bearing.KindSet(0)
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
			kinds |= bearing.NumberOffers(piece, words, i)
		}
	}
	return all&^(numeric|bearing.ADuration|bearing.ALimit) | kinds
}

// has reports whether a text has every word of the message that is about something.
func (f *follower) has(text string) bool {
	found := bearing.Meant(f.snap.Index, text, f.own)
	for i, a := range f.own.Asked() {
		if f.weighs(a) && !found[i] {
			return false
		}
	}
	return true
}

// share is which part of the words of the message that are about something a text has.
func (f *follower) share(text string) float64 {
	found, some := bearing.Meant(f.snap.Index, text, f.own), 0
	for i, a := range f.own.Asked() {
		if f.weighs(a) && found[i] {
			some++
		}
	}
	return float64(some) / float64(max(f.weight(), 1))
}

func (f *follower) weighs(a search.Asked) bool {
	return message.Ordinary(a) && !bearing.Measuring[a.Key] && !bearing.Slight[a.Key] && !bearing.Light[a.Key]
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
