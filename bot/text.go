package bot

// Every sentence the Official Account says, in the order of a conversation.
// Statements are never here: they come from knowledge, between “ and ”, and no
// sentence of the bot's own uses these two marks.
const (
	textGreeting = "Xin chào Anh/Chị. Tôi là trợ lý ảo (AI) cung cấp thông tin chính thức của UBND tỉnh Thanh Hóa. " +
		"Tôi chỉ trích nguyên văn phát ngôn đã công bố; nội dung chưa có, tôi chuyển đơn vị phụ trách trả lời.\nAnh/Chị cần:"
	textDisclosure = "Trợ lý ảo (AI) của UBND tỉnh Thanh Hóa xin trả lời."
	textHelp       = "Anh/Chị gõ câu hỏi như nói chuyện bình thường, có dấu hay không dấu đều được. Có thể gõ thêm:\n" +
		"• mã yêu cầu (ví dụ TH-2026-00012) để tra cứu\n• gặp cán bộ\n• quyền riêng tư\nHoặc chọn:"
	textWhoAmI = "Tôi là trợ lý ảo (AI) của UBND tỉnh Thanh Hóa, không phải người. Tôi trích nguyên văn phát ngôn chính thức, " +
		"kèm người phát ngôn, ngày và nguồn; tôi không tự soạn câu trả lời. Khi cần gặp người, Anh/Chị gõ: gặp cán bộ."
	textThanks   = "Cảm ơn Anh/Chị. Khi cần, Anh/Chị cứ nhắn tiếp."
	textAck      = "Dạ vâng. Anh/Chị cần thêm thông tin gì không?"
	textBye      = "Chào Anh/Chị. Khi cần thông tin chính thức, Anh/Chị cứ nhắn tại đây."
	textAbuse    = "Tôi hiểu Anh/Chị đang không hài lòng. Anh/Chị có thể nêu cụ thể nội dung cần phản ánh; tôi chuyển tới đơn vị có trách nhiệm trả lời."
	textAskWhat  = "Mời Anh/Chị gõ câu hỏi."
	textExamples = "Hoặc chọn một câu đã có phát ngôn chính thức:"
	textEnglish  = "I am a virtual assistant (AI) of the Thanh Hoa Provincial People's Committee. I work in Vietnamese and quote official statements only. " +
		"I can forward your question to the unit in charge; a person will answer it here."
	textEnglishUnit = "Suggested unit: %s. To send it, tap the first button or type 1."
)

// Answers, and their absence.
const (
	textQuoteFrom  = "Theo phát ngôn của %s, ngày %s:"
	textSource     = "Nguồn: %s"
	textHistorical = "Thông tin theo văn bản năm %d; có thể đã thay đổi."
	textSample     = "Dữ liệu mẫu: không phải phát ngôn thật, không trích dẫn."
	textCut        = "[Trích phần đầu; toàn văn theo liên kết dưới đây]"
	textUncovered  = "Chưa có phát ngôn chính thức về: %s."
	textWhich      = "Anh/Chị hỏi về nội dung nào?"
	textNothing    = "Hiện chưa có phát ngôn chính thức về nội dung này. " + textForward
	textForward    = "Anh/Chị có muốn chuyển câu hỏi tới đơn vị phụ trách không?"
	textOpinion    = "Tôi chỉ trích phát ngôn chính thức, không suy đoán ý kiến cá nhân của ai."
	textNotMeant   = "Xin lỗi vì chưa đúng ý Anh/Chị. Anh/Chị có thể hỏi lại bằng cách khác, hoặc chuyển câu hỏi tới đơn vị phụ trách."
	textGone       = "Phát ngôn này hiện không còn được trích dẫn. " + textForward
	textRest       = "Phần này sẽ được đơn vị phụ trách trả lời. Anh/Chị xem lại trước khi gửi."
	textLong       = "(Tin nhắn dài %s ký tự. Tôi vẫn giữ đủ nội dung; để tìm chính xác hơn, xin Anh/Chị hỏi từng ý, dưới 1.000 ký tự.)"
	textTooLong    = "(Tin nhắn dài %s ký tự. Yêu cầu chỉ nhận tối đa 3.600 ký tự đầu; xin Anh/Chị rút gọn hoặc chia thành nhiều yêu cầu.)"
	textVague      = "Tôi chưa hiểu ý Anh/Chị. Xin nêu rõ hơn một chút: việc gì, ở đâu, khoảng thời gian nào."
	textBodyNow    = "%s đã được sắp xếp; nhiệm vụ này nay do %s thực hiện."
	textPlaceNow   = "%s (tên cũ) nay thuộc %s."
	textWhereIs    = "%s nay thuộc %s (Nghị quyết 1686/NQ-UBTVQH15, từ 01/7/2025)."
	textThisName   = "Địa danh này"
	textIsNow      = "%s là tên hiện nay, gồm địa bàn trước đây thuộc %s (Nghị quyết 1686/NQ-UBTVQH15, từ 01/7/2025)."
	textWhichPlace = "%s có ở nhiều nơi. Anh/Chị hỏi nơi nào, thuộc huyện, thị xã, thành phố nào trước đây?"
	textWhichPart  = "%s đã được chia về nhiều xã, phường mới. Anh/Chị ở phần nào (theo thôn, khu phố, địa chỉ)?"
)

