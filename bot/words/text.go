// Package words is what the Official Account says: every sentence, the card of a quoted
// statement, receipts and notices, and how much one message holds.
package words

// Every sentence the Official Account says, in the order of a conversation.
// Statements are never here: they come from knowledge, between “ and ”, and no
// sentence of the bot's own uses these two marks.
const (
	TextDisclosure = "Trợ lý ảo (AI) của UBND tỉnh Thanh Hóa xin trả lời."
	TextHelp       = "Anh/Chị gõ câu hỏi như nói chuyện bình thường, có dấu hay không dấu đều được. Có thể gõ thêm:\n" +
		"• mã yêu cầu (ví dụ TH-2026-00012) để tra cứu\n• gặp cán bộ\n• quyền riêng tư\nHoặc chọn:"
	TextWhoAmI = "Tôi là trợ lý ảo (AI) của UBND tỉnh Thanh Hóa, không phải người. Tôi trích nguyên văn phát ngôn chính thức, " +
		"kèm người phát ngôn, ngày và nguồn; tôi không tự soạn câu trả lời. Khi cần gặp người, Anh/Chị gõ: gặp cán bộ."
	TextAck      = "Dạ vâng. Anh/Chị cần thêm thông tin gì không?"
	TextAbuse    = "Tôi hiểu Anh/Chị đang không hài lòng. Anh/Chị có thể nêu cụ thể nội dung cần phản ánh; tôi chuyển tới đơn vị có trách nhiệm trả lời."
	TextAskWhat  = "Mời Anh/Chị gõ câu hỏi."
	TextExamples = "Hoặc chọn một câu đã có phát ngôn chính thức:"
)

// Answers, and their absence.
const (
	textQuoteFrom  = "Theo phát ngôn của %s, ngày %s:"
	textSource     = "Nguồn: %s"
	textHistorical = "Thông tin theo văn bản năm %d; có thể đã thay đổi."
	textSample     = "Dữ liệu mẫu: không phải phát ngôn thật, không trích dẫn."
	TextCut        = "[Trích phần đầu; toàn văn theo liên kết dưới đây]"
	textAsked      = "Về câu hỏi: \"%s\""
	textUncovered  = "Chưa có phát ngôn chính thức về: %s."
	TextMeant      = "Cảm ơn Anh/Chị đã cho biết. Anh/Chị cần gì khác?"
	TextNothing    = "Hiện chưa có phát ngôn chính thức về nội dung này. " + TextForward
	TextForward    = "Anh/Chị có muốn chuyển câu hỏi tới đơn vị phụ trách không?"
	TextOpinion    = "Tôi chỉ trích phát ngôn chính thức, không suy đoán ý kiến cá nhân của ai."
	TextNotMeant   = "Xin lỗi vì chưa đúng ý Anh/Chị. Anh/Chị có thể hỏi lại bằng cách khác, hoặc chuyển câu hỏi tới đơn vị phụ trách."
	TextGone       = "Phát ngôn này hiện không còn được trích dẫn. " + TextForward
	TextRest       = "Phần này cần đơn vị phụ trách trả lời. Anh/Chị xem lại trước khi gửi."
	TextLong       = "(Tin nhắn dài %s ký tự. Tôi vẫn giữ đủ nội dung; để tìm chính xác hơn, xin Anh/Chị hỏi từng ý, dưới 1.000 ký tự.)"
	TextTooLong    = "(Tin nhắn dài %s ký tự. Yêu cầu chỉ nhận tối đa 3.600 ký tự đầu; xin Anh/Chị rút gọn hoặc chia thành nhiều yêu cầu.)"
	TextVague      = "Tôi chưa hiểu ý Anh/Chị. Xin nêu rõ hơn một chút: việc gì, ở đâu, khoảng thời gian nào."
	TextBodyNow    = "%s đã được sắp xếp; nhiệm vụ này nay do %s thực hiện."
	TextPlaceNow   = "%s (tên cũ) nay thuộc %s."
	TextWhereIs    = "%s nay thuộc %s (Nghị quyết 1686/NQ-UBTVQH15, từ 01/7/2025)."
	TextThisName   = "Địa danh này"
	TextIsNow      = "%s là tên hiện nay, gồm địa bàn trước đây thuộc %s (Nghị quyết 1686/NQ-UBTVQH15, từ 01/7/2025)."
	TextWhichPlace = "%s có ở nhiều nơi. Anh/Chị hỏi nơi nào, thuộc huyện, thị xã, thành phố nào trước đây?"
	TextWhichPart  = "%s đã được chia về nhiều xã, phường mới. Anh/Chị ở phần nào (theo thôn, khu phố, địa chỉ)?"
)

