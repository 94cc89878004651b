package importer

// What readers skip, guess or mend.
var (
	struckOut    = doubtKind{"chữ gạch ngang không đưa vào", "hãy đối chiếu với bản gốc"}
	hiddenWords  = doubtKind{"chữ ẩn không đưa vào", "hãy kiểm tra có cần công bố không"}
	placeholder  = doubtKind{"ô chưa điền, chữ gợi ý không đưa vào", "hãy điền vào bản gốc nếu cần"}
	scripted     = doubtKind{"chữ viết cao hoặc thấp hơn dòng được ghi bằng “^(…)” hoặc “_(…)”", "hãy đối chiếu với bản gốc"}
	noSymbol     = doubtKind{"có ký hiệu không đọc được, đặt “\ufffd” vào chỗ đó", "hãy đối chiếu với bản gốc và sửa lại"}
	formula      = doubtKind{"có công thức, chỉ đưa vào được dạng chữ", "hãy đối chiếu với bản gốc"}
	oldFont      = doubtKind{"chữ có dấu đặt phông cũ (.VnTime, VNI), bản gốc có thể hiện chữ khác", "hãy đối chiếu với bản gốc"}
	textBox      = doubtKind{"khung chữ (text box) không đưa vào", "hãy đối chiếu với bản gốc và chép vào đúng chỗ"}
	picture      = doubtKind{"có ảnh không đưa vào", "nếu ảnh có chữ, hãy chép vào đúng chỗ"}
	drawn        = doubtKind{"có biểu đồ hoặc đối tượng nhúng không đưa vào", "hãy đối chiếu với bản gốc và chép phần cần thiết"}
	attached     = doubtKind{"phần nhúng từ tệp khác (altChunk) không đọc được", "hãy mở bằng Word, lưu lại thành DOCX rồi nhập lại"}
	tracked      = doubtKind{"có sửa đổi chưa chấp nhận (track changes): chữ thêm đã lấy, chữ xóa đã bỏ", "hãy đối chiếu với bản chính thức"}
	commented    = doubtKind{"có nhận xét (comment) không đưa vào", "hãy kiểm tra bản này đã là bản chính thức chưa"}
	footnoted    = doubtKind{"có chú thích, đã đặt ngay sau đoạn có dấu", "hãy đối chiếu với bản gốc"}
	runningHead  = doubtKind{"đầu trang hoặc chân trang không đưa vào", "hãy kiểm tra có phần nào thuộc nội dung không"}
	mergedCells  = doubtKind{"bảng có ô gộp, chữ của ô gộp được lặp lại ở từng ô", "hãy đối chiếu từng hàng với bản gốc"}
	innerTable   = doubtKind{"bảng nằm trong ô của bảng khác, chữ được dồn vào một ô", "hãy đối chiếu với bản gốc"}
	ampersand    = doubtKind{"dấu “&” hoặc “<” viết sai quy cách đã được hiểu là chữ", "hãy đối chiếu với trang gốc"}
	control      = doubtKind{"có ký tự điều khiển đã bỏ", "hãy đối chiếu với bản gốc"}
	tagged       = doubtKind{"còn thẻ HTML trong chữ", "hãy đối chiếu với trang gốc và xóa thẻ"}
	besideSigner = doubtKind{"phần cạnh chữ ký không đưa vào", "hãy kiểm tra có phần nào thuộc nội dung không"}
	layoutTable  = doubtKind{"bảng dùng để chia cột trang được đọc lần lượt từng ô thành các đoạn", "hãy đối chiếu thứ tự với bản gốc"}
	leftOut      = doubtKind{"phần đầu có dòng không đưa vào", "hãy kiểm tra có phần nào thuộc nội dung không"}
)

// take notes the doubts of a part that stands at one place.
func (d *doubts) take(part doubts, at int) {
	for _, one := range part.list {
		for i := range one.times {
			words := ""
			if i < len(one.words) {
				words = one.words[i]
			}
			d.note(one.doubtKind, at, words)
		}
	}
}
