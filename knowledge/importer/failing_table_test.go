package importer

var keptDOCX = []kept{
	{file: "d01-word-online.docx", body: clinicText, facts: clinic},
	{file: "d02c-unicode-empty-vn-run.docx", body: clinicText, facts: clinic},
	{file: "d04-merged-cells.docx", said: []string{"ô gộp"}, has: []string{
		"| Xã | Ngày | Buổi sáng | Buổi chiều |", "| Xã Na Mèo | 16/11/2026 | Nghỉ | Khám mắt |", "| Xã Na Mèo | 17/11/2026 | Khám cả ngày | Khám cả ngày |",
		"| Xã Sơn Thủy | Xã Sơn Thủy | Nghỉ | Khám răng |", "| Xã Tam Lư | Nghỉ lễ | Nghỉ lễ | Khám nhi |", "Người dân mang theo",
	}},
	{file: "d05-number-by-style.docx", has: []string{
		"I. Nhiệm vụ", "a) Tiêm cho trẻ", "b) Thống kê trẻ", "II. Kinh phí", "a) Ngân sách bảo đảm như điểm a, mục I.",
	}, facts: clinic},
	{file: "d06-list-goes-on.docx", has: []string{"1. Khám sàng lọc.", "2. Tiêm vắc xin.", "Sau khi tiêm:", "3. Theo dõi 30 phút", "4. Theo dõi 24 giờ"}},
	{file: "d07-footnote.docx", has: []string{"không phải tiêm lại[1]; phụ huynh", "[1] Trừ trẻ tiêm mũi 1 trước 9 tháng tuổi thì vẫn phải tiêm lại."}, said: []string{"chú thích"}},
	{file: "d09-superscript.docx", has: []string{"2,4 x 10⁶ CFU/100 ml, vượt giới hạn 10³ CFU/100 ml."}},
	{file: "d10-struck-out.docx", body: "Thời gian tiêm: 7 giờ 30 phút ngày 15/11/2026.", said: []string{"gạch ngang", "“8 giờ”"}},
	{file: "d11-caps-by-format.docx", body: clinicText, facts: with(clinic, "document_no", "321/TB-SYT")},
	{file: "d13-symbol.docx", body: "☑ Có tiêm buổi sáng\n\n□ Có tiêm buổi chiều\n\nNhiệt độ bảo quản ≤ 8 độ C."},
	{file: "d15-letterhead-in-header.docx", body: clinicText, facts: clinic},
	{file: "d16-altchunk.docx", body: "Nội dung:\n\nTrẻ sốt trên 38,5 độ tạm hoãn tiêm."},
	{file: "d20-placeholder.docx", body: clinicText, said: []string{"“Nhấp hoặc chạm vào đây để nhập văn bản.”"}},
	{file: "d33-number-00.docx", facts: with(clinic, "unit", "TH-UBND", "document_no", "12/2026/QĐ-UBND", "title", "Quyết định về việc tiêm chủng mở rộng tháng 11 năm 2026")},
	{file: "d33-number-07.docx", facts: with(clinic, "document_no", "101/TB-SYT")},
	{file: "d34-signer-00.docx", facts: with(clinic, "position", "Phó Chủ tịch Thường trực", "spokesperson", "Phạm Hữu Khánh")},
	{file: "d34-signer-01.docx", facts: with(clinic, "position", "Chánh Văn phòng", "spokesperson", "Đỗ Đình Ứng")},
	{file: "d39-noi-nhan-ho-so.docx", has: []string{
		"1. Số lượng cần tuyển", "2. Thời gian nhận", "Nơi nhận hồ sơ: Phòng Tổ chức cán bộ", "trước ngày 31/12/2026.",
	}, hasNot: []string{"Lưu: VT"}},
	{file: "l-tcvn3-body-style.docx", refused: "phông chữ cũ"},
	{file: "thongbao.docx", facts: map[string]string{
		"unit": "TH-VPUB", "document_no": "215/TB-VP", "position": "Phó Chánh Văn phòng", "spokesperson": "Đỗ Đình Ứng",
		"title": "Kết luận của Phó Chủ tịch UBND tỉnh Phạm Hữu Khánh tại cuộc họp về công tác chuẩn bị ứng phó mưa lũ cuối năm 2026",
	}, has: []string{"Ngày 15/11/2026, tại Trụ sở", "I. ĐÁNH GIÁ CHUNG", "b) Vận hành hồ", "biết, thực hiện./."}},
}