// Filing a request.
const (
	TextRequestNoted = "Tôi chuẩn bị yêu cầu này để gửi đơn vị trả lời."
	TextExisting     = "Đã có phát ngôn có thể liên quan; Anh/Chị xem trước hoặc gửi yêu cầu."
	textDays         = "%d ngày, tính từ ngày hôm sau, kể cả ngày nghỉ"
	textWorkingDays  = "%d ngày làm việc, tính từ ngày hôm sau"
	textHours        = "%d giờ"
	textWorkingHours = "%d giờ làm việc"
	TextUnit         = "Đơn vị gợi ý: %s."
	TextUnitUnknown  = "Tôi chưa rõ đơn vị phụ trách; %s sẽ tiếp nhận và chuyển đúng đơn vị."
	textNotHere      = "%s chưa có tài khoản trên hệ thống này nên yêu cầu được gửi tới %s."
	textFollowed     = "Đã ghi %s: Anh/Chị theo dõi yêu cầu tương tự đang được %s xử lý. Có câu trả lời thì Anh/Chị nhận cùng lúc, cùng nội dung. Nếu câu trả lời kia không dùng chung được, câu hỏi của Anh/Chị vẫn được trả lời riêng, hạn %s."
	TextAlike        = "Một yêu cầu tương tự đang được %s xử lý%s. Anh/Chị có thể theo dõi để nhận cùng câu trả lời, hoặc vẫn gửi riêng."
	TextAlikeTopic   = " (%s)"
	TextScheduled    = "Thông tin chính thức gần với nội dung này dự kiến được công bố lúc %s (%s)."
	TitleJoin        = "Theo dõi yêu cầu này"
	TitleFileOwn     = "Vẫn gửi riêng"
	TextFiles        = "Kèm %d tệp Anh/Chị đã gửi (tối đa %d). Tệp nào không nhận được, Anh/Chị sẽ được báo."
	TextFilesFull    = "Mỗi yêu cầu kèm tối đa %d tệp; tệp vừa rồi chưa được kèm."
	TextFileBefore   = "Tôi đã nhận tệp nhưng chỉ đọc được chữ. Nếu Anh/Chị gửi yêu cầu ngay sau đây, %d tệp đã gửi được kèm theo."
	TextChooseOn     = "Mời Anh/Chị chọn tiếp:"
	TextReady        = "Yêu cầu sẽ gửi: \"%s\""
	TextTheirTime    = "Thời hạn Anh/Chị nêu (%s) được ghi nguyên văn trong yêu cầu gửi đơn vị."
	TextTypeRequest  = "Mời Anh/Chị gõ nội dung yêu cầu: cần biết việc gì, ở đâu, khoảng thời gian nào. Gõ hủy để thôi."
	TextRetype       = "Mời Anh/Chị gõ lại nội dung yêu cầu. Nội dung hiện tại: \"%s\""
	TextTypeUnit     = "Anh/Chị chọn đơn vị, hoặc gõ tên sở, xã, phường:"
	TextUnitNotFound = "Tôi chưa nhận ra đơn vị này. Anh/Chị gõ lại tên (ví dụ: Sở Y tế, xã Cẩm Thạch) hoặc chọn:"
	textFiled        = "Đã gửi yêu cầu %s tới %s.\nHạn xử lý: %s (%s). Căn cứ: %s."
	textSkipped      = "Không tính ngày nghỉ: %s."
	textMoved        = "Ngày cuối rơi vào ngày nghỉ nên hạn chuyển sang ngày làm việc tiếp theo: %s."
	textFiledNext    = "Câu trả lời sẽ được gửi tại đây; nếu quá 7 ngày Anh/Chị không nhắn gì, Zalo chỉ cho gửi khi Anh/Chị nhắn lại. Gõ mã yêu cầu để xem tình trạng."
	TextAlreadyFiled = "Anh/Chị đã gửi nội dung này và đang được xử lý, nên tôi không gửi lần nữa."
	TextCancelled    = "Đã hủy, tôi chưa gửi gì. Anh/Chị cần gì khác?"
	TextNothingSend  = "Hiện chưa có nội dung nào chờ gửi."
	TextWithdraw     = "Yêu cầu đã gửi vẫn được xử lý; nếu không cần nữa, Anh/Chị gõ: rút yêu cầu."
	TextNotYet       = "Cảm ơn Anh/Chị. Tôi vẫn chờ Anh/Chị chọn, chưa gửi gì:"
	TextStale        = "Nút này thuộc tin nhắn cũ nên không còn hiệu lực."
	TextStaleNow     = "Danh sách hiện tại:"
	TextStaleList    = "Số này chỉ dùng khi có danh sách đang chờ chọn. Anh/Chị gõ câu hỏi, hoặc chọn:"
	TextOutOfRange   = "Danh sách này có số từ 1 đến %d. Mời Anh/Chị chọn lại:"
	TextInterview    = "Khi Anh/Chị xác nhận gửi, đề nghị phỏng vấn được chuyển tới đơn vị. Người trả lời có quyền xem lại nội dung trước khi đăng (Điều 33 Luật Báo chí 126/2025/QH15)."
	TextPersonalList = "Danh sách có dữ liệu cá nhân nên đơn vị sẽ quyết định: cung cấp đủ, một phần (che thông tin cá nhân) hoặc từ chối có căn cứ."
	TextWhichCommune = "Anh/Chị ở xã, phường nào? Gõ tên xã, phường để tôi gửi đúng nơi."
	TextCorrection   = "Anh/Chị cần bản nguyên văn để đính chính: gõ nội dung chính của phát ngôn, tôi trích nguyên văn nếu đã công bố. Nếu chưa có, tôi chuyển đơn vị cung cấp bản ghi chính thức."
	TextProcedure    = "Tình trạng hồ sơ thủ tục hành chính tra cứu bằng mã trên biên nhận tại Cổng Dịch vụ công quốc gia (dichvucong.gov.vn) hoặc Trung tâm Phục vụ hành chính công nơi nộp. Việc chậm trễ có thể phản ánh, kiến nghị; Anh/Chị muốn, tôi chuyển ngay tới đơn vị."
	TextOldLetter    = "Để tra công văn đã gửi, xin cho biết số, ngày công văn; tôi chuyển đơn vị kiểm tra."
	TextForm         = "Xã, phường cung cấp thông tin mình tạo ra cho người cư trú trên địa bàn, và cho người khác khi thông tin liên quan trực tiếp đến quyền, lợi ích của họ (Điều 10 Luật Tiếp cận thông tin 01/2026/QH16). Anh/Chị cư trú ở đâu, hoặc liên quan thế nào? Mời nhắn một tin; đơn vị trả lời đọc được. Với thông tin của người hoặc doanh nghiệp khác, gửi kèm ảnh hoặc tệp văn bản đồng ý của họ, ngay tại đây hoặc khi bổ sung."
	TextUrgent       = "Tôi có thể gửi yêu cầu về vụ việc này, ghi rõ là đề nghị xử lý khẩn."
	TextRuleNote     = "(Đây là quy định về thời hạn, không phải phát ngôn về vụ việc.)"
)

