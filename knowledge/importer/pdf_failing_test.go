package importer

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"phatngon/knowledge/importer/paper"
)

// failing is a file of testdata/failing, each of which lost, moved or altered
// words: what its draft must hold and must not, facts and problems included.
type failing struct {
	file        string
	holds, lack []string
}

const vaccination = "title = Thông báo về việc tiêm chủng mở rộng tháng 11 năm 2026 ("

var failingPDFs = []failing{
	{"p01c-lzw-middle-page.pdf", []string{"\n\nRiêng xã Tượng Sơn tiếp tục mất nước đến hết ngày 18/11/2026; người dân không dùng nước giếng khoan để ăn uống.\n\nThông báo này"}, nil},
	{"l-shadow.pdf", []string{"\n\nLưu ý: trẻ sốt tạm hoãn tiêm.\n", "Trang 1 có chữ vẽ hai lần"}, []string{"LL"}},
	{"l-spacing.pdf", []string{vaccination, "\n\nLưu ý: trẻ sốt tạm hoãn tiêm.\n"}, []string{"T H", "L ư u"}},
	{"p10-turned-text-page.pdf", []string{"\n\nLịch cấp nước luân phiên từ ngày 15/11/2026:\n\nXã Tượng Sơn: 5 giờ đến 9 giờ; xã Hoằng Lộc: 14 giờ đến 20 giờ.\n\nSau 20 giờ"}, nil},
	{"p11-form-fields.pdf", []string{"Mức giá nước sạch sinh hoạt mới là 9.450 dong/m3", "áp dụng từ ngày 01/12/2026"}, []string{"! body"}},
	{"p11b-xfa.pdf", []string{"biểu mẫu XFA", "dùng tệp gốc"}, []string{"Please wait"}},
	{"p13-flattened-signature.pdf", []string{"spokesperson = Lê Khánh Tường", "unit = TH-YT", "Trang 1 có chữ chồng lên nhau", "“Người ký: SỞ Y TẾ"}, []string{"GKý", "LMê"}},
	{"p15-white-text.pdf", []string{"không thấy (chữ trắng", "“Bản nháp: chưa được phép công bố.”"}, []string{"\nBản nháp"}},
	{"l-superscript.pdf", []string{"2,4 x 10⁶ CFU/100 ml, vượt giới hạn 10³ CFU/100 ml; diện tích 1.200 m².", "“10⁶, 10³, m²”"}, []string{"106", "103", "m2"}},
	{"p19-ocr-layer.pdf", []string{"Trang 1: chữ do máy nhận dạng", "đối chiếu"}, nil},
	{"p20-scan-with-signature-text.pdf", []string{"bản quét ảnh", "chữ ký số"}, []string{"Ký bởi"}},
	{"l-running-head.pdf", []string{"Trang 1, 2 có đầu trang, chân trang", "“Thông báo số 321/TB-SYT của Sở Y tế”", "ngành.\n\nSở Y tế đề nghị"}, []string{"Trang 1/2", "Trang 2/2", "\nThông báo số 321"}},
	{"l-page-number-top.pdf", []string{"unit = TH-YT", vaccination}, []string{"\n1\n", "\n2\n"}},
	{"l-footnotes.pdf", []string{"lập danh sách trẻ chưa tiêm đủ mũi, gửi về Trung tâm Kiểm soát bệnh tật tỉnh trước ngày 8/12/2026", "ngành.¹\n\n1 Trừ trẻ tiêm mũi 1 trước 9 tháng tuổi thì vẫn phải tiêm lại.\n\nSở Y tế", "Trang 1 có chú thích cuối trang"}, nil},
	{"c-short-first.pdf", []string{vaccination, "---\nTừ ngày 15/11/2026, các trạm y tế tiêm vắc xin sởi cho trẻ em.\n\nPhụ huynh"}, nil},
	{"congvan.chrome.pdf", []string{"issued 2026-11-09", "---\nKính gửi:\n\n- Báo Đất Mới;", "title = Về việc cung cấp thông tin về tình hình bệnh sốt xuất huyết và công tác phòng, chống dịch trên địa bàn tỉnh ("}, nil},
	{"hopbao.chrome.pdf", []string{"thường kỳ quý IV năm 2026 (", "---\nTại buổi họp báo"}, []string{"___"}},
	{"thongcao.lo.pdf", []string{"| Giá trị sản xuất công nghiệp | tỷ đồng | 182.640 | +14,2 |\n| Kim ngạch xuất khẩu |", "| Diện tích lúa mùa bị ngập | ha | 1.245 | -38,6 |", "Trang 1 có bảng"}, nil},
	{"l-marks-free.pdf", []string{vaccination, "Từ ngày 15/11/2026, các trạm y tế tổ chức tiêm vắc xin sởi", "đăng ký trước với trưởng thôn; những trường hợp ốm sốt được hẹn lịch khác."}, []string{"! body"}},
	{"l-tcvn3-body-only.pdf", []string{"phông chữ cũ"}, []string{"Tõ ngµy"}},
	{"congvan.enc256.pdf", []string{"document_no = 1847/SYT-NVY", "---\nKính gửi:", "khi sốt cao liên tục trên 2 ngày"}, nil},
	{"congvan.rot90.pdf", []string{"document_no = 1847/SYT-NVY", "---\nKính gửi:", "đường dây nóng 0237.000.1115."}, nil},
	{"p16-no-tounicode.pdf", []string{"76 chữ không đọc được", "Trang 1 có bảng", "phông chữ không nói rõ hoặc nói sai"}, nil},
	{"p08-two-columns.pdf", []string{"---\nNhà máy nước Hòa Phú cấp nước trở lại từ ngày 15/11/2026. Bảy xã, phường phía bắc có nước từ 5 giờ sáng. Người dân xả bỏ nước trong đường ống 15 phút trước khi sử dụng.\n\nRiêng xã Tượng Sơn tiếp tục mất nước đến hết ngày 18/11/2026. Xe bồn cấp nước miễn phí tại sân ủy ban xã, mỗi hộ 200 lít một ngày, từ 7 giờ đến 17 giờ hằng ngày.", "Trang 1 có chữ xếp thành cột"}, nil},
	{"v-beside-not-level.pdf", []string{"unit = TH-XD", "document_no = 88/TCBC-SXD", "spokesperson = Lê Văn Cầu", "---\nSở Xây dựng thông tin", "phân luồng tại chỗ.\n"}, []string{"\nGIÁM ĐỐC", "\n- Như trên"}},
	{"v-date-on-two-lines.pdf", []string{"issued 2026-11-20", "title = Về việc bảo đảm an toàn công trình mùa mưa bão (", "spokesperson = Lê Văn Cầu", "---\nKính gửi: Các chủ đầu tư", "\n\nTrân trọng.\n"}, []string{"\n2026", "\nmưa bão", "! body"}},
	{"v-narrow-letterhead.pdf", []string{"document_no = 45/TB-SYT", "spokesperson = Hà Thị Mường Lát", "sau đây:\n\n- Lật úp các dụng cụ", "- Ngủ màn cả ban ngày", "điều trị.\n"}, []string{"\ufffd", "Nơi nhận", "phông chữ không nói rõ"}},
	{"v-letters-cut.pdf", []string{"\ufffdược phê duyệt trước ngày 01/12/2026", "chữ không đọc được do phông chữ", "phông chữ không nói rõ hoặc nói sai"}, []string{" ược"}},
	{"v-raised-hardly-smaller.pdf", []string{"Mật độ 10⁵, 3 × 10⁻², PM₂.₅.", "“10⁵, 10⁻², PM₂.₅”"}, []string{"10−2", "PM2"}},
	{"v-footnote-marks.pdf", []string{"---\nMột¹ và hai² câu.\n\n1. Trừ trẻ sốt.\n\n2. Trừ người có thai.\n\nTừ ngày", "Trang 1 có chú thích cuối trang"}, []string{"Một1", "Sau chữ ký còn"}},
	{"v-marks-apart.pdf", []string{"---\nTừ ngày 15/11/2026, các trạm y tế tổ chức tiêm vắc xin sởi cho trẻ từ 9 tháng tuổi. Phụ huynh mang theo sổ tiêm chủng.\n"}, []string{"ký tự hỏng"}},
	{"v-footnote.pdf", []string{"500.000 đồng mỗi hộ¹ và trả một lần.\n\n1. Trừ hộ đã nhận hỗ trợ trong quý III.\n", "Trang 1 có chú thích cuối trang"}, []string{"Sau chữ ký còn"}},
	{"v-middle-of-page.pdf", []string{"title = Tiến độ sửa chữa các cầu trên tuyến quốc lộ (", "---\nSở Xây dựng thông tin"}, nil},
	{"v-title-under-date.pdf", []string{"title = Về lịch khám sức khỏe học sinh (", "---\nLịch khám sức khỏe"}, nil},
	{"v-columns-of-items.pdf", []string{"thay nước bình hoa hằng tuần;\n\nNgủ màn cả ban ngày, mặc quần áo dài tay.\n\nKhi bị sốt, người dân đến ngay cơ sở y tế gần nhất", "Trang 1 có chữ xếp thành cột"}, []string{"| "}},
	{"v-columns-below-letterhead.pdf", []string{"---\nKính gửi: Ủy ban nhân dân các xã, phường.\n\nSở Xây dựng đề nghị", "trước ngày 15/12/2026.\n\nNội dung rà soát gồm số hộ có thu nhập thấp", "Trang 1 có chữ xếp thành cột"}, []string{"| "}},
}

func TestNoWordOfAPDFChangesSilently(t *testing.T) {
	for _, test := range failingPDFs {
		t.Run(test.file, func(t *testing.T) { test.check(t) })
	}
}

func (f failing) check(t *testing.T) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "failing", f.file))
	if err != nil {
		t.Fatal(err)
	}
	f.read(t, data)
}

func (f failing) read(t *testing.T, data []byte) {
	t.Helper()
	drafts, err := Read(f.file, data, office)
	got := written(drafts)
	var unreadable *paper.Unreadable
	if errors.As(err, &unreadable) {
		got = unreadable.Text
	}
	for _, words := range f.holds {
		if !strings.Contains(got, words) {
			t.Errorf("lacks %q", words)
		}
	}
	for _, words := range f.lack {
		if strings.Contains(got, words) {
			t.Errorf("has %q", words)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
}
