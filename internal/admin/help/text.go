package help

// roleHelp is what somebody of a role does in the panel.
type roleHelp struct {
	key, name string
	sections  []section
}

// section is one piece of work. What stands between “ and ” is on a page, word for word.
type section struct {
	Title, Picture string
	Steps          []string
}

var (
	begin = section{"Bắt đầu một ngày", "home", []string{
		"Mở “Hôm nay”: mỗi con số là một việc đang chờ; bấm vào số để mở danh sách.",
		"Hạn được báo bằng dấu, chữ và màu: “Quá hạn”, “Đến hạn hôm nay”, trong 3 ngày, còn lâu hơn.",
	}}
	gapWork = section{"Soạn phát ngôn cho điều nhiều người hỏi", "gaps", []string{
		"Mở “Điều chưa trả lời được”: những câu hỏi mà chưa có phát ngôn nào trả lời, kèm số người hỏi.",
		"Bấm “Soạn phát ngôn”: các câu hỏi được mang theo; bỏ chọn câu mà phát ngôn không trả lời.",
		"Trong lúc gõ, mục “Xem trước và kiểm tra” cho thấy trợ lý sẽ gửi thế nào; gõ một câu vào “Hỏi thử”.",
		"Bấm “Lưu để người phát ngôn công bố”. Người soạn không tự công bố lời của mình.",
	}}
	talk = section{"Nói chuyện với người chờ gặp cán bộ", "", []string{
		"Mở “Gặp cán bộ”, bấm “Nhận trao đổi”. Lời của cán bộ được gửi là trao đổi, không phải phát ngôn.",
		"Xong thì bấm “Kết thúc trao đổi”.",
	}}
)

var roles = []roleHelp{
	{"officer", "Cán bộ đơn vị", []section{begin,
		{"Trả lời một yêu cầu", "request", []string{
			"Mở yêu cầu, bấm “Tôi nhận xử lý”, hoặc mở “Soạn câu trả lời ngay”.",
			"Nội dung được lưu trên máy chủ trong lúc gõ; mở lại ở máy nào cũng gõ tiếp được.",
			"“Chèn phát ngôn liên quan, câu trả lời trước, câu mẫu” đặt đoạn được chọn vào chỗ con trỏ, kèm người nói và ngày.",
			"Bấm “Lưu và trình duyệt”. Câu trả lời chỉ gửi đi sau khi người phát ngôn khác ký.",
		}},
		{"Khi chưa trả lời được ngay", "", []string{
			"“Hỏi lại người hỏi”: đồng hồ dừng tới khi họ trả lời.",
			"“Chuyển đơn vị khác”: người hỏi được báo kèm lý do; đồng hồ chạy tiếp.",
			"“Soạn từ chối cung cấp”: chọn căn cứ của luật; người phát ngôn ký thì mới gửi.",
		}},
		{"Nhiều yêu cầu một lúc", "queue", []string{
			"Đánh dấu các dòng, mở “Với các yêu cầu đã đánh dấu”: nhận, giao, chuyển, hoặc đóng bằng cùng một lời từ chối.",
			"Yêu cầu không đổi được thì giữ nguyên và được nêu tên kèm lý do.",
			"Đóng nhầm: bấm “Hoàn tác” trong 2 phút; người hỏi chưa được báo gì.",
		}}, gapWork, talk}},
	{"spokesperson", "Người phát ngôn", []section{begin,
		{"Duyệt câu trả lời", "approvals", []string{
			"Mở “Chờ duyệt”: đọc lời đúng như người hỏi sẽ đọc và chỗ khác với lần trước.",
			"Đánh dấu xác nhận rồi bấm “Phê duyệt”; hệ thống gửi ngay cho người hỏi.",
			"Cần sửa thì mở “Trả lại để sửa”, ghi điều cần sửa, bấm “Trả lại người soạn”.",
			"Ai có lời trong bản thảo thì không ký bản đó; sửa sau khi duyệt làm mất hiệu lực phê duyệt.",
		}},
		{"Công bố và thu hồi phát ngôn", "statement", []string{
			"Mở phát ngôn chờ công bố, đọc bản xem trước, đánh dấu “Tôi xác nhận đây là phát ngôn chính thức”, bấm “Công bố bản nháp”.",
			"Bản sửa hiện chỗ thêm, bớt so với bản đang hiệu lực; “Các phiên bản và chỗ khác nhau” so hai bản bất kỳ.",
			"“Thu hồi phát ngôn” cần lý do; trợ lý ngừng trích ngay và người đã nhận được báo.",
		}}, gapWork,
		{"Khi vắng mặt", "", []string{"Bấm vào tên mình ở góc trên, phần vắng mặt: chọn người thay và ngày trở lại; thông báo tới người thay."}}}},
	{"press", "Bộ phận báo chí", []section{begin,
		{"Xác minh phóng viên", "", []string{
			"Mở “Phóng viên”: người mới đăng ký đứng trước. Xem ảnh thẻ; mỗi lần xem được ghi lại.",
			"Bấm “Xác minh” kèm thời hạn, “Đề nghị bổ sung”, hoặc “Không xác minh”; người đăng ký được báo kèm lý do.",
		}},
		{"Câu hỏi của báo chí và tin giả", "", []string{
			"Danh sách câu hỏi của báo chí xếp theo hạn của tòa soạn.",
			"“Tin giả”: phân loại vụ việc và giao đơn vị có thẩm quyền kết luận; hệ thống không tự kết luận.",
		}}, talk, gapWork}},
	{"admin", "Quản trị viên", []section{
		{"Tài khoản cán bộ", "officers", []string{
			"Mở “Cán bộ”: thêm tài khoản, sửa, đặt lại mật khẩu, ghi tư cách và văn bản ủy quyền phát ngôn.",
			"Khóa một tài khoản thì mọi phiên của người đó hết hiệu lực ngay.",
		}},
		{"Quy định là dữ liệu", "policies", []string{
			"Mở “Quy định”: ngày nghỉ, thời hạn, căn cứ từ chối, câu mẫu. Mỗi lần sửa là một phiên bản có hiệu lực từ một ngày; bấm “Lưu bản mới”.",
		}},
		{"Tin chưa tới và nhật ký", "audit", []string{
			"“Tin chưa tới” liệt kê tin bị giữ lại kèm lý do; bấm “Gửi lại”.",
			"“Nhật ký” ghi ai đã làm gì, khi nào; không sửa được.",
		}}, gapWork}},
}