// Filing a request.
const (
	textRequestNoted = "Tôi chuẩn bị yêu cầu này để gửi đơn vị trả lời."
	textExisting     = "Đã có phát ngôn có thể liên quan; Anh/Chị xem trước hoặc gửi yêu cầu."
	textDays         = "%d ngày, tính từ ngày hôm sau, kể cả ngày nghỉ"
	textWorkingDays  = "%d ngày làm việc, tính từ ngày hôm sau"
	textHours        = "%d giờ"
	textWorkingHours = "%d giờ làm việc"
	textUnit         = "Đơn vị gợi ý: %s."
	textUnitUnknown  = "Tôi chưa rõ đơn vị phụ trách; %s sẽ tiếp nhận và chuyển đúng đơn vị."
	textReady        = "Yêu cầu sẽ gửi: \"%s\""
	textTheirTime    = "Thời hạn Anh/Chị nêu (%s) được ghi nguyên văn trong yêu cầu gửi đơn vị."
	textTypeRequest  = "Mời Anh/Chị gõ nội dung yêu cầu: cần biết việc gì, ở đâu, khoảng thời gian nào. Gõ hủy để thôi."
	textRetype       = "Mời Anh/Chị gõ lại nội dung yêu cầu. Nội dung hiện tại: \"%s\""
	textTypeUnit     = "Anh/Chị chọn đơn vị, hoặc gõ tên sở, xã, phường:"
	textUnitNotFound = "Tôi chưa nhận ra đơn vị này. Anh/Chị gõ lại tên (ví dụ: Sở Y tế, xã Cẩm Thạch) hoặc chọn:"
	textFiled        = "Đã gửi yêu cầu %s tới %s.\nHạn xử lý: %s (%s). Căn cứ: %s."
	textSkipped      = "Không tính ngày nghỉ: %s."
	textMoved        = "Ngày cuối rơi vào ngày nghỉ nên hạn chuyển sang ngày làm việc tiếp theo: %s."
	textFiledNext    = "Câu trả lời sẽ được gửi tại đây. Gõ mã yêu cầu để xem tình trạng."
	textAlreadyFiled = "Anh/Chị đã gửi nội dung này và đang được xử lý, nên tôi không gửi lần nữa."
	textCancelled    = "Đã hủy, tôi chưa gửi gì. Anh/Chị cần gì khác?"
	textNothingSend  = "Hiện chưa có nội dung nào chờ gửi."
	textWithdraw     = "Yêu cầu đã gửi vẫn được xử lý; muốn rút, Anh/Chị gõ: gặp cán bộ."
	textNotYet       = "Cảm ơn Anh/Chị. Tôi vẫn chờ Anh/Chị chọn, chưa gửi gì:"
	textStale        = "Nút này thuộc tin nhắn cũ nên không còn hiệu lực."
	textStaleNow     = "Danh sách hiện tại:"
	textStaleList    = "Số này chỉ dùng khi có danh sách đang chờ chọn. Anh/Chị gõ câu hỏi, hoặc chọn:"
	textOutOfRange   = "Danh sách này có số từ 1 đến %d. Mời Anh/Chị chọn lại:"
	textInterview    = "Đề nghị phỏng vấn sẽ được chuyển tới đơn vị. Người trả lời có quyền xem lại nội dung trước khi đăng (Điều 33 Luật Báo chí 126/2025/QH15)."
	textPersonalList = "Danh sách có dữ liệu cá nhân nên đơn vị sẽ quyết định: cung cấp đủ, một phần (che thông tin cá nhân) hoặc từ chối có căn cứ."
	textWhichCommune = "Anh/Chị ở xã, phường nào? Gõ tên xã, phường để tôi gửi đúng nơi."
	textCorrection   = "Anh/Chị cần bản nguyên văn để đính chính: gõ nội dung chính của phát ngôn, tôi trích nguyên văn nếu đã công bố. Nếu chưa có, tôi chuyển đơn vị cung cấp bản ghi chính thức."
	textProcedure    = "Tình trạng hồ sơ thủ tục hành chính tra cứu bằng mã trên biên nhận tại Cổng Dịch vụ công quốc gia (dichvucong.gov.vn) hoặc Trung tâm Phục vụ hành chính công nơi nộp. Việc chậm trễ có thể phản ánh, kiến nghị; Anh/Chị muốn, tôi chuyển ngay tới đơn vị."
	textOldLetter    = "Để tra công văn đã gửi, xin cho biết số, ngày công văn; tôi chuyển đơn vị kiểm tra."
	textUrgent       = "Tôi có thể gửi yêu cầu khẩn về vụ việc này."
	textRuleNote     = "(Đây là quy định về thời hạn, không phải phát ngôn về vụ việc.)"
)