var keptHTML = []kept{
	{file: "h01-aspnet-form.html", body: water},
	{file: "h01b-search-form-not-closed.html", body: water},
	{file: "h02-one-bad-byte.html", has: []string{"phường ph\ufffda b\ufffdc.", waterSecond}, said: []string{"ký tự hỏng"}},
	{file: "h02b-one-bad-byte-no-meta.html", has: []string{"phường phía b\ufffdc.", waterSecond}, said: []string{"ký tự hỏng"}},
	{file: "h03-tcvn3-font-tag.html", refused: "phông chữ cũ"},
	{file: "h04-spans.html", said: []string{"ô gộp"}, has: []string{
		"| Xã | Ngày | Sáng | Chiều |", "| Na Mèo | 16/11 | Nghỉ | Có nước |", "| Na Mèo | 17/11 | Có nước cả ngày | Có nước cả ngày |", "| Tam Lư | Nghỉ | Nghỉ | Có nước |",
	}},
	{file: "h06-sup.html", body: "Mật độ coliform là 2,4 x 10⁶ CFU/100 ml, vượt giới hạn 10³. Diện tích 5 km²; nồng độ CO₂."},
	{file: "h07-hidden.html", body: water, said: []string{"“Bản nháp: chưa công bố.”", "“Ẩn bằng thuộc tính.”", "“Đọc to”"}},
	{file: "h08-struck.html", body: "Thời gian cấp nước: 5 giờ ngày 15/11/2026, giá 9.450 đồng.", said: []string{"gạch ngang", "“8 giờ", "giá 9.000 đồng"}},
	{file: "h11-main-with-related.html", body: water},
	{file: "h27-first-table-no-title.html", body: "| Xã | Giờ cắt điện |\n| --- | --- |\n| Na Mèo | 7 giờ đến 11 giờ |\n\nCông ty Điện lực xin thông báo."},
}

var keptFeeds = []kept{
	{file: "r01-ampersand.xml", drafts: 2, body: "Từ ngày 15/11/2026 có nước lại.", said: []string{"Mục 2: "}, facts: map[string]string{"title": "Cấp nước trở lại"}},
	{file: "r03-control.xml", body: "Từ ngày 15/11/2026 có nước lại.", said: []string{"ký tự điều khiển"}},
	{file: "r04-date-00.xml", facts: map[string]string{"issued_at": "12/11/2026 08:30"}},
	{file: "r04-date-01.xml", facts: map[string]string{"issued_at": "12/11/2026 23:30"}},
	{file: "r13-content-begins-with-table.xml", body: "| Xã | Giờ cắt điện |\n| --- | --- |\n| Na Mèo | 7 giờ đến 11 giờ |\n\nCông ty Điện lực xin thông báo."},
}

var keptTables = []kept{
	{file: "c01-semicolon-excel-vn.csv", has: []string{"Từ ngày 15/11/2026, nhà máy nước Hòa Phú, nhà máy nước Mật Sơn", "mới sử dụng."}, facts: map[string]string{"title": "Cấp nước trở lại", "unit": "TH-YT"}},
	{file: "c07-tcvn3.csv", said: []string{"phông chữ cũ"}},
	{file: "x00-base.xlsx", body: "Ngày 18/11/2026 cắt điện từ 7 giờ đến 11 giờ tại thôn Phúc Ngán.", facts: map[string]string{"issued_at": "12/11/2026 09:00"}},
	{file: "x01-lich-cat-dien.xlsx", said: []string{"bảng số liệu"}, facts: map[string]string{"unit": "TH-PC", "title": "LỊCH NGỪNG, GIẢM CUNG CẤP ĐIỆN TUẦN 47 (từ 16/11/2026 đến 22/11/2026)"}, has: []string{
		"| STT | Điện lực | Ngày | Thời gian | Thời gian | Khu vực ngừng cấp điện | Lý do |", "| STT | Điện lực | Ngày | Từ | Đến | Khu vực",
		"| 1 | Cẩm Thủy | 18/11/2026 | 07:00 | 11:00 | Thôn Phúc Ngán, thôn Đồi Công xã Cẩm Thủy | Sửa chữa định kỳ |", "| 2 | Cẩm Thủy | 19/11/2026 | 06:30 | 15:00 | Trạm Cẩm Vân 3 |",
	}},
	{file: "x02-hidden-sheet.xlsx", body: "Ngày 18/11/2026 cắt điện từ 7 giờ đến 11 giờ tại thôn Phúc Ngán.", said: []string{"“Nháp”"}},
	{file: "x02c-struck-row.xlsx", body: "Ngày 18/11/2026 cắt điện từ 7 giờ đến 11 giờ tại thôn Phúc Ngán.", said: []string{"gạch ngang"}},
	{file: "x13-second-sheet-notes.xlsx", body: "Ngày 18/11/2026 cắt điện từ 7 giờ đến 11 giờ tại thôn Phúc Ngán.", said: []string{"“Hướng dẫn”"}},
}
