package paper

// What readers skip, guess or mend.
var (
	StruckOut    = DoubtKind{"chữ gạch ngang không đưa vào", "hãy đối chiếu với bản gốc"}
	HiddenWords  = DoubtKind{"chữ ẩn không đưa vào", "hãy kiểm tra có cần công bố không"}
	Placeholder  = DoubtKind{"ô chưa điền, chữ gợi ý không đưa vào", "hãy điền vào bản gốc nếu cần"}
	Scripted     = DoubtKind{"chữ viết cao hoặc thấp hơn dòng được ghi bằng “^(…)” hoặc “_(…)”", "hãy đối chiếu với bản gốc"}
	NoSymbol     = DoubtKind{"có ký hiệu không đọc được, đặt “\ufffd” vào chỗ đó", "hãy đối chiếu với bản gốc và sửa lại"}
	Formula      = DoubtKind{"có công thức, chỉ đưa vào được dạng chữ", "hãy đối chiếu với bản gốc"}
	OldFont      = DoubtKind{"chữ có dấu đặt phông cũ (.VnTime, VNI), bản gốc có thể hiện chữ khác", "hãy đối chiếu với bản gốc"}
	TextBox      = DoubtKind{"khung chữ (text box) không đưa vào", "hãy đối chiếu với bản gốc và chép vào đúng chỗ"}
	Picture      = DoubtKind{"có ảnh không đưa vào", "nếu ảnh có chữ, hãy chép vào đúng chỗ"}
	Drawn        = DoubtKind{"có biểu đồ hoặc đối tượng nhúng không đưa vào", "hãy đối chiếu với bản gốc và chép phần cần thiết"}
	Attached     = DoubtKind{"phần nhúng từ tệp khác (altChunk) không đọc được", "hãy mở bằng Word, lưu lại thành DOCX rồi nhập lại"}
	Tracked      = DoubtKind{"có sửa đổi chưa chấp nhận (track changes): chữ thêm đã lấy, chữ xóa đã bỏ", "hãy đối chiếu với bản chính thức"}
	Commented    = DoubtKind{"có nhận xét (comment) không đưa vào", "hãy kiểm tra bản này đã là bản chính thức chưa"}
	Footnoted    = DoubtKind{"có chú thích, đã đặt ngay sau đoạn có dấu", "hãy đối chiếu với bản gốc"}
	RunningHead  = DoubtKind{"đầu trang hoặc chân trang không đưa vào", "hãy kiểm tra có phần nào thuộc nội dung không"}
	MergedCells  = DoubtKind{"bảng có ô gộp, chữ của ô gộp được lặp lại ở từng ô", "hãy đối chiếu từng hàng với bản gốc"}
	InnerTable   = DoubtKind{"bảng nằm trong ô của bảng khác, chữ được dồn vào một ô", "hãy đối chiếu với bản gốc"}
	Ampersand    = DoubtKind{"dấu “&” hoặc “<” viết sai quy cách đã được hiểu là chữ", "hãy đối chiếu với trang gốc"}
	Control      = DoubtKind{"có ký tự điều khiển đã bỏ", "hãy đối chiếu với bản gốc"}
	Tagged       = DoubtKind{"còn thẻ HTML trong chữ", "hãy đối chiếu với trang gốc và xóa thẻ"}
	BesideSigner = DoubtKind{"phần cạnh chữ ký không đưa vào", "hãy kiểm tra có phần nào thuộc nội dung không"}
	LayoutTable  = DoubtKind{"bảng dùng để chia cột trang được đọc lần lượt từng ô thành các đoạn", "hãy đối chiếu thứ tự với bản gốc"}
	LeftOut      = DoubtKind{"phần đầu có dòng không đưa vào", "hãy kiểm tra có phần nào thuộc nội dung không"}
)

// quotedEach reports a kind of what may be of the text, line by line: a person
// must see each.
func (k DoubtKind) quotedEach() bool { return k == BesideSigner || k == LeftOut }

// Take notes the doubts of a part that stands at one place.
func (d *Doubts) Take(part Doubts, at int) {
	for _, one := range part.List {
		for i := range one.times {
			words := ""
			if i < len(one.Words) {
				words = one.Words[i]
			}
			d.Note(one.DoubtKind, at, words)
		}
	}
}
