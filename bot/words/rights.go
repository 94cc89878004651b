package words

import (
	"fmt"
	"strings"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/rights"
)

// What people hear of what is kept of them, and of what they want done with it.
const (
	textPrivacy       = "Quyền riêng tư\nTôi lưu: mã người dùng và tên hiển thị Zalo, vài tin nhắn gần nhất (%d ngày), câu hỏi, yêu cầu, báo tin, ảnh và tệp Anh/Chị gửi kèm, lời trao đổi với cán bộ (tối đa %d ngày), đăng ký phóng viên (ảnh thẻ chỉ bộ phận báo chí xem được), lời nhờ báo kết luận (tối đa %d ngày), chỉ để trả lời, xác minh và chuyển tới đơn vị có trách nhiệm. Đơn vị xử lý thấy nội dung, vài tin nhắn ngay trước đó và vai trò (công dân; phóng viên và tòa soạn), không thấy tên và tài khoản; riêng người báo tin giả, đơn vị muốn biết là ai phải nêu lý do và việc đó được ghi lại.\nCách đặt câu hỏi và ý kiến đúng hay không đúng điều Anh/Chị hỏi, không kèm tên và đã che số điện thoại, số giấy tờ, được giữ tối đa %d ngày.\nXin không gửi ảnh căn cước, mật khẩu, mã OTP.\nAnh/Chị có quyền xem, sửa, rút lại đồng ý, yêu cầu xóa (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). Bảng thời hạn lưu: %s"
	TextCorrect       = "Thông tin nào về Anh/Chị chưa đúng, cần sửa thành gì? Mời Anh/Chị nhắn một tin. Cán bộ được giao đọc, sửa hoặc trả lời có căn cứ. Xin không gửi ảnh giấy tờ."
	TextUnconsent     = "Rút lại đồng ý? Dữ liệu của Anh/Chị (cuộc trò chuyện, tên hiển thị, lịch sử trả lời) sẽ bị xóa ngay, không khôi phục được. Yêu cầu đã gửi vẫn được xử lý nhưng không còn gắn với Anh/Chị, nên Anh/Chị sẽ không nhận được câu trả lời tại đây."
	textClaimed       = "Đã ghi đề nghị %s: %s. Hạn thực hiện: %s (%s). Kết quả được gửi tại đây; nhắn mã này để tra cứu."
	textKept          = "Dữ liệu hệ thống này giữ về Anh/Chị (đề nghị %s, đã thực hiện ngay):"
	textKeptMore      = "Nội dung đầy đủ của yêu cầu, báo tin: nhắn mã. Giữ trong bao lâu: %s"
	textClaim         = "Đề nghị %s: %s. %s."
	textClaimDue      = "Hạn thực hiện: %s (%s)"
	textClaimProof    = "Mã trong nhật ký có kiểm chứng: %s"
	textClaimDone     = "Đề nghị %s (%s) đã được thực hiện: %s"
	textClaimNo       = "Đề nghị %s (%s) không thực hiện được.\nCăn cứ: %s (%s).\nLý do: %s\nAnh/Chị có quyền khiếu nại, khởi kiện theo quy định của pháp luật."
	textClaimLong     = "Đề nghị %s (%s) được gia hạn. Hạn mới: %s. Lý do: %s"
	textReclock       = "Đề nghị %s (%s): hạn thực hiện được tính lại theo lịch làm việc mới. Hạn mới: %s."
	TitleView         = "Xem dữ liệu của tôi"
	TitleCorrect      = "Đề nghị sửa dữ liệu"
	TitleUnconsent    = "Rút lại đồng ý"
	TitleUnconsentYes = "Rút lại và xóa"
)

// PrivacyPath is where it is read what is kept, for how long, and what a person may want.
const PrivacyPath = "/rieng-tu"

// Privacy says what is kept, for how long, and what a person may want; page is where the
// table stands.
func Privacy(rules policy.Set, page string) string {
	days := func(code string) int { return int(rules.KeptFor(code).Hours() / 24) }
	return fmt.Sprintf(textPrivacy, days(policy.KeptChat), days(policy.KeptTalks), days(policy.KeptWishes), days(policy.KeptAskings), page)
}

// Kept is one thing that is kept of a person, as they read it.
type Kept struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// KeptOf says what is kept of a person, and where it is read for how long.
func KeptOf(c rights.Claim, kept []Kept, page string, buttons []effect.Button) effect.Message {
	lines := []string{fmt.Sprintf(textKept, c.ID)}
	for _, k := range kept {
		lines = append(lines, "• "+k.Name+": "+k.Text)
	}
	return Numbered(strings.Join(append(lines, fmt.Sprintf(textKeptMore, page)), "\n"), buttons)
}

// Claimed confirms a claim that an officer is to deal with.
func Claimed(c rights.Claim, right string, buttons []effect.Button) effect.Message {
	return Numbered(fmt.Sprintf(textClaimed, c.ID, lower(right), Day(c.Due), c.Clock.Basis), buttons)
}

// ClaimState says where a claim stands.
func ClaimState(c rights.Claim, right string, grounds []policy.Ground) string {
	lines := []string{fmt.Sprintf(textClaim, c.ID, lower(right), c.State.Label())}
	if c.Open {
		lines = append(lines, fmt.Sprintf(textClaimDue, Day(c.Due), c.Clock.Basis))
	} else if last := len(c.Steps) - 1; last >= 0 && c.State != rights.Moot {
		lines = append(lines, ClaimNews(c, last, right, grounds).Text)
	}
	if c.State == rights.Done && c.Proof != "" {
		lines = append(lines, fmt.Sprintf(textClaimProof, c.Proof))
	}
	return Lines(lines...)
}

// ClaimNews is what a person hears of a step of their claim; step counts from 0.
func ClaimNews(c rights.Claim, step int, right string, grounds []policy.Ground) effect.Message {
	s := c.Steps[step]
	switch s.Action {
	case rights.ActDone:
		return effect.Message{Text: fmt.Sprintf(textClaimDone, c.ID, lower(right), s.Note)}
	case rights.ActRefuse:
		g := policy.Ground{Text: s.Ground}
		for _, known := range grounds {
			if known.Code == s.Ground {
				g = known
			}
		}
		return effect.Message{Text: fmt.Sprintf(textClaimNo, c.ID, lower(right), g.Text, g.Basis, s.Note)}
	case rights.ActExtend:
		return effect.Message{Text: fmt.Sprintf(textClaimLong, c.ID, lower(right), Day(c.Due), s.Note)}
	case rights.ActReclock:
		return effect.Message{Text: fmt.Sprintf(textReclock, c.ID, lower(right), Day(c.Due))}
	}
	return effect.Message{}
}

// lower is a name as it stands within a sentence.
func lower(name string) string {
	first := []rune(name)
	return strings.ToLower(string(first[:min(1, len(first))])) + string(first[min(1, len(first)):])
}
