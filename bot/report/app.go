package report

import (
	"fmt"
	"slices"
	"time"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
)

// FormWords are the chat's words for a form that takes reports.
type FormWords struct{ How, Danger, Victim, Scam, Honest, Who string }

// Form are the words of the chat, for the Mini App's form.
func Form() FormWords {
	return FormWords{How: textHow, Danger: textDanger, Victim: textVictim, Scam: textScam, Honest: textHonest, Who: textWho}
}

// Check is what a person reads before they send a report: the pages of the chat on one.
// Advice comes first; UnnamedFirst where the words show fear.
type Check struct {
	Advice, Summary, Missing, Honest, Who string
	Named, Unnamed                        string // the two ways to send it
	UnnamedFirst                          bool
}

// Checked is the check of a report that is complete.
func Checked(r effect.Report) Check {
	h := hear.Hear(r.Text)
	return Check{
		Advice:  words.Lines(Advice(h), words.When(hear.Detect(h) == hear.WantDenounce, words.TextDenunciation)),
		Summary: fmt.Sprintf(textReady, summary(r)), Missing: missing(h, r), Honest: textHonest, Who: textWho,
		Named: titleSend, Unnamed: titleUnnamed, UnnamedFirst: h.Has(hear.SignsOfFear),
	}
}

// InApp is the receipt as the Mini App shows it, below code and state.
func InApp(c cases.Case, r cases.Report, unit, publicURL string) string {
	return words.Lines(words.When(len(c.Reports) > 1 && r.Adds == "", textKnown), Known(c, r.CreatedAt, unit, publicURL),
		words.When(r.Consent && !Ended(c, r.CreatedAt), textWillSee), words.When(r.Anonymous, words.Lines(textUnnamed, fmt.Sprintf(textKeepCode, c.Code))))
}

// Moment is one line of what happened to a report.
type Moment struct {
	At   time.Time
	Text string
}

// Timeline is what happened to a report that its sender knows of or is told, the oldest
// first. more are the reports that add to it.
func Timeline(c cases.Case, r cases.Report, more []cases.Report) []Moment {
	all := []Moment{{r.CreatedAt, textTakenIn}}
	for _, m := range more {
		all = append(all, Moment{m.CreatedAt, textSentMore})
	}
	for i, s := range c.Steps {
		if text := told[s.Action]; text != "" && (cases.Tells(c, i) || slices.Contains([]string{cases.ActReject, cases.ActRefer, cases.ActReopen}, s.Action)) {
			all = append(all, Moment{s.At, text})
		}
	}
	slices.SortStableFunc(all, func(a, b Moment) int { return a.At.Compare(b.At) })
	return all
}
