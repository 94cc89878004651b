package report

import (
	"fmt"
	"time"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/markdown"
)

// Page is the public page of a conclusion.
func Page(publicURL, code string) string { return publicURL + "/k/" + code }

// Receipt is what a person hears whose report came into c. unit is the name of the unit
// that concluded, proof the page that proves the receipt, "" for none.
func Receipt(c cases.Case, r cases.Report, unit, publicURL, proof string, buttons []effect.Button) effect.Message {
	text := words.Lines(fmt.Sprintf(textReceived, c.Code, State(c, r.CreatedAt)), words.When(len(c.Reports) > 1, textKnown))
	if i, told := toldBy(c, r.CreatedAt); told {
		text = words.Lines(text, news(c, i, unit, publicURL))
	} else {
		text = words.Lines(text, textPending, words.When(r.Consent, textWillHear))
	}
	return words.Numbered(words.Lines(text, words.When(r.Anonymous, textUnnamed), fmt.Sprintf(textAskByCode, c.Code), proofLine(proof)), buttons)
}

func proofLine(proof string) string {
	if proof == "" {
		return ""
	}
	return fmt.Sprintf(textProof, proof)
}

// State is the state that people outside know of since a moment: what comes later is told
// by itself.
func State(c cases.Case, at time.Time) string {
	if !Ended(c, at) {
		return cases.PublicState(cases.Case{})
	}
	return cases.PublicState(c)
}

// Ended reports whether whoever reported c was told, up to a moment, what became of it.
func Ended(c cases.Case, at time.Time) bool {
	_, told := toldBy(c, at)
	return told
}

// News is what whoever reported c hears of the i-th step of its history; false when a
// later step says it all.
func News(c cases.Case, i int, unit, publicURL string) (effect.Message, bool) {
	return newsBelow(textNews, c, i, unit, publicURL)
}

// NewsAsked is News for who only asked about it.
func NewsAsked(c cases.Case, i int, unit, publicURL string) (effect.Message, bool) {
	return newsBelow(textNewsAsked, c, i, unit, publicURL)
}

func newsBelow(lead string, c cases.Case, i int, unit, publicURL string) (effect.Message, bool) {
	if c.Steps[i].Action == cases.ActPublish && c.Conclusion.Unlabelled != nil {
		return effect.Message{}, false
	}
	m := effect.Message{Text: words.Lines(fmt.Sprintf(lead, c.Code), news(c, i, unit, publicURL)),
		Buttons: []effect.Button{{Title: words.TitleAnother, Payload: hear.Payload(c.Code, hear.DoAsk, "")}}}
	return m, true
}

// TitleFollow offers that.
const TitleFollow = "Báo cho tôi khi có kết luận"

// Followed is what a person hears whose wish was noted, for how long, or could not be.
func Followed(noted bool, kept time.Duration, buttons []effect.Button) effect.Message {
	if !noted {
		return words.Numbered(textNotFollowed, buttons)
	}
	return words.Numbered(fmt.Sprintf(textFollowed, int(kept.Hours()/24)), buttons)
}

// FollowedInApp is Followed as the Mini App shows it.
func FollowedInApp(noted bool, kept time.Duration) string {
	if !noted {
		return textNotFollowed
	}
	return fmt.Sprintf(textFollowedApp, int(kept.Hours()/24))
}

// NoChat says to a person of the Mini App who never wrote to the Official Account how they
// may hear of a conclusion.
const NoChat = textNoChat

// Status is where a case stands, for whoever has its code.
func Status(c cases.Case, now time.Time, unit, publicURL string) string {
	return words.Lines(fmt.Sprintf(textStatus, c.Code, cases.PublicState(c)), Known(c, now, unit, publicURL))
}

// Known is what may be said of the matter of a case at a moment.
func Known(c cases.Case, at time.Time, unit, publicURL string) string {
	if i, told := toldBy(c, at); told {
		return news(c, i, unit, publicURL)
	}
	return textPending
}

// toldBy is the last step of the history, up to a moment, that people outside hear of.
func toldBy(c cases.Case, at time.Time) (int, bool) {
	for i := len(c.Steps) - 1; i >= 0; i-- {
		if cases.Tells(c, i) && !c.Steps[i].At.After(at) {
			return i, c.Closing != nil || c.Conclusion != nil
		}
	}
	return 0, false
}

func news(c cases.Case, i int, unit, publicURL string) string {
	switch c.Steps[i].Action {
	case cases.ActReject:
		return rejected(c)
	case cases.ActRefer:
		return referred(c)
	case cases.ActPublish, cases.ActUnlabel:
		return words.Lines(Finding(c, unit), fmt.Sprintf(textPage, Page(publicURL, c.Code)))
	}
	if c.Access == cases.Closed {
		return textNotPublic
	}
	return Finding(c, unit)
}

// Finding is a conclusion: the words of the decree, then the unit's own, byte for byte.
func Finding(c cases.Case, unit string) string {
	k := c.Conclusion
	q := answer.Quote{Spokesperson: k.Spokesperson, Position: k.Position, Unit: unit}
	return words.Lines(fmt.Sprintf(textFinding, unit, words.Echo(k.Claim, 200), cases.PublicWords(c)),
		fmt.Sprintf(textSaid, words.Speaker(q), words.Day(k.At), markdown.Read(k.Text).Text()))
}

func rejected(c cases.Case) string {
	if c.Closing == nil {
		return ""
	}
	for _, g := range cases.Grounds() {
		if g.Ground == c.Closing.Ground {
			return fmt.Sprintf(textRejected, g.Text, g.Basis)
		}
	}
	return ""
}

func referred(c cases.Case) string {
	if c.Closing == nil {
		return ""
	}
	return fmt.Sprintf(textReferred, c.Closing.Body)
}
