package hear

import (
	"strings"
	"testing"

	"phatngon/internal/desk/request"
)

func TestAWishAboutTheConversationIsHeardInOtherWords(t *testing.T) {
	for want, texts := range map[Intent][]string{
		WantErase: {"xóa hết thông tin của tôi", "xoa het thong tin cua toi di", "đừng lưu gì của tôi nữa", "quên tôi đi", "xoá sạch những gì tôi đã nhắn",
			"xóa tin nhắn của em đi", "hãy xóa mọi thông tin về mình trong hệ thống", "tôi không muốn lưu dữ liệu nữa", "xoa moi thu ve toi", "delete my data", "huy tai khoan cua toi"},
		WantCode: {"hồ sơ số 45 của tôi", "ho so so 45 cua em den dau roi", "yêu cầu số 00045 của mình xong chưa", "TG-00045", "th 2026 1", "TH2026-45", "mã 45", "th 00045", "ma so th/2026/45", "Th.2026.00045", "tình trạng yêu cầu TH-00045"},
		WantList: {"tôi gửi yêu cầu hôm trước đến đâu rồi", "yêu cầu của tôi thế nào rồi", "bao giờ trả lời tôi"},
		WantAnswer: {"xóa nợ xấu của tôi ở ngân hàng thế nào", "thủ tục xóa đăng ký tạm trú của tôi", "đường ven biển đến đâu rồi", "thứ 2 có làm việc không",
			"th 2 co cat dien khong", "giay to nha troi het, con trai da dat coc xe nam trieu ma khong co so de vay, cap lai so do mat bao lau",
			"o ngoc lac nam nay co that su xay ra vu bat coc tre em nao khong, that tinh em chi muon biet su that de con biet duong cho con di hoc lai",
			"xóa bài viết về tôi trên báo điện tử được không", "mã số thuế 12 số là gì", "bao giờ trả lời cử tri"},
		WantEnglish: {"tell me about dengue", "Where can i report fake news"},
	} {
		for _, text := range texts {
			if got := Detect(Hear(text)); got != want {
				t.Errorf("Detect(%q) = %s, want %s", text, got, want)
			}
		}
	}
}

func TestACodeIsFoundByItsNumberAlone(t *testing.T) {
	own := []request.Request{{Code: "TH-2026-00045"}}
	for text, want := range map[string]string{
		"TG-00045": "TG-00045", "hồ sơ số 45 của tôi": "TH-2026-00045", "ho so so 7 cua toi": "TH-7", "hồ sơ số 45 của dự án": "", "th 2026 1": "TH-2026-00001", "mã 45": "TH-2026-00045", "th 00045": "TH-2026-00045", "ma so yeu cau 046": "TH-046", "cắt điện ngày 45": "",
	} {
		if got := CodeIn(text, own); got != want {
			t.Errorf("CodeIn(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestWordsFarApartInAStoryDoNotBelongTogether(t *testing.T) {
	story := "hom nuoc vao thi da dat coc xe nam trieu cho thang con. " + strings.Repeat("ca nha ngoi tren gac nhin nuoc chay, ai cung lo. ", 6) + "sang ra lua chin do het ngoai dong. cap lai bia do mat bao lau?"
	if got := Detect(Hear(story)); got != WantAnswer {
		t.Errorf("a story is taken for %s", got)
	}
	near := strings.Repeat("ca nha ngoi tren gac nhin nuoc chay, ai cung lo. ", 6) + "toi da chuyen tien cho nguoi lua dao tren mang roi"
	if got := Detect(Hear(near)); got != WantVictim {
		t.Errorf("a victim's story is taken for %s", got)
	}
}
