package words

import (
	"fmt"

	"phatngon/bot/hear"
	"phatngon/internal/desk/effect"
	"phatngon/knowledge/statement"
)

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
