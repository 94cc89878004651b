package answer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAQuestionIsSplitWhereEachPartAsksSomethingOfItsOwn(t *testing.T) {
	snap := sampleBase(t).snapshot()
	for question, want := range map[string]string{
		"Mức hỗ trợ lợn bị tiêu hủy là bao nhiêu và nộp hồ sơ ở đâu?":                   "Mức hỗ trợ lợn bị tiêu hủy là bao nhiêu|nộp hồ sơ ở đâu",
		"muc ho tro lon bi tieu huy la bao nhieu va nop ho so o dau":                    "muc ho tro lon bi tieu huy la bao nhieu|nop ho so o dau",
		"hoc phi nam nay bao nhieu? con tien an ban tru thi sao?":                       "hoc phi nam nay bao nhieu|tien an ban tru thi sao",
		"hoc phi nam nay bao nhieu con tien an ban tru thi sao":                         "hoc phi nam nay bao nhieu|tien an ban tru thi sao",
		"hp nam nay bn, con tien an bn z":                                               "hp nam nay bn|tien an bn z",
		"Học phí năm nay bao nhiêu, còn tiền ăn, tiền nước thì thu thế nào?":            "Học phí năm nay bao nhiêu|tiền ăn, tiền nước thì thu thế nào",
		"Vì sao thu ngân sách đạt thấp, còn báo hỏi, phê bình thì bao lâu được trả lời": "Vì sao thu ngân sách đạt thấp|báo hỏi, phê bình thì bao lâu được trả lời",
		"Học phí bao nhiêu; lịch nghỉ Tết thế nào":                                      "Học phí bao nhiêu|lịch nghỉ Tết thế nào",
		"Học phí bao nhiêu? Cho hỏi với, nộp ở đâu?":                                    "Học phí bao nhiêu|nộp ở đâu",
		"Học phí bao nhiêu tiền, tiền ăn, tiền nước thu thế nào":                        "Học phí bao nhiêu tiền|tiền ăn, tiền nước thu thế nào",
		"Học phí bao nhiêu\nlịch nghỉ Tết thế nào":                                      "Học phí bao nhiêu|lịch nghỉ Tết thế nào",
		"- học phí bao nhiêu\n- nộp ở đâu":                                              "học phí bao nhiêu|nộp ở đâu",
		"Học phí bao nhiêu?Nộp ở đâu?":                                                  "Học phí bao nhiêu|Nộp ở đâu",
		"Học phí bao nhiêu và tiền ăn bán trú, tiền nước bao nhiêu?":                    "Học phí bao nhiêu|tiền ăn bán trú, tiền nước bao nhiêu",
		"1) học phí bao nhiêu 2) lịch nghỉ Tết thế nào 3) tiền ăn bán trú":              "học phí bao nhiêu|lịch nghỉ Tết thế nào|tiền ăn bán trú",
		"1. Học phí bao nhiêu?\n2. Nộp ở đâu?":                                          "Học phí bao nhiêu|Nộp ở đâu",
		"Cho hỏi: (1) mức học phí (2) thời gian nghỉ Tết":                               "mức học phí|thời gian nghỉ Tết",
		"Cho xin lịch cắt điện Cẩm Thủy. Học phí năm nay bao nhiêu?":                    "Cho xin lịch cắt điện Cẩm Thủy|Học phí năm nay bao nhiêu",
		"hoc phi nam nay? tien an ban tru?":                                             "hoc phi nam nay|tien an ban tru",
		"sau sap xep tinh minh co may phuong va may xa":                                 "sau sap xep tinh minh co may phuong|may xa",
		"khai hoi lam kinh 2026 may gio, co ban phao hoa ko z":                          "khai hoi lam kinh 2026 may gio|co ban phao hoa ko z",
		"Họp báo quý IV tổ chức mấy giờ, ở đâu ạ?":                                      "Họp báo quý IV tổ chức mấy giờ|ở đâu ạ",
		"Khi nào, ở đâu tổ chức họp báo, ai chủ trì?":                                   "Khi nào, ở đâu tổ chức họp báo|ai chủ trì",
		"Bao giờ thông xe quốc lộ 217 với lại có cấm xe tải không?":                     "Bao giờ thông xe quốc lộ 217|có cấm xe tải không",
		"Ai là giám đốc Sở Văn hóa, Thể thao và Du lịch và làm từ khi nào?":             "Ai là giám đốc Sở Văn hóa, Thể thao và Du lịch|làm từ khi nào",
		"Bao nhiêu hộ còn chưa bàn giao đất và khi nào xong?":                           "Bao nhiêu hộ còn chưa bàn giao đất|khi nào xong",
		"Nhà tôi có lợn bị tiêu hủy. Hỗ trợ bao nhiêu? Nộp ở đâu?":                      "Nhà tôi có lợn bị tiêu hủy. Hỗ trợ bao nhiêu|Nộp ở đâu",
		"Chào ad! Học phí bao nhiêu ạ? Nộp ở đâu? Cảm ơn ad nhiều.":                     "Học phí bao nhiêu ạ|Nộp ở đâu",
		"Tôi nộp ở đâu? Khi nào trả?":                                                   "Tôi nộp ở đâu|Khi nào trả",
		"Học phí bao nhiêu? Khi nào cắt điện? Tôi ở xã Nga Sơn.":                        "Học phí bao nhiêu|Khi nào cắt điện? Tôi ở xã Nga Sơn",
		"Lịch cắt điện Cẩm Thủy ngày nào? Còn Vĩnh Lộc?":                                "Lịch cắt điện Cẩm Thủy ngày nào|Vĩnh Lộc",
		"Đăng ký ở TP. Thanh Hóa thế nào; P. Hạc Thành thu gom rác mấy giờ?":            "Đăng ký ở TP. Thanh Hóa thế nào|P. Hạc Thành thu gom rác mấy giờ",
		"Học phí bao nhiêu? https://x.vn/a?b=c;d tin này có đúng không?":                "Học phí bao nhiêu|https://x.vn/a?b=c;d tin này có đúng không",
		"o dich sxh o quang ngoc dap xong chua, ai phu trach":                           "o dich sxh o quang ngoc dap xong chua|ai phu trach",
		"Mẫu đơn lấy ở đâu… nộp ở đâu":                                                  "Mẫu đơn lấy ở đâu|nộp ở đâu",
		"Học phí đóng ở đâu, bao lâu & tiền ăn bao nhiêu":                               "Học phí đóng ở đâu|bao lâu|tiền ăn bao nhiêu",
		"vé xe buýt điện bn tiền, răng mà mấy hôm ni không chạy, khi mô chạy":           "vé xe buýt điện bn tiền|răng mà mấy hôm ni không chạy|khi mô chạy",
	} {
		if diff := cmp.Diff(want, strings.Join(split(snap.index, question).texts, "|")); diff != "" {
			t.Errorf("%q (-want +got)\n%s", question, diff)
		}
	}
}

