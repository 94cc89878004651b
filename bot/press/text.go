package press

// A text in Vietnamese, and in English for foreign press. Every sentence is a promise; what
// makes it true is in internal/flow/press.
type text struct{ vi, en string }

// in is the text in the language that is spoken.
func (t text) in(english bool) string {
	if english {
		return t.en
	}
	return t.vi
}

var (
	textNewsroom = text{
		"Đăng ký phóng viên. Anh/Chị làm việc cho cơ quan báo chí nào? Gõ tên cơ quan.",
		"Press registration. Which newsroom do you work for? Please type its name."}
	textKind = text{
		"Cơ quan báo chí: %s. Anh/Chị thuộc loại nào?",
		"Newsroom: %s. Which of these are you?"}
	textPicture = text{
		"Mời Anh/Chị gửi ảnh chụp rõ %s vào cuộc trò chuyện này (nhiều nhất %d ảnh).",
		"Please send a clear photo of your %s into this chat (up to %d photos)."}
	textMorePictures = text{
		"Chỉ gửi được %d ảnh một lần; ảnh vừa rồi chưa được thêm.",
		"Only %d photos can be sent at once; the last one was not added."}
	textConfirm = text{
		"Đăng ký sẽ gửi: %s – %s – %d ảnh.",
		"This will be sent: %s – %s – %d photo(s)."}
	textConsent = text{
		"Khi chọn “Đồng ý và gửi”, Anh/Chị đồng ý để bộ phận báo chí của Văn phòng Ủy ban nhân dân tỉnh dùng ảnh và tên cơ quan báo chí chỉ để xác minh. Trên hệ thống này chỉ bộ phận đó xem được ảnh, và mỗi lần xem được ghi vào nhật ký. Ảnh được xóa %d ngày sau khi có quyết định; rút đăng ký thì ảnh được xóa ngay. Khi đã xác minh, tên cơ quan, họ tên trên thẻ và thời hạn được lưu cùng đăng ký. Đơn vị trả lời câu hỏi của Anh/Chị thấy vai trò và cơ quan báo chí, không thấy tên. Nhắn “quyền riêng tư” để xóa tất cả. Xin không gửi ảnh căn cước.",
		"By choosing “Agree and send” you agree that the press desk of the Office of the Provincial People's Committee uses the photos and the name of your newsroom only to verify you. In this system only the press desk can see the photos, and each look is logged. The photos are removed %d days after the decision; if you withdraw, at once. Once you are verified, the newsroom, the name on the card and the expiry are kept with the registration. A unit that answers your questions sees your role and newsroom, not your name. Write “delete my data” to have everything removed. Please do not send an identity card."}
	textSent = text{
		"Đã nhận đăng ký phóng viên %s. Trạng thái: %s. Bộ phận báo chí xem xét; kết quả được gửi vào cuộc trò chuyện này, nếu đã lâu Anh/Chị không nhắn thì Zalo chỉ cho gửi khi Anh/Chị nhắn lại. Nhắn “đăng ký phóng viên” để xem tình trạng.",
		"Press registration %s received. State: %s. The press desk will look at it; the result is sent into this chat (if you have not written for long, Zalo lets us send it only when you write again). Write “press registration” to see where it stands."}
	textState = text{
		"Đăng ký phóng viên %s – %s\nCơ quan báo chí: %s\n%s",
		"Press registration %s – %s\nNewsroom: %s\n%s"}
	textUntil = text{"Có giá trị đến hết ngày %s.", "Valid until the end of %s."}
	textWhy   = text{"Bộ phận báo chí ghi: %s", "The press desk writes: %s"}
	textSure  = text{
		"Rút đăng ký phóng viên %s? Anh/Chị không còn xem được phát ngôn dành cho báo chí; ảnh đã gửi được xóa.",
		"Withdraw press registration %s? You will no longer see statements for the press; the photos are removed."}
	textQuit      = text{"Đã rút đăng ký phóng viên %s.", "Press registration %s is withdrawn."}
	textNoneToDo  = text{"Anh/Chị chưa có đăng ký phóng viên nào đang mở.", "You have no open press registration."}
	textFollowHow = text{
		"Anh/Chị muốn nhận tin khi có phát ngôn mới của đơn vị nào, chủ đề nào? Gõ tên đơn vị hoặc chủ đề, cách nhau bằng dấu phẩy. %s",
		"Of which units or topics do you want to hear new statements? Type their names, separated by commas. %s"}
	textFollowing  = text{"Đang theo dõi: %s.", "You follow: %s."}
	textFollowNone = text{"Hiện chưa theo dõi gì.", "You follow nothing now."}
	textAll        = text{"tất cả phát ngôn mới", "all new statements"}
	textFollowed   = text{
		"Đã ghi. %s Phát ngôn mới được báo vào cuộc trò chuyện này; nếu đã lâu Anh/Chị không nhắn, Zalo chỉ cho gửi khi Anh/Chị nhắn lại. Danh sách luôn có trong ứng dụng, mục “Thẻ phóng viên”.",
		"Noted. %s New statements are announced in this chat; if you have not written for long, Zalo lets us send them only when you write again. The list is always in the app, under “Thẻ phóng viên” (press card)."}
	textOnlyVerified = text{"Chỉ phóng viên đã xác minh theo dõi được phát ngôn mới.", "Only verified reporters can follow new statements."}
	textNew          = text{"Phát ngôn mới theo đăng ký theo dõi của Anh/Chị: “%s” – %s, ngày %s.%s", "New statement that you follow: “%s” – %s, %s.%s"}
	textDigest       = text{"%d phát ngôn mới theo đăng ký theo dõi của Anh/Chị:", "%d new statements that you follow:"}
	textDigestLine   = text{"– “%s” – %s, ngày %s.%s", "– “%s” – %s, %s.%s"}
	textDigestMore   = text{"Và %d phát ngôn khác; danh sách trong ứng dụng, mục “Thẻ phóng viên”. Gõ tên phát ngôn để đọc.", "And %d more; the list is in the app, under “Thẻ phóng viên” (press card). Type a title to read."}
	textDaily        = text{"báo gộp mỗi ngày một tin, sau 8 giờ sáng", "told in one message a day, after 8 in the morning"}
	textForPress     = text{" Dành cho báo chí.", " For the press only."}

	textVerified = text{
		"Đăng ký phóng viên %s đã được xác minh, có giá trị đến hết ngày %s. Anh/Chị xem được phát ngôn dành cho báo chí và theo dõi được phát ngôn mới.",
		"Press registration %s is verified, valid until the end of %s. You now see statements for the press, and can follow new ones."}
	textAsked   = text{"Đăng ký phóng viên %s cần bổ sung. Bộ phận báo chí ghi: %s", "Press registration %s needs more. The press desk writes: %s"}
	textRefused = text{
		"Đăng ký phóng viên %s chưa được xác minh. Lý do: %s\nAnh/Chị vẫn hỏi và gửi yêu cầu được; có thể đăng ký lại.",
		"Press registration %s was not verified. Reason: %s\nYou can still ask and file requests, and register again."}
	textRevoked = text{
		"Xác minh phóng viên theo đăng ký %s đã bị thu hồi. Lý do: %s",
		"The verification of press registration %s was revoked. Reason: %s"}
	textRemind = text{
		"Xác minh phóng viên theo đăng ký %s hết hạn vào cuối ngày %s. Để tiếp tục xem phát ngôn dành cho báo chí, Anh/Chị đăng ký lại trước ngày đó.",
		"The verification of press registration %s ends with %s. To keep seeing statements for the press, please register again before."}
	textExpired = text{
		"Xác minh phóng viên theo đăng ký %s đã hết hạn. Anh/Chị vẫn hỏi và gửi yêu cầu được; phát ngôn dành cho báo chí chỉ xem lại được sau khi đăng ký lại.",
		"The verification of press registration %s has expired. You can still ask and file requests; statements for the press are shown again once you are verified anew."}
	textNoPicture = text{
		"Đăng ký CHƯA được gửi: một ảnh không nhận được (%s). Anh/Chị nhắn “đăng ký phóng viên” và gửi lại ảnh.",
		"Your registration was NOT sent: a photo could not be received (%s). Please write “press registration” and send the photo again."}
	whyNotHad = text{"chưa tải được từ Zalo", "it could not be fetched from Zalo"}
	whyNone   = text{"tệp hỏng, quá lớn hoặc không phải ảnh", "it is damaged, too large or not a picture"}

	card   = text{"thẻ nhà báo (thẻ phóng viên)", "press card"}
	letter = text{"giấy giới thiệu của cơ quan báo chí", "letter of introduction"}

	titleSend     = text{"Đồng ý và gửi", "Agree and send"}
	titleCancel   = text{"Hủy", "Cancel"}
	titleName     = text{"Sửa tên cơ quan", "Change newsroom"}
	titleCard     = text{"Gửi thêm ảnh", "Send another photo"}
	titleQuit     = text{"Rút đăng ký", "Withdraw registration"}
	titleLeave    = text{"Rút", "Withdraw"}
	titleKeep     = text{"Giữ lại", "Keep it"}
	titleAnew     = text{"Đăng ký lại", "Register again"}
	titleFollows  = text{"Theo dõi phát ngôn mới", "Follow new statements"}
	titleAll      = text{"Theo dõi tất cả", "Follow all"}
	titleStop     = text{"Thôi theo dõi", "Stop following"}
	titleRead     = text{"Xem nguyên văn", "Read it"}
	titleRegister = text{"Đăng ký phóng viên", "Press registration"}
)