// Notes filed below a question, for the officer.
const (
	NotePlace     = "Địa bàn: %s"
	NoteRest      = "Trích từ câu hỏi: \"%s\""
	NoteNoAccount = "Đơn vị được chọn: %s, chưa có tài khoản trên hệ thống."
	NoteUrgent    = "Đề nghị xử lý khẩn: vụ việc đột xuất, xem xét hạn 24 giờ (Điều 7 Nghị định 244/2026/NĐ-CP)."
	NoteInterview = "Loại: đề nghị phỏng vấn."
	NoteReporter  = "Người gửi tự giới thiệu là phóng viên; chưa xác minh thẻ nhà báo, giấy giới thiệu."
)

// Status of requests.
const (
	TextStatus      = "Yêu cầu %s\nNội dung: \"%s\""
	TextPartStatus  = "Đơn vị: %s\nTrạng thái: %s"
	TextDue         = "Hạn xử lý: %s"
	TextOverdue     = " (đã quá hạn; xin lỗi Anh/Chị vì sự chậm trễ)"
	TextSentAlready = "Câu trả lời đã được gửi tới Anh/Chị trong cuộc trò chuyện này."
	TextOnItsWay    = "Câu trả lời đã có trong ứng dụng, mục Yêu cầu của tôi, và đang được gửi vào cuộc trò chuyện này."
	TextInAppOnly   = "Câu trả lời đã có trong ứng dụng, mục Yêu cầu của tôi; chưa được gửi vào cuộc trò chuyện này."
	TextPublished   = "Đã công bố: %s"
	TextNoLonger    = "Phát ngôn công bố từ câu trả lời này nay không còn được trích dẫn. Xem tại: %s"
	TextRefusedBy   = "Đơn vị chưa cung cấp thông tin vì: %s – %s. Lý do: %s"
	textLawful      = "quy định của pháp luật"
	TextYourList    = "Yêu cầu gần đây của Anh/Chị:"
	TextListLine    = "%s · %s · hạn %s"
	TextNoRequests  = "Anh/Chị chưa gửi yêu cầu nào từ tài khoản này. Nếu có mã yêu cầu, mời gõ mã (ví dụ TH-2026-00012)."
	TextNotFound    = "Không tìm thấy yêu cầu %s của Anh/Chị. Xin kiểm tra lại mã; yêu cầu chỉ xem được từ tài khoản Zalo đã gửi."
	TextNotACode    = "Tôi chưa thấy mã yêu cầu. Mã có dạng TH-2026-00012."
)

