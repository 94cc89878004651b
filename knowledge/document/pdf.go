package document

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"phatngon/knowledge"
	"phatngon/knowledge/document/pdf"
)

func (r *reader) readPDF(data []byte) error {
	pages, err := pdf.Read(data)
	switch {
	case errors.Is(err, pdf.ErrEncrypted):
		return refuse("Tệp PDF đặt mật khẩu hoặc khóa sao chép; hãy bỏ khóa rồi nhập lại.")
	case errors.Is(err, pdf.ErrTooLarge):
		return refuse("Tệp PDF quá lớn (trên %d trang hoặc quá nhiều chữ); hãy tách thành nhiều tệp.", pdf.MaxPages)
	case err != nil:
		return damaged()
	}
	p := &paper{place: "trang", form: knowledge.FormDocument}
	for i, page := range pages {
		p.blocks = joinPages(p.blocks, pageBlocks(page, i+1))
	}
	if len(p.blocks) == 0 {
		return refuse("PDF không có lớp chữ (có thể là bản quét ảnh); hãy nhận dạng chữ (OCR) hoặc dùng tệp DOCX gốc.")
	}
	d := r.add(p)
	for i, page := range pages {
		switch {
		case page.Unreadable > 0:
			r.problem(d, "body", i+1, "Trang %d có %d chữ không đọc được do phông chữ; hãy đối chiếu với bản gốc hoặc dùng tệp DOCX.", i+1, page.Unreadable)
		case page.Images && len(page.Glyphs) == 0:
			r.problem(d, "body", i+1, "Trang %d chỉ có ảnh, không có chữ; hãy nhận dạng chữ (OCR) hoặc dùng tệp DOCX.", i+1)
		}
	}
	for _, b := range p.blocks {
		if b.rows != nil && strings.Contains(d.Statement.Body, "| ") {
			r.problem(d, "body", b.at, "Trang %d có bảng; vị trí các ô lấy từ PDF có thể lệch, hãy đối chiếu từng ô với bản gốc.", b.at)
			break
		}
	}
	return nil
}

// joinPages appends a page; a paragraph that the page break cut is one again.
func joinPages(before, next []block) []block {
	if len(before) == 0 || len(next) == 0 {
		return append(before, next...)
	}
	last, first := &before[len(before)-1], next[0]
	if last.rows != nil || first.rows != nil || first.centred || endsSentence(last.text()) || !beginsLower(first.text()) {
		return append(before, next...)
	}
	last.lines = []string{last.text() + " " + first.text()}
	return append(before, next[1:]...)
}

func endsSentence(text string) bool {
	return strings.ContainsAny(text[max(len(text)-1, 0):], ".:;!?")
}

func beginsLower(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}
