package cases

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"phatngon/internal/desk/authorship"
	"phatngon/internal/desk/people"
)

// Verify begins the verification by the competent unit.
func Verify(c Case, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActVerify, by: by, at: at, detail: c.Unit}, nothing)
}

// Ask puts a question to another unit. It sees the case from then on, except Closed
// content; who concludes stays the same.
func Ask(c Case, unit, text string, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActAsk, by: by, at: at, detail: unit}, func(c *Case) error {
		if unit == "" || unit == c.Unit {
			return invalid("unit", "Vui lòng chọn một đơn vị khác để hỏi.")
		}
		c.Questions = append(c.Questions, Question{Unit: unit, Text: clean(text), By: by.ID, At: at})
		return need("text", text, "Vui lòng ghi điều cần hỏi.")
	})
}

// Reply answers the first question that waits for by's unit.
func Reply(c Case, text string, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActReply, by: by, at: at, detail: by.Unit}, func(c *Case) error {
		q := &c.Questions[c.asked(by)] // the table has seen that one waits
		q.Answer, q.AnsweredBy, q.AnsweredAt = clean(text), by.ID, at
		return need("text", text, "Vui lòng ghi câu trả lời.")
	})
}

// Finding is what a unit would conclude. Claim is what circulates, in one sentence that
// never stands without the conclusion.
type Finding struct {
	Outcome Outcome
	Claim   string
	Text    string
	Quotes  []Quote
}

// SaveDraft stores the next revision of a conclusion. Who wrote which words is kept; an
// outcome is a word too. That each quote is a span of a statement in force is seen to
// by the caller, who has the statements.
func SaveDraft(c Case, f Finding, by people.Officer, at time.Time) (Case, error) {
	revision := 1
	if c.Draft != nil {
		revision = c.Draft.Revision + 1
	}
	return c.step(deed{action: ActDraft, by: by, at: at, detail: edition(revision)}, func(c *Case) error {
		if f.Outcome != IsFalse && f.Outcome != NotFalse && f.Outcome != Unverifiable {
			return invalid("outcome", "Vui lòng chọn một kết luận: là tin giả, tin sai sự thật; không phải; hoặc không có điều kiện xác thực.")
		}
		if err := checkClaim(f.Claim); err != nil {
			return err
		}
		next := Draft{Outcome: f.Outcome, Claim: clean(f.Claim), Text: clean(f.Text), Quotes: f.Quotes, Revision: revision, At: at}
		next.Authorship = authorship.Of(next.signed(), by.ID)
		if d := c.Draft; d != nil {
			next.Authorship = authorship.Edit(d.Authorship, d.signed(), next.signed(), by.ID)
		}
		c.Draft = &next
		return need("text", f.Text, "Vui lòng nhập nội dung kết luận.")
	})
}

// signed are the words that the signer answers for.
func (d Draft) signed() string {
	words := string(d.Outcome) + "\n" + d.Claim + "\n" + d.Text
	for _, q := range d.Quotes {
		words += "\n" + q.Statement + " " + q.Text
	}
	return words
}

// longestClaim is in characters: it stands in a title.
const longestClaim = 150

// checkClaim: several sentences could be told apart, and one of them be read as said by
// the unit.
func checkClaim(claim string) error {
	claim = clean(claim)
	if claim == "" || utf8.RuneCountInString(claim) > longestClaim || strings.ContainsAny(claim, "\r\n.!?…;:“”\"") {
		return invalid("claim", "Vui lòng ghi nội dung lan truyền bằng một câu, dài tối đa 150 ký tự, không có dấu chấm, dấu hỏi, dấu chấm than, hai chấm, chấm phẩy, dấu ngoặc kép.")
	}
	return nil
}

// ReturnDraft sends a draft back to be rewritten.
func ReturnDraft(c Case, why string, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActReturn, by: by, at: at, note: why}, func(*Case) error {
		return need("why", why, "Vui lòng ghi rõ điều cần sửa.")
	})
}

func edition(revision int) string { return fmt.Sprintf("bản %d", revision) }
