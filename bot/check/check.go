// Package check answers "có thật không?": what somebody pasted, a document's number or a
// link is put beside statements, conclusions and the list of official channels. It says
// what was found, never that something is false: only a competent unit concludes. What is
// not found is not found, and no more. Pure: nothing is ever fetched.
package check

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"phatngon/bot/report"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/channels"
	"phatngon/internal/desk/same/link"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/answer/quotable"
	"phatngon/knowledge/statement"
	"phatngon/knowledge/verify"
)

// Outcome is what a check came to; there are no others.
type Outcome string

// Verbatim are the words, document or page of a statement, or an official channel. Changed
// words are nearly those of one. Of what is Concluded the competent unit has published its
// conclusion. Unseen is in none of the lists, which is no proof of anything.
const (
	Verbatim  Outcome = "verbatim"
	Changed   Outcome = "changed"
	Concluded Outcome = "concluded"
	Unseen    Outcome = "unseen"
)

// Ground is what was recognised.
type Ground string

// The grounds of an outcome.
const (
	ByText    Ground = "text"
	ByNumber  Ground = "number"
	ByLink    Ground = "link"
	ByChannel Ground = "channel"
	ByCase    Ground = "case" // the link, text or picture of a case
)

// World is what may be known. Known is the case that the link, text or picture is known from.
type World struct {
	Base      *answer.Base
	Channels  *channels.Directory
	Known     *cases.Case
	Audience  statement.Audience
	Now       time.Time
	PublicURL string
}

// Finding is what was found of one thing asked about.
type Finding struct {
	Outcome    Outcome
	Ground     Ground
	Picture    bool              // a picture was checked, no text
	Held       answer.Held       // the statement; of Verbatim and Changed
	Quote      answer.Quote      // its words; empty of a withdrawn one
	Successor  answer.Held       // what replaced it
	Number     string            // as it was given, in one form
	More       int               // documents with that number besides
	Mentioned  bool              // the statement only names that document, and may deny it
	Pasted     verify.Pasted     // what was compared
	Linked     bool              // a link came with it that the statement does not have
	Part       bool              // it cannot be read without what stands around it there
	Beside     verify.Comparison // and how it differs
	Conclusion answer.Answer     // of Concluded
	Case       *cases.Case       // not concluded yet
	Addresses  []channels.Address
}

// Of checks what somebody sent. text may hold links, a document's number, pasted words and
// the question around them.
func Of(w World, text string) Finding {
	f := Finding{Outcome: Unseen, Case: w.Known, Addresses: w.Channels.Find(text)}
	if f.concluded(Conclusion(w)) || f.words(w, text) {
		return f
	}
	if (f.number(w, text) || f.page(w, text) || f.channel()) && f.Outcome == Verbatim && f.Pasted.Len() >= leastAlone {
		f.Outcome, f.Quote = Unseen, answer.Quote{} // what a text names does not vouch for its words
	}
	return f
}

// OfPicture checks a picture, which w.Known is known from: pictures are compared with those
// of cases alone.
func OfPicture(w World) Finding {
	f := Finding{Outcome: Unseen, Picture: true, Case: w.Known}
	f.concluded(Conclusion(w))
	return f
}

// Conclusion is the published conclusion of the known case, in its own words; false when
// there is none, or its label was taken back.
func Conclusion(w World) (answer.Answer, bool) {
	c := w.Known
	if c == nil || c.Conclusion == nil {
		return answer.Answer{}, false
	}
	return w.conclusion(report.Statement(c.Code), c.Conclusion.Claim)
}

func (w World) conclusion(code, claim string) (answer.Answer, bool) {
	a := w.Base.AskAbout(code, answer.Question{Text: claim, Audience: w.Audience, Now: w.Now})
	return a, len(a.Quotes) > 0
}

func (f *Finding) concluded(a answer.Answer, ok bool) bool {
	if !ok {
		return false
	}
	f.Outcome, f.Ground, f.Conclusion, f.Case = Concluded, ByCase, a, nil
	return true
}