// Notes filed below a question, for the officer.
const (
	notePlace     = "Địa bàn: %s"
	noteRest      = "Trích từ câu hỏi: \"%s\""
	noteUrgent    = "Đề nghị xử lý khẩn: vụ việc đột xuất, xem xét hạn 24 giờ (Điều 7 Nghị định 244/2026/NĐ-CP)."
	noteInterview = "Loại: đề nghị phỏng vấn."
	noteReport    = "Loại: báo tin có dấu hiệu giả, sai sự thật."
	noteUrgentTip = "Ưu tiên: có dấu hiệu gây hoang mang, lừa đảo hoặc đã có người bị hại."
	noteReporter  = "Người gửi tự giới thiệu là phóng viên; chưa xác minh thẻ nhà báo, giấy giới thiệu."
	noteUnnamed   = "Người gửi đề nghị không lộ danh tính với đơn vị."
)

// Status of requests.
const (
	textStatus      = "Yêu cầu %s\nNội dung: \"%s\""
	textPartStatus  = "Đơn vị: %s\nTrạng thái: %s"
	textDue         = "Hạn xử lý: %s"
	textOverdue     = " (đã quá hạn; xin lỗi Anh/Chị vì sự chậm trễ)"
	textSentAlready = "Câu trả lời đã được gửi tới Anh/Chị trong cuộc trò chuyện này."
	textOnItsWay    = "Câu trả lời đã có trong ứng dụng, mục Yêu cầu của tôi, và đang được gửi vào cuộc trò chuyện này."
	textInAppOnly   = "Câu trả lời đã có trong ứng dụng, mục Yêu cầu của tôi; chưa được gửi vào cuộc trò chuyện này."
	textPublished   = "Đã công bố: %s"
	textNoLonger    = "Phát ngôn công bố từ câu trả lời này nay không còn được trích dẫn. Xem tại: %s"
	textRefusedBy   = "Đơn vị chưa cung cấp thông tin vì: %s – %s. Lý do: %s"
	textLawful      = "quy định của pháp luật"
	textYourList    = "Yêu cầu gần đây của Anh/Chị:"
	textListLine    = "%s · %s · hạn %s"
	textNoRequests  = "Anh/Chị chưa gửi yêu cầu nào từ tài khoản này. Nếu có mã yêu cầu, mời gõ mã (ví dụ TH-2026-00012)."
	textNotFound    = "Không tìm thấy yêu cầu %s của Anh/Chị. Xin kiểm tra lại mã; yêu cầu chỉ xem được từ tài khoản Zalo đã gửi."
	textNotACode    = "Tôi chưa thấy mã yêu cầu. Mã có dạng TH-2026-00012."
)