// Messages the office starts.
const (
	textAnswerTo     = "Trả lời yêu cầu %s: \"%s\""
	textPartUnit     = "Đơn vị: %s"
	textToldBefore   = "Thông báo về phát ngôn đã gửi Anh/Chị: %s (%s, ngày %s)."
	textWithdrawn    = "Phát ngôn này đã được thu hồi. Xin không tiếp tục sử dụng, trích dẫn."
	textReason       = "Lý do: %s"
	textSuperseded   = "Phát ngôn này đã được thay thế bằng phát ngôn mới. Xem tại: %s"
	textSupersededBy = "Phát ngôn này đã được thay thế bằng phát ngôn mới: %s (ngày %s). Xem tại: %s"
	textExpired      = "Phát ngôn này đã hết hiệu lực từ sau ngày %s."
	textCorrected    = "Phát ngôn này đã được sửa. Xin dùng bản hiện hành: %s"
)

// Reports of false content. Before a conclusion the only words are "có dấu hiệu
// giả, sai sự thật"; only a competent unit concludes (NĐ 328/2026, Art. 21).
const (
	TextSpoken  = "Trên đây là phát ngôn chính thức có thể liên quan tới nội dung Anh/Chị nêu."
	TextRumour  = "Khi chưa có thông tin chính thức, xin chưa chia sẻ nội dung này."
	TextNotFake = "Bài báo chưa đúng được xử lý theo thủ tục phản hồi, cải chính của Luật Báo chí và Nghị định 237/2026/NĐ-CP (Điều 19–21), không theo thủ tục tin giả. Tổ chức, cá nhân được nêu trong bài gửi văn bản phản hồi tới cơ quan báo chí, nêu rõ chỗ chưa đúng và căn cứ. Anh/Chị cũng có thể chuyển ý kiến tới cơ quan quản lý báo chí."
	TextPicture = "Tôi đã nhận ảnh nhưng không đọc nội dung ảnh. Anh/Chị muốn báo thông tin có dấu hiệu giả, sai sự thật kèm ảnh này, hỏi thông tin, hay gửi yêu cầu kèm ảnh?"
	TextLink    = "Tôi đã nhận đường dẫn nhưng không tự mở. Anh/Chị muốn báo thông tin có dấu hiệu giả, sai sự thật, hay hỏi về nội dung này?"
)

// Limits, redirection, people.
const (
	TextInvestigation = "Tôi không cung cấp chi tiết vụ án đang điều tra hoặc chưa xét xử (khoản 2 Điều 31 Luật Báo chí 126/2025/QH15). Thông tin chính thức do cơ quan điều tra công bố khi đủ điều kiện. Anh/Chị có thể gửi câu hỏi tới người phát ngôn của đơn vị."
	TextPrivate       = "Tôi không cung cấp số điện thoại riêng, địa chỉ nhà của cá nhân: đây là bí mật cá nhân, dữ liệu cá nhân (khoản 2 Điều 31 Luật Báo chí 126/2025/QH15; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). Anh/Chị liên hệ qua người phát ngôn và điện thoại, thư điện tử công vụ đăng trên cổng thông tin của cơ quan, hoặc gửi câu hỏi tại đây."
	TextDenunciation  = "Kênh này không nhận đơn tố cáo. Vui lòng gửi tới cơ quan có thẩm quyền; không gửi chi tiết vụ việc tại đây để bảo vệ Anh/Chị."
	TextEraseSure     = "Xóa dữ liệu của Anh/Chị? Cuộc trò chuyện, tên hiển thị và lịch sử trả lời sẽ bị xóa, không khôi phục được. Yêu cầu đã gửi vẫn được xử lý nhưng không còn gắn với Anh/Chị, nên Anh/Chị sẽ không nhận được câu trả lời tại đây."
	TextErased        = "Tôi đã nhận lệnh xóa và xóa dữ liệu của Anh/Chị khỏi hệ thống này. Lịch sử trên ứng dụng Zalo do Zalo lưu, Anh/Chị tự xóa trong ứng dụng. Nếu nhắn lại, Anh/Chị bắt đầu như người mới.\nMã trong nhật ký có kiểm chứng: %s\nXem việc xóa đã xong chưa: %s"
	TextKept          = "Tôi giữ nguyên dữ liệu, chưa xóa gì."
)

