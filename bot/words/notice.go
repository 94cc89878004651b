package words

import (
	"fmt"

	"phatngon/bot/hear"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/markdown"
	"phatngon/knowledge/statement"
)

// RequestAnswered is the message that brings a signed decision on one part of a
// request to the person who asked: the spokesperson's approved words, verbatim,
// or the refusal with its legal ground. unit is the name of the part's unit.
func RequestAnswered(r request.Request, part int, rules policy.Set, unit, publicURL string) effect.Message {
	p := r.Parts[part]
	about := fmt.Sprintf(textAnswerTo, r.Code, Echo(r.Question, 160))
	reply := effect.Message{Buttons: []effect.Button{
		{Title: TitleThis, Payload: hear.Payload(r.Code, hear.DoShow, r.Code)},
		{Title: TitleAnother, Payload: hear.Payload(r.Code, hear.DoAsk, "")},
	}}
	switch {
	case p.Refusal != nil && p.State == request.Refused:
		text, basis := Ground(rules, r.RequesterKind, p.Refusal.Ground)
		reply.Text = Lines(about, fmt.Sprintf(textPartUnit, unit), fmt.Sprintf(TextRefusedBy, text, basis, p.Refusal.Reason), textAfterRefusal)
	case p.Approval != nil:
		a := p.Approval
		q := answer.Quote{Spokesperson: a.Spokesperson, Position: a.Position, Unit: unit}
		source := ""
		if p.Statement != "" {
			source = fmt.Sprintf(textSource, publicURL+"/s/"+p.Statement)
		}
		reply.Text = Lines(about, fmt.Sprintf(textQuoteFrom, Speaker(q), Day(a.At)), inQuotes(markdown.Read(a.Text).Text()), source)
	}
	return reply
}

// StatementChanged tells a person who was given a statement what became of it:
// withdrawn, replaced or corrected. s is the statement as it is now, by the one
// that replaced it, where the person may read that.
func StatementChanged(s, by statement.Statement, unit, publicURL string) effect.Message {
	url := publicURL + "/s/" + s.Code
	about := fmt.Sprintf(textToldBefore, s.Title, unit, Day(s.IssuedAt))
	what := fmt.Sprintf(textCorrected, url)
	switch s.Status {
	case statement.StatusWithdrawn:
		what = textWithdrawn
		if s.WithdrawalReason != "" {
			what += " " + fmt.Sprintf(textReason, s.WithdrawalReason)
		}
	case statement.StatusSuperseded:
		what = fmt.Sprintf(textSuperseded, url)
		if by.Code != "" {
			url = publicURL + "/s/" + by.Code
			what = fmt.Sprintf(textSupersededBy, by.Title, Day(by.IssuedAt), url)
		}
	}
	return effect.Message{Text: Lines(about, what), Buttons: []effect.Button{{Title: TitleFullText, URL: url}, {Title: TitleAnother, Payload: hear.Payload(s.Code, hear.DoAsk, "")}}}
}

// Ground is the wording of a legal ground and the article it rests on.
func Ground(rules policy.Set, kind people.RequesterKind, code string) (text, basis string) {
	for _, g := range rules.Grounds(kind) {
		if g.Code == code {
			return g.Text, g.Basis
		}
	}
	return code, textLawful
}
