package bot

import (
	"phatngon/bot/hear"
	"testing"
)

func TestDetect(t *testing.T) {
	for want, texts := range map[hear.Intent][]string{
		hear.WantAnswer: {
			"cảm ơn, cho hỏi học phí bao nhiêu", "chào bạn cho mình hỏi giá đất ở Sầm Sơn", "ok thế còn bảo hiểm y tế",
			"ho tro ngu dan bam bien", "đăng tin giả trên facebook bị phạt bao nhiêu", "Năm 2026 có bao nhiêu vụ lừa đảo qua mạng?",
			"thời hạn giải quyết tố cáo là bao lâu", "kết quả giải quyết tố cáo tại xã X", "bao giờ có kết quả tuyển dụng viên chức vòng phỏng vấn",
			"số điện thoại đường dây nóng của Sở Y tế", "địa chỉ tiếp công dân của chủ tịch tỉnh", "kết quả tổng điều tra dân số",
			"tra cứu quy hoạch ở đâu", "hướng dẫn thủ tục cấp sổ đỏ", "tỉnh có kế hoạch gì chống tin giả trên mạng xã hội",
			"ứng dụng trí tuệ nhân tạo ở Thanh Hóa", "làm sao nhận biết lừa đảo qua zalo", "sao ngủ trưa lại bị phạt",
			"thong bao nghi tet", "bão số 9 vào chưa", "giá đất bây giờ là bao nhiêu", "có bao nhiêu phường", "không có nước sạch mấy ngày nay",
			"dữ liệu đất đai của tỉnh", "toi can lam the bao hiem y te", "diện tích lúa bị ngập", "báo cáo tài chính của sở",
			"được hỗ trợ không", "xin hỏi lịch tiêm chủng", "đồng ý với phương án nào", "chợ Vườn Hoa", "mấy giờ làm việc", "hỏi về học phí",
			"Sở Y tế nói gì về ngộ độc", "nghỉ tết mấy ngày", "tiến độ sân bay",
			"bep an ban tru truong con toi co sach khong", "trường học có bếp ăn bẩn không", "che do cho nguoi co cong", "chế độ cho hộ nghèo", "xã đo điện sai", "bo do dien tu",
		},
		hear.WantErase:         {"xoá dữ liệu của tôi", "xoa du lieu cua em", "xóa hết dữ liệu", "xóa thông tin cá nhân của tôi đi"},
		hear.WantPrivacy:       {"quyền riêng tư ạ", "bot lưu thông tin gì của tôi", "dữ liệu của em được lưu ở đâu"},
		hear.WantVictim:        {"Tôi đã chuyển 20 triệu rồi, bị lừa", "em bị lừa đảo qua mạng", "me toi bi lua het tien", "lỡ chuyển tiền cho nick giả mạo", "bị hack facebook, bạn bè của em chuyển tiền rồi"},
		hear.WantDenounce:      {"tôi muốn tố cáo chủ tịch xã", "to cao can bo dia chinh an tien", "gửi đơn tố cáo"},
		hear.WantCode:          {"TH-2026-00012", "th 2026 12 xong chưa", "hồ sơ TH2026-00012 của tôi đến đâu"},
		hear.WantPrivate:       {"cho xin số điện thoại riêng của giám đốc sở", "xin sdt ca nhan cua chu tich xa", "nhà riêng của bí thư ở đâu", "địa chỉ nhà của chủ tịch"},
		hear.WantInvestigation: {"ai bị bắt trong vụ án đất đai", "nghi phạm khai gì, lời khai thế nào", "dien bien dieu tra vu chay"},
		hear.WantCorrection:    {"báo tôi dẫn sai, xin bản ghi chính thức để đính chính", "xin bản nguyên văn để toà soạn trích dẫn sai thì đính chính"},
		hear.WantNotFake:       {"Báo Y viết bài sai sự thật, đề nghị gỡ bài", "bài báo đăng không đúng về xã tôi"},
		hear.WantRumour:        {"trên facebook nói vỡ đập có đúng không", "nghe nói sắp bỏ thi lớp 10 phải không", "tin đồn tăng học phí có thật không ạ", "video trên tiktok nói có dịch, thực hư thế nào"},
		hear.WantReport: {
			"có trang facebook đăng tin sai sự thật về tiêm vắc xin", "tiktok noi co vu bat coc, vo ly qua", "Tôi muốn báo cáo một trang giả mạo công an",
			"group zalo bảo chuyển 200k, lừa đảo k ạ", "fb dang tin gia ve chu tich", "muốn báo tin giả ạ",
		},
		hear.WantHuman:        {"cho em gặp người thật", "gap can bo phu trach voi", "kết nối cán bộ giúp tôi"},
		hear.WantProcedure:    {"hồ sơ em nộp ở phường bị trễ", "nop ho so mot cua qua han roi"},
		hear.WantList:         {"hồ sơ của tôi đến đâu rồi", "xem yêu cầu của em", "tinh trang ho so"},
		hear.WantInterview:    {"xin đăng ký phỏng vấn giám đốc sở", "muon phong van chu tich tinh"},
		hear.WantPersonalList: {"xin danh sách hộ nghèo xã mình", "cung cấp họ tên bệnh nhân cho tôi"},
		hear.WantRequest:      {"Đề nghị Sở Y tế cung cấp số ca ngộ độc", "xin cung cấp bản vẽ quy hoạch", "tôi muốn gửi yêu cầu tới sở"},
		hear.WantWhere:        {"phường Đông Hải giờ thuộc phường nào", "xa dong son nao gio thuoc phuong nao", "xã Quảng Hải sáp nhập vào xã nào"},
		hear.Want24:           {"trong vòng 24h tỉnh có phải lên tiếng không"},
		hear.WantTerm:         {"xin thông tin của xã thì bao lâu được trả lời", "gửi công văn thì bn ngày được trả lời", "may ngay thi phai tra loi yeu cau cung cap thong tin cua cong dan"},
		hear.WantEnglish:      {"What is the school fee policy?", "please help, I need information about visa"},
		hear.ChatGreet:        {"hi", "xin chào ad", "alo", "chào buổi sáng bạn", "ad ơi", "có ai không ạ", "giúp em với"},
		hear.ChatThanks:       {"cảm ơn nhiều nhé", "tks ad", "thank you so much", "ok cảm ơn bạn"},
		hear.ChatBye:          {"tạm biệt", "bye bye"},
		hear.ChatWho:          {"bạn là người hay máy z", "ban la ai", "có phải người thật đang trả lời không"},
		hear.ChatAbuse:        {"bot ngu", "đồ ngu", "vcl", "cán bộ ăn bẩn hết", "đồ chó", "lũ mất dạy"},
		hear.ChatCancel:       {"huỷ", "thôi khỏi", "không cần nữa", "hủy yêu cầu"},
		hear.ChatYes:          {"có", "ok", "vâng ạ", "đồng ý", "gửi đi", "uh", "dạ vâng gửi giúp em"},
		hear.ChatNo:           {"không", "ko", "không ạ", "k cần"},
		hear.ChatHelp:         {"help", "hướng dẫn", "menu", "bạn làm được gì"},
	} {
		for _, text := range texts {
			if got := hear.Detect(hear.Hear(text)); got != want {
				t.Errorf("%q: got %q, want %q", text, got, want)
			}
		}
	}
}