// Messages the office starts.
const (
	textAnswerTo     = "Trả lời yêu cầu %s: \"%s\""
	textPartUnit     = "Đơn vị: %s"
	textAfterRefusal = "Anh/Chị có thể gửi yêu cầu khác, hoặc khiếu nại việc từ chối theo quy định của pháp luật."
	textToldBefore   = "Thông báo về phát ngôn đã gửi Anh/Chị: %s (%s, ngày %s)."
	textWithdrawn    = "Phát ngôn này đã được thu hồi. Xin không tiếp tục sử dụng, trích dẫn."
	textReason       = "Lý do: %s"
	textSuperseded   = "Phát ngôn này đã được thay thế bằng phát ngôn mới. Xem tại: %s"
	textSupersededBy = "Phát ngôn này đã được thay thế bằng phát ngôn mới: %s (ngày %s). Xem tại: %s"
	textCorrected    = "Phát ngôn này đã được sửa. Xin dùng bản hiện hành: %s"
)

// Reports of false content. Before a conclusion the only words are "có dấu hiệu
// giả, sai sự thật"; only a competent unit concludes (NĐ 328/2026, Art. 21).
const (
	textSpoken    = "Trên đây là phát ngôn chính thức có thể liên quan tới nội dung Anh/Chị nêu."
	textReportHow = "Anh/Chị mô tả thông tin có dấu hiệu giả, sai sự thật đã thấy. Nếu có, gửi kèm: đường dẫn; tên tài khoản, trang hoặc nhóm; thời điểm thấy; ảnh chụp màn hình.\nXin không chia sẻ lại nội dung."
	textReport    = "Tôi ghi nhận Anh/Chị nêu thông tin có dấu hiệu giả, sai sự thật. Chỉ cơ quan có thẩm quyền được kết luận. Xin không chia sẻ lại nội dung cho tới khi có kết luận."
	textEvidence  = "Để kiểm chứng, xin cho biết thêm nếu có: đường dẫn; tên tài khoản, trang hoặc nhóm; thời điểm thấy và thời điểm đăng; ảnh chụp màn hình."
	textZaloGroup = "Với nhóm Zalo: xin tên nhóm, đường dẫn hoặc mã QR mời vào nhóm và ảnh chụp."
	textScam      = "Trong lúc chờ: không chuyển tiền, không bấm đường dẫn lạ, không cung cấp mật khẩu, mã OTP."
	textUnnamed   = "Tôi ghi đề nghị không lộ danh tính của Anh/Chị: đơn vị chỉ thấy nội dung; kết quả gửi về đây theo mã yêu cầu. Danh tính chỉ được cung cấp khi pháp luật buộc phải cung cấp."
	textHonest    = "Xin chỉ gửi điều Anh/Chị thực sự thấy; lợi dụng báo tin để vu khống có thể bị xử lý."
	textRumour    = "Khi chưa có thông tin chính thức, xin chưa chia sẻ nội dung này."
	textMerged    = "Đã ghép vào nội dung báo tin: \"%s\""
	textVictim    = "Nếu đã mất tiền, hãy liên hệ ngay cơ quan Công an nơi gần nhất và ngân hàng; giữ nguyên tin nhắn, số tài khoản, ảnh chụp."
	textMore      = "Mời Anh/Chị gửi thêm đường dẫn, tên tài khoản, thời điểm thấy. Tôi ghép vào nội dung trước."
	textNotFake   = "Bài báo chưa đúng được xử lý theo thủ tục phản hồi, cải chính của Luật Báo chí và Nghị định 237/2026/NĐ-CP (Điều 19–21), không theo thủ tục tin giả. Tổ chức, cá nhân được nêu trong bài gửi văn bản phản hồi tới cơ quan báo chí, nêu rõ chỗ chưa đúng và căn cứ. Anh/Chị cũng có thể chuyển ý kiến tới cơ quan quản lý báo chí."
	textLink      = "Tôi đã nhận đường dẫn nhưng không tự mở. Anh/Chị muốn báo thông tin có dấu hiệu giả, sai sự thật, hay hỏi về nội dung này?"
)

