package words

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
)

// What a person hears of their request on its way. Each says what the step did.
const (
	textClarify    = "Yêu cầu %s: %s cần Anh/Chị cho biết thêm:\n\"%s\""
	textStands     = "Hạn xử lý tạm dừng từ %s cho đến khi Anh/Chị trả lời%s."
	textLeft       = "; còn lại %s"
	textNoStand    = "Hạn xử lý đã qua (%s) nên không tạm dừng."
	textResumed    = "Yêu cầu %s: %s xử lý tiếp, không chờ bổ sung nữa. Hạn xử lý: %s."
	textExtended   = "Yêu cầu %s: %s gia hạn thêm %s. Hạn xử lý mới: %s. Lý do: %s\nCăn cứ: %s."
	textReclocked  = "Yêu cầu %s: lịch làm việc thay đổi nên hạn xử lý của %s được tính lại: %s."
	textMovedTo    = "Yêu cầu %s được chuyển tới %s. Lý do: %s\nHạn xử lý không đổi: %s."
	textAdded      = "Đã ghi phần bổ sung vào yêu cầu %s; %s đọc được ngay. Hạn xử lý: %s."
	textWithdrawn1 = "Đã rút yêu cầu %s. Đơn vị không trả lời phần chưa có kết quả nữa."

	TextDecided       = "Yêu cầu này đã có kết quả nên không bổ sung, không rút được nữa."
	TextUnitAsks      = "Đơn vị hỏi: \"%s\""
	TextTypeMore      = "Mời Anh/Chị gõ nội dung, hoặc gửi ảnh, tệp (PDF, DOCX, XLSX; tối đa 5 tệp, mỗi tệp 5 MB) để gửi thêm vào yêu cầu %s. Gõ hủy để thôi."
	TextWithdrawSure  = "Rút yêu cầu %s (\"%s\")? Đơn vị sẽ không trả lời phần chưa có kết quả."
	TextWithdrawWhich = "Anh/Chị rút yêu cầu nào?"
	TextNoneOpen      = "Anh/Chị không có yêu cầu nào đang chờ trả lời."
	TextIsThisFile    = "Về yêu cầu %s, đơn vị đang chờ Anh/Chị trả lời: \"%s\"\nẢnh, tệp Anh/Chị vừa gửi là:"
	TextIsThisAnswer  = "Về yêu cầu %s, đơn vị đang chờ Anh/Chị trả lời: \"%s\"\nTin Anh/Chị vừa gửi là:"
	TextNoDispute     = "Yêu cầu này chưa có câu trả lời, hoặc đã được xem lại một lần. Anh/Chị có quyền khiếu nại theo quy định của pháp luật, hoặc gửi yêu cầu mới."
	TextWhichPartIs   = "Phần nào chưa đúng câu hỏi của Anh/Chị?"
	TextWhatIsMissing = "Yêu cầu %s (\"%s\"): mời Anh/Chị gõ điều chưa được trả lời, hoặc chưa đúng. Tôi gửi để người khác của đơn vị xem lại. Gõ hủy để thôi."
	TitlePart         = "Phần %d: %s"
	TitleIsAnswer     = "Trả lời về yêu cầu %s"
	TitleIsNew        = "Nội dung khác"
	TitleNotWithdraw  = "Không rút"
	TitleSupply       = "Trả lời câu này"
	TitleExplain      = "Cách tính hạn"
	TitleWithdraw     = "Rút yêu cầu"
)

// RequestNews is what the person who asked hears of a step of a part of their request.
func RequestNews(r request.Request, part, step int, office func(string) string) effect.Message {
	if r.InEnglish() {
		return englishNews(r, part, step, office)
	}
	p := r.Parts[part]
	s := p.Steps[step]
	unit, due := office(p.Unit), dayTime(p.Clock)
	text := ""
	switch s.Action {
	case request.ActClarify:
		return clarifying(r, p, s, unit)
	case request.ActResume:
		text = fmt.Sprintf(textResumed, r.Code, unit, due)
	case request.ActExtend:
		amount, reason, _ := strings.Cut(s.Note, ": ")
		text = fmt.Sprintf(textExtended, r.Code, unit, amount+" "+calendar.MeasureName(p.Clock.Measure), due, reason, p.Clock.Basis)
	case request.ActReclock:
		text = fmt.Sprintf(textReclocked, r.Code, unit, s.Note)
	case request.ActKind:
		kind, reason, _ := strings.Cut(s.Note, ": ")
		text = fmt.Sprintf(textKindChanged, r.Code, unit, kind, reason, due, p.Clock.Basis)
	case request.ActSplit:
		return divided(r, office)
	case request.ActTransfer:
		to, reason, _ := strings.Cut(s.Note, ": ")
		text = fmt.Sprintf(textMovedTo, r.Code, office(to), reason, due)
	}
	return effect.Message{Text: Lines(partLine(r, part), text), Buttons: []effect.Button{explain(r), show(r)}}
}