func TestNumber(t *testing.T) {
	for text, want := range map[string]int{"1": 1, " 2. ": 2, "số 3": 3, "so 3 nhe": 3, "chọn 4 ạ": 4, "(5)": 5, "1️⃣": 1, "câu 2": 2, "10": 10} {
		if got, ok := hear.Hear(text).Number(); !ok || got != want {
			t.Errorf("%q: got %d, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "một", "2 triệu đồng", "123", "20/11", "2đ", "ngày 2", "thứ 2", "TH-2026-1", "1 2"} {
		if n, ok := hear.Hear(text).Number(); ok {
			t.Errorf("%q was read as %d", text, n)
		}
	}
}

func TestPayload(t *testing.T) {
	v, argument, ok := hear.ParsePayload(hear.Payload("event", hear.DoAsk, "Học phí v.v. bao nhiêu?"))
	if v != hear.DoAsk || argument != "Học phí v.v. bao nhiêu?" || !ok {
		t.Errorf("got %q %q %v", v, argument, ok)
	}
	if hear.Payload("a", hear.DoFile, "") == hear.Payload("b", hear.DoFile, "") {
		t.Error("two events give one payload")
	}
	for _, typed := range []string{"", "#", "#gui", "#thanhhoa #gui", "#1", "gui.deadbeef", "#gui.xyz", "#gui.DEADBEEF"} {
		if _, _, ok := hear.ParsePayload(typed); ok {
			t.Errorf("%q is taken for a button", typed)
		}
	}
}

func TestUnderstood(t *testing.T) {
	for text, want := range map[string]bool{
		"học phí": true, "giá đất ở đâu": true, "UBND xã": true, "nuoc sach": true, "QL1A tắc đường": true,
		"asdkfj qwrtp zxcv": false, "abc": false, "hjkl": false, "qqq www eee rrr": false,
	} {
		if got := hear.Hear(text).Understood(); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}
