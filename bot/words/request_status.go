package words

import (
	"fmt"
	"strings"
	"time"

	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
)

// StatusWorld is what the words about a request's state rest on.
type StatusWorld struct {
	Rules     policy.Set
	Sent      []delivery.Delivery // how the person's answers fare in the chat
	Now       time.Time
	Office    func(unit string) string
	InForce   func(statement string) bool // as far as this person may see
	PublicURL string
}

// RequestStatus names unit, state and due date of each part, never an officer.
func RequestStatus(r request.Request, w StatusWorld) string {
	parts := []string{fmt.Sprintf(TextStatus, r.Code, Echo(r.Question, 160))}
	for i, p := range r.Parts {
		parts = append(parts, Lines(partLine(r, i), fmt.Sprintf(TextPartStatus, w.Office(p.Unit), standing(p)), w.part(r, i)))
	}
	return strings.Join(append(parts, sentFiles(r)...), "\n")
}

const (
	textSentFiles  = "Tệp Anh/Chị đã gửi kèm: %d."
	textSentBroken = "Trong đó %d tệp chưa nhận được; Anh/Chị có thể gửi lại."
)

// sentFiles says how many files the person sent with a request, and of how many there is none.
func sentFiles(r request.Request) []string {
	files := request.SentFiles(r)
	if len(files) == 0 {
		return nil
	}
	broken := 0
	for _, f := range files {
		if f.Problem != "" {
			broken++
		}
	}
	line := fmt.Sprintf(textSentFiles, len(files))
	if broken > 0 {
		line += " " + fmt.Sprintf(textSentBroken, broken)
	}
	return []string{line}
}

func (w StatusWorld) part(r request.Request, part int) string {
	switch p := r.Parts[part]; {
	case p.Held:
		return textHeld
	case p.State == request.Refused && p.Refusal != nil:
		return refusal(r, p, w.Rules)
	case p.State == request.Sent:
		return Lines(WhereAnswered(w.Sent, r.Code, part), w.published(p.Statement))
	case p.State == request.Withdrawn:
		return ""
	case p.State == request.Clarifying && len(p.Clarifications) > 0:
		return w.asked(p)
	case p.Clock.Late(w.Now):
		return fmt.Sprintf(TextDue, Day(p.Clock.Due)) + TextOverdue
	default:
		return fmt.Sprintf(TextDue, Day(p.Clock.Due))
	}
}

// standing is the part's state, with its outcome where that says more.
func standing(p request.Part) string {
	if p.Held {
		return TextHasResult // how, is said with the others
	}
	if o := p.Outcome(); p.State == request.Sent && o != "" && o != request.Fully {
		return p.State.Label() + " – " + o.Label()
	}
	return p.State.Label()
}

// What is said of a decided part that waits for the others.
const (
	TextHasResult = "Đã có kết quả"
	textHeld      = "Sẽ được gửi chung khi mọi phần đã có kết quả, như Anh/Chị đã chọn."
)

// asked says what the unit waits for, and that the clock stands still meanwhile.
func (w StatusWorld) asked(p request.Part) string {
	due := fmt.Sprintf(TextDue, Day(p.Clock.Due))
	if p.Clock.Paused() {
		due = textStandsStill
		if left := p.Clock.Left(); left != "" {
			due += fmt.Sprintf(textLeft, left)
		}
	}
	return Lines(fmt.Sprintf(TextUnitAsks, p.Clarifications[len(p.Clarifications)-1].Question), due)
}

const textStandsStill = "Hạn xử lý đang tạm dừng"

// published says where the answer stands as a statement, and whether it is one that may
// still be quoted; "" when it was not published.
func (w StatusWorld) published(statement string) string {
	if statement == "" {
		return ""
	}
	said := TextPublished
	if !w.InForce(statement) {
		said = TextNoLonger
	}
	return fmt.Sprintf(said, w.PublicURL+"/s/"+statement)
}
