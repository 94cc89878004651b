package privacy_test

import (
	"testing"

	"phatngon/internal/desk/privacy"
)

// The questions of internal/flow's askings, which stay on record.
func TestWhatTellsWhoAsksIsNotKept(t *testing.T) {
	for _, question := range []string{
		"Tôi là Lê Thị Lan, bao giờ tôi được nhận tiền?", "em ten la Lan bao gio co lich tiem", "Con tôi tên Minh học ở đâu?",
		"nhà em ở thôn 3 xã Cẩm Thạch bao giờ có điện", "toi dang song o ban On bao gio co nuoc sach", "số nhà 12 phố Lê Lợi bao giờ có nước",
		"ông Nguyễn Văn A có được hưởng chế độ không", "chị Lò Thị Mai hộ nghèo năm nay được bao nhiêu", "Nguyễn Thị Hoa đã được cấp sổ chưa",
		"xe 36A-123.45 bị phạt bao nhiêu", "họ tên tôi có trong danh sách không", "mẹ tôi sinh năm 1950 được trợ cấp không",
		"toi la giao vien muon hoi luong", "con toi bi soi co phai nghi hoc khong", "Lê Minh Tuấn có tên trong danh sách không",
	} {
		if !privacy.Identifies(question) {
			t.Errorf("%q tells who asks", question)
		}
	}
	for _, question := range []string{
		"lịch khám gọi 0912 345 678 hay 1900.9095 được không", "hồ sơ 038201001234 nộp ở đâu", "gửi đơn về lan.le@thanhhoa.vn có được?",
		"trẻ em là người dân tộc có được khám miễn phí", "xã Đông Sơn nay tên là gì", "tôi ở xã Cẩm Thạch thì nộp hồ sơ ở đâu",
		"đổi họ tên trong giấy khai sinh làm thế nào", "đường Nguyễn Chí Thanh bao giờ làm xong", "huyện Hà Trung Thanh Hóa nay thuộc xã nào",
		"bao giờ bác sĩ về khám cho bà con bản Ón", "chung minh la gi, van minh la gi", "so dien thoai van phong 0237 3852 246",
	} {
		if privacy.Identifies(question) {
			t.Errorf("%q tells nobody: %+v", question, privacy.Find(question))
		}
	}
}

func TestMaskLeavesNoNumberOrAddress(t *testing.T) {
	for text, want := range map[string]string{
		"gọi 0912 345 678 hay 1900.9095":           "gọi [số] hay [số]",
		"lan.le@thanhhoa.vn, facebook.com/lan.le":  "[thư điện tử], [liên kết]",
		"zalo @lan_le, năm 2026, 312 ca, 12 người": "zalo [tài khoản], năm 2026, 312 ca, 12 người",
	} {
		got := privacy.Mask(text)
		if got != want {
			t.Errorf("Mask(%q) = %q, want %q", text, got, want)
		}
		if rest, found := privacy.Unmasked(got); !found || privacy.Mask(rest) != rest {
			t.Errorf("Unmasked(%q) = %q, %t", got, rest, found)
		}
	}
}