// Limits, redirection, people.
const (
	textInvestigation = "Tôi không cung cấp chi tiết vụ án đang điều tra hoặc chưa xét xử (khoản 2 Điều 31 Luật Báo chí 126/2025/QH15). Thông tin chính thức do cơ quan điều tra công bố khi đủ điều kiện. Anh/Chị có thể gửi câu hỏi tới người phát ngôn của đơn vị."
	textPrivate       = "Tôi không cung cấp số điện thoại riêng, địa chỉ nhà của cá nhân: đây là bí mật cá nhân, dữ liệu cá nhân (khoản 2 Điều 31 Luật Báo chí 126/2025/QH15; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). Anh/Chị liên hệ qua người phát ngôn và điện thoại, thư điện tử công vụ đăng trên cổng thông tin của cơ quan, hoặc gửi câu hỏi tại đây."
	textDenunciation  = "Kênh này không nhận đơn tố cáo. Vui lòng gửi tới cơ quan có thẩm quyền; không gửi chi tiết vụ việc tại đây để bảo vệ Anh/Chị."
	textHandover      = "Tôi đã ghi Anh/Chị vào danh sách chờ gặp cán bộ của %s. %s Mời Anh/Chị để lại nội dung cần trao đổi; trong lúc chờ, Anh/Chị vẫn có thể hỏi tôi hoặc gửi yêu cầu có mã và hạn xử lý."
	textWorkingDay    = "Cán bộ xem danh sách này trong giờ làm việc."
	textAfterHours    = "Hôm nay đã hết giờ làm việc; cán bộ xem danh sách này từ ngày %s."
	textDayOff        = "Hôm nay là ngày nghỉ (%s); cán bộ xem danh sách này từ ngày %s."
	textPrivacy       = "Quyền riêng tư\nTôi lưu: mã người dùng và tên hiển thị Zalo, vài tin nhắn gần nhất, câu hỏi và yêu cầu của Anh/Chị, chỉ để trả lời và chuyển yêu cầu tới đơn vị có trách nhiệm. Đơn vị xử lý thấy nội dung và vai trò (công dân, phóng viên).\nCách đặt câu hỏi, không kèm tên và đã che số điện thoại, số giấy tờ, được giữ tối đa 180 ngày để trả lời người hỏi sau tốt hơn.\nXin không gửi ảnh căn cước, mật khẩu, mã OTP.\nAnh/Chị có quyền xem, sửa, rút lại đồng ý, yêu cầu xóa (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15)."
	textEraseSure     = "Xóa dữ liệu của Anh/Chị? Cuộc trò chuyện, tên hiển thị và lịch sử trả lời sẽ bị xóa, không khôi phục được. Yêu cầu đã gửi vẫn được xử lý nhưng không còn gắn với Anh/Chị, nên Anh/Chị sẽ không nhận được câu trả lời tại đây."
	textErased        = "Tôi đã nhận lệnh xóa và xóa dữ liệu của Anh/Chị khỏi hệ thống này. Lịch sử trên ứng dụng Zalo do Zalo lưu, Anh/Chị tự xóa trong ứng dụng. Nếu nhắn lại, Anh/Chị bắt đầu như người mới."
	textKept          = "Tôi giữ nguyên dữ liệu, chưa xóa gì."
)

