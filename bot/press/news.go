package press

import (
	"fmt"
	"time"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/press"
	"phatngon/knowledge/statement"
)

// Receipt is what a person hears whose registration was taken.
func Receipt(r press.Registration, buttons []effect.Button) effect.Message {
	return words.Numbered(fmt.Sprintf(textSent.in(r.Foreign), r.ID, stateName(r)), buttons)
}

// NotSent says that nothing was taken, since a picture could not be had (had false) or is none.
func NotSent(p effect.Press, had bool) effect.Message {
	why := whyNotHad
	if had {
		why = whyNone
	}
	return words.Numbered(fmt.Sprintf(textNoPicture.in(p.English), why.in(p.English)), p.Buttons)
}

// Quit confirms that a registration was withdrawn.
func Quit(r press.Registration) effect.Message {
	return effect.Message{Text: fmt.Sprintf(textQuit.in(r.Foreign), r.ID)}
}

// Followed confirms what is followed from now on.
func Followed(r press.Registration, unitName func(string) string) effect.Message {
	return effect.Message{Text: fmt.Sprintf(textFollowed.in(r.Foreign), Following(r.Follows, unitName, r.Foreign))}
}

// State is where a registration stands, in words.
func State(r press.Registration) string { return state(r, r.Foreign) }

func state(r press.Registration, english bool) string {
	more := ""
	switch {
	case r.State == press.Verified:
		more = fmt.Sprintf(textUntil.in(english), lastDay(r.Until))
	case Why(r) != "":
		more = fmt.Sprintf(textWhy.in(english), Why(r))
	}
	return words.Lines(fmt.Sprintf(textState.in(english), r.ID, text{r.State.Label(), r.State.English()}.in(english), r.Newsroom, kindText(r.Kind(), english)), more)
}

func stateName(r press.Registration) string {
	return text{r.State.Label(), r.State.English()}.in(r.Foreign)
}

// Why is what the desk wrote with its last step; "" where it decided nothing by words.
func Why(r press.Registration) string {
	if r.State != press.Asked && r.State != press.Refused && r.State != press.Revoked {
		return ""
	}
	for i := len(r.Steps) - 1; i >= 0; i-- {
		if r.Steps[i].Note != "" {
			return r.Steps[i].Note
		}
	}
	return ""
}

// lastDay is the last day on which a verification holds.
func lastDay(until time.Time) string { return words.Day(until.In(calendar.Zone).Add(-time.Second)) }

// News is what a person hears of the i-th step of their registration; false of one that is
// told otherwise, or that a later one has overtaken.
func News(r press.Registration, i int) (effect.Message, bool) {
	s, english := r.Steps[i], r.Foreign
	said := map[string]struct {
		while press.State
		text  string
	}{
		press.ActVerify: {press.Verified, fmt.Sprintf(textVerified.in(english), r.ID, lastDay(r.Until))},
		press.ActAsk:    {press.Asked, fmt.Sprintf(textAsked.in(english), r.ID, s.Note)},
		press.ActRefuse: {press.Refused, fmt.Sprintf(textRefused.in(english), r.ID, s.Note)},
		press.ActRevoke: {press.Revoked, fmt.Sprintf(textRevoked.in(english), r.ID, s.Note)},
		press.ActRemind: {press.Verified, fmt.Sprintf(textRemind.in(english), r.ID, lastDay(r.Until))},
		press.ActExpire: {press.Expired, fmt.Sprintf(textExpired.in(english), r.ID)},
	}[s.Action]
	if said.text == "" || said.while != r.State {
		return effect.Message{}, false
	}
	title := map[string]text{press.ActVerify: titleFollows, press.ActAsk: titleCard}[s.Action]
	if title == (text{}) {
		title = titleRegister
	}
	return effect.Message{Text: said.text, Buttons: []effect.Button{{Title: title.in(english), Payload: hear.Payload(r.ID, hear.DoPress, "")}}}, true
}

// New announces a statement that came into force to a reporter who follows it.
func New(r press.Registration, s statement.Statement, unit string) effect.Message {
	forPress := ""
	if s.Audience == statement.AudiencePress {
		forPress = textForPress.in(r.Foreign)
	}
	m := effect.Message{Text: fmt.Sprintf(textNew.in(r.Foreign), s.Title, unit, words.Day(s.IssuedAt), forPress)}
	if len(s.Title) <= words.MaxArgument {
		m.Buttons = []effect.Button{{Title: titleRead.in(r.Foreign), Payload: hear.Payload(s.Code, hear.DoAsk, s.Title)}}
	}
	return m
}

// mostListed is how many statements the message of the day names.
const mostListed = 8

// Digest announces in one message the statements that were held, the newest first; listed
// are those that it names.
func Digest(r press.Registration, all []statement.Statement, unitName func(string) string) (m effect.Message, listed []statement.Statement) {
	lines := []string{fmt.Sprintf(textDigest.in(r.Foreign), len(all))}
	listed = all[:min(len(all), mostListed)]
	for _, s := range listed {
		forPress := ""
		if s.Audience == statement.AudiencePress {
			forPress = textForPress.in(r.Foreign)
		}
		lines = append(lines, fmt.Sprintf(textDigestLine.in(r.Foreign), words.Clip(s.Title, 120), unitName(s.Unit), words.Day(s.IssuedAt), forPress))
	}
	if more := len(all) - len(listed); more > 0 {
		lines = append(lines, fmt.Sprintf(textDigestMore.in(r.Foreign), more))
	}
	return effect.Message{Text: words.Lines(lines...)}, listed
}

// Consent is what a person agrees to by sending their registration.
func Consent(days int, english bool) string { return fmt.Sprintf(textConsent.in(english), days) }
