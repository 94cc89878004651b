package words

import (
	"fmt"
	"strings"

	"phatngon/bot/hear"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
)

// What who asked in English hears of their request on its way. What the office wrote (its
// question, its reasons, the law it names) stays in Vietnamese.
const (
	englishClarify     = "Your request %s: %s asks you (in Vietnamese):\n\"%s\"\nYou may answer in English; pictures and files can go with it."
	englishStands      = "The term stands still from %s until you answer."
	englishResumed     = "Your request %s: %s goes on without waiting for you. To be answered by %s."
	englishExtended    = "Your request %s: %s takes %s more. To be answered by %s. Reason given: %s\nBasis: %s."
	englishReclocked   = "Your request %s: working days have changed, so the term of %s was counted again: %s."
	englishKindChanged = "Your request %s: %s takes it as “%s”. Reason given: %s. To be answered by %s. Basis: %s."
	englishMovedTo     = "Your request %s was passed on to %s. Reason given: %s\nStill to be answered by %s."
	englishDivided     = "Your request %s was divided into %d parts:"
	englishHowAnswered = "Each part is answered as it comes. To get all at once when all are decided, choose:"
	englishTogether    = "Your request %s: all parts are answered at once, when all are decided."
	englishApart       = "Your request %s: each part is answered as it comes."
	englishAdded       = "Added to your request %s; %s can read it now. To be answered by %s."
	englishWithdrawn   = "Your request %s is withdrawn. What has no result yet is not answered any more."
	englishDisputed    = "Noted: the answer to your request %s does not answer it. %s looks at it again; somebody else answers. By %s. Basis: %s."
	englishPart        = "Part %d of %d: %s"
	englishFileNotKept = "A file that you sent for request %s could not be kept: it could not be fetched or read (pictures, PDF, DOCX and XLSX of up to 5 MB are taken). Your words are noted. You can send another file."
)

// measures are what a term is counted in.
var measures = map[string]string{calendar.Days: "days", calendar.WorkingDays: "working days", calendar.Hours: "hours", calendar.WorkingHours: "working hours"}

func englishNews(r request.Request, part, step int, office func(string) string) effect.Message {
	p := r.Parts[part]
	s := p.Steps[step]
	unit, due := office(p.Unit), dayTime(p.Clock)
	first, rest, _ := strings.Cut(s.Note, ": ")
	text, buttons := "", []effect.Button{button(r, "See this request", hear.DoShow)}
	switch s.Action {
	case request.ActClarify:
		text = Lines(fmt.Sprintf(englishClarify, r.Code, unit, s.Note), When(p.Clock.Paused(), fmt.Sprintf(englishStands, Day(s.At))))
		buttons = []effect.Button{button(r, "Answer", hear.DoSupply), button(r, "Withdraw the request", hear.DoWithdraw)}
	case request.ActResume:
		text = fmt.Sprintf(englishResumed, r.Code, unit, due)
	case request.ActExtend:
		text = fmt.Sprintf(englishExtended, r.Code, unit, first+" "+measures[p.Clock.Measure], due, rest, p.Clock.Basis)
	case request.ActReclock:
		text = fmt.Sprintf(englishReclocked, r.Code, unit, s.Note)
	case request.ActKind:
		text = fmt.Sprintf(englishKindChanged, r.Code, unit, first, rest, due, p.Clock.Basis)
	case request.ActTransfer:
		text = fmt.Sprintf(englishMovedTo, r.Code, office(first), rest, due)
	case request.ActSplit:
		return englishParts(r, office)
	}
	return effect.Message{Text: Lines(englishPartLine(r, part), text), Buttons: buttons}
}

func englishPartLine(r request.Request, part int) string {
	return When(len(r.Parts) > 1, fmt.Sprintf(englishPart, request.Number(part), len(r.Parts), request.Asked(r, part)))
}

// englishParts tells of the parts of a request, and asks how they are to be answered.
func englishParts(r request.Request, office func(string) string) effect.Message {
	lines := []string{fmt.Sprintf(englishDivided, r.Code, len(r.Parts))}
	for i, p := range r.Parts {
		lines = append(lines, fmt.Sprintf("%d. %s (%s)", request.Number(i), request.Asked(r, i), office(p.Unit)))
	}
	how := englishHowAnswered
	if r.Together {
		how = fmt.Sprintf(englishTogether, r.Code)
	}
	return effect.Message{Text: Lines(append(lines, how)...),
		Buttons: []effect.Button{button(r, "All at once", hear.DoTogether), button(r, "As they come", hear.DoApart), button(r, "See this request", hear.DoShow)}}
}

func englishOwnStep(r request.Request, w effect.OwnStep, office func(string) string) string {
	switch w.Action {
	case request.ActAdd:
		return fmt.Sprintf(englishAdded, r.Code, owing(r, office), Day(r.Due))
	case request.ActWithdraw:
		return fmt.Sprintf(englishWithdrawn, r.Code)
	case request.ActTogether:
		return fmt.Sprintf(englishTogether, r.Code)
	case request.ActApart:
		return fmt.Sprintf(englishApart, r.Code)
	case request.ActDispute:
		p := r.Parts[len(r.Parts)-1]
		return fmt.Sprintf(englishDisputed, r.Code, office(p.Unit), Day(p.Clock.Due), p.Clock.Basis)
	}
	return ""
}