// divided tells of the parts of a request, and asks how they are to be answered.
func divided(r request.Request, office func(string) string) effect.Message {
	lines := []string{fmt.Sprintf(textDivided, r.Code, len(r.Parts))}
	for i, p := range r.Parts {
		lines = append(lines, fmt.Sprintf("%d. %s (%s)", request.Number(i), request.Asked(r, i), office(p.Unit)))
	}
	how := textHowAnswered
	if r.Together {
		how = fmt.Sprintf(textWillTogether, r.Code)
	}
	return effect.Message{Text: Lines(append(lines, how)...),
		Buttons: []effect.Button{button(r, TitleTogether, hear.DoTogether), button(r, TitleApart, hear.DoApart), show(r)}}
}

const (
	textKindChanged  = "Yêu cầu %s: %s xác định là loại “%s”. Lý do: %s. Hạn xử lý theo loại này: %s. Căn cứ: %s."
	textDivided      = "Yêu cầu %s được chia thành %d phần:"
	textHowAnswered  = "Mỗi phần có kết quả thì được gửi ngay cho Anh/Chị. Nếu muốn nhận chung một lần khi mọi phần đã có kết quả, Anh/Chị chọn:"
	textWillTogether = "Yêu cầu %s: câu trả lời được gửi chung một lần, khi mọi phần đã có kết quả."
	textWillApart    = "Yêu cầu %s: mỗi phần có kết quả thì được gửi ngay."
	textDisputed     = "Đã ghi: câu trả lời cho yêu cầu %s chưa đúng câu hỏi của Anh/Chị. %s xem lại, do người khác trả lời. Hạn xử lý: %s. Căn cứ: %s."
	TitleTogether    = "Nhận chung một lần"
	TitleApart       = "Nhận từng phần"
)

// clarifying asks the person what their unit asks.
func clarifying(r request.Request, p request.Part, s request.Step, unit string) effect.Message {
	stands := fmt.Sprintf(textNoStand, Day(p.Clock.Due))
	if p.Clock.Paused() {
		left := p.Clock.Left()
		if left != "" {
			left = fmt.Sprintf(textLeft, left)
		}
		stands = fmt.Sprintf(textStands, Day(s.At), left)
	}
	return effect.Message{Text: Lines(fmt.Sprintf(textClarify, r.Code, unit, s.Note), stands),
		Buttons: []effect.Button{button(r, TitleSupply, hear.DoSupply), explain(r), button(r, TitleWithdraw, hear.DoWithdraw)}}
}

// owing names the units that still owe something.
func owing(r request.Request, office func(string) string) string {
	var all []string
	for _, p := range r.Parts {
		if name := office(p.Unit); p.State.Open() && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return strings.Join(all, ", ")
}

// OwnStepDone says what came of what a person wanted done with their request, as it is now.
func OwnStepDone(r request.Request, w effect.OwnStep, office func(string) string) effect.Message {
	text := ""
	if r.InEnglish() {
		return Numbered(englishOwnStep(r, w, office), w.Buttons)
	}
	switch w.Action {
	case request.ActAdd:
		text = fmt.Sprintf(textAdded, r.Code, owing(r, office), Day(r.Due))
	case request.ActWithdraw:
		text = fmt.Sprintf(textWithdrawn1, r.Code)
	case request.ActTogether:
		text = fmt.Sprintf(textWillTogether, r.Code)
	case request.ActApart:
		text = fmt.Sprintf(textWillApart, r.Code)
	case request.ActDispute:
		p := r.Parts[len(r.Parts)-1]
		text = fmt.Sprintf(textDisputed, r.Code, office(p.Unit), Day(p.Clock.Due), p.Clock.Basis)
	}
	return Numbered(text, w.Buttons)
}

// Explained tells how each deadline of a request came about, day by day.
func Explained(r request.Request, office func(string) string) string {
	var all []string
	for _, p := range r.Parts {
		lines := []string{fmt.Sprintf(textExplained, r.Code, office(p.Unit))}
		for _, line := range p.Clock.Explain() {
			lines = append(lines, "• "+line.Text)
		}
		all = append(all, Lines(lines...))
	}
	return strings.Join(all, "\n\n")
}

const textExplained = "Cách tính hạn của yêu cầu %s (%s):"

// IfSentNow says when a request sent now must be answered, and how that comes about.
func IfSentNow(k calendar.Clock, rule calendar.Rule, publicURL string) string {
	lines := []string{fmt.Sprintf(textIfSent, dayTime(k), term(rule))}
	for _, line := range k.Explain() {
		lines = append(lines, "• "+line.Text)
	}
	return Lines(append(lines, fmt.Sprintf(textOtherDay, publicURL+"/han"))...)
}

const (
	textIfSent   = "Gửi lúc này thì hạn xử lý là %s (%s); câu trả lời có thể có sớm hơn. Cách tính:"
	textOtherDay = "Tính cho ngày khác: %s"
)

func button(r request.Request, title string, v hear.Verb) effect.Button {
	return effect.Button{Title: title, Payload: hear.Payload(r.Code, v, r.Code)}
}

func explain(r request.Request) effect.Button { return button(r, TitleExplain, hear.DoExplain) }
func show(r request.Request) effect.Button    { return button(r, TitleThis, hear.DoShow) }

func dayTime(k calendar.Clock) string {
	return k.Due.In(calendar.Zone).Format("15:04, 02/01/2006")
}
