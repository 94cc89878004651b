package leak

import "bytes"

// ofPDF finds the signs of what a PDF tells beside its pages, as far as they stand in the
// open: most writers pack the rest, which is said to be unread.
func ofPDF(data []byte) []Finding {
	var found []Finding
	for _, sign := range []struct {
		mark string
		Finding
	}{
		{"/Author", Finding{Author, "PDF", "người soạn"}}, {"/Creator", Finding{Author, "PDF", "phần mềm soạn"}}, {"<x:xmpmeta", Finding{Author, "PDF, XMP", "thuộc tính tệp"}},
		{"/Annots", Finding{Comment, "PDF", "ghi chú hoặc liên kết trên trang"}}, {"/EmbeddedFile", Finding{Attached, "PDF", "tệp khác nằm trong tệp"}}, {"/JavaScript", Finding{Attached, "PDF", "chương trình nằm trong tệp"}},
	} {
		if bytes.Contains(data, []byte(sign.mark)) {
			found = append(found, sign.Finding)
		}
	}
	return append(found, Finding{Unread, "PDF", "chữ và phần đóng gói của PDF không được kiểm tra tự động; hãy xem lại trước khi gửi"})
}
