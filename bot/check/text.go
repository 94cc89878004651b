package check

// Every sentence here is a promise; what makes it true is in this package.
const (
	textVerbatim   = "Đúng nguyên văn của tỉnh: nội dung Anh/Chị gửi có trong phát ngôn dưới đây."
	textWithin     = "%s có trong phát ngôn dưới đây."
	textOnce       = "%s từng có trong phát ngôn: %s (%s, ngày %s)."
	textAll        = "Nội dung Anh/Chị gửi"
	textBeginning  = "Phần đầu nội dung Anh/Chị gửi"
	textWords      = "Phần lời Anh/Chị gửi"
	textNear       = "Nội dung Anh/Chị gửi gần giống phát ngôn: %s (%s, ngày %s)."
	textNumber     = "Văn bản số %s có trong danh sách đã công bố của tỉnh: %s (%s, ngày %s). Mời Anh/Chị đối chiếu tên, ngày và nội dung."
	textSameNumber = "Trong danh sách còn %d văn bản khác cùng số này."
	textMentioned  = "Văn bản số %s được nêu trong phát ngôn đã công bố dưới đây."
	textPage       = "Đường dẫn này dẫn tới phát ngôn đã công bố: %s (%s, ngày %s)."
	textChanged    = "Đã bị sửa: nội dung Anh/Chị gửi khác nguyên văn của tỉnh ở %d chỗ (phần khác nhau nằm trong dấu 【 】)."
	textDiffers    = "Khác nguyên văn của tỉnh ở %d chỗ (phần khác nhau nằm trong dấu 【 】). Nếu nội dung Anh/Chị gửi là một thông báo khác thì tôi chưa thấy trong danh sách đã công bố."
	textChange     = "%d. %s\n– Nguyên văn: %s\n– Bản gửi: %s"
	textNothing    = "(không có)"
	textMore       = "… và %d chỗ khác."
	textOfficial   = "Nguyên văn:"
	textUnmarked   = "(Nội dung gửi có chữ không dấu; tôi so các chữ đó không kể dấu.)"
	textCut        = "(Nội dung gửi quá dài; tôi chỉ so phần đầu.)"
	textLinked     = "(Đường dẫn kèm theo không có trong phát ngôn này; tôi không so.)"
	textPart       = "(Đây là một phần; đọc cả đoạn dưới đây mới đủ ý.)"
	textConcluded  = "Đã có kết luận về nội dung này."

	textUnseen       = "Tôi chưa thấy nội dung này trong danh sách đã công bố. Chưa thấy không có nghĩa là nội dung này sai."
	textUnseenNumber = "Tôi chưa thấy văn bản số %s trong danh sách đã công bố. Chưa thấy không có nghĩa là văn bản này không có thật."

	textNoPicture   = "Tôi đã so ảnh này với ảnh trong các vụ việc đã có: chưa thấy. Chưa thấy không có nghĩa là nội dung ảnh sai."
	textLikePicture = "Ảnh này giống ảnh trong vụ việc dưới đây."
	textUnlooked    = "Lúc này tôi chưa tải được ảnh để so với các vụ việc đã có."

	textListed    = "%s có trong danh sách kênh chính thức: %s, của %s."
	textUnlisted  = "%s chưa thấy trong danh sách kênh chính thức. Chưa thấy không có nghĩa là giả."
	textThis      = "Địa chỉ Anh/Chị gửi"
	textNth       = "Địa chỉ thứ %d"
	textOpaque    = "Đường dẫn rút gọn hoặc chia sẻ không cho biết dẫn tới đâu; mời Anh/Chị gửi đường dẫn đầy đủ của trang, tài khoản."
	textPost      = "Nếu đây là đường dẫn một bài viết, mời Anh/Chị gửi đường dẫn của trang, tài khoản đã đăng."
	textOfUnit    = "Kênh chính thức của %s trong danh sách:"
	textNoneOf    = "Danh sách chưa có kênh chính thức nào của %s."
	textNoAddress = "Mời Anh/Chị gửi đường dẫn của trang, tài khoản, hoặc số điện thoại, địa chỉ thư cần kiểm tra."
	textAsk       = "Mời Anh/Chị dán đoạn văn, số văn bản (ví dụ 123/QĐ-UBND), đường dẫn, hoặc gửi ảnh cần kiểm tra. Tôi so với phát ngôn, kết luận và kênh chính thức đã công bố."
)

// kinds are how a change is called.
var kinds = map[string]string{"letters": "Ký tự lạ trông như chữ thường", "date": "Ngày", "number": "Con số",
	"negation": "Từ phủ định", "name": "Tên riêng, địa danh", "words": "Từ ngữ"}
