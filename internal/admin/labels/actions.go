package labels

import "phatngon/internal/desk/cases"

// actions are the plain codes that pages show: channels, who said a line,
// queues, steps of a history, actions of the audit chain.
func actions() []Choice {
	return []Choice{
		{"zalo", "Zalo OA"}, {"miniapp", "Mini App"},
		{"requester", "Người hỏi"}, {"bot", "Trợ lý ảo"},
		{"import", "Đọc từ tệp"}, {"inbox", "Tin đến"}, {"outbox", "Tin gửi đi"},
		{"message", "Tin trả lời người hỏi"}, {"wait", "Báo thời gian chờ"}, {"erase", "Xóa dữ liệu cá nhân"}, {"disown", "Xóa mã người hỏi khỏi hàng đợi"}, {"fate", "Báo phát ngôn thay đổi"},

		{"receive", "Tiếp nhận"}, {"assign", "Nhận xử lý"}, {"transfer", "Chuyển đơn vị"},
		{"draft", "Soạn câu trả lời"}, {"take_back", "Hoàn tác bản thảo"}, {"return", "Trả lại để sửa"}, {"approve", "Phê duyệt phát ngôn"},
		{"refuse", "Từ chối cung cấp"}, {"reach", "Tới người hỏi"}, {"send", "Gửi tới người hỏi"},
		{"published", "Công bố thành phát ngôn"}, {"publish", "Công bố thành phát ngôn"},

		{"clarify", "Hỏi lại người hỏi"}, {"supply", "Người hỏi trả lời"}, {"resume", "Xử lý tiếp, không chờ"}, {"extend", "Gia hạn"},
		{"add", "Người hỏi bổ sung"}, {"withdraw", "Người hỏi rút yêu cầu"}, {"reclock", "Tính lại hạn"},
		{"split", "Chia thành nhiều phần"}, {"together", "Người hỏi chọn nhận chung"}, {"apart", "Người hỏi chọn nhận từng phần"}, {"dispute", "Người hỏi cho rằng chưa đúng câu hỏi"},
		{"request.split", "Chia yêu cầu"}, {"request.together", "Người hỏi chọn nhận chung"}, {"request.apart", "Người hỏi chọn nhận từng phần"}, {"request.dispute", "Người hỏi cho rằng chưa đúng câu hỏi"}, {"request.rate", "Người hỏi đánh giá câu trả lời"},
		{"request.clarify", "Hỏi lại người hỏi"}, {"request.supply", "Người hỏi trả lời"}, {"request.resume", "Xử lý tiếp, không chờ"}, {"request.extend", "Gia hạn yêu cầu"},
		{"request.add", "Người hỏi bổ sung"}, {"request.withdraw", "Người hỏi rút yêu cầu"}, {"request.reclock", "Tính lại hạn yêu cầu"},

		{"join", "Ghép với yêu cầu cùng nội dung"}, {"leave", "Tách ra, xử lý riêng"}, {"topic", "Đặt tiêu đề trung tính"}, {"copy", "Nhận câu trả lời chung"}, {"uncopy", "Câu trả lời chung bị hủy"},
		{"anew", "Câu trả lời chung được ký lại"}, {"recall", "Bản ký lại bị hủy, câu đã gửi vẫn giữ"}, {"reach_anew", "Bản ký lại đã tới người hỏi"},
		{"request.join", "Ghép với yêu cầu cùng nội dung"}, {"request.leave", "Tách yêu cầu ra xử lý riêng"}, {"request.topic", "Đặt tiêu đề trung tính"}, {"request.copy", "Nhận câu trả lời chung"}, {"request.uncopy", "Câu trả lời chung bị hủy"},
		{"request.anew", "Câu trả lời chung được ký lại"}, {"request.recall", "Bản ký lại bị hủy, câu đã gửi vẫn giữ"}, {"request.reach_anew", "Bản ký lại đã tới người hỏi"},
		{"consult", "Gửi người được trích lời xem lại"}, {"hear", "Ý kiến của người được trích lời"},
		{"request.consult", "Gửi người được trích lời xem lại"}, {"request.hear", "Ý kiến của người được trích lời"},
		{"officer.mandate", "Ghi tư cách, ủy quyền phát ngôn"}, {"officer.mandate_end", "Chấm dứt tư cách phát ngôn"},

		{"request.file", "Tiếp nhận yêu cầu"}, {"request.remark", "Ghi chú nội bộ về yêu cầu"}, {"request.assign", "Nhận xử lý yêu cầu"},
		{"request.transfer", "Chuyển yêu cầu"}, {"request.draft", "Soạn câu trả lời"},
		{"request.take_back", "Hoàn tác bản thảo vừa soạn"}, {"request.return", "Trả lại bản thảo"}, {"request.approve", "Phê duyệt câu trả lời"},
		{"request.refuse", "Từ chối cung cấp"}, {"request.reach", "Câu trả lời tới người hỏi"},
		{"request.publish", "Công bố câu trả lời"}, {"handover.close", "Đã liên hệ người chờ gặp cán bộ"},
		{"handover.take", "Nhận trao đổi với người chờ"}, {"handover.say", "Nhắn người đang trao đổi"}, {"handover.give_back", "Trả người trao đổi về hàng chờ"},
		{"handover.pass", "Chuyển người chờ sang đơn vị khác"}, {"handover.end", "Kết thúc trao đổi"}, {"handover.leave", "Người hỏi thôi chờ hoặc dừng trao đổi"},
		{"handover.late", "Báo người chờ là chưa có cán bộ"}, {"handover.idle", "Trao đổi kết thúc vì không ai nhắn"}, {"handover.lapse", "Về hàng chờ vì cán bộ chưa trả lời"}, {"handover.expire", "Thôi chờ vì không có cán bộ"},
		{"end", "cán bộ kết thúc"}, {"close", "đã liên hệ cách khác"}, {"leave", "người hỏi dừng"}, {"idle", "không ai nhắn nữa"}, {"expire", "không có cán bộ nhận"},
		{"statement.draft", "Soạn phát ngôn"}, {"statement.hint", "Chọn câu hỏi để tìm thấy"}, {"statement.publish", "Công bố phát ngôn"},
		{"statement.withdraw", "Thu hồi phát ngôn"}, {"statement.import", "Nhập phát ngôn từ tệp"},
		{"statement.supersede", "Phát ngôn được thay thế"}, {"policy.save", "Đổi dữ liệu quy định"},
		{"statement.retract", "Phát ngôn thôi hiệu lực do gỡ nhãn"},
		{"case.file", "Mở vụ việc từ báo tin"}, {"case.classify", "Phân loại vụ việc"}, {"case.reclassify", "Phân loại lại vụ việc"},
		{"case.transfer", "Chuyển vụ việc"}, {"case.verify", "Bắt đầu kiểm chứng"}, {"case.ask", "Hỏi đơn vị khác"}, {"case.reply", "Trả lời đơn vị hỏi"},
		{"case.draft", "Soạn kết luận"}, {"case.return", "Trả lại dự thảo kết luận"}, {"case.conclude", "Ký kết luận"}, {"case.label", "Gắn nhãn"},
		{"case.publish", "Công bố, cảnh báo"}, {"case.forward", "Chuyển cơ quan khác"}, {"case.take_down", "Đề nghị gỡ bỏ"}, {"case.finish", "Kết thúc vụ việc"},
		{"case.unlabel", "Gỡ nhãn"}, {"case.reject", "Không thụ lý"}, {"case.refer", "Chuyển cơ quan có thẩm quyền"}, {"case.reopen", "Mở lại vụ việc"},
		{"case.admit", "Đổi người được xem"}, {"case.look", "Xem nội dung mức 2a"}, {"case.reclock", "Tính lại hạn của vụ việc"}, {"case.join", "Thêm báo tin vào vụ việc"},
		{"case.unjoin", "Bỏ báo tin khỏi vụ việc"}, {"case.split", "Tách vụ việc"}, {"case.unsplit", "Hoàn tác tách"}, {"case.merge", "Gộp vào vụ việc khác"},
		{"case.absorb", "Nhận báo tin của vụ việc gộp"}, {"case.unmerge", "Hoàn tác gộp"}, {"case.release", "Trả báo tin của vụ việc gộp"}, {"case.settle", "Ghi nhận gộp, tách"}, {"case.lapse", "Chưa gộp được"},
		{"case.surge", "Cảnh báo dồn dập"}, {"case.expire", "Xóa nội dung hết thời hạn lưu"}, {"alert.seen", "Đã xem cảnh báo"},
		{"case.pack", "Lập hồ sơ chứng cứ"}, {"case.hand", "Giao hồ sơ chứng cứ"}, {"case.identify", "Xem ai đã báo tin"}, {"case.confirm", "Xác nhận kết luận vẫn đúng"}, {"case.alias", "Ghi nơi đường dẫn dẫn tới"}, {"case.unalias", "Bỏ ghi nhận nơi dẫn tới"},
		{"case", "Báo kết quả cho người báo tin"},
		{"activity.record", "Ghi sổ hoạt động báo chí"}, {"activity.finish", "Ghi nhận đã phát ngôn"}, {"activity.strike", "Gạch bỏ một dòng của sổ"},
		{"asking.hide", "Bỏ qua một lượt hỏi"},
		{"verdict.take", "Nhận ý kiến của người hỏi làm nhãn"}, {"verdict.throw", "Bỏ ý kiến của người hỏi"}, {"verdict.export", "Xuất nhãn câu hỏi"},
		{"case.receive", "Tiếp nhận báo tin"},
		{"statement.conclusion", "Kết luận thành phát ngôn"},
		{"officer.create", "Thêm tài khoản"}, {"officer.disable", "Khóa hoặc mở tài khoản"}, {"officer.edit", "Sửa tài khoản"}, {"officer.password_reset", "Đặt lại mật khẩu"}, {"officer.logout_others", "Đăng xuất các phiên khác"},
		{"officer.login", "Đăng nhập"}, {"officer.login_failed", "Đăng nhập sai"}, {"officer.password", "Đổi mật khẩu"}, {"officer.away", "Báo vắng mặt"}, {"mail", "Thư báo việc cho cán bộ"},
		{"officer.invite", "Mời cán bộ, mở tài khoản"}, {"officer.password_link", "Gửi liên kết đặt mật khẩu"}, {"officer.forgotten", "Gửi liên kết cho người quên mật khẩu"}, {"officer.password_set", "Đặt mật khẩu bằng liên kết"},
		{"audit.export", "Xuất nhật ký"}, {"signin_mail", "Thư có liên kết đặt mật khẩu"},
		{"officer.second_on", "Bật xác thực hai bước"}, {"officer.second_off", "Tắt xác thực hai bước"}, {"officer.second_reset", "Đặt lại xác thực hai bước"}, {"officer.second_failed", "Sai mã xác thực hai bước"},
		{"officer.recovery_code", "Dùng một mã dự phòng"}, {"officer.recovery_renew", "Lấy mã dự phòng mới"},
		{"inbox.resend", "Xử lý lại tin đến"}, {"outbox.resend", "Gửi lại tin"},
		{"request.kind", "Đổi loại yêu cầu"}, {"press.register", "Gửi đăng ký phóng viên"}, {"press.supply", "Bổ sung đăng ký phóng viên"}, {"press.verify", "Xác minh phóng viên"}, {"press.ask", "Đề nghị phóng viên bổ sung"},
		{"press.refuse", "Không xác minh phóng viên"}, {"press.revoke", "Thu hồi xác minh phóng viên"}, {"press.look", "Xem ảnh thẻ phóng viên"}, {"press.see", "Xem họ tên phóng viên"}, {"press.withdraw", "Phóng viên rút đăng ký"},
		{"press.follow", "Đổi nội dung theo dõi"}, {"press.remind", "Nhắc sắp hết hạn xác minh"}, {"press.expire", "Hết hạn xác minh phóng viên"}, {"press.replace", "Thay bằng đăng ký mới"},
		{"rights.file", "Nhận đề nghị về dữ liệu cá nhân"}, {"rights.done", "Đã thực hiện đề nghị về dữ liệu"}, {"rights.refuse", "Từ chối đề nghị về dữ liệu"}, {"rights.extend", "Gia hạn đề nghị về dữ liệu"},
		{"rights.fulfil", "Hệ thống đã thực hiện"}, {"rights.reclock", "Tính lại hạn theo lịch làm việc mới"}, {"rights.moot", "Không còn dữ liệu: người đề nghị đã xóa"},
		{"claim.chat", "từ Zalo"}, {"claim.app", "từ Mini App"}, {"claim.zalo", "Zalo báo người dùng rút quyền"}, {"claim.panel", "trên giấy, điện thoại"},
		{"officer.link_code", "Lấy mã nối Zalo"}, {"officer.link", "Nối tài khoản Zalo"}, {"officer.unlink", "Bỏ nối tài khoản Zalo"},
		{"press.clean", "Xóa ảnh thẻ phóng viên"}, {"press.erase", "Xóa đăng ký theo yêu cầu"},
		{"requester.erase", "Xóa dữ liệu cá nhân theo yêu cầu"},
	}
}

// outcomes are what a conclusion says (NĐ 328/2026, Art. 8).
func outcomes() []Choice {
	return []Choice{
		{string(cases.IsFalse), "Là tin giả, tin sai sự thật"}, {string(cases.NotFalse), "Không phải là tin giả, tin sai sự thật"},
		{string(cases.Unverifiable), "Không có điều kiện xác thực"},
	}
}