// What is not text.
const (
	textMediaLead = "Tôi đã nhận %s nhưng chỉ đọc được chữ. "
	textMediaNext = "Anh/Chị gõ câu hỏi, hoặc chọn:"
	textMediaKept = "Cán bộ có thể xem lại trong cuộc trò chuyện khi xử lý. Mời Anh/Chị mô tả bằng chữ, hoặc chọn tiếp:"
	textLocation  = "Tôi đã nhận vị trí nhưng không lưu tọa độ. Xin cho biết tên xã, phường và nội dung cần hỏi."
	textContact   = "Tôi đã nhận danh thiếp nhưng không lưu số điện thoại. Xin không gửi thông tin cá nhân của người khác; mời Anh/Chị gõ nội dung cần hỏi."
	textSticker   = "Cảm ơn Anh/Chị. Tôi chỉ đọc được chữ; Anh/Chị cần:"
	textEmptyList = "Tin nhắn chưa có chữ nên tôi chưa hiểu. Mời Anh/Chị chọn tiếp:"
	textNumber    = "Tôi chưa rõ con số này là gì. Nếu là mã yêu cầu, mã có dạng TH-2026-00012; xin không gửi số căn cước, số tài khoản, mã OTP."
	textEmpty     = "Tin nhắn chưa có chữ nên tôi chưa hiểu ý Anh/Chị. Anh/Chị gõ câu hỏi, hoặc chọn:"
)

// Titles of buttons; the numbered lines are the same words.
const (
	titleAsk         = "Hỏi thông tin"
	titleRequest     = "Gửi yêu cầu"
	titleReport      = "Báo tin giả, tin sai"
	titleStatus      = "Tra cứu hồ sơ"
	titleMenu        = "Việc khác"
	titleNotMeant    = "Không đúng ý tôi"
	titleFullText    = "Xem toàn văn"
	titleAnother     = "Hỏi câu khác"
	titleNone        = "Không phải các nội dung trên"
	titleRest        = "Gửi yêu cầu về phần chưa có"
	titleSendRest    = "Gửi phần này tới %s"
	titleReview      = "Xem lại phần này"
	titleSend        = "Gửi tới %s"
	titleSeeExisting = "Xem phát ngôn đã có: %s"
	titleChangeUnit  = "Đổi đơn vị"
	titleEdit        = "Sửa nội dung"
	titleCancel      = "Hủy"
	titleMore        = "Bổ sung thông tin"
	titleElsewhere   = "Nơi khác hoặc không rõ"
	titlePlace       = "%s, %s cũ (nay: %s)"
	titlePlaceNow    = "%s hiện nay (trước thuộc %s)"
	titleHuman       = "Gặp cán bộ"
	titleErase       = "Xóa dữ liệu của tôi"
	titleEraseYes    = "Xóa"
	titleEraseNo     = "Không xóa"
	titleThis        = "Xem yêu cầu này"
	titleMiniApp     = "Mở ứng dụng"
	titlePrivacy     = "Quyền riêng tư"
)

// kindName names what is not text.
func kindName(k Kind) string {
	switch k {
	case KindImage:
		return "ảnh"
	case KindFile:
		return "tệp"
	case KindAudio:
		return "tin nhắn thoại"
	case KindVideo:
		return "video"
	}
	return "tin nhắn"
}