// What is not text.
const (
	TextMediaLead = "Tôi đã nhận %s nhưng chỉ đọc được chữ. "
	TextMediaNext = "Anh/Chị gõ câu hỏi, hoặc chọn:"
	TextMediaKept = "Tin này ở lại trong cuộc trò chuyện Zalo; yêu cầu chỉ nhận chữ, ảnh và tệp. Mời Anh/Chị mô tả bằng chữ, hoặc chọn tiếp:"
	TextLocation  = "Tôi đã nhận vị trí nhưng không lưu tọa độ. Xin cho biết tên xã, phường và nội dung cần hỏi."
	TextContact   = "Tôi đã nhận danh thiếp nhưng không lưu số điện thoại. Xin không gửi thông tin cá nhân của người khác; mời Anh/Chị gõ nội dung cần hỏi."
	TextSticker   = "Cảm ơn Anh/Chị. Tôi chỉ đọc được chữ; Anh/Chị cần:"
	TextEmptyList = "Tin nhắn chưa có chữ nên tôi chưa hiểu. Mời Anh/Chị chọn tiếp:"
	TextNumber    = "Tôi chưa rõ con số này là gì. Nếu là mã yêu cầu, mã có dạng TH-2026-00012; xin không gửi số căn cước, số tài khoản, mã OTP."
	TextEmpty     = "Tin nhắn chưa có chữ nên tôi chưa hiểu ý Anh/Chị. Anh/Chị gõ câu hỏi, hoặc chọn:"
)

// Titles of buttons; the numbered lines are the same words.
const (
	TitleAsk     = "Hỏi thông tin"
	TitleRequest = "Gửi yêu cầu"

	TitleRequestPicture = "Gửi yêu cầu kèm ảnh"
	TitleDropFiles      = "Bỏ tệp kèm"
	TitleReport         = "Báo tin giả, tin sai"
	TitleCheck          = "Có thật không?"
	TitleStatus         = "Tra cứu hồ sơ"
	TitleMenu           = "Việc khác"
	TitleNotMeant       = "Không đúng ý tôi"
	TitleMeant          = "Đúng điều tôi hỏi"
	TitleForward        = "Chưa đúng, chuyển tới đơn vị"
	TitleFullText       = "Xem toàn văn"
	TitleAnother        = "Hỏi câu khác"
	TitleNone           = "Không phải các nội dung trên"
	TitleRest           = "Gửi yêu cầu về phần chưa có"
	TitleSendRest       = "Gửi phần này tới %s"
	TitleReview         = "Xem lại phần này"
	TitleSend           = "Gửi tới %s"
	TitleSeeExisting    = "Xem phát ngôn đã có: %s"
	TitleChangeUnit     = "Đổi đơn vị"
	TitleEdit           = "Sửa nội dung"
	TitleCancel         = "Hủy"
	TitleMore           = "Bổ sung thông tin"
	TitleElsewhere      = "Nơi khác hoặc không rõ"
	TitlePlace          = "%s, %s cũ (nay: %s)"
	TitlePlaceNow       = "%s hiện nay (trước thuộc %s)"
	TitleHuman          = "Gặp cán bộ"
	TitleErase          = "Xóa dữ liệu của tôi"
	TitleEraseYes       = "Xóa"
	TitleEraseNo        = "Không xóa"
	TitleThis           = "Xem yêu cầu này"
	TitleMiniApp        = "Mở ứng dụng"
	TitlePrivacy        = "Quyền riêng tư"
	EnglishAnother      = "Ask another question"
	EnglishStatus       = "My requests"
	TitleForm           = "Ghi nơi cư trú, liên quan"
	TitleSendNow        = "Gửi luôn"
)