func TestOneQuestionIsNotSplit(t *testing.T) {
	snap := sampleBase(t).snapshot()
	for _, question := range []string{
		"Nhà em ngày nào cũng mất nước. Bao giờ có nước lại?",
		"em chua mua bao hiem bao gio. khong co the thi co duoc kham khong?",
		"", "   ", "?", "và", "?!?; ,", "1) 2) 3)", "còn?",
		"Học phí năm nay bao nhiêu?",
		"Sở Văn hóa, Thể thao và Du lịch do ai phụ trách?",
		"Ai là giám đốc Sở Văn hóa, Thể thao và Du lịch?",
		"ai la giam doc so giao duc va dao tao co phai ong A khong",
		"hồ sơ và lệ phí gồm gì",
		"ho so va le phi gom nhung gi",
		"Giá đất và giá nhà bao nhiêu?",
		"Bao nhiêu xã, phường đạt từ 90% dự toán thu trở lên?",
		"Bao nhiêu người chết và bị thương?",
		"Mấy giờ mở cửa và đóng cửa?",
		"Ở đâu và khi nào tổ chức họp báo?",
		"Cô giáo bảo góp tiền lắp máy lạnh, thế có đúng không?",
		"Học phí năm nay bao nhiêu, thế là sao, phải không ạ?",
		"Thẻ nhà báo nào còn dùng được không?",
		"tieu huy bao nhieu con lon o dau",
		"hồ sơ của em nộp ở phường hạc thành bị trễ 1 tháng r, k ai rep",
		"Chào ad. Cho em hỏi học phí năm nay bao nhiêu ạ? Cảm ơn ad nhiều",
		"Cho hỏi về học phí. Năm nay bao nhiêu?",
		"Học phí ở TP. Thanh Hóa bao nhiêu?",
		"Nghị định 237/2026/NĐ-CP và Luật Báo chí quy định bao nhiêu ngày?",
		"Điều kiện: 1) có hộ khẩu 2) thu nhập thấp. Tôi có mua được không?",
		"https://x.vn/a?b=c&d=e;f tin này có đúng không?",
		"Biển Hải Hòa đón bao nhiêu lượt khách và trường có được thu tiền mua điều hòa, máy chiếu của phụ huynh không",
		"Bao nhiêu hộ ở TP. Thanh Hóa được hỗ trợ gì?",
		"nha may xi mang va may bay o dau",
		"Không ai trả lời và bản sao nộp ở đâu?",
		"Nộp sao kê và bản sao ở đâu?",
		"Tôi là phóng viên Báo X, đề nghị Sở Y tế cung cấp số ca ngộ độc tại Bỉm Sơn và kết quả xét nghiệm. Hạn báo in là 17h chiều mai.",
		"Học phí là gì? Lệ phí là gì? Viện phí là gì? Thuế là gì? Án phí là gì? Thủ tục là gì? Hồ sơ là gì?",
		strings.Repeat("Học phí bao nhiêu và nộp ở đâu? ", 60),
	} {
		if got := split(snap.index, question).texts; got != nil {
			t.Errorf("%q is split: %q", question, got)
		}
	}
}

