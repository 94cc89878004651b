package words

import (
	"fmt"
	"time"

	"phatngon/bot/hear"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/policy"
)

// Hand-overs: what a person hears who waits for an officer or talks with one. Whoever
// reads an officer's words sees in the same message that they are no statement.
const (
	textHandover   = "Tôi đã ghi Anh/Chị vào danh sách chờ gặp cán bộ của %s. %s Mời Anh/Chị để lại nội dung cần trao đổi, cán bộ đọc khi vào trao đổi. Trong lúc chờ, Anh/Chị vẫn có thể hỏi tôi hoặc gửi yêu cầu có mã và hạn xử lý. Không chờ nữa thì nhắn “kết thúc”."
	textOnDuty     = "Đang trong giờ trực (%s). Quá %d phút trong giờ trực mà chưa có cán bộ, tôi báo Anh/Chị."
	textOffDuty    = "Lúc này ngoài giờ trực (%s); cán bộ trực lại lúc %s."
	textDayOff     = "Hôm nay là ngày nghỉ (%s); cán bộ trực lại lúc %s."
	textTaken      = "Cán bộ của %s đã vào trao đổi với Anh/Chị. Trong lúc trao đổi, trợ lý ảo không tự trả lời. Lời trao đổi của cán bộ không phải phát ngôn chính thức. Muốn dừng, Anh/Chị nhắn “kết thúc”."
	textOfficer    = "Cán bộ %s, %s (trao đổi, không phải phát ngôn):\n%s"
	textGivenBack  = "Cán bộ đã dừng trao đổi. Anh/Chị trở lại hàng chờ của %s, cán bộ khác có thể vào. %s Trợ lý ảo trả lời trở lại trong lúc chờ."
	textPassedOn   = "Anh/Chị được chuyển sang hàng chờ của %s. %s"
	textTalkEnded  = "Cán bộ đã kết thúc cuộc trao đổi. Trợ lý ảo trả lời trở lại. Cần trả lời chính thức, Anh/Chị nhắn “gửi yêu cầu” để có mã và hạn xử lý."
	textTalkLeft   = "Anh/Chị đã dừng. Trợ lý ảo trả lời trở lại. Cần trả lời chính thức, Anh/Chị nhắn “gửi yêu cầu”."
	textLate       = "Đã quá %d phút trong giờ trực mà chưa có cán bộ của %s vào trao đổi. Anh/Chị vẫn ở trong hàng chờ. Nếu không tiện chờ, Anh/Chị nhắn “gửi yêu cầu” để có mã và hạn xử lý, hoặc “kết thúc” để thôi chờ."
	textIdle       = "Cuộc trao đổi kết thúc vì %d phút không có tin mới. Trợ lý ảo trả lời trở lại. Cần trả lời chính thức, Anh/Chị nhắn “gửi yêu cầu”."
	textLapsed     = "Cán bộ chưa trả lời tin cuối của Anh/Chị trong %d phút nên cuộc trao đổi tạm dừng. Anh/Chị trở lại hàng chờ của %s, cán bộ khác có thể vào. %s Trợ lý ảo trả lời trở lại; Anh/Chị cũng có thể nhắn “gửi yêu cầu” để có mã và hạn xử lý."
	textNobody     = "Chưa có cán bộ nào của %s vào trao đổi, nên lượt chờ này kết thúc. Anh/Chị nhắn “gửi yêu cầu” để có mã và hạn xử lý, đơn vị phải trả lời trong hạn đó."
	TextOverBefore = "Cuộc trao đổi đã kết thúc trước khi tin vừa rồi tới, cán bộ chưa đọc tin đó. Anh/Chị nhắn lại để trợ lý ảo trả lời, hoặc nhắn “gặp cán bộ” để chờ lại."
	TextNoTalk     = "Anh/Chị không ở trong cuộc trao đổi nào với cán bộ. Anh/Chị cần:"
	textStillWaits = "Anh/Chị đang chờ gặp cán bộ của %s từ %s. Anh/Chị có thể để lại nội dung cần trao đổi, gửi yêu cầu để có mã và hạn xử lý, hoặc nhắn “kết thúc” để thôi chờ."
	textStillTalks = "Anh/Chị đang trao đổi với cán bộ của %s. Muốn dừng, Anh/Chị nhắn “kết thúc”."
	TitleLeave     = "Kết thúc trao đổi"
	TitleNoWait    = "Không chờ nữa"
)

// Duty is when somebody is there to talk, and when who waits is told that nobody came.
type Duty struct {
	Calendar *calendar.Calendar
	Terms    policy.HandOvers
}

// HandedOver is what a person hears who stands in the list of those who wait for an
// officer since at. unit is the office whose list it is.
func HandedOver(d Duty, at time.Time, unit string, buttons []effect.Button) effect.Message {
	return Numbered(fmt.Sprintf(textHandover, unit, d.says(at)), buttons)
}

// says when somebody is there.
func (d Duty) says(at time.Time) string {
	next := d.Calendar.OpenAt(at)
	if next.Equal(at) {
		return fmt.Sprintf(textOnDuty, d.Calendar.Hours(), d.Terms.WaitMinutes)
	}
	when := next.In(calendar.Zone).Format("15:04 02/01/2006")
	if open, why := d.Calendar.WorkingDay(at); !open {
		return fmt.Sprintf(textDayOff, why, when)
	}
	return fmt.Sprintf(textOffDuty, d.Calendar.Hours(), when)
}

// Talked is what a person hears of a step of their hand-over. unit is the unit's name, and
// now when it is said.
func Talked(action, unit string, d Duty, now time.Time) effect.Message {
	leave := effect.Button{Title: TitleNoWait, Payload: hear.Payload(action, hear.DoLeave, "")}
	request := effect.Button{Title: TitleRequest, Payload: hear.Payload(action, hear.DoRequest, "")}
	ask := effect.Button{Title: TitleAsk, Payload: hear.Payload(action, hear.DoAsk, "")}
	said := func(text string, buttons ...effect.Button) effect.Message {
		return effect.Message{Text: text, Buttons: buttons}
	}
	switch action {
	case handover.ActTake:
		leave.Title = TitleLeave
		return said(fmt.Sprintf(textTaken, unit), leave)
	case handover.ActGiveBack:
		return said(fmt.Sprintf(textGivenBack, unit, d.says(now)), request, leave)
	case handover.ActPass:
		return said(fmt.Sprintf(textPassedOn, unit, d.says(now)), request, leave)
	case handover.ActEnd:
		return said(textTalkEnded, request, ask)
	case handover.ActLeave:
		return said(textTalkLeft, request, ask)
	case handover.ActLate:
		return said(fmt.Sprintf(textLate, d.Terms.WaitMinutes, unit), request, leave)
	case handover.ActIdle:
		return said(fmt.Sprintf(textIdle, d.Terms.IdleMinutes), request, ask)
	case handover.ActLapse:
		return said(fmt.Sprintf(textLapsed, d.Terms.IdleMinutes, unit, d.says(now)), request, leave)
	}
	return said(fmt.Sprintf(textNobody, unit), request, ask)
}

// FromOfficer is an officer's words as the person reads them.
func FromOfficer(name, unit, text string) effect.Message {
	return effect.Message{Text: fmt.Sprintf(textOfficer, name, unit, text)}
}

// StillHandedOver is what a person hears who asks again for an officer.
func StillHandedOver(h handover.HandOver, unit string) string {
	if h.State == handover.Talking {
		return fmt.Sprintf(textStillTalks, unit)
	}
	return fmt.Sprintf(textStillWaits, unit, h.Since.In(calendar.Zone).Format("15:04 02/01/2006"))
}