// number finds the statements of a document's number, or one that names it.
func (f *Finding) number(w World, text string) bool {
	for _, key := range statement.FindNumbers(link.Without(text)) {
		f.Number = key
		if all := w.Base.WithNumber(key, w.Audience, w.Now); len(all) > 0 {
			f.More = len(all) - 1
			return f.made(w, all[0], quotable.Opening(all[0].Body), ByNumber)
		}
		if h, at, ok := w.Base.Mentioning(key, w.Audience, w.Now); ok {
			return f.mentioned(w, h, at)
		}
	}
	return false
}

// mentioned notes a statement that names a document without being it: its words are shown,
// since they may deny the document, and the document stays unseen. A conclusion about the
// very document concludes it.
func (f *Finding) mentioned(w World, h answer.Held, at verify.Span) bool {
	if isConclusion(h.Code) && slices.Contains(statement.FindNumbers(h.Title), f.Number) {
		return f.made(w, h, at, ByNumber)
	}
	f.stands(w, h, at, ByNumber)
	f.Outcome, f.Mentioned = Unseen, true
	return true
}

// page finds the statement whose own page, or source, a link leads to.
func (f *Finding) page(w World, text string) bool {
	for _, l := range link.Find(text) {
		if h, ok := w.published(text[l.Start:l.End]); ok {
			return f.made(w, h, quotable.Opening(h.Body), ByLink)
		}
		host, _, _ := strings.Cut(strings.TrimPrefix(l.Text, "web:"), "/")
		same := func(address string) bool {
			if !strings.Contains(strings.ToLower(address), host) {
				return false
			}
			source, ok := link.Parse(address)
			return ok && source.Text == l.Text
		}
		for _, h := range w.Base.From(same, w.Audience, w.Now) {
			return f.made(w, h, quotable.Opening(h.Body), ByLink)
		}
	}
	return false
}

// published is the statement of a page of ours: /s/, /v/ or /k/ and its code.
func (w World) published(address string) (answer.Held, bool) {
	own, err := url.Parse(w.PublicURL)
	u, wrong := url.Parse(address)
	if err != nil || wrong != nil || own.Host == "" || !strings.EqualFold(u.Host, own.Host) {
		return answer.Held{}, false
	}
	kind, code, _ := strings.Cut(strings.Trim(u.Path, "/"), "/")
	switch kind {
	case "s", "v":
		return w.Base.Held(code, w.Audience, w.Now)
	case "k":
		return w.Base.Held(report.Statement(code), w.Audience, w.Now)
	}
	return answer.Held{}, false
}

// channel finds an official channel among the addresses.
func (f *Finding) channel() bool {
	for _, a := range f.Addresses {
		if a.Channel != nil {
			f.Outcome, f.Ground = Verbatim, ByChannel
			return true
		}
	}
	return false
}

// made notes the statement that something is from; at are the words to show of it. Of a
// conclusion it is the conclusion that counts, but not for words that differ from it.
func (f *Finding) made(w World, h answer.Held, at verify.Span, by Ground) bool {
	if isConclusion(h.Code) && len(f.Beside.Changes) == 0 && f.concluded(w.conclusion(h.Code, h.Title)) {
		return true
	}
	f.stands(w, h, at, by)
	return true
}

func (f *Finding) stands(w World, h answer.Held, at verify.Span, by Ground) {
	f.Outcome, f.Ground, f.Held = Verbatim, by, h
	if q, ok := w.Base.QuoteAt(h, at); ok {
		f.Quote = q
	}
	if next, ok := w.Base.Successor(h.Code, w.Audience, w.Now); ok && h.Fate != answer.InForce {
		f.Successor, _ = w.Base.Held(next.Code, w.Audience, w.Now)
	}
}

func isConclusion(code string) bool { return strings.HasPrefix(code, report.Statement("")) }
