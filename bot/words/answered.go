package words

import (
	"cmp"
	"fmt"
	"strings"

	"phatngon/bot/hear"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/markdown"
)

// What is said around a decision; its words are the office's own.
const (
	textReplaces   = "Đơn vị đã ký lại câu trả lời; lời dưới đây thay cho lời đã gửi Anh/Chị trước đó."
	textPart       = "Phần %d/%d: %s"
	textPartOf     = "Đơn vị: %s. Kết quả: %s."
	textAgain      = " (xem lại phần %d)"
	textMasked     = "Phần không cung cấp: %s\nCăn cứ: %s – %s."
	textInstead    = "Có thể cung cấp thay: %s"
	textStillOpen  = "Các phần còn lại đang được xử lý: %d."
	textAccessLaw  = "Anh/Chị có quyền khiếu nại, khởi kiện việc từ chối theo Điều 13 Luật Tiếp cận thông tin 01/2026/QH16."
	textOtherLaw   = "Anh/Chị có quyền khiếu nại, khởi kiện việc từ chối theo quy định của pháp luật."
	textAllDecided = "Trả lời chung cho yêu cầu %s (%d phần): \"%s\""
	TitleDispute   = "Chưa đúng câu hỏi"
)

// RequestAnswered is the message that brings a signed decision on one part of a
// request to the person who asked: the spokesperson's approved words, verbatim,
// or the refusal with its legal ground. unit is the name of the part's unit.
func RequestAnswered(r request.Request, part int, rules policy.Set, unit, publicURL string) effect.Message {
	p := r.Parts[part]
	about := fmt.Sprintf(textAnswerTo, r.Code, Echo(r.Question, 160))
	text := ""
	switch {
	case p.Refusal != nil && p.State == request.Refused:
		text = Lines(about, partLine(r, part), fmt.Sprintf(textPartUnit, unit), refusal(r, p, rules), Complaint(r))
	case p.Approval != nil:
		text = Lines(about, When(p.Replaces, textReplaces), partLine(r, part), signed(r, p, rules, unit, publicURL), stillOpen(r))
	}
	return effect.Message{Text: text, Buttons: afterAnswer(r, part)}
}

// RequestAnsweredWhole brings all parts of a request at once: each with its number, its
// unit, what came of it and the words of that. parts is how many there were.
func RequestAnsweredWhole(r request.Request, parts int, rules policy.Set, office func(string) string, publicURL string) effect.Message {
	lines := []string{fmt.Sprintf(textAllDecided, r.Code, parts, Echo(r.Question, 160))}
	refused := false
	for i, p := range r.Parts[:parts] {
		unit := office(p.Unit)
		lines = append(lines, "", fmt.Sprintf(textPart, request.Number(i), parts, request.Asked(r, i)), fmt.Sprintf(textPartOf, unit, p.Outcome().Label()))
		switch {
		case p.Refusal != nil:
			refused = true
			lines = append(lines, refusal(r, p, rules))
		case p.Approval != nil:
			lines = append(lines, signed(r, p, rules, unit, publicURL))
		}
	}
	text := strings.Join(lines, "\n")
	if refused {
		text += "\n\n" + Complaint(r)
	}
	return effect.Message{Text: text, Buttons: []effect.Button{show(r), button(r, TitleDispute, hear.DoDispute), another(r)}}
}

func afterAnswer(r request.Request, part int) []effect.Button {
	buttons := []effect.Button{show(r), another(r)}
	if request.MayDispute(r, part) {
		buttons = append(buttons, button(r, TitleDispute, hear.DoDispute))
	}
	return buttons
}

func another(r request.Request) effect.Button {
	return effect.Button{Title: TitleAnother, Payload: hear.Payload(r.Code, hear.DoAsk, "")}
}

// partLine names the part of a divided request.
func partLine(r request.Request, part int) string {
	if len(r.Parts) < 2 {
		return ""
	}
	line := fmt.Sprintf(textPart, request.Number(part), len(r.Parts), request.Asked(r, part))
	if again := r.Parts[part].Again; again > 0 {
		line += fmt.Sprintf(textAgain, again)
	}
	return line
}

func stillOpen(r request.Request) string {
	n := 0
	for _, p := range r.Parts {
		if p.State.Open() {
			n++
		}
	}
	if len(r.Parts) < 2 || n == 0 {
		return ""
	}
	return fmt.Sprintf(textStillOpen, n)
}

// signed are the spokesperson's words, and what is left out of them.
func signed(r request.Request, p request.Part, rules policy.Set, unit, publicURL string) string {
	a := p.Approval
	q := answer.Quote{Spokesperson: a.Spokesperson, Position: a.Position, Unit: unit}
	source, masked := "", ""
	if p.Statement != "" {
		source = fmt.Sprintf(textSource, publicURL+"/s/"+p.Statement)
	}
	if a.Outcome == request.Partly {
		text, basis := Ground(rules, r.RequesterKind, a.Ground)
		masked = fmt.Sprintf(textMasked, a.Masked, text, basis)
	}
	return Lines(fmt.Sprintf(textQuoteFrom, Speaker(q), Day(a.At)), inQuotes(markdown.Read(a.Text).Text()), masked, source)
}

func refusal(r request.Request, p request.Part, rules policy.Set) string {
	text, basis := Ground(rules, r.RequesterKind, p.Refusal.Ground)
	instead := ""
	if p.Refusal.Instead != "" {
		instead = fmt.Sprintf(textInstead, p.Refusal.Instead)
	}
	return Lines(fmt.Sprintf(TextRefusedBy, text, basis, p.Refusal.Reason), instead)
}

// Complaint is the right to complain and to sue, named in every refusal (Luật 01/2026/QH16, Art. 13).
func Complaint(r request.Request) string {
	if policy.LawFor(r.RequesterKind) == policy.LawAccess {
		return textAccessLaw
	}
	return textOtherLaw
}

// Ground is the wording of a legal ground and the article it rests on.
func Ground(rules policy.Set, kind people.RequesterKind, code string) (text, basis string) {
	g := rules.Ground(kind, code)
	return g.Text, cmp.Or(g.Basis, textLawful)
}
