package report

import "phatngon/internal/desk/cases"

// Every sentence here is a promise; what makes it true is in internal/flow/cases.
const (
	textHow       = "Anh/Chị gửi đường dẫn, ảnh chụp màn hình, hoặc mô tả thông tin có dấu hiệu giả, sai sự thật đã thấy. Nếu có, cho biết thêm: tên tài khoản, trang hoặc nhóm; thời điểm thấy.\nXin không chia sẻ lại nội dung."
	textMore      = "Mời Anh/Chị gửi thêm đường dẫn, ảnh, tên tài khoản, thời điểm thấy. Tôi ghép vào nội dung trước."
	textTaken     = "Nội dung Anh/Chị nêu có dấu hiệu giả, sai sự thật. Chỉ cơ quan có thẩm quyền được kết luận. Xin không chia sẻ lại nội dung cho tới khi có kết luận."
	textCategory  = "Nội dung thuộc lĩnh vực nào? Anh/Chị chọn, hoặc gõ số:"
	textReady     = "Báo tin sẽ gửi: %s."
	textEvidence  = "Nếu có, gửi thêm ảnh chụp màn hình, đường dẫn, tên tài khoản để kiểm chứng."
	textZaloGroup = "Với nhóm Zalo: xin tên nhóm, đường dẫn hoặc mã QR mời vào nhóm và ảnh chụp."
	textHonest    = "Xin chỉ gửi điều Anh/Chị thực sự thấy; lợi dụng báo tin để vu khống có thể bị xử lý."
	textWho       = "Đơn vị xác minh thấy nội dung; muốn xem Anh/Chị là ai phải nêu lý do, và mỗi lần xem hay đưa vào hồ sơ chuyển cơ quan có thẩm quyền đều được ghi lại. Chọn ẩn danh thì hồ sơ vụ việc không ghi ai đã báo, và không gửi kết quả tới Anh/Chị được."
	textDanger    = "Nếu đang có người gặp nguy hiểm, xin gọi ngay: 113 (Công an), 114 (chữa cháy, cứu nạn), 115 (cấp cứu)."
	textVictim    = "Nếu đã mất tiền, hãy liên hệ ngay ngân hàng và cơ quan Công an nơi gần nhất; giữ nguyên tin nhắn, số tài khoản, ảnh chụp, đừng xóa."
	textScam      = "Không chuyển tiền, không bấm đường dẫn lạ, không cung cấp mật khẩu, mã OTP."

	textReceived  = "Đã tiếp nhận báo tin %s. Trạng thái: %s."
	textKnown     = "Nội dung này đã có người báo; báo tin của Anh/Chị ở cùng vụ việc."
	textPending   = "Nội dung có dấu hiệu giả, sai sự thật; chỉ cơ quan có thẩm quyền được kết luận. Xin không chia sẻ lại nội dung cho tới khi có kết luận."
	textWillHear  = "Kết quả được gửi vào cuộc trò chuyện này; nếu đã lâu Anh/Chị không nhắn, Zalo chỉ cho gửi khi Anh/Chị nhắn lại."
	textUnnamed   = "Báo tin này ẩn danh: hồ sơ vụ việc không ghi Anh/Chị là ai."
	textProof     = "Giấy xác nhận đã tiếp nhận (in được): %s"
	textAskByCode = "Nhắn mã %s để xem tình trạng."
	textStatus    = "Vụ việc %s – %s."
	textNews      = "Về vụ việc %s mà Anh/Chị đã báo:"
	textNewsAsked = "Về nội dung Anh/Chị đã hỏi (vụ việc %s):"
	textFinding   = "Kết luận của %s về tin “%s”: %s."
	textSaid      = "%s, ngày %s: “%s”"
	textPage      = "Trang công bố: %s"
	textRejected  = "Vụ việc không được thụ lý. Căn cứ: %s (%s)."
	textReferred  = "Vụ việc đã được chuyển tới cơ quan khác để xử lý theo thẩm quyền: %s."
	textNotPublic = "Vụ việc đã được xử lý. Nội dung này thuộc loại không công bố."

	textAsk = "Tôi chưa thấy kết luận đã công bố về nội dung này. Anh/Chị muốn báo tin, hay gửi câu hỏi tới đơn vị?"

	textFollowed    = "Đã ghi. Khi có kết luận về nội dung này, hoặc vụ việc khép lại, tôi báo Anh/Chị vào cuộc trò chuyện này; nếu đã lâu Anh/Chị không nhắn, Zalo chỉ cho gửi khi Anh/Chị nhắn lại. Sau %d ngày tôi xóa ghi nhận này."
	textFollowedApp = "Đã ghi. Khi có kết luận về nội dung này, hoặc vụ việc khép lại, tôi báo Anh/Chị vào cuộc trò chuyện với tài khoản Zalo chính thức; nếu đã lâu Anh/Chị không nhắn, Zalo chỉ cho gửi khi Anh/Chị nhắn lại. Sau %d ngày tôi xóa ghi nhận này."
	textNoChat      = "Anh/Chị chưa nhắn cho tài khoản Zalo chính thức nên chưa báo kết luận tới Anh/Chị được. Anh/Chị nhắn một câu cho tài khoản đó rồi bấm lại, hoặc báo tin để xem kết quả trong ứng dụng."
	textNotFollowed = "Nội dung này quá ngắn để nhận ra lại, nên tôi chưa ghi được. Anh/Chị có thể báo tin để được xác minh và nhận kết quả."

	titleSend    = "Gửi, báo kết quả cho tôi"
	titleUnnamed = "Gửi ẩn danh"

	textWillSee  = "Kết quả có trong ứng dụng, mục “Yêu cầu của tôi”; nếu Anh/Chị đã nhắn tin cho tài khoản Zalo chính thức thì còn được gửi vào cuộc trò chuyện đó."
	textKeepCode = "Mục “Yêu cầu của tôi” không có báo tin này: xin giữ mã và đường dẫn giấy xác nhận. Nhắn mã %s cho tài khoản Zalo chính thức để xem tình trạng."
)

// What happened to a report, for whoever sent it; of other steps nobody outside is told.
const (
	textTakenIn  = "Đã tiếp nhận báo tin."
	textSentMore = "Anh/Chị gửi thêm nội dung."
)

var told = map[string]string{
	cases.ActPublish: "Đã công bố kết luận.",
	cases.ActUnlabel: "Đã gỡ nhãn.",
	cases.ActReject:  "Không thụ lý.",
	cases.ActRefer:   "Đã chuyển tới cơ quan khác để xử lý theo thẩm quyền.",
	cases.ActReopen:  "Đã mở lại vụ việc.",
	cases.ActForward: "Đã hoàn thành xử lý.",
	cases.ActFinish:  "Đã hoàn thành xử lý.",
}
