package askings

import (
	"strings"
	"testing"
)

func TestAskingTextIsMaskedAndInOneLine(t *testing.T) {
	for question, want := range map[string]string{
		"  Xe khám tới\nbản Ón ngày nào? ":                               "Xe khám tới bản Ón ngày nào?",
		"lịch khám gọi 0912 345 678 hay 1900.9095 được không":            "lịch khám gọi [số] hay [số] được không",
		"hồ sơ 038201001234 nộp ở đâu":                                   "hồ sơ [số] nộp ở đâu",
		"gửi đơn về lan.le@thanhhoa.vn hay facebook.com/lan.le có được?": "gửi đơn về [thư điện tử] hay [liên kết] có được?",
		"trẻ em là người dân tộc có được khám miễn phí":                  "trẻ em là người dân tộc có được khám miễn phí",
		"xã Đông Sơn nay tên là gì":                                      "xã Đông Sơn nay tên là gì",
		"tôi ở xã Cẩm Thạch thì nộp hồ sơ ở đâu":                         "tôi ở xã Cẩm Thạch thì nộp hồ sơ ở đâu",
		"đổi họ tên trong giấy khai sinh làm thế nào":                    "đổi họ tên trong giấy khai sinh làm thế nào",
		"đường Nguyễn Chí Thanh bao giờ làm xong":                        "đường Nguyễn Chí Thanh bao giờ làm xong",
		"huyện Hà Trung Thanh Hóa nay thuộc xã nào":                      "huyện Hà Trung Thanh Hóa nay thuộc xã nào",
	} {
		if got, ok := askingText(question); !ok || got != want {
			t.Errorf("%q is kept as %q, %v; want %q", question, got, ok, want)
		}
	}
}

func TestAskingTextIsNotKeptOfWhatIsPersonalOrNoQuestion(t *testing.T) {
	for _, question := range []string{
		"Tôi là Lê Thị Lan, bao giờ tôi được nhận tiền?", "em ten la Lan bao gio co lich tiem", "Con tôi tên Minh học ở đâu?",
		"nhà em ở thôn 3 xã Cẩm Thạch bao giờ có điện", "toi dang song o ban On bao gio co nuoc sach", "số nhà 12 phố Lê Lợi bao giờ có nước",
		"ông Nguyễn Văn A có được hưởng chế độ không", "chị Lò Thị Mai hộ nghèo năm nay được bao nhiêu", "Nguyễn Thị Hoa đã được cấp sổ chưa",
		"xe 36A-123.45 bị phạt bao nhiêu", "họ tên tôi có trong danh sách không", "mẹ tôi sinh năm 1950 được trợ cấp không",
		"ngày nào", "0912 345 678 đúng không", "   ", strings.Repeat("khám bệnh ở đâu ", 20),
	} {
		if got, ok := askingText(question); ok {
			t.Errorf("%.60q is kept as %q", question, got)
		}
	}
}