func TestWhatFollowsTheLastQuestionIsAboutAll(t *testing.T) {
	snap := sampleBase(t).snapshot()
	for question, want := range map[string]string{
		"Học phí bao nhiêu? Khi nào cắt điện? Tôi ở xã Nga Sơn.":                     "? Tôi ở xã Nga Sơn",
		"Học phí bao nhiêu? Khi nào cắt điện, ở xã Nga Sơn ấy. Nhà tôi ở đó, thôn A": ". Nhà tôi ở đó, thôn A",
		"Học phí bao nhiêu? Khi nào cắt điện?":                                       "",
	} {
		if got := split(snap.index, question).tail; got != want {
			t.Errorf("%q leaves %q, want %q", question, got, want)
		}
	}
}

func FuzzParts(f *testing.F) {
	snap := sampleBase(f).snapshot()
	for _, seed := range []string{
		"Mức hỗ trợ lợn bị tiêu hủy là bao nhiêu và nộp hồ sơ ở đâu?", "hoc phi bn? con tien an thi sao", "1) a 2) b ở đâu; c\nd", "còn và và còn",
		"https://x?y;z", "\xff và \xc3\x28 ở đâu?", "bao nhiêu, bao nhiêu, bao nhiêu, bao nhiêu", "x. 1. y? 2. z?", "A &00!00", "ok, & ạ? ai",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, question string) {
		rest := question
		for _, part := range split(snap.index, question).texts {
			_, after, ok := strings.Cut(rest, part)
			if !ok || part == "" || part != strings.TrimSpace(part) {
				t.Fatalf("%q is no part of %q after the ones before", part, question)
			}
			rest = after
		}
	})
}
