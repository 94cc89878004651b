package answer

import (
	"slices"
	"strings"

	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// Several things asked in one message are asked one by one, each with the
// thresholds of a whole question. A part that does not say what it is about is
// about what the part before it is about: it leans on that.

const (
	namedShare   = 0.75 // a part that names so much of a title or known question is about that
	relatedShare = 0.4  // a statement that has so much of a topic may be about it
	ownWords     = 6    // so many words say what a part is about
	firstWords   = 4    // so do these where nothing stands before, if all of the question agrees
)

// An inquiry answers the parts of one question.
type inquiry struct {
	*Base
	snap  *snapshot
	asked Question
	tail  string  // what follows the parts and is about all of them
	best  finding // for the whole question
	on    *matter // what the next part may lean on, nil for the first
}

// A matter is what a part was found to be about, and what was said of it since.
type matter struct {
	topic   string   // its words, without those of asking
	said    string   // all that was typed
	places  []string // named last
	words   *search.Query
	best    statement.Statement
	covered bool
}

// A portion is a part of a question and what was found for it.
type portion struct {
	text    string
	own     *search.Query // the part as it was typed
	read    *search.Query // with what it leans on
	best    finding
	places  []string
	covered bool
	leans   bool
	on      matter // what it is about, or leans on
}

// askParts answers q part by part. whole, which rests on best, is what asking
// it at once gives; that stays where one statement answers all of it, and where
// no part is covered.
func (b *Base) askParts(snap *snapshot, q Question, asked parts, whole Answer, best finding) Answer {
	in := inquiry{Base: b, snap: snap, asked: q, tail: asked.tail, best: best}
	all := in.askAll(asked.texts)
	in.rejoin(all)
	if whole.Status == Answered && in.answersAll(all) {
		return whole
	}
	if a := in.together(all); len(a.Quotes) > 0 {
		return a
	}
	return whole
}

// askAll asks the parts in their order. Short ones before the first that says
// what it is about are then asked about that.
func (in *inquiry) askAll(texts []string) []portion {
	var all []portion
	first := -1
	for n, text := range texts {
		all = append(all, in.ask(text))
		if first < 0 && all[n].covered && !all[n].leans {
			first = n
		}
	}
	for n := range max(first, 0) {
		if !all[n].covered && ordinaryWords(all[n].own) < firstWords {
			in.on = &all[first].on
			all[n] = in.lean(all[n])
		}
	}
	return all
}

// rejoin asks the parts of each matter at once where they are not all covered
// one by one: together they may say well enough what they are about.
func (in *inquiry) rejoin(all []portion) {
	for first := 0; first < len(all); {
		last := first + 1
		for last < len(all) && all[last].leans {
			last++
		}
		in.askAtOnce(all[first:last])
		first = last
	}
}

func (in *inquiry) askAtOnce(all []portion) {
	var texts []string
	open := false
	for _, p := range all {
		texts = append(texts, p.text)
		open = open || !p.covered
	}
	if !open || len(all) < 2 {
		return
	}
	text := strings.Join(texts, ", ")
	p := portion{read: in.snap.index.Read(text), places: in.placesNamed(text)}
	p.best = in.find(text, p)
	if p.best.confidence < AnswerAt || slices.ContainsFunc(all, func(one portion) bool { return !in.tells(p.best.Statement, one) }) {
		return
	}
	for n := range all {
		all[n].read, all[n].best, all[n].covered = p.read, p.best, true
	}
}

// tells reports whether s has what p asks for, of the communes p is about.
func (in *inquiry) tells(s statement.Statement, p portion) bool {
	return bears(in.snap.index, saidIn(s), p.own) && (len(p.places) == 0 || agree(in.snap.places[s.Code], p.places))
}

// placesNamed lists the places a part names, or else what follows all parts.
func (in *inquiry) placesNamed(text string) []string {
	if places := in.placesIn(text); len(places) > 0 {
		return places
	}
	return in.placesIn(in.tail)
}

// answersAll reports whether the best statement for the whole question answers
// each part.
func (in *inquiry) answersAll(all []portion) bool {
	return !slices.ContainsFunc(all, func(p portion) bool {
		return !(p.covered && p.best.Code == in.best.Code) && !in.tells(in.best.Statement, p)
	})
}

// ask asks one part.
func (in *inquiry) ask(text string) portion {
	p := portion{text: text, own: in.snap.index.Read(text)}
	p.read, p.places = p.own, in.placesNamed(text)
	p.best = in.find(text, p)
	related := in.on != nil && share(in.snap.index, saidIn(p.best.Statement), in.on.words) >= relatedShare
	if related && len(p.places) == 0 && len(in.on.places) > 0 {
		p.places = in.on.places
		p.best = in.find(text, p)
	}
	alone := p.best.confidence >= AnswerAt && in.standsAlone(p, related)
	if in.on != nil && !alone {
		return in.lean(p)
	}
	p.covered = alone
	p.on = matter{topic(in.snap.index, text), text, p.places, p.own, p.best.Statement, alone}
	in.on = &p.on
	return p
}

// find is the best finding for p, said to a text.
func (in *inquiry) find(text string, p portion) finding {
	q := in.asked
	q.Text, q.Vector = text, nil
	found := in.agreeing(in.snap, q, p.read, in.snap.naming(p.places, in.snap.find(q, p.read)))
	if len(found) == 0 {
		return finding{}
	}
	return found[0]
}

// standsAlone reports whether p says itself what it is about: all that a title
// or known question of the statement found says, or much of its own that has
// nothing to do with the part before. Where nothing is known of that one, a
// statement about particular places may be about other ones, unless p names them.
func (in *inquiry) standsAlone(p portion, related bool) bool {
	words := ordinaryWords(p.own)
	switch {
	case named(in.snap.index, p.best.Statement, p.own) >= namedShare:
		return true
	case in.on == nil:
		return words >= ownWords || words >= firstWords && p.best.Code == in.best.Code
	}
	return words >= ownWords && !related && (in.on.covered || len(p.best.Places) == 0 || len(in.communes(p.text)) > 0)
}

// lean asks p with the topic of what it leans on, and adds p to that. Only the
// statement found for that may answer: on the same topic another one is on
// another matter.
func (in *inquiry) lean(p portion) portion {
	on := *in.on
	if len(p.places) > 0 {
		on.places = p.places
	}
	on.said += "\n" + p.text
	p.leans, p.on, p.places = true, *in.on, on.places
	p.read = in.snap.index.Read(on.topic + " " + p.text)
	p.best = in.find(on.said, p)
	p.covered = p.best.confidence >= AnswerAt && p.best.Code == on.best.Code && in.tells(p.best.Statement, p) &&
		(on.covered || bears(in.snap.index, saidIn(p.best.Statement), on.words))
	on.topic += " " + topic(in.snap.index, p.text)
	in.on = &on
	return p
}
