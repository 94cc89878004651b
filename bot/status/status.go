// Package status tells where a person's own requests and reports stand, and a case by its
// code, and takes what a person does with a request of their own. Pure.
package status

import (
	"fmt"

	"phatngon/bot/hear"
	"phatngon/bot/report"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/request"
)

// listed is how many of the person's requests are listed.
const listed = 4

// List lists the person's own requests, or asks for a code.
func List(t *step.Turn) {
	own := t.World.Requests
	if len(own)+len(t.World.Reported) == 0 {
		t.Conv.Waiting = chat.WaitCode
		t.Say(words.TextNoRequests, step.Choice{Title: words.TitleRequest, Verb: hear.DoRequest}, step.Choice{Title: words.TitleAsk, Verb: hear.DoAsk})
		return
	}
	var choices []step.Choice
	for _, r := range own[:min(len(own), listed)] {
		choices = append(choices, step.Choice{Title: fmt.Sprintf(words.TextListLine, r.Code, r.State.Label(), words.Day(r.Due)), Verb: hear.DoShow, Argument: r.Code})
	}
	for _, c := range t.World.Reported[:min(len(t.World.Reported), listed)] {
		choices = append(choices, step.Choice{Title: report.Line(c), Verb: hear.DoShow, Argument: c.Code})
	}
	if t.World.MiniApp != "" {
		choices = append(choices, step.Choice{Title: words.TitleMiniApp, URL: t.World.MiniApp})
	}
	t.Conv.Waiting = chat.WaitCode
	t.Say(words.TextYourList, choices...)
}

// Show tells where the person's own request stands. Another's request is not
// found: that it exists is not told either.
func Show(t *step.Turn, code string) {
	if showCase(t, code) {
		return
	}
	r, ok := own(t, code)
	if !ok {
		t.Conv.Waiting = chat.WaitCode
		t.Say(fmt.Sprintf(words.TextNotFound, code), step.Choice{Title: words.TitleStatus, Verb: hear.DoStatus}, step.Choice{Title: words.TitleRequest, Verb: hear.DoRequest}, step.Choice{Title: words.TitleHuman, Verb: hear.DoHuman})
		return
	}
	t.Say(Request(t, r), choices(t, r)...)
}

// Request says where the person's own request stands.
func Request(t *step.Turn, r request.Request) string {
	return words.RequestStatus(r, words.StatusWorld{
		Rules: t.World.Rules, Sent: t.World.Sent, Now: t.World.Now, Office: t.UnitName, PublicURL: t.World.PublicURL,
		InForce: func(code string) bool {
			_, ok := t.World.Base.Statement(code, t.Audience(), t.World.Now)
			return ok
		},
	})
}

// TakeCode reads a code, also only its number ("123").
func TakeCode(t *step.Turn) bool {
	if code, ok := cases.FindCode(t.Heard.Raw); ok {
		Show(t, code)
		return true
	}
	if code, ok := request.FindCode(t.Heard.Raw); ok {
		Show(t, code)
		return true
	}
	if !t.Heard.OnlyDigits() || t.Heard.Count() != 1 {
		return false
	}
	if r, ok := request.ByNumber(t.World.Requests, t.Heard.Words); ok {
		Show(t, r.Code)
		return true
	}
	t.Conv.Waiting = chat.WaitCode
	t.Say(words.TextNotACode, step.Choice{Title: words.TitleStatus, Verb: hear.DoStatus}, step.Choice{Title: words.TitleMenu, Verb: hear.DoMenu})
	return true
}

// showCase tells where a case stands, to whoever has its code; false when there is none.
func showCase(t *step.Turn, code string) bool {
	for i, c := range append(t.World.Reported, named(t.World)...) {
		if c.Code == code || t.World.Named != nil && t.World.Named.Code == c.Code {
			choices := []step.Choice{{Title: words.TitleAnother, Verb: hear.DoAsk}, {Title: words.TitleStatus, Verb: hear.DoStatus}, {Title: words.TitleHuman, Verb: hear.DoHuman}}
			if i < len(t.World.Reported) {
				choices = append(choices, report.AddChoice(c.Code))
			}
			t.Say(report.Status(c, t.World.Now, t.UnitOf(c), t.World.PublicURL), choices...)
			return true
		}
	}
	return false
}

func named(w step.World) []cases.Case {
	if w.Named == nil {
		return nil
	}
	return []cases.Case{*w.Named}
}
