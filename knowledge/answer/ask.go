package answer

import (
	"phatngon/knowledge/markdown"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// The thresholds below AnswerAt. Where some
// statement answers with a probability of RelatedAt the nearest is quoted as such, or,
// where the next is nearly as likely, titles are offered, those with offeredAt; anything
// less is refused. docs/quality.md says what they rest on.
const (
	RelatedAt     = 0.02
	doubtedAt     = 0.05 // less, of words that answer something else, is not even shown as near
	topicShare    = 0.3  // of what is asked about that the nearest must have
	competeAt     = 0.7  // share of the first one's confidence that makes the next one compete
	offeredAt     = 0.01
	maxCandidates = 3
)

// Ask answers q from what is published, valid and allowed at q.Now: at once, or
// part by part where it asks several things.
func (b *Base) Ask(q Question) Answer {
	snap, plain := b.snapshot(), q
	plain.Text = plainly(q.Text)
	answer, best := b.askAll(snap, plain)
	if asked, ok := question(snap.index, q.Text); ok {
		answer = b.inStory(snap, q, asked, answer, best)
	}
	return b.finish(q, b.heed(q, answer))
}

// askAll answers q at once, or part by part.
func (b *Base) askAll(snap *snapshot, q Question) (answer Answer, best finding) {
	answer, best = b.askWhole(snap, q)
	if parts := split(snap.index, q.Text); len(parts.texts) > 1 {
		answer = b.askParts(snap, q, parts, answer, best)
	}
	return answer, best
}

// askWhole answers q as one question; best is what the answer rests on.
func (b *Base) askWhole(snap *snapshot, q Question) (answer Answer, best finding) {
	read := snap.index.Read(q.Text)
	found := b.agreeing(snap, q, read, b.inPlace(snap, q.Text, b.byHints(snap, q, read, snap.find(q, read))))
	if len(found) == 0 {
		return Answer{Status: Refused}, finding{}
	}
	best = found[0]
	answer.Confidence = best.sure()
	switch {
	case best.confidence >= AnswerAt:
		answer.Status = Answered
		answer.Quotes = b.quotes(snap, best, read, oneAnswer)
	case best.known >= b.relatedAt() && (!best.doubted || best.confidence >= doubtedAt):
		answer = b.nearest(snap, q, read, found)
	default:
		answer.Status = Refused
	}
	if answer.Status == Answered && len(answer.Quotes) == 0 && best.Asks(statement.Wording(q.Text)) {
		answer.Quotes = b.quotes(snap, best, snap.index.Read(best.Title), oneAnswer) // its question shares no word with its text
	}
	if answer.Status == Answered && len(answer.Quotes) == 0 {
		answer = b.wordless(snap, q, read, found)
	}
	answer.Corrects = answer.Status == Answered && best.corrects
	return answer, best
}

// wordless answers q where the first of found answers and shares no word with it: what a
// hint led to is shown as the nearest, which proves nothing.
func (b *Base) wordless(snap *snapshot, q Question, read *search.Query, found []finding) Answer {
	if found[0].like.same {
		return b.nearest(snap, q, read, found)
	}
	return Answer{Status: Refused, Confidence: found[0].sure()}
}

// offered lists the titles worth reading: the first, and of the next what is
// not all but certainly wrong or comes by its vector.
func offered(found []finding) []Candidate {
	var all []Candidate
	for i, f := range found[:min(maxCandidates, len(found))] {
		if byVector := f.known == 0; i == 0 || byVector || f.confidence >= offeredAt {
			all = append(all, Candidate{Statement: f.Code, Title: f.Title})
		}
	}
	return all
}

// AskAbout answers q from the one statement the person picked.
func (b *Base) AskAbout(code string, q Question) Answer {
	snap := b.snapshot()
	s, ok := snap.all[code]
	if !ok {
		return b.finish(q, Answer{Status: Refused})
	}
	f := finding{Statement: s, standing: snap.standing(s, q.Audience, q.Now), confidence: 1}
	answer := Answer{Status: Answered, Confidence: 1}
	if f.standing == current || f.standing == historical && periodOf(q.Text, q.Now).concerns(s) {
		answer.Quotes = b.quotes(snap, f, snap.index.Read(q.Text), oneAnswer)
		if len(answer.Quotes) == 0 { // the title was enough to pick it
			answer.Quotes = b.quotes(snap, f, snap.index.Read(s.Title), oneAnswer)
		}
	}
	if len(answer.Quotes) == 0 {
		answer = Answer{Status: Refused}
	}
	return b.finish(q, answer)
}

// quotes are the spans of f that answer, each proven, as far as there is room.
func (b *Base) quotes(snap *snapshot, f finding, read *search.Query, room room) []Quote {
	return b.quotesOf(f, quotableIn(room, f.Body, snap.index, read))
}

// quotesOf are spans of f as quotes, each proven.
func (b *Base) quotesOf(f finding, spans []span) []Quote {
	var quotes []Quote
	whole := markdown.Read(f.Body)
	for _, s := range spans {
		if quote := b.quote(f, s, whole); Verify(quote, f.Statement) {
			quotes = append(quotes, quote)
		}
	}
	return quotes
}

// quote is a span of f, not proven yet, as a quote; whole is its body as it is shown.
func (b *Base) quote(f finding, s span, whole markdown.Doc) Quote {
	shown := whole.Cut(s.Start, s.End)
	return Quote{
		Statement: f.Code, Version: f.Version, Quote: s.of(f.Body), Start: s.Start, End: s.End,
		Unit: b.unitName(f.Unit), Spokesperson: f.Spokesperson, Position: f.Position,
		IssuedAt: f.IssuedAt, URL: b.options.PublicURL + "/s/" + f.Code, Title: f.Title, Text: shown.Text(), HTML: shown.HTML(),
		Historical: f.standing == historical, Year: f.IssuedAt.In(statement.Vietnam).Year(),
	}
}
