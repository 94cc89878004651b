package words

import (
	"fmt"

	"phatngon/knowledge/answer"
)

// Fate says what became of a statement that no longer holds; "" of one in force. by is what
// replaced it, where this reader may see that.
func Fate(h, by answer.Held, publicURL string) string {
	switch h.Fate {
	case answer.Withdrawn:
		return Lines(textWithdrawn, When(h.WithdrawalReason != "", fmt.Sprintf(textReason, h.WithdrawalReason)))
	case answer.Superseded:
		if by.Code != "" {
			return fmt.Sprintf(textSupersededBy, by.Title, Day(by.IssuedAt), publicURL+"/s/"+by.Code)
		}
		return fmt.Sprintf(textSuperseded, publicURL+"/s/"+h.Code)
	case answer.Expired:
		return fmt.Sprintf(textExpired, Day(*h.ValidUntil))
	}
	return ""
}
